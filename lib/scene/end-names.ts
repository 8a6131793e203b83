import { REST, type Series } from '../figure/figure'
import { SWATCH } from './legend'
import type { Box, LegendEntry, SceneMark } from './scene'
import { measure, placeText, shorten } from './text'
import type { Frame, TypeSizes } from './type'

/** The share of the frame's width that names at the ends of lines may take. */
const MOST = 0.28
/** In frames narrower than this, in ems, the plot needs all of the width, and names stand above it. */
const LEAST_WIDTH = 40
/** Between a line's end, its swatch and its name, in ems; and from one name to the next. */
const BEFORE = 0.6
const SWATCH_ROOM = 1.25
const LINE = 1.3

/** Whether names at the ends of lines have a line each beside a plot. */
export function endsFit(names: number, { top, bottom }: Box, base: number): boolean {
  return names * Math.ceil(base * LINE) <= bottom - top
}

/** The width that names at the ends of lines need beside the plot; null where there is no room for them. */
export function endRoom(
  series: readonly Series[],
  { width }: Pick<Frame, 'width'>,
  { base }: TypeSizes,
): number | null {
  if (width < LEAST_WIDTH * base || series.length === 0) return null
  const longest = Math.max(
    ...series.map(({ label, focus }) => measure(label, base, focus ? 600 : 400)),
  )
  return Math.min(longest, width * MOST) + base * (BEFORE + SWATCH_ROOM)
}

/** Where a mark is named: at its place, or in the middle of an area. */
const middleOf = (mark: SceneMark | undefined) =>
  mark && (mark.type === 'area' ? (mark.y + (mark.from ?? mark.y)) / 2 : mark.y)

/** Names beside the last mark of each series, moved up and down as little as keeps them apart. */
export function endNames(
  series: readonly Series[],
  marks: readonly SceneMark[],
  plot: Box,
  right: number,
  base: number,
): LegendEntry[] {
  const last = new Map(marks.map((mark) => [mark.series, mark]))
  const named = series
    .filter(({ key }) => key !== REST)
    .map((one) => ({ one, wanted: middleOf(last.get(one.key)) ?? plot.bottom }))
    .sort((a, b) => a.wanted - b.wanted)
  const line = Math.min(
    // Whole pixels, as places of words are.
    Math.ceil(base * LINE),
    (plot.bottom - plot.top) / Math.max(1, named.length),
  )
  const places = spread(
    named.map(({ wanted }) => wanted),
    line,
    plot,
  )
  const x = plot.right + base * BEFORE
  const room = right - x - base * SWATCH_ROOM
  return named.map(({ one }, at): LegendEntry => {
    const y = places[at] ?? plot.bottom
    const weight = one.focus ? 600 : 400
    return {
      series: one.key,
      swatch: {
        x: x + base * 0.45,
        y,
        size: base * SWATCH,
        colour: one.colour,
        shape: one.shape,
      },
      texts: [
        placeText({
          text: shorten(one.label, room, base, weight),
          x: x + base * SWATCH_ROOM,
          y: y + base * 0.36,
          anchor: 'start',
          size: base,
          weight,
          colour: last.has(one.key) ? 'ink' : 'muted',
          role: 'legend',
        }),
      ],
    }
  })
}

/** Places in the order of the wanted ones, at least a line apart and inside: pushed down from the top, then up from the bottom. */
export function spread(
  wanted: readonly number[],
  line: number,
  { top, bottom }: Pick<Box, 'top' | 'bottom'>,
): number[] {
  const half = line / 2
  const down: number[] = []
  for (const at of wanted)
    down.push(Math.max(at, (down.at(-1) ?? Number.NEGATIVE_INFINITY) + line, top + half))
  const up: number[] = []
  for (const at of down.toReversed())
    up.push(Math.min(at, (up.at(-1) ?? Number.POSITIVE_INFINITY) - line, bottom - half))
  return up.toReversed()
}
