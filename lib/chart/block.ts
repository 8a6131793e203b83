import type { PlacedText, Series } from './spec'
import { type Box, measure, placeText, wrap } from './text'

/** Sizes of type in a chart, in pixels, all derived from one. */
export type TypeSizes = { base: number; title: number; small: number; line: number; margin: number }

/** Sizes of type for a frame: fixed on the page, in pictures as large as the frame allows. */
export function typeSizes(base: number): TypeSizes {
  return {
    base,
    title: Math.round(base * 1.55 * 2) / 2,
    small: Math.round(base * 0.82 * 2) / 2,
    line: 1.35,
    margin: Math.round(base * 1.5),
  }
}

/** The type of a picture: about sixty characters of width and thirty-eight lines of height at the base size. */
export function pictureBase(width: number, height: number): number {
  return Math.max(8, Math.min(44, Math.round(Math.min(width / 66, height / 38) * 2) / 2))
}

/** What stands around the plot inside a picture. */
export type BlockWords = {
  title: string
  subtitle: string
  source: string
  notes: readonly string[]
  permalink: string | null
}

/** A stack of lines from the top down; returns the texts and where the next line would begin. */
function stack(
  lines: readonly string[],
  from: number,
  style: Pick<PlacedText, 'x' | 'size' | 'weight' | 'paint' | 'role'>,
  line: number,
): { texts: PlacedText[]; bottom: number } {
  const height = style.size * line
  return {
    texts: lines.map((text, index) =>
      placeText({ ...style, text, anchor: 'start', y: from + index * height + style.size }),
    ),
    bottom: from + lines.length * height,
  }
}

/** Places title and subtitle at the top and source, notes and link at the bottom of a picture. */
export function layoutBlock(
  words: BlockWords,
  width: number,
  height: number,
  sizes: TypeSizes,
): { texts: PlacedText[]; top: number; bottom: number } {
  const { base, title, small, line, margin } = sizes
  const room = width - 2 * margin
  const x = margin
  const head = stack(
    wrap(words.title, room, title, 600),
    margin,
    { x, size: title, weight: 600, paint: 'ink', role: 'title' },
    1.22,
  )
  const sub = stack(
    wrap(words.subtitle, room, base),
    head.bottom + base * 0.25,
    { x, size: base, weight: 400, paint: 'muted', role: 'subtitle' },
    line,
  )
  const notes = words.notes.flatMap((note) => wrap(note, room, small))
  const source = [words.source, ...(words.permalink ? [words.permalink] : [])].flatMap((text) =>
    wrap(text, room, small),
  )
  const footHeight = (notes.length + source.length) * small * line
  const foot = stack(
    notes,
    height - margin - footHeight,
    { x, size: small, weight: 400, paint: 'muted', role: 'note' },
    line,
  )
  const last = stack(
    source,
    foot.bottom,
    { x, size: small, weight: 400, paint: 'muted', role: 'source' },
    line,
  )
  return {
    texts: [...head.texts, ...sub.texts, ...foot.texts, ...last.texts],
    top: sub.bottom + base * 0.6,
    bottom: height - margin - footHeight - base * 0.7,
  }
}

/** The place of a key in a legend: its swatch and its words. */
export type LegendEntry = { series: Series; x: number; y: number; text: PlacedText }

/** A legend in as many lines as it needs, from the top of a rectangle down. */
export function layoutLegend(
  series: readonly Series[],
  box: Pick<Box, 'left' | 'right' | 'top'>,
  size: number,
): { entries: LegendEntry[]; bottom: number } {
  const swatch = size * 1.25
  const gap = size * 1.3
  const height = size * 1.6
  const entries: LegendEntry[] = []
  let x = box.left
  let y = box.top + size
  for (const one of series) {
    const weight = one.focus ? 600 : 400
    const width = swatch + measure(one.label, size, weight)
    if (x > box.left && x + width > box.right) {
      x = box.left
      y += height
    }
    entries.push({
      series: one,
      x: x + size * 0.45,
      y: y - size * 0.36,
      text: placeText({
        text: one.label,
        x: x + swatch,
        y,
        anchor: 'start',
        size,
        weight,
        paint: 'ink',
        role: 'legend',
      }),
    })
    x += width + gap
  }
  return { entries, bottom: series.length ? y + size * 0.6 : box.top }
}
