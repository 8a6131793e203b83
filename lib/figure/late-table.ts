import { once } from '../model/once'
import type { DataTable } from './figure'

type TableRows = DataTable['rows']

/** How many rows a late table has, and how the first of them are made. */
type Making = { count: number; make: (most: number) => TableRows }

const makings = new WeakMap<DataTable, Making>()

/**
 * A table of which the rows are made when somebody reads them: a page shows the first few of hundreds.
 * @param of what its rows are about, one for each. @param rows makes those of some of them, each by itself.
 */
export function lateTable<Item>(
  columns: DataTable['columns'],
  of: readonly Item[],
  rows: (items: readonly Item[]) => TableRows,
): DataTable {
  const all = once(() => rows(of))
  const table: DataTable = {
    columns,
    get rows() {
      return all()
    },
  }
  makings.set(table, { count: of.length, make: (most) => rows(of.slice(0, most)) })
  return table
}

/**
 * The first rows of a table, and how many it has; of a late one no others are made.
 * @param most how many at most; all where it is left out.
 */
export function firstRows(
  table: DataTable,
  most = Number.POSITIVE_INFINITY,
): { rows: TableRows; count: number } {
  const making = makings.get(table)
  if (making && most < making.count) return { rows: making.make(most), count: making.count }
  const { rows } = table
  return { rows: rows.slice(0, most), count: rows.length }
}
