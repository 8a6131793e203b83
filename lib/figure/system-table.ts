import type { Comparison } from '../compare/comparison'
import { type RowColumn, rowsOf, TOLD } from '../compare/rows'
import { unitWords } from '../model/field'
import { once } from '../model/once'
import type { System } from '../model/system'
import type { DataTable, Rows } from './figure'
import { lateTable } from './late-table'

/** A table of systems in these columns. */
export function systemTable(
  comparison: Comparison,
  columns: readonly RowColumn[],
  systems: readonly System[],
): DataTable {
  return lateTable(columnsOf(columns), systems, (some) => rowCells(comparison, columns, some))
}

/** The columns of a table as a figure says them. */
export const columnsOf = (columns: readonly RowColumn[]): DataTable['columns'] =>
  columns.map(({ key, label, unit, numeric }) => ({ key, label, unit, numeric }))

/** The cells of some systems in these columns. */
export const rowCells = (
  comparison: Comparison,
  columns: readonly RowColumn[],
  systems: readonly System[],
): DataTable['rows'] => rowsOf(comparison, systems).map((row) => columns.map(({ of }) => of(row)))

/** Key of a system's row among the rows behind a figure. */
export const rowKey = (system: System): string => String(system.rank)

/** What a reader who points at a system is told, for the systems that have marks; put together when somebody asks. */
export function systemRows(comparison: Comparison, systems: readonly System[]): Rows {
  const byKey = once(() =>
    Object.fromEntries(
      rowsOf(comparison, systems).map((row) => [rowKey(row.system), TOLD.map(({ of }) => of(row))]),
    ),
  )
  return {
    columns: TOLD.map(({ key, label, unit }) => ({ key, label, unit: unitWords(unit) })),
    get byKey() {
      return byKey()
    },
    page: `/systems/${comparison.edition}-`,
  }
}
