import type { PlacedText } from './scene'
import { measure, placeText, shorten, wrap, wrapTo } from './text'
import type { TypeSizes } from './type'

/** Bands of a chart, one for each series: its name beside its marks, or stacked above them. */
export type Bands = {
  stacked: boolean
  /** Height of a row and of what is drawn in it, pixels. */
  row: number
  thick: number
  top: number
  bottom: number
  /** Middle of a row's name, and of its marks. */
  nameAt: (index: number) => number
  markAt: (index: number) => number
  /** How many lines a name may take. */
  lines: 1 | 2
  /** Whether rows are high enough for their words, and high enough for larger ones. */
  fits: boolean
  ample: boolean
}

/** Heights of a row in ems of the type, and the share of it that marks take. Where rows could be higher than `most`, they stand in the middle. */
const BESIDE = { least: 1.5, most: 11, share: 0.6 } as const
const STACKED = { least: 2.7, most: 8, share: 0.32 } as const
/** From this height on, in ems, marks grow more slowly than their row. */
const THICK = { from: 2.2, more: 0.22 } as const
/** Rows this high leave room for larger type. */
const AMPLE = 5
/** Height of a stacked name with the gap beneath it. */
const NAME = 1.4
/** Rows at least this high take names of two lines. */
const TWO_LINES = 2.9
/** Rows this high in an upright frame are stacked, so that marks take the whole width. */
const ROOMY = 3.3
/** The share of the width that names beside their marks may take. */
const MOST_NAME = 0.36
/** Swatch and gaps around a name beside its marks, in ems. */
const AROUND_NAME = 1.9

/** The width of the column of names, with its swatches. */
export function nameColumn(
  labels: readonly string[],
  width: number,
  { base }: TypeSizes,
): { width: number; long: boolean; cut: boolean } {
  const wanted = Math.max(...labels.map((label) => measure(label, base, 600)))
  const most = width * MOST_NAME - AROUND_NAME * base
  return {
    width: Math.min(wanted, most) + AROUND_NAME * base,
    long: wanted > most,
    cut: labels.some((label) => wrap(label, most, base, 600).length > 2),
  }
}

/**
 * Whether names stand above their marks: in narrow frames, and in upright ones where rows are high enough, or just high
 * enough where names would be cut otherwise.
 */
export function isStacked(
  { width, height = 0 }: { width: number; height?: number },
  { count, room, cut }: { count: number; room: number; cut: boolean },
  { base }: TypeSizes,
): boolean {
  const row = room / count / base
  return (
    width < 34 * base ||
    (height > width * 1.1 && row >= ROOMY) ||
    (cut && height >= width && row >= STACKED.least)
  )
}

/** Divides a height among bands. @param from the height: top and bottom in pixels of the frame. */
export function divideBands(
  from: { top: number; bottom: number },
  count: number,
  stacked: boolean,
  { base }: TypeSizes,
): Bands {
  const { least, most, share } = stacked ? STACKED : BESIDE
  const room = from.bottom - from.top
  const row = Math.min(room / count, most * base)
  const top = Math.ceil(from.top + (room - row * count) / 2)
  const thickest = THICK.from * base + Math.max(0, row - (THICK.from * base) / share) * THICK.more
  const thick = Math.min(row * share, thickest)
  const start = stacked ? (row - NAME * base - thick) / 2 : 0
  return {
    stacked,
    row,
    thick,
    top,
    bottom: top + row * count,
    nameAt: (index) => top + row * index + (stacked ? start + base * 0.55 : row / 2),
    markAt: (index) => top + row * index + (stacked ? start + NAME * base + thick / 2 : row / 2),
    lines: !stacked && row >= TWO_LINES * base ? 2 : 1,
    fits: row >= least * base,
    ample: row >= AMPLE * base,
  }
}

/** Where a line of the grid runs down the bands: through them all, or past the names that stand above the marks. */
export function gridSpans(bands: Bands, count: number): { y1: number; y2: number }[] {
  if (!bands.stacked) return [{ y1: bands.top, y2: Math.ceil(bands.bottom) }]
  const reach = bands.thick * 0.66
  return Array.from({ length: count }, (_, index) => ({
    y1: bands.markAt(index) - reach,
    y2: bands.markAt(index) + reach,
  }))
}

/** A name around the middle of its row, in as many lines as the row allows. */
export function placeName(
  name: string,
  at: { x: number; y: number },
  room: { width: number; lines: 1 | 2 },
  { size, weight }: { size: number; weight: 400 | 600 },
): PlacedText[] {
  const lines =
    room.lines === 1
      ? [shorten(name, room.width, size, weight)]
      : wrapTo(name, room.lines, room.width, size, weight)
  const height = Math.ceil(size * 1.22)
  const first = Math.round(at.y + size * 0.36 - ((lines.length - 1) / 2) * height)
  return lines.map((text, index) =>
    placeText({
      text,
      x: at.x,
      y: first + index * height,
      anchor: 'start',
      size,
      weight,
      colour: 'ink',
      role: 'label',
    }),
  )
}
