/** A figure as somebody wrote it: its value, how many decimals it has, and what one of its last figure that is none of round zeros is. */
export type Written = { text: string; value: number; decimals: number; unit: number }

/** Round zeros of figures as long as this are taken for rounding: 157,400 may be 157,440, and 500 is 500. */
const ROUND_FROM = 10_000

function lastPlace(plain: string, decimals: number): number {
  const zeros = decimals === 0 && Number(plain) >= ROUND_FROM ? /0*$/.exec(plain)?.[0].length : 0
  return 10 ** ((zeros ?? 0) - decimals)
}

/**
 * Reads a figure as it is written: `173`, `285,000`, `30.05`, `1.42`.
 * @returns null for a text that is no figure.
 */
export function readWritten(text: string): Written | null {
  const plain = text.trim().replace(/,(?=\d{3}(?:\D|$))/g, '')
  if (!/^\d{1,15}(?:\.\d{1,12})?$/.test(plain)) return null
  const [, fraction = ''] = plain.split('.')
  const decimals = fraction.length
  return { text: text.trim(), value: Number(plain), decimals, unit: lastPlace(plain, decimals) }
}

/** How a written figure agrees with the exact one: to its last digit, rounded to it, cut off after it, or not at all. */
export type Agreement = 'exact' | 'rounded' | 'cut' | 'none'

/** Half a unit of the last place is a little more in floating point. */
const SLACK = 1e-9

/** Whether a figure may be written so. A half may be rounded either way: 1.415 is written as 1.41 and as 1.42. */
export function agreement({ value, decimals, unit }: Written, exact: number): Agreement {
  if (value === exact) return 'exact'
  const slack = SLACK * Math.max(1, Math.abs(exact))
  if (Math.abs(value - exact) <= unit / 2 + slack) return 'rounded'
  return value < exact && exact - value < unit - slack && decimals > 0 ? 'cut' : 'none'
}
