import type { Figure } from '../figure/figure'
import type { PlacedText } from './scene'
import { measure, placeText, shorten, wrap, wrapEvenly, wrapTo } from './text'
import type { Frame, TypeSizes } from './type'

/** The words around a plot, measured: where the plot may begin, how much is kept beneath it, and the words for a height. */
export type HeaderFooter = { top: number; under: number; texts: (height: number) => PlacedText[] }

/** A stack of lines from the top down. */
function stack(
  lines: readonly string[],
  from: number,
  style: Pick<PlacedText, 'x' | 'size' | 'weight' | 'colour' | 'role'>,
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
export function layHeaderFooter(
  figure: Pick<Figure, 'title' | 'subtitle' | 'source' | 'notes' | 'permalink'>,
  { width, height, words }: Frame,
  sizes: TypeSizes,
): HeaderFooter {
  const { base, title, small, line, margin } = sizes
  if (!words) return { top: margin, under: margin, texts: () => [] }
  const room = width - 2 * margin
  const x = margin
  const head = stack(
    wrapEvenly(figure.title, MOST_LINES.title, room, title, 600),
    margin,
    { x, size: title, weight: 600, colour: 'ink', role: 'title' },
    TITLE_LINE,
  )
  const sub = stack(
    wrapEvenly(figure.subtitle, MOST_LINES.subtitle, room, base),
    head.bottom + base * 0.25,
    { x, size: base, weight: 400, colour: 'muted', role: 'subtitle' },
    line,
  )
  const most =
    height === undefined
      ? Number.POSITIVE_INFINITY
      : Math.max(2, Math.floor((height * MOST_NOTES) / (small * line)))
  const notes = notesTo(figure.notes, most, room, small)
  const link = figure.permalink
  const beside =
    link !== null && measure(figure.source, small) + measure(link, small) + base * 2 <= room
  const source = wrapTo(figure.source, MOST_LINES.source, room, small)
  const under = link === null || beside ? [] : linkLines(link, room, small)
  const style = { x, size: small, weight: 400, colour: 'muted' } as const
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
