import { LRUCache } from 'lru-cache'
import type { EditionId } from '../model/edition'
import type { System } from '../model/system'
import type { KeptEdition } from '../store/store'
import { type Link, linkLists } from './link'
import { findTies, type Tie } from './tie'

/** A list as the record holds it. */
export type RecordList = KeptEdition & {
  /** Place among the lists of the record, oldest first. */
  index: number
  ties: ReadonlyMap<number, Tie>
  /** Sum of Rmax, TFlop/s. */
  rmaxSum: number
  /** Every known Rmax, TFlop/s, highest first. */
  performances: readonly number[]
}

/** A system on one list: the row, where it stands, and how it is known to be the system of the row before. */
export type Appearance = {
  list: RecordList
  /** Place of the row among the systems of its list. */
  at: number
  system: System
  /** Null for the first row of a machine. */
  link: Link | null
}

/** One system through time. */
export type Machine = {
  /** Its System ID where any list prints one, else its first list and rank there: `1997-06-12`. Stands in links. */
  key: string
  /** Every other System ID under which lists print it. */
  otherIds: readonly string[]
  /** Oldest first; lists on which it is missing in between are left out. */
  appearances: readonly Appearance[]
}

/** All lists together: every system once, with all its rows. */
export type ListRecord = {
  lists: readonly RecordList[]
  machines: readonly Machine[]
  list: (id: EditionId) => RecordList | null
  /** The machine of a key, of a System ID that it had, or of any list and rank: `2004-06-3`. */
  machine: (key: string) => Machine | null
  /** The machine of a row. */
  machineOf: (list: RecordList, at: number) => Machine | null
}

/** What a link takes in memory, in bytes, roughly. */
const LINK_BYTES = 120

/**
 * Links between two list versions, by their hashes: a list that changes costs its two neighbours, no more. There is room for
 * those of a thousand lists, as a record that is built anew asks for all of them in turn, and one too few would keep none.
 */
const linked = new LRUCache<string, readonly Link[]>({
  maxSize: 64 * 1024 * 1024,
  sizeCalculation: (links) => 1 + LINK_BYTES * links.length,
})

/** The links between two lists, made once for each pair of versions. */
export function linksBetween(before: KeptEdition, after: KeptEdition): readonly Link[] {
  const key = `${before.version.hash} ${after.version.hash}`
  const known = linked.get(key) ?? linkLists(before, after)
  linked.set(key, known)
  return known
}

/** What a list adds to a record by itself, kept with the list. */
const prepared = new WeakMap<KeptEdition, Pick<RecordList, 'ties' | 'rmaxSum' | 'performances'>>()

function prepare(edition: KeptEdition): Pick<RecordList, 'ties' | 'rmaxSum' | 'performances'> {
  const known = prepared.get(edition)
  if (known) return known
  const made = {
    ties: findTies(edition.systems),
    rmaxSum: edition.version.rmaxSum,
    performances: edition.systems
      .flatMap(({ rmax }) => (rmax === null ? [] : [rmax]))
      .sort((a, b) => b - a),
  }
  prepared.set(edition, made)
  return made
}

type Draft = { appearances: Appearance[]; ids: string[] }

/** Follows the links from the oldest list on; a System ID that comes back after a gap is the same machine. */
function follow(lists: readonly RecordList[]): { drafts: Draft[]; byRow: Draft[][] } {
  const drafts: Draft[] = []
  const byRow: Draft[][] = []
  const byId = new Map<string, Draft>()
  for (const list of lists) {
    const before = lists[list.index - 1]
    const links = new Map((before ? linksBetween(before, list) : []).map((link) => [link.at, link]))
    const rows = list.systems.map((system, at): Draft => {
      const link = links.get(at) ?? null
      const earlier = link ? byRow[list.index - 1]?.[link.from] : undefined
      const returned = system.systemId === null ? undefined : byId.get(system.systemId)
      const draft = earlier ?? returned ?? { appearances: [], ids: [] }
      if (draft.appearances.length === 0) drafts.push(draft)
      draft.appearances.push({ list, at, system, link: earlier ? link : null })
      if (system.systemId !== null && !draft.ids.includes(system.systemId)) {
        draft.ids.push(system.systemId)
        byId.set(system.systemId, draft)
      }
      return draft
    })
    byRow.push(rows)
  }
  return { drafts, byRow }
}

const placeKey = (list: RecordList, system: System) => `${list.id}-${system.rank}`

/**
 * Builds the record of some lists. What was linked before is not linked again, so that a list that is added or replaced
 * costs milliseconds.
 * @param editions one version of each list, in any order.
 */
export function buildRecord(editions: readonly KeptEdition[]): ListRecord {
  const lists = [...editions]
    .sort((a, b) => a.number - b.number)
    .map((edition, index): RecordList => ({ ...edition, index, ...prepare(edition) }))
  const { drafts, byRow } = follow(lists)
  const machines = new Map<Draft, Machine>()
  const byKey = new Map<string, Machine>()
  for (const draft of drafts) {
    const [first] = draft.appearances
    const [id, ...otherIds] = [...draft.ids].reverse()
    const key = id ?? (first ? placeKey(first.list, first.system) : '')
    const machine: Machine = { key, otherIds, appearances: draft.appearances }
    machines.set(draft, machine)
    byKey.set(key, machine)
    for (const other of otherIds) byKey.set(other, machine)
  }
  const byEdition = new Map(lists.map((list) => [list.id, list]))
  const machineOf = (list: RecordList, at: number) => {
    const draft = byRow[list.index]?.[at]
    return (draft && machines.get(draft)) ?? null
  }
  return {
    lists,
    machines: [...machines.values()],
    list: (id) => byEdition.get(id) ?? null,
    machine: (key) => byKey.get(key) ?? byPlace(key, byEdition, machineOf),
    machineOf,
  }
}

function byPlace(
  key: string,
  lists: ReadonlyMap<string, RecordList>,
  machineOf: ListRecord['machineOf'],
): Machine | null {
  const list = lists.get(key.slice(0, 7))
  const at = list?.systems.findIndex((system) => placeKey(list, system) === key) ?? -1
  return list && at >= 0 ? machineOf(list, at) : null
}
