import { fieldOf, holdsFigures } from '../model/field'
import type { Alias } from '../model/organisation'
import type { Field, System } from '../model/system'
import { type ShownNames, shownNames, systemLabel } from '../names/shown'
import type { Comparison } from './comparison'
import { listed } from './figure'

/** A system of a list, with everything that a comparison says of it. */
export type Row = {
  system: System
  names: ShownNames
  /** What it is called. */
  called: string
  /** Shared rank of its tie, and how many share it (1 for none). */
  tie: { rank: number; size: number }
  /** The organisations that it counts for, in the order of the view. */
  holders: readonly { key: string; label: string; alias: Alias; partners: readonly string[] }[]
}

/** A value of a table: a figure, a text, or null where nothing is given. */
export type Cell = string | number | null

/** A column of a table of systems: a field of the lists, or what a comparison says of a row. */
export type RowColumn = {
  /** In addresses (`?sort=`), JSON and hashes. */
  key: string
  label: string
  /** As the lists print it, `TFlop/s`; `unitWords` has it for readers. */
  unit: string | null
  numeric: boolean
  of: (row: Row) => Cell
}

/** The column of a field of the lists. */
export function fieldColumn(key: Field): RowColumn {
  const field = fieldOf(key)
  const { label, unit = null } = field
  return { key, label, unit, numeric: holdsFigures(field), of: ({ system }) => system[key] }
}

/** The column of a field whose names the ledger knows; files keep what is printed, see {@link fieldColumn}. */
export function nameColumn(key: 'site' | 'manufacturer' | 'country'): RowColumn {
  return { ...fieldColumn(key), of: ({ names }) => names[key]?.name ?? null }
}

/** Why a system counts for an organisation: `manufacturer “Microsoft Azure”`, `site beginning with “Azure ”`. */
export function reasonOf({ alias, partners }: Omit<Row['holders'][number], 'key'>): string {
  const begins = alias.match === 'prefix' ? 'beginning with ' : ''
  const joint = partners.length > 0 ? `, with ${partners.join(', ')}` : ''
  return `${alias.field} ${begins}“${alias.name.trim()}”${joint}`
}

const text = (key: string, label: string, of: RowColumn['of']): RowColumn => ({
  key,
  label,
  unit: null,
  numeric: false,
  of,
})

/** The rank that a system shares with those of equal Rmax: `=32`. */
export const SHARED_RANK: RowColumn = text('shared-rank', 'Shared rank', ({ system, tie }) =>
  tie.size > 1 ? `=${tie.rank}` : String(system.rank),
)

/** For which organisations a system counts. */
export const COUNTS_FOR: RowColumn = text('counts-for', 'Counts for', ({ holders }) =>
  holders.length ? holders.map(({ label }) => label).join('; ') : null,
)

/** By which alias each of them found it. */
export const MATCHED_BY: RowColumn = text('matched-by', 'Matched by', ({ holders }) =>
  holders.length
    ? holders
        .map(({ label, alias }) => `${label}: ${reasonOf({ label, alias, partners: [] })}`)
        .join('; ')
    : null,
)

/** What a system is called; the first column of a tooltip. */
export const CALLED: RowColumn = text('called', fieldOf('name').label, ({ called }) => called)

/** A name of the ledger, and what is printed in its place where that is another: `Meta, printed as Facebook`. */
function toldName(name: ShownNames['site']): string | null {
  if (name === null || name.name === name.printed) return name?.name ?? null
  return `${name.name}, printed as ${name.printed}`
}

/** What a reader who points at a system is told: its name, then its facts. */
export const TOLD: readonly RowColumn[] = [
  CALLED,
  { ...SHARED_RANK, label: 'Rank' },
  text('counts-for', 'Counts for', ({ holders }) =>
    holders.length ? listed(holders.map(({ label }) => label)) : null,
  ),
  // A system without a name goes by its site, which need not be said again unless it is printed otherwise.
  text('site', fieldOf('site').label, ({ system, names }) =>
    system.name === null && names.site?.name === names.site?.printed ? null : toldName(names.site),
  ),
  text('manufacturer', fieldOf('manufacturer').label, ({ names }) => toldName(names.manufacturer)),
  text('country', fieldOf('country').label, ({ names }) => toldName(names.country)),
  ...(['rmax', 'rpeak', 'cores', 'accelerator', 'power'] as const).map(fieldColumn),
]

/** The columns of the page's table of systems, in the order in which they stand; it can be sorted by each. */
export const ROW_COLUMNS: readonly RowColumn[] = [
  fieldColumn('rank'),
  fieldColumn('name'),
  text('organisation', 'Counts for, matched by', ({ holders }) => holders[0]?.label ?? null),
  ...(['site', 'manufacturer', 'country'] as const).map(nameColumn),
  ...(['rmax', 'rpeak', 'cores', 'power'] as const).map(fieldColumn),
]

/** Reads `?sort=`: a column's key, descending with a minus; null for anything else. */
export function parseSort(sort: string): { column: RowColumn; descending: boolean } | null {
  const descending = sort.startsWith('-')
  const column = ROW_COLUMNS.find(({ key }) => key === (descending ? sort.slice(1) : sort))
  return column ? { column, descending } : null
}

type Holders = ReadonlyMap<System, Row['holders']>

/** The holders of systems in the groups of a comparison, of which each table of it asks. */
const held = new WeakMap<Comparison['groups'], Holders>()

function holdersIn(groups: Comparison['groups']): Holders {
  const known = held.get(groups)
  if (known) return known
  const holders = new Map<System, Row['holders']>()
  for (const { organisation, matches } of groups)
    for (const { system, alias, partners } of matches) {
      const { key, label } = organisation
      holders.set(system, [...(holders.get(system) ?? []), { key, label, alias, partners }])
    }
  held.set(groups, holders)
  return holders
}

/** Systems of a comparison with what it says of them, in the order in which they are given. */
export function rowsOf(comparison: Comparison, systems: Iterable<System>): Row[] {
  const holders = holdersIn(comparison.groups)
  return Array.from(systems, (system) => ({
    system,
    names: shownNames(system, comparison.edition),
    called: systemLabel(system, comparison.edition),
    tie: comparison.ties.get(system.rank) ?? { rank: system.rank, size: 1 },
    holders: holders.get(system) ?? [],
  }))
}

/**
 * Every system that an organisation of the view matched, each once, sorted as `sort` says (see
 * {@link parseSort}; anything else sorts by rank). Rows that do not give the figure come last either way,
 * and rows that are equal in it stay in rank order.
 */
export function shownRows(comparison: Comparison, sort: string): Row[] {
  const matched = new Set(
    comparison.groups.flatMap(({ matches }) => matches.map(({ system }) => system)),
  )
  const inRankOrder = rowsOf(comparison, matched).sort((a, b) => a.system.rank - b.system.rank)
  const order = parseSort(sort)
  if (!order) return inRankOrder
  const direction = order.descending ? -1 : 1
  return inRankOrder.sort((a, b) => {
    const [left, right] = [order.column.of(a), order.column.of(b)]
    if (left === null || right === null) return Number(left === null) - Number(right === null)
    return direction * compareValues(left, right)
  })
}

function compareValues(left: string | number, right: string | number): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right
  return String(left).localeCompare(String(right), 'en')
}
