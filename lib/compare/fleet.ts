import { sumRmax } from '../list/sum'
import type { Lens, Organisation } from '../model/organisation'
import { opening, type Prose, prose } from '../model/prose'
import type { System } from '../model/system'
import { placeOf } from '../record/rank'
import type { ListRecord, RecordList } from '../record/record'
import { findMatches } from './compare'
import { counted, formatFlops } from './figure'
import type { ListPlace } from './places'
import { nameFirst, systemsBy, verbOf } from './title'

/** An organisation's systems on one list, added up. */
export type FleetSum = {
  list: RecordList
  systems: readonly System[]
  /** How many of them were built together with others. */
  joint: number
  /** The sum of their Rmax, TFlop/s; null where the list has none of them. */
  rmax: number | null
}

/** An organisation's systems on every list as one machine. What is made of it is a sum, and no valid HPL run. */
export type Fleet = {
  organisation: Organisation
  lens: Lens
  /** Oldest list first. */
  sums: readonly FleetSum[]
}

/** The fleet of an organisation through a lens. A joint system counts whole, for each of its makers. */
export function fleetOf(
  { lists }: Pick<ListRecord, 'lists'>,
  organisation: Organisation,
  lens: Lens,
): Fleet {
  const sums = lists.map((list): FleetSum => {
    const found = findMatches(organisation, list.systems, lens, list.id)
    const systems = found.map(({ system }) => system)
    return {
      list,
      systems,
      joint: found.filter(({ partners }) => partners.length > 0).length,
      rmax: systems.some(({ rmax }) => rmax !== null) ? sumRmax(systems) : null,
    }
  })
  return { organisation, lens, sums }
}

/** Where a fleet would rank on every list, oldest first; nowhere on lists that have no system of it. */
export function fleetPlaces({ sums }: Fleet): ListPlace[] {
  return sums.map(({ list, rmax }) => ({
    list,
    rmax,
    place: rmax === null ? null : placeOf(list, rmax),
  }))
}

/** A fleet as of a list, the newest where none is said. */
const onList = ({ lens, sums }: Fleet, list = sums.at(-1)?.list) => ({
  lens,
  edition: list?.id ?? '1993-06',
})

/** A fleet within a sentence: `the systems built by Microsoft Azure as one machine`. */
export const fleetWords = (fleet: Fleet): Prose =>
  prose`the ${systemsBy(fleet, onList(fleet))} as one machine`

/** The systems of a fleet on a list and what they add up to, as a sentence begins: `The 5 systems built by …`. */
export function sumWords(fleet: Fleet, { list, systems, rmax }: FleetSum): Prose {
  const own = opening(systemsBy(fleet, onList(fleet, list)), (words) =>
    words.replace(/^systems /, ''),
  )
  const many = counted(systems.length, 'system')
  return prose`The ${systems.length === 1 ? 'one system' : many} ${own}, as one machine of ${formatFlops(rmax ?? 0)},`
}

/** What is said of a list without any system of a fleet: `Microsoft Azure built no system`. */
export const noneWords = (fleet: Fleet): Prose =>
  prose`${nameFirst(fleet, onList(fleet))} ${verbOf(fleet, fleet)} no system`

/** How joint systems count, where a fleet has any. */
export function fleetNotes({ sums }: Fleet): string[] {
  const empty = sums.filter(({ systems }) => systems.length === 0).length
  return [
    ...(sums.some(({ joint }) => joint > 0)
      ? ['A system of several makers is added whole to the sum of each.']
      : []),
    ...(empty > 0
      ? [`On ${empty} of ${sums.length} lists there is no system to add up, and no rank.`]
      : []),
  ]
}
