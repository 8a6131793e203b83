import type { Comparison } from '../compare/comparison'
import { COUNTS_FOR, fieldColumn, MATCHED_BY, type RowColumn, SHARED_RANK } from '../compare/rows'
import { fieldsOf } from '../model/field'
import type { DataTable } from './figure'
import { systemTable } from './system-table'

/**
 * The rows that a chart's figures are made from: every system of the list with every field as printed, in rank order,
 * and for which organisations of the view it counts, and by which alias. Headers are those of the lists.
 */
export function underlyingRows(comparison: Comparison): DataTable {
  const fields = fieldsOf(comparison.systems).map(
    ({ key, header }): RowColumn => ({ ...fieldColumn(key), label: header }),
  )
  return systemTable(
    comparison,
    [SHARED_RANK, COUNTS_FOR, MATCHED_BY, ...fields],
    comparison.systems,
  )
}
