import type { Field } from '../model/system'
import { isSameFigure } from './precision'
import type { Appearance, ListRecord, Machine, RecordList } from './record'
import { rankLabel } from './tie'

/** A system of one of two lists that are compared, with its rows there. */
export type Change = {
  machine: Machine
  before: Appearance | null
  after: Appearance | null
}

/** A field that a system that stayed fills differently. */
export type FieldChange = {
  field: Field
  before: string | number | null
  after: string | number | null
}

/** A system that stands on both lists. */
export type Stay = {
  machine: Machine
  before: Appearance
  after: Appearance
  /** Places won (positive) or lost between the shared ranks; 0 within a tie, and between ties of the same place. */
  moved: number
  /** Rmax or Rpeak differ by more than the decimals with which they are printed. */
  upgraded: readonly FieldChange[]
  /** Name, site, computer or manufacturer differ. */
  renamed: readonly FieldChange[]
}

/** What happened between two lists. Newcomers and those that returned are all that the earlier list has not. */
export type Changes = {
  from: RecordList
  to: RecordList
  /** On no list up to the earlier one. */
  newcomers: readonly Change[]
  /** On a list before the earlier one, but not on that. */
  returned: readonly Change[]
  gone: readonly Change[]
  stayed: readonly Stay[]
}

/** A previous rank that a list prints and the list before does not confirm, with both rows. */
export type Disagreement = {
  printed: number
  row: Appearance
  /** Where the same system stood on the list before; null where it was not there. */
  stood: Appearance | null
  /** The row that stood at the printed rank; null where the list before has no such rank. */
  there: Appearance | null
}

const FIGURES: readonly Field[] = ['rmax', 'rpeak']
const NAMES: readonly Field[] = ['name', 'site', 'computer', 'manufacturer']

const isSame = (a: string | number | null, b: string | number | null) =>
  typeof a === 'number' && typeof b === 'number' ? isSameFigure(a, b) : a === b

const differing = (before: Appearance, after: Appearance, fields: readonly Field[]) =>
  fields.flatMap((field): FieldChange[] =>
    isSame(before.system[field], after.system[field])
      ? []
      : [{ field, before: before.system[field], after: after.system[field] }],
  )

/** What differs between two rows of one system: its figures, and its names. */
export function rowChanges(
  before: Appearance,
  after: Appearance,
): Pick<Stay, 'upgraded' | 'renamed'> {
  return {
    upgraded: differing(before, after, FIGURES),
    renamed: differing(before, after, NAMES),
  }
}

/** The rank that a row shares, or its own. */
export function sharedRank({ list, system }: Appearance): number {
  return list.ties.get(system.rank)?.rank ?? system.rank
}

/** Ranks as they are written: `=32`, `10`. */
export function printedRank({ list, system }: Appearance): string {
  return rankLabel(system.rank, list.ties)
}

const onList = (machine: Machine, list: RecordList) =>
  machine.appearances.find((one) => one.list === list) ?? null

/** Compares two lists of the record, the earlier first. Every system of either stands in exactly one part. */
export function changesBetween(record: ListRecord, from: RecordList, to: RecordList): Changes {
  const newcomers: Change[] = []
  const returned: Change[] = []
  const stayed: Stay[] = []
  for (const at of to.systems.keys()) {
    const machine = record.machineOf(to, at)
    const after = machine && onList(machine, to)
    if (!machine || !after) continue
    const before = onList(machine, from)
    if (before)
      stayed.push({
        machine,
        before,
        after,
        moved: sharedRank(before) - sharedRank(after),
        ...rowChanges(before, after),
      })
    else if (machine.appearances.some(({ list }) => list.index < from.index))
      returned.push({ machine, before, after })
    else newcomers.push({ machine, before, after })
  }
  const gone = [...from.systems.keys()].flatMap((at): Change[] => {
    const machine = record.machineOf(from, at)
    return machine && !onList(machine, to)
      ? [{ machine, before: onList(machine, from), after: null }]
      : []
  })
  return { from, to, newcomers, returned, gone, stayed }
}

/**
 * The rows of a list whose printed previous rank is not the rank at which the same system stood on the list before;
 * another place within the same tie is no disagreement.
 */
export function previousRankAudit(record: ListRecord, list: RecordList): Disagreement[] {
  const before = record.lists[list.index - 1]
  if (!before || before.number !== list.number - 1) return []
  return [...list.systems.keys()].flatMap((at): Disagreement[] => {
    const machine = record.machineOf(list, at)
    const row = machine && onList(machine, list)
    const printed = row?.system.previousRank ?? null
    if (!machine || !row || printed === null) return []
    const stood = onList(machine, before)
    const place = before.systems.findIndex(({ rank }) => rank === printed)
    const other = place < 0 ? null : record.machineOf(before, place)
    const there = other && onList(other, before)
    if (stood && there && sharedRank(stood) === sharedRank(there)) return []
    return [{ printed, row, stood, there }]
  })
}
