import { type EditionId, editionLabel } from '../model/edition'
import { fieldOf } from '../model/field'
import { type Named, opening, type Prose, prose } from '../model/prose'
import { systemLabel } from '../names/shown'
import { type FieldChange, printedRank, rowChanges, sharedRank } from '../record/change'
import type { Link, LinkRule } from '../record/link'
import type { Appearance, ListRecord, Machine, RecordList } from '../record/record'
import { counted, formatFlopsPrinted, formatPrinted, listed } from './figure'

/** A system on one list of its life: where it stood, and what differs from the list before. */
export type Step = {
  row: Appearance
  /** `=32` */
  rank: string
  /** How many systems share the rank; 1 for none. */
  sharedBy: number
  upgraded: readonly FieldChange[]
  renamed: readonly FieldChange[]
  /** Whether lists lie between this row and the one before on which the system is missing. */
  afterGap: boolean
  /** How the row is known to be the system of the row before. */
  how: string
}

/** What a system is called on its last list. */
export function machineLabel({ appearances }: Machine): string {
  const last = appearances.at(-1)
  return last ? systemLabel(last.system, last.list.id) : 'A system'
}

/** The same within a sentence: a system without a name is one of its site. */
export function machineWords(machine: Machine): Prose {
  const system = machine.appearances.at(-1)?.system
  const named: Named = { name: machineLabel(machine), system: machine.key }
  const isUnnamed = system && system.name === null && system.site !== null
  return isUnnamed ? ['a system at ', named] : [named]
}

/** The same at the beginning of a sentence. */
export const machineFirst = (machine: Machine): Prose =>
  opening(machineWords(machine), (words) => words.replace(/^a system /, 'A system '))

/** THE table of what each way of linking says, and how sure it is. */
const RULES: Readonly<Record<LinkRule, (link: Link) => string>> = {
  'system-id': () => 'Same System ID; certain',
  'previous-rank': ({ agrees }) =>
    `The list prints where it stood before, and ${agreement(agrees)}; very sure`,
  rows: ({ agrees }) => `No identity is printed; ${agreement(agrees)}; sure`,
}

/** More fields than these say nothing new. */
const MOST_FIELDS = 5

function agreement(agrees: Link['agrees']): string {
  const fields = agrees.filter((field) => field !== 'previousRank' && field !== 'systemId')
  if (fields.length === 0) return 'nobody else claims that place'
  const names = fields.map((field) => fieldOf(field).label)
  const shown = names.slice(0, MOST_FIELDS)
  const more = names.length - shown.length
  return `the rows agree in ${listed(more > 0 ? [...shown, counted(more, 'more column')] : shown)}`
}

const TWINS =
  '. Another row of the earlier list agrees as well: which of the two it was is told by the order of ranks alone'

function howOf({ link }: Appearance, index: number): string {
  if (index === 0) return 'First list'
  if (link === null) return 'Same System ID, after lists without it; certain'
  return `${RULES[link.rule](link)}${link.twins ? TWINS : ''}`
}

/** A system through time, oldest first. */
export function historyOf({ appearances }: Machine): Step[] {
  return appearances.map((row, index): Step => {
    const before = appearances[index - 1]
    const { list, system } = row
    return {
      row,
      rank: printedRank(row),
      sharedBy: list.ties.get(system.rank)?.size ?? 1,
      ...(before ? rowChanges(before, row) : { upgraded: [], renamed: [] }),
      afterGap: before !== undefined && before.list.index !== list.index - 1,
      how: howOf(row, index),
    }
  })
}

/** A change of a field in words: `Rmax 64.59 to 70.87 Pflop/s`, `Site “Azure East US 2” to “Microsoft Azure”`. */
export function changeWords({ field, before, after }: FieldChange): string {
  const say = (value: string | number | null) =>
    value === null
      ? 'nothing'
      : typeof value === 'string'
        ? `“${value}”`
        : field === 'rmax' || field === 'rpeak'
          ? formatFlopsPrinted(value)
          : formatPrinted(value)
  return `${fieldOf(field).label} ${say(before)} to ${say(after)}`
}

/** The lists of a system's life, and the one after it, where there is one. */
export function spanOf({ lists }: ListRecord, { appearances }: Machine): readonly RecordList[] {
  const first = appearances[0]?.list.index ?? 0
  const last = appearances.at(-1)?.list.index ?? first
  return lists.slice(first, last + 2)
}

/** The first list since which it was not among the first so many any more; null where it never was, or is still. */
export function leftTop({ lists }: ListRecord, machine: Machine, top: number): EditionId | null {
  const last = machine.appearances.findLast((row) => sharedRank(row) <= top)
  const next = last && lists[last.list.index + 1]
  return next?.id ?? null
}

const first = (rank: string) =>
  rank.startsWith('=') ? `shared rank ${rank.slice(1)}` : `rank ${rank}`

/** A system's life in a sentence or two. */
export function historySentence(record: ListRecord, machine: Machine): Prose {
  const steps = historyOf(machine)
  const [entry] = steps
  const exit = steps.at(-1)
  if (!entry || !exit) return ''
  const label = machineFirst(machine)
  const newest = record.lists.at(-1)
  const entered = prose`${label} entered the TOP500 in ${editionLabel(entry.row.list.id)} at ${first(entry.rank)}`
  const now = exit.row.list === newest
  if (steps.length === 1)
    return now
      ? prose`${entered}, on the newest list.`
      : prose`${entered} and was on no other list.`
  const best = steps.reduce((a, b) => (sharedRank(b.row) < sharedRank(a.row) ? b : a))
  const rose =
    best === entry ? '' : `, rose to ${first(best.rank)} in ${editionLabel(best.row.list.id)}`
  const ends = now
    ? `stands at ${first(exit.rank)} in ${editionLabel(exit.row.list.id)}`
    : `was last listed in ${editionLabel(exit.row.list.id)} at ${first(exit.rank)}`
  return prose`${entered}${rose} and ${ends}, on ${counted(steps.length, 'list')} in all.`
}
