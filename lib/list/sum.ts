import type { System } from '../model/system'

/** The figures of a row that may be added up. */
export type Summable = 'rmax' | 'rpeak' | 'cores' | 'power' | 'hpcg'

/**
 * The sum of a figure over the rows that give it. Lists print at most eight decimals, so it is summed in whole 10⁻⁸:
 * a sum of doubles would drag a tail of digits that no list prints.
 */
export function sumOf(systems: readonly System[], field: Summable): number {
  // Doubles hold whole numbers exactly up to a bound, and are added many times faster than numbers without one.
  let sum = 0n
  let part = 0
  for (const system of systems) {
    const figure = Math.round((system[field] ?? 0) * 1e8)
    if (part + figure > Number.MAX_SAFE_INTEGER) {
      sum += BigInt(part)
      part = 0
    }
    part += figure
  }
  return Number(sum + BigInt(part)) / 1e8
}

/** The sum of Rmax in TFlop/s. */
export function sumRmax(systems: readonly System[]): number {
  return sumOf(systems, 'rmax')
}
