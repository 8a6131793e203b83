import type { Comparison } from '../compare/comparison'
import { type RowColumn, rowsOf, TOLD } from '../compare/rows'
import { unitWords } from '../model/field'
import type { System } from '../model/system'
import type { DataTable, Rows } from './figure'

/** A table of systems in these columns. */
export function systemTable(
  comparison: Comparison,
  columns: readonly RowColumn[],
  systems: Iterable<System>,
): DataTable {
  return {
    columns: columns.map(({ key, label, unit, numeric }) => ({ key, label, unit, numeric })),
    rows: rowsOf(comparison, systems).map((row) => columns.map(({ of }) => of(row))),
  }
}

/** Key of a system's row among the rows behind a figure. */
export const rowKey = (system: System): string => String(system.rank)

/** What a reader who points at a system is told, for the systems that have marks. */
export function systemRows(comparison: Comparison, systems: Iterable<System>): Rows {
  return {
    columns: TOLD.map(({ key, label, unit }) => ({ key, label, unit: unitWords(unit) })),
    byKey: Object.fromEntries(
      rowsOf(comparison, systems).map((row) => [rowKey(row.system), TOLD.map(({ of }) => of(row))]),
    ),
    page: `/systems/${comparison.edition}-`,
  }
}
