/** The two ways in which the world writes a decimal mark. */
export type DecimalMark = '.' | ','

/** Spaces of every width and apostrophes, which only ever group digits. */
const SPACES = /[\s\u0085]+/gu
const APOSTROPHES = /[\u2019\u02BC]/gu
const GROUPED_BY_SPACE = /^\d{1,3}(?:[ ']\d{3})+(?=$|[.,])/

/** Whole digits plain, grouped in threes, or grouped the Indian way; a group never starts with 0. */
const WRITTEN: Readonly<Record<DecimalMark, RegExp>> = {
  '.': /^(?:\d+|[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d?(?:,\d{2})+,\d{3})?(?:\.\d*)?(?:e[+-]?\d{1,3})?$/i,
  ',': /^(?:\d+|[1-9]\d{0,2}(?:\.\d{3})+)?(?:,\d*)?(?:e[+-]?\d{1,3})?$/i,
}

/** Most figures are written without any grouping; what these match, {@link WRITTEN} matches too. */
const PLAIN: Readonly<Record<DecimalMark, RegExp>> = { '.': /^\d+(?:\.\d+)?$/, ',': /^\d+$/ }

/** Beyond this nothing is a figure of a list, and a sum could not be told exactly. */
const LARGEST = 1e15

/** No figure is written with more letters. */
const LONGEST = 60

/** A number that is written plainly, as nearly all are; null for any other text, which {@link parseNumber} may read. */
export function parsePlain(text: string, mark: DecimalMark): number | null {
  return text.length <= LONGEST && PLAIN[mark].test(text) ? figureOf(Number(text)) : null
}

/**
 * Reads a number as written with the given decimal mark; the other mark, spaces and apostrophes may group digits.
 * @returns null for anything else: text without a digit, a sign (no figure of a list has one), or a number beyond 10¹⁵.
 */
export function parseNumber(text: string, mark: DecimalMark): number | null {
  if (text.length > LONGEST) return null
  if (PLAIN[mark].test(text)) return figureOf(Number(text))
  const clean = text.replace(SPACES, ' ').replace(APOSTROPHES, "'").trim().replace(/^'/, '')
  const bare = GROUPED_BY_SPACE.test(clean) ? clean.replace(/[ ']/g, '') : clean
  if (!/\d/.test(bare) || !WRITTEN[mark].test(bare)) return null
  const plain = mark === '.' ? bare.replaceAll(',', '') : bare.replaceAll('.', '').replace(',', '.')
  return figureOf(Number(plain))
}

function figureOf(value: number): number | null {
  return isFigure(value) ? value : null
}

/** Whether a number can be a figure of a list: not negative, and not beyond 10¹⁵. */
export function isFigure(value: number): boolean {
  return value >= 0 && value <= LARGEST
}

/**
 * The decimal mark that a text proves by itself: `1.234,5` proves a comma, `1,234,567` a point.
 * @returns null where both readings are possible, as in `442.010` or `1,234`, and where there is no mark.
 */
export function provenMark(text: string): DecimalMark | null {
  const point = parseNumber(text, '.')
  const comma = parseNumber(text, ',')
  if (point !== null && comma === null) return '.'
  if (comma !== null && point === null) return ','
  return null
}

/**
 * A number times a power of ten, rounded once: 59.7 shifted by −3 is the double nearest to 0.0597,
 * which a multiplication by 0.001 misses for many values.
 */
export function shiftDecimal(value: number, power: number): number {
  if (power === 0 || value === 0 || !Number.isFinite(value)) return value
  const [digits, exponent = '0'] = String(value).split('e')
  return Number(`${digits}e${Number(exponent) + power}`)
}
