const decimals = (value: number) => {
  const [, fraction = ''] = String(value).split('.')
  return fraction.length
}

/** Half of a tenth, and what floating numbers add to it. */
const FURTHEST = 0.051

/**
 * Whether two printed figures are one, printed with more decimals here than there: 93,014.59388 and 93,014.6.
 * Whole figures are compared as they are, as nothing says that they are rounded.
 */
export function isSameFigure(a: number, b: number): boolean {
  if (a === b) return true
  // Rounding to a decimal or more moves no figure further than this; most pairs differ by more, and are told apart fast.
  if (Math.abs(a - b) > FURTHEST) return false
  const [short, long] = decimals(a) < decimals(b) ? [a, b] : [b, a]
  const places = decimals(short)
  return places > 0 && Number(long.toFixed(places)) === short
}
