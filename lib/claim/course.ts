import { listed } from '../compare/figure'
import { editionLabel } from '../model/edition'
import { type Prose, prose } from '../model/prose'
import { namedSystem } from '../names/shown'
import type { Appearance } from '../record/record'
import { rankLabel } from '../record/tie'
import type { Part } from './claim'
import type { Place } from './condition'
import { type Evidence, systemsNamed } from './question'

/** What the lists say of a system through time: null where they do not say whether it holds. */
export type Course = { holds: boolean | null; sentence: Prose; rows: readonly Evidence[] }

const unknown = (sentence: Prose, rows: readonly Evidence[] = []): Course => ({
  holds: null,
  sentence,
  rows,
})

/** The rank that a system shares with its equals, or has alone. */
const placeOf = ({ list, system }: Appearance) => list.ties.get(system.rank)?.rank ?? system.rank

/** A row with its rank as the field writes it: `rank =32 in November 2021`. */
const standing = ({ list, system }: Appearance) =>
  `rank ${rankLabel(system.rank, list.ties)} in ${editionLabel(list.id)}`

/** The rows of a system up to a list, oldest first; empty where that list has no system of the name. */
function rowsUntil(name: string, { record, list }: Place): readonly Appearance[] {
  const [system] = systemsNamed(name, list)
  const machine = system && record.machineOf(list, list.systems.indexOf(system))
  return machine?.appearances.filter((one) => one.list.index <= list.index) ?? []
}

/** Whether a system stands higher or lower than on another list. */
export function judgeMoved(part: Extract<Part, { says: 'moved' }>, place: Place): Course {
  const { record, list } = place
  const other = record.list(part.since)
  if (!other) return unknown(`There is no list of ${editionLabel(part.since)} here.`)
  const [system] = systemsNamed(part.system, list)
  const machine = system && record.machineOf(list, list.systems.indexOf(system))
  const now = machine?.appearances.find((one) => one.list === list)
  if (!now)
    return unknown(`No system called ${part.system} is on the list of ${editionLabel(list.id)}.`)
  const named = namedSystem(now.system, list.id)
  const then = machine?.appearances.find((one) => one.list === other)
  const rows = [now, ...(then ? [then] : [])].map((one) => ({ list: one.list, system: one.system }))
  if (!then) return unknown(prose`${named} is not on the list of ${editionLabel(other.id)}.`, rows)
  const [before, after] = other.index < list.index ? [then, now] : [now, then]
  const by = placeOf(before) - placeOf(after)
  const moved = by === 0 ? 'has kept its rank' : by > 0 ? 'has risen' : 'has fallen'
  return {
    holds: part.way === 'risen' ? by > 0 : by < 0,
    sentence: prose`${named} ${moved}: ${standing(before)}, ${standing(after)}.`,
    rows,
  }
}

/** More lists than these are counted and not named. */
const MOST_NAMED = 3

/** Whether a system had rank 1 on a list up to the one that is asked. */
export function judgeWasFirst(
  { system: name }: Extract<Part, { says: 'was-first' }>,
  place: Place,
): Course {
  const label = editionLabel(place.list.id)
  const rows = rowsUntil(name, place)
  const last = rows.at(-1)
  if (!last) return unknown(`No system called ${name} is on the list of ${label}.`)
  const named = namedSystem(last.system, place.list.id)
  const firsts = rows.filter((one) => placeOf(one) === 1)
  const best = rows.reduce((one, other) => (placeOf(other) < placeOf(one) ? other : one))
  if (firsts.length === 0)
    return {
      holds: false,
      sentence: prose`${named} was never first until ${label}; its best place is ${standing(best)}.`,
      rows: [best].map(({ list, system }) => ({ list, system })),
    }
  const dates = firsts.map(({ list }) => editionLabel(list.id))
  const [from, to] = [dates[0], dates.at(-1)]
  const when =
    dates.length > MOST_NAMED
      ? `on ${dates.length} lists, the first of ${from} and the last of ${to}`
      : `on the ${dates.length === 1 ? 'list' : 'lists'} of ${listed(dates)}`
  return {
    holds: true,
    sentence: prose`${named} was first ${when}.`,
    rows: firsts.map(({ list, system }) => ({ list, system })),
  }
}
