import type { Axis } from './figure'

const ROUND = [1, 2, 5]

/** Some digits times every power of ten around a span. */
export function steps(from: number, to: number, digits: readonly number[]): number[] {
  const low = Math.floor(Math.log10(from))
  const high = Math.ceil(Math.log10(to))
  return Array.from({ length: high - low + 1 }, (_, i) => low + i).flatMap((power) =>
    digits.map((digit) => Number(`${digit}e${power}`)),
  )
}

/** The nearest 1, 2 or 5 times a power of ten that is not above, or not below, a value. */
export function roundOut(value: number, way: 'down' | 'up'): number {
  const candidates = steps(value / 10, value * 10, ROUND)
  return (
    (way === 'down'
      ? candidates.findLast((step) => step <= value)
      : candidates.find((step) => step >= value)) ?? value
  )
}

/** The ranks of a list as an axis: 1 to the last. @param name what the axis measures. */
export function rankAxis(type: 'log' | 'linear', last = 500, name = 'Rank'): Axis {
  return {
    type,
    domain: [1, Math.max(2, last)],
    label: `${name}${type === 'log' ? ', logarithmic' : ''}`,
    divisor: 1,
    ends: true,
    reversed: true,
  }
}

/** Bands, one for each series. @param keys of the series, from the first band to the last. */
export function bandAxis(label: string, keys: readonly string[]): Axis {
  return { type: 'band', domain: keys, label, divisor: 1 }
}
