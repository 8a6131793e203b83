import type { Layout } from './draft'
import type { PlacedText, Series } from './spec'
import { type Box, measure, narrowest, placeText, shorten, wrap, wrapEvenly, wrapTo } from './text'

/** Sizes of type in a chart, in pixels, all derived from one. */
export type TypeSizes = {
  base: number
  title: number
  small: number
  line: number
  /** What is kept free around everything; none on the page, which has its own. */
  margin: number
}

/** Type on the page, which has its own frame around the chart. */
const PAGE_TYPE = { narrow: 12, wide: 13 } as const
/** A frame is narrow where it is as wide as a phone. */
const NARROW = 480
/** Below this nobody reads; a picture that needs less has more words than its frame can hold. */
const SMALLEST_TYPE = 7

/** Sizes of type from the base size. */
export function typeSizes(base: number, margin = Math.round(base * 1.5)): TypeSizes {
  return {
    base,
    title: Math.round(base * 1.55 * 2) / 2,
    small: Math.round(base * 0.82 * 2) / 2,
    line: 1.35,
    margin,
  }
}

/**
 * The base size of a picture's type, before its words are known. It follows the area, as pictures are shown at about the
 * same size whatever their pixels; a line keeps forty-two ems and a picture twenty-seven lines.
 */
export function pictureBase(width: number, height: number): number {
  const most = Math.min(width / 42, height / 27)
  const wanted = Math.max(Math.sqrt(width * height) / 43, 11)
  return Math.round(Math.min(wanted, most) * 2) / 2
}

/** How much smaller the type of a picture may be so that names of two lines have room. */
const REDUCED = 0.8
/** How much larger the type of a picture is that would stand half empty otherwise. */
const ENLARGED = 1.3

/** How a layout stands to its frame: `cut` where names end in an ellipsis that would be longer in smaller type. */
export type Fit = { fits: boolean; ample: boolean; cut: boolean }

/**
 * Lays a chart out in the largest type in which it has room: in a picture from {@link pictureBase} down, or somewhat above
 * it where there is room in plenty (`ample`); on the page in the page's own.
 */
export function fitType<T extends Fit>(
  { width, height, block }: Layout,
  attempt: (sizes: TypeSizes) => T,
): T {
  if (height === undefined) {
    const base = width < NARROW ? PAGE_TYPE.narrow : PAGE_TYPE.wide
    return attempt(block ? typeSizes(base) : typeSizes(base, 0))
  }
  const at = (base: number) =>
    attempt(block ? typeSizes(base) : typeSizes(base, Math.round(base * 0.9)))
  let base = pictureBase(width, height)
  const enlarged = at(Math.round(base * ENLARGED * 2) / 2)
  if (enlarged.fits && enlarged.ample) return enlarged
  let tried = at(base)
  while (!tried.fits && base > SMALLEST_TYPE) {
    base -= 0.5
    tried = at(base)
  }
  for (let smaller = base - 0.5; tried.cut && smaller >= base * REDUCED; smaller -= 0.5) {
    const next = at(smaller)
    if (next.fits && !next.cut) return next
  }
  return tried
}

/** What stands around the plot inside a picture. */
export type BlockWords = {
  title: string
  subtitle: string
  source: string
  notes: readonly string[]
  permalink: string | null
}

/** The words around a plot, measured: where the plot may begin, how much is kept beneath it, and the words for a height. */
export type Block = { top: number; under: number; texts: (height: number) => PlacedText[] }

/** A stack of lines from the top down. */
function stack(
  lines: readonly string[],
  from: number,
  style: Pick<PlacedText, 'x' | 'size' | 'weight' | 'paint' | 'role'>,
  line: number,
): { texts: PlacedText[]; bottom: number } {
  const height = Math.ceil(style.size * line)
  return {
    texts: lines.map((text, index) =>
      placeText({ ...style, text, anchor: 'start', y: from + index * height + style.size }),
    ),
    bottom: from + lines.length * height,
  }
}

