import type { RecordList } from './record'

/** Where a performance stands on a list: the first of the ranks that share it, and how many listed systems reach exactly it. */
export type Place = { rank: number; tied: number }

/** How many of the performances, highest first, are at least (or above) the value. */
function count(performances: readonly number[], holds: (one: number) => boolean): number {
  let low = 0
  let high = performances.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const one = performances[middle]
    if (one !== undefined && holds(one)) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * The rank that a performance takes, or would take, on a list.
 * @param rmax TFlop/s, above 0.
 * @returns null where it is below the last system of the list: the list does not reach so far.
 */
export function placeOf(list: Pick<RecordList, 'performances'>, rmax: number): Place | null {
  const above = count(list.performances, (one) => one > rmax)
  const reached = count(list.performances, (one) => one >= rmax)
  if (above >= list.performances.length && list.performances.length > 0) return null
  return { rank: above + 1, tied: reached - above }
}
