import { REST, type Series } from '../figure/figure'
import type { LegendEntry } from './scene'
import { type Box, measure, narrowest, placeText, shorten } from './text'

/** The radius of a swatch in sizes of the type; that of the grey rest is small, as its dots are. */
export const SWATCH = 0.36
const REST_SWATCH = 0.25

/** A series in a legend; one that has no mark is named all the same, and says so. */
export type LegendItem = { series: Series; absent: boolean }

/** Shares of the width that one name may take, tried in turn until the legend is low enough. */
const NAME_SHARES = [1, 0.47, 0.3] as const
const NARROWEST = 0.22
/** Between two names, in sizes of the type; the second where all of them fit into one line so. */
const GAP = 1.3
const CLOSE = 0.8

/**
 * A legend in as many lines as it needs, from the top of a rectangle down.
 * @param most its height in pixels, kept by shortening names where there are many long ones.
 */
export function layLegend(
  items: readonly LegendItem[],
  box: Pick<Box, 'left' | 'right' | 'top'>,
  size: number,
  most: number,
): { entries: LegendEntry[]; bottom: number } {
  const lowEnough = ({ bottom }: { bottom: number }) => bottom - box.top <= most
  // A little closer is better than one name alone in a second line.
  for (const gap of [GAP, CLOSE]) {
    const line = legendLines(items, box, size, 1, gap)
    if (line.lines === 1) return line
  }
  const tried = NAME_SHARES.map((share) => legendLines(items, box, size, share, GAP))
  const found = tried.find(lowEnough) ?? legendLines(items, box, size, NARROWEST, GAP)
  // Lines of about the same length, with the same names in them.
  const width = box.right - box.left
  return narrowest((share) => {
    const right = box.left + width * share
    const names = found.longest / share
    const narrower = legendLines(items, { ...box, right }, size, names, GAP)
    return narrower.lines === found.lines ? { ...narrower, longest: found.longest } : null
  }, found)
}

function legendLines(
  items: readonly LegendItem[],
  box: Pick<Box, 'left' | 'right' | 'top'>,
  size: number,
  share: number,
  ems: number,
): { entries: LegendEntry[]; bottom: number; lines: number; longest: number } {
  const swatch = size * 1.25
  const gap = size * ems
  const height = size * 1.6
  const most = (box.right - box.left) * share - swatch
  const entries: LegendEntry[] = []
  let x = box.left
  let y = box.top + size
  let lines = 1
  for (const { series, absent } of items) {
    const weight = series.focus ? 600 : 400
    const none = absent ? ' (none)' : ''
    const label = `${shorten(series.label, most - measure(none, size, weight), size, weight)}${none}`
    const width = swatch + measure(label, size, weight)
    if (x > box.left && x + width > box.right) {
      x = box.left
      y += height
      lines++
    }
    entries.push({
      series: series.key,
      swatch: {
        x: x + size * 0.45,
        y: y - size * 0.36,
        size: size * (series.key === REST ? REST_SWATCH : SWATCH),
        colour: series.colour,
        shape: series.shape,
      },
      texts: [
        placeText({
          text: label,
          x: x + swatch,
          y,
          anchor: 'start',
          size,
          weight,
          colour: absent ? 'muted' : 'ink',
          role: 'legend',
        }),
      ],
    })
    x += width + gap
  }
  return { entries, bottom: items.length ? y + size * 0.6 : box.top, lines, longest: share }
}
