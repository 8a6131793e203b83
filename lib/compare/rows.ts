import type { Alias } from '../model/organisation'
import type { System } from '../model/system'
import { type ShownNames, shownNames } from '../names/shown'
import type { Comparison } from './comparison'

/** A system that is shown, with everything that says why. */
export type Row = {
  system: System
  names: ShownNames
  /** Shared rank of its tie, and how many share it (1 for none). */
  tie: { rank: number; size: number }
  /** The organisations that it counts for, in the order of the view. */
  holders: readonly { key: string; label: string; alias: Alias; partners: readonly string[] }[]
}

/** A column by which rows can be sorted: its key in the address and what it sorts by. */
export type SortColumn = {
  key: string
  label: string
  unit: string | null
  numeric: boolean
  of: (row: Row) => string | number | null
}

/** The table of the columns of the rows, in the order in which they stand. */
export const ROW_COLUMNS: readonly SortColumn[] = [
  { key: 'rank', label: 'Rank', unit: null, numeric: true, of: (row) => row.system.rank },
  { key: 'name', label: 'System', unit: null, numeric: false, of: (row) => row.system.name },
  {
    key: 'organisation',
    label: 'Counts for, matched by',
    unit: null,
    numeric: false,
    of: (row) => row.holders[0]?.label ?? null,
  },
  {
    key: 'site',
    label: 'Site',
    unit: null,
    numeric: false,
    of: (row) => row.names.site?.name ?? null,
  },
  {
    key: 'manufacturer',
    label: 'Manufacturer',
    unit: null,
    numeric: false,
    of: (row) => row.names.manufacturer?.name ?? null,
  },
  {
    key: 'country',
    label: 'Country',
    unit: null,
    numeric: false,
    of: (row) => row.names.country?.name ?? null,
  },
  { key: 'rmax', label: 'Rmax', unit: 'Tflop/s', numeric: true, of: (row) => row.system.rmax },
  { key: 'rpeak', label: 'Rpeak', unit: 'Tflop/s', numeric: true, of: (row) => row.system.rpeak },
  { key: 'cores', label: 'Cores', unit: null, numeric: true, of: (row) => row.system.cores },
  { key: 'power', label: 'Power', unit: 'kW', numeric: true, of: (row) => row.system.power },
]

/** Reads `?sort=`: a column's key, descending with a minus; null for anything else. */
export function parseSort(text: string): { column: SortColumn; descending: boolean } | null {
  const descending = text.startsWith('-')
  const column = ROW_COLUMNS.find(({ key }) => key === (descending ? text.slice(1) : text))
  return column ? { column, descending } : null
}

/**
 * Every system that an organisation of the view matched, each once, sorted as `sort` says (see
 * {@link parseSort}; anything else sorts by rank). Rows that do not give the figure come last either way,
 * and rows that are equal in it stay in rank order.
 */
export function shownRows(comparison: Comparison, sort: string): Row[] {
  const rows = new Map<number, Row>()
  for (const { organisation, matches } of comparison.groups) {
    for (const { system, alias, partners } of matches) {
      const holder = { key: organisation.key, label: organisation.label, alias, partners }
      const row = rows.get(system.rank)
      rows.set(system.rank, {
        system,
        names: row?.names ?? shownNames(system, comparison.edition),
        tie: comparison.ties.get(system.rank) ?? { rank: system.rank, size: 1 },
        holders: row ? [...row.holders, holder] : [holder],
      })
    }
  }
  const inRankOrder = [...rows.values()].sort((a, b) => a.system.rank - b.system.rank)
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
