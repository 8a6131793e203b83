import type { System } from '../model/system'

/**
 * The sum of Rmax in TFlop/s. Every Rmax is printed with at most eight decimals, so it is summed in units of 10⁻⁸
 * as whole numbers: a sum of doubles would drag a tail of digits that no list prints.
 */
export function sumRmax(systems: readonly System[]): number {
  let sum = 0n
  for (const { rmax } of systems) if (rmax !== null) sum += BigInt(Math.round(rmax * 1e8))
  return Number(sum) / 1e8
}
