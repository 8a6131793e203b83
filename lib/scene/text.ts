import metrics from './inter.generated.json' with { type: 'json' }
import type { PlacedText } from './scene'
import { scriptOf } from './script'

type Weight = 400 | 600
type Face = {
  unitsPerEm: number
  ascent: number
  descent: number
  widths: Readonly<Record<string, number>>
}

const FACES: Readonly<Record<Weight, Face>> = { 400: metrics[400], 600: metrics[600] }
/** A character that no font of ours has is drawn as an empty box of less than this width. */
const UNKNOWN_EM = 1

/** Accents that stand over the letter before, and what joins or directs letters: they take no room of their own. */
const WITHOUT_WIDTH = /[\p{Mn}\p{Me}\p{Cf}]/u

/** Whether Inter has every character of a text. */
export function hasGlyphs(text: string): boolean {
  return [...text].every((char) => FACES[400].widths[char] !== undefined)
}

/**
 * A character as it is drawn: ligatures and other compatibility forms that no font of ours has are spelt out
 * (`ﬁ` as `fi`), which looks the same.
 */
export function spelling(char: string): string {
  if (hasGlyphs(char) || scriptOf(char)) return char
  const plain = char.normalize('NFKC')
  return hasGlyphs(plain) ? plain : char
}

function emOf(char: string, next: string | undefined, { widths, unitsPerEm }: Face): number {
  const own = widths[char]
  if (own !== undefined) return own / unitsPerEm
  const script = scriptOf(char)
  if (script) return script.em(char, next)
  if (WITHOUT_WIDTH.test(char)) return 0
  const plain = spelling(char)
  if (plain === char) return UNKNOWN_EM
  return [...plain].reduce((sum, letter) => sum + (widths[letter] ?? 0) / unitsPerEm, 0)
}

function foreignEm(text: string, face: Face): number {
  const chars = [...text]
  return chars.reduce((em, char, at) => em + emOf(char, chars[at + 1], face), 0)
}

/**
 * Width of a text in pixels, by the advance widths of Inter and, for scripts that it lacks, of the fonts that supply
 * them; kerning, which narrows a little, is left out.
 */
export function measure(text: string, size: number, weight: Weight = 400): number {
  const face = FACES[weight]
  let units = 0
  for (const char of text) {
    const own = face.widths[char]
    if (own === undefined) return foreignEm(text, face) * size
    units += own
  }
  return (units / face.unitsPerEm) * size
}

/** Text's height above and below its baseline, as a share of its size, for letters with accents. */
const ASCENT = 0.97
const DESCENT = 0.25

/** What a text needs to be placed; its box follows from the font. */
export type TextInput = Omit<PlacedText, 'box'>

/** Places a text: its line stands on a whole pixel, where every renderer draws it alike; computes the box that it covers. */
export function placeText(input: TextInput): PlacedText {
  const y = Math.round(input.y)
  const width = measure(input.text, input.size, input.weight)
  const left =
    input.anchor === 'start'
      ? input.x
      : input.anchor === 'end'
        ? input.x - width
        : input.x - width / 2
  return {
    ...input,
    y,
    box: {
      left,
      right: left + width,
      top: y - input.size * ASCENT,
      bottom: y + input.size * DESCENT,
    },
  }
}

/** What a reader takes for one character: a letter with its marks, a syllable of Hangul, an emoji of several parts. */
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })
const characters = (text: string) => Array.from(segmenter.segment(text), ({ segment }) => segment)

/** Splits a word that is wider than a line; a name without spaces may be longer than a frame. */
function splitWord(word: string, width: number, size: number, weight: Weight): string[] {
  const parts: string[] = []
  let part = ''
  for (const char of characters(word)) {
    if (part !== '' && measure(part + char, size, weight) > width) {
      parts.push(part)
      part = ''
    }
    part += char
  }
  return [...parts, part]
}

/** Breaks a text into lines that are at most `width` wide, at spaces, and inside words only where one is too wide. */
export function wrap(text: string, width: number, size: number, weight: Weight = 400): string[] {
  const words = text
    .split(' ')
    .flatMap((word) =>
      measure(word, size, weight) > width ? splitWord(word, width, size, weight) : [word],
    )
  const lines: string[] = []
  let line = ''
  for (const word of words) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && measure(longer, size, weight) > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return [...lines, line]
}

/** A text cut to a width with an ellipsis; the whole of it must stand elsewhere (tip, table). */
export function shorten(text: string, width: number, size: number, weight: Weight = 400): string {
  if (measure(text, size, weight) <= width) return text
  const chars = characters(text)
  while (chars.length > 1 && measure(`${chars.join('').trimEnd()}…`, size, weight) > width)
    chars.pop()
  return `${chars.join('').trimEnd()}…`
}

/** As {@link wrap}, in at most so many lines; where that does not do, the last one ends in an ellipsis. */
export function wrapTo(
  text: string,
  most: number,
  width: number,
  size: number,
  weight: Weight = 400,
): string[] {
  const lines = wrap(text, width, size, weight)
  const last = lines[most - 1]
  if (lines.length <= most || last === undefined) return lines
  // One more word than fits makes sure that the line is cut.
  return [...lines.slice(0, most - 1), shorten(`${last} ${lines[most]}`, width, size, weight)]
}

/** As {@link wrapTo}, with lines of about the same length, so that no word stands alone in the last. */
export function wrapEvenly(
  text: string,
  most: number,
  width: number,
  size: number,
  weight: Weight = 400,
): string[] {
  const lines = wrapTo(text, most, width, size, weight)
  if (lines.length < 2 || lines[lines.length - 1]?.endsWith('…')) return lines
  return narrowest((share) => {
    const narrower = wrap(text, width * share, size, weight)
    return narrower.length === lines.length ? narrower : null
  }, lines)
}

/** The last result before one is null, as a width is taken down from all of it to half. */
export function narrowest<T>(attempt: (share: number) => T | null, widest: T): T {
  let found = widest
  for (let percent = 98; percent >= 50; percent -= 2) {
    const next = attempt(percent / 100)
    if (next === null) break
    found = next
  }
  return found
}

/** A rectangle in pixels of the frame. */
export type Box = PlacedText['box']

/** Whether two boxes share any area, with `gap` pixels kept between them. */
export function overlaps(a: Box, b: Box, gap = 0): boolean {
  return (
    a.left < b.right + gap &&
    b.left < a.right + gap &&
    a.top < b.bottom + gap &&
    b.top < a.bottom + gap
  )
}

/** Whether a box lies wholly inside another. */
export function inside(inner: Box, outer: Box): boolean {
  return (
    inner.left >= outer.left &&
    inner.right <= outer.right &&
    inner.top >= outer.top &&
    inner.bottom <= outer.bottom
  )
}
