import { type EditionId, editionLabel } from '../model/edition'
import { type Place, placeOf } from '../record/rank'
import type { ListRecord, RecordList } from '../record/record'
import { formatFlops } from './figure'
import { type Dated, fitGrowth, type Growth } from './growth'

/**
 * Where a performance stands on one list; a place of null is below the last system.
 * `rmax` in TFlop/s is what is asked about there: the same on every list, but for a fleet, which may have nothing.
 */
export type ListPlace = { list: RecordList; rmax: number | null; place: Place | null }

/** Where a performance would rank on every list, oldest first. @param rmax TFlop/s. */
export function placesOf({ lists }: ListRecord, rmax: number): ListPlace[] {
  return lists.map((list) => ({ list, rmax, place: placeOf(list, rmax) }))
}

/** The heads of a list of which is told how long a performance stayed in them. */
export const TOPS = [10, 100, 500] as const

/** Until when a performance would have been among the first so many. */
export type TopSpan = {
  top: number
  /** The last list on which it would have been; null where it is on none. */
  until: EditionId | null
  /** Whether it still is, on the newest list. */
  still: boolean
}

export function topSpans(places: readonly ListPlace[]): TopSpan[] {
  return TOPS.map((top) => {
    const last = places.findLast(({ place }) => place !== null && place.rank <= top)
    return {
      top,
      until: last?.list.id ?? null,
      still: last !== undefined && last === places.at(-1),
    }
  })
}

/** A span in words: `In the top 10 until November 2021`. */
export function topWords({ top, until, still }: TopSpan): string {
  if (until === null) return `On no list among the first ${top}`
  return still
    ? `Still in the top ${top} in ${editionLabel(until)}`
    : `In the top ${top} until ${editionLabel(until)}`
}

/** What a rank took on every list: the Rmax of the system that stands there, TFlop/s. */
export function takenBy({ lists }: ListRecord, rank: number): Dated[] {
  return lists.flatMap(({ id, performances }): Dated[] => {
    const value = performances[rank - 1]
    return value === undefined ? [] : [{ edition: id, value }]
  })
}

/** The growth of what a rank took, fitted to every list; null where there are too few. */
export const growthOf = (taken: readonly Dated[]): Growth | null => fitGrowth(taken)

/** A fitted line in a sentence, with its span and its error. */
export function growthWords(rank: number, growth: Growth): string {
  const { since, until, lists, perYear, error, at } = growth
  return `A line fitted to the ${lists} lists from ${editionLabel(since)} to ${editionLabel(until)} grows by ${Math.round((perYear - 1) * 100)} % a year, from ${formatFlops(at(since))} to ${formatFlops(at(until))}; half of what rank ${rank} really took lies within ${Math.round(error * 100)} % of it. It says nothing of lists to come.`
}