const TITLE_LINE = 1.22
/** Words take no more lines than these; what is cut stands in the picture's metadata and on the page. */
const MOST_LINES = { title: 3, subtitle: 2, source: 2 } as const
/** The share of a picture's height that notes may take. */
const MOST_NOTES = 0.2

/** Measures title and subtitle above and notes, source and link beneath a plot; without words nothing but the margin. */
export function layoutBlock(
  words: BlockWords | null,
  { width, height }: Pick<Layout, 'width' | 'height'>,
  sizes: TypeSizes,
): Block {
  const { base, title, small, line, margin } = sizes
  if (!words) return { top: margin, under: margin, texts: () => [] }
  const room = width - 2 * margin
  const x = margin
  const head = stack(
    wrapEvenly(words.title, MOST_LINES.title, room, title, 600),
    margin,
    { x, size: title, weight: 600, paint: 'ink', role: 'title' },
    TITLE_LINE,
  )
  const sub = stack(
    wrapEvenly(words.subtitle, MOST_LINES.subtitle, room, base),
    head.bottom + base * 0.25,
    { x, size: base, weight: 400, paint: 'muted', role: 'subtitle' },
    line,
  )
  const most =
    height === undefined
      ? Number.POSITIVE_INFINITY
      : Math.max(2, Math.floor((height * MOST_NOTES) / (small * line)))
  const notes = notesTo(words.notes, most, room, small)
  const link = words.permalink
  const beside =
    link !== null && measure(words.source, small) + measure(link, small) + base * 2 <= room
  const source = wrapTo(words.source, MOST_LINES.source, room, small)
  const under = link === null || beside ? [] : linkLines(link, room, small)
  const style = { x, size: small, weight: 400, paint: 'muted' } as const
  const footHeight = (notes.length + source.length + under.length) * Math.ceil(small * line)
  return {
    top: sub.bottom + base * 0.8,
    under: margin + footHeight + base * 0.8,
    texts: (full) => {
      const foot = stack(notes, full - margin - footHeight, { ...style, role: 'note' }, line)
      const last = stack([...source, ...under], foot.bottom, { ...style, role: 'source' }, line)
      const right =
        link !== null && beside
          ? [
              placeText({
                ...style,
                role: 'source',
                text: link,
                anchor: 'end',
                x: width - margin,
                y: last.texts[0]?.y ?? foot.bottom,
              }),
            ]
          : []
      return [...head.texts, ...sub.texts, ...foot.texts, ...last.texts, ...right]
    },
  }
}

/** A link in two lines if that is all of it; a part of a link leads nowhere, so no more than a line is spent on one. */
function linkLines(link: string, room: number, size: number): string[] {
  const lines = wrap(link, room, size)
  return lines.length <= MOST_LINES.source ? lines : [shorten(link, room, size)]
}

/** Notes in at most so many lines together; every note keeps at least its beginning while there are lines. */
function notesTo(notes: readonly string[], most: number, room: number, size: number): string[] {
  const wrapped: string[] = []
  for (const [index, note] of notes.entries()) {
    const left = most - wrapped.length - (notes.length - index - 1)
    if (left >= 1) wrapped.push(...wrapTo(note, left, room, size))
  }
  return wrapped
}

/** The place of a key in a legend: its swatch and its words. */
export type LegendEntry = { series: Series; x: number; y: number; text: PlacedText }

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
export function layoutLegend(
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
      series,
      x: x + size * 0.45,
      y: y - size * 0.36,
      text: placeText({
        text: label,
        x: x + swatch,
        y,
        anchor: 'start',
        size,
        weight,
        paint: absent ? 'muted' : 'ink',
        role: 'legend',
      }),
    })
    x += width + gap
  }
  return { entries, bottom: items.length ? y + size * 0.6 : box.top, lines, longest: share }
}
