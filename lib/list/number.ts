/** The two ways in which the world writes a decimal mark. */
export type DecimalMark = '.' | ','

/** Spaces of every width and apostrophes, which only ever group digits. */
const GROUPING = /[\s'\u2019\u00A0\u2007\u2009\u202F]/gu

const WRITTEN: Readonly<Record<DecimalMark, RegExp>> = {
  '.': /^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)?(?:\.\d*)?(?:e[+-]?\d{1,3})?$/i,
  ',': /^[+-]?(?:\d+|\d{1,3}(?:\.\d{3})+)?(?:,\d*)?(?:e[+-]?\d{1,3})?$/i,
}

/**
 * Reads a number as written with the given decimal mark; the other mark, spaces and apostrophes may group digits.
 * @returns null for anything else, including text without a digit and numbers beyond a double's range.
 */
export function parseNumber(text: string, mark: DecimalMark): number | null {
  const bare = text.replace(GROUPING, '')
  if (!/\d/.test(bare) || !WRITTEN[mark].test(bare)) return null
  const plain = mark === '.' ? bare.replaceAll(',', '') : bare.replaceAll('.', '').replace(',', '.')
  const value = Number(plain)
  return Number.isFinite(value) ? value : null
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
