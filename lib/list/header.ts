import type { Cell } from './cell'
import { COLUMNS, type Column, readHeader, type Unit } from './columns'

/** A column of the file that was understood: where it is, what it holds, and its unit if the header names one. */
export type FoundColumn = {
  index: number
  header: string
  column: Column
  unit: Unit | 'unknown' | null
}

/** The header row of a table. `row` is an index into the sheet's rows. */
export type FoundHeader = {
  row: number
  columns: readonly FoundColumn[]
  /** Headers that no age of the list has, as printed. */
  unknown: readonly string[]
  /** Headers of a column that another one gave already, as printed; the first is read. */
  repeated: readonly string[]
  /** All headers as printed, for telling other tables apart. */
  printed: readonly string[]
}

/** A header stands within the first rows; title lines and empty rows may come before it. */
const SEARCHED_ROWS = 60
/** Fewer known headers than this in one row is chance, not a header. */
const LEAST_KNOWN = 4

const text = (cell: Cell | undefined) => (typeof cell === 'string' ? cell : '')

function readRow(row: number, cells: readonly Cell[]): FoundHeader {
  const columns: FoundColumn[] = []
  const unknown: string[] = []
  const repeated: string[] = []
  const printed: string[] = []
  for (const [index, cell] of cells.entries()) {
    const header = text(cell).trim()
    if (header === '') continue
    printed.push(header)
    const { column, unit } = readHeader(header)
    if (column === null) unknown.push(header)
    else if (column === 'derived') continue
    else if (columns.some((found) => found.column.field === column.field)) repeated.push(header)
    else columns.push({ index, header, column, unit })
  }
  return { row, columns, unknown, repeated, printed }
}

/**
 * Finds the row that names the columns: the one with most known headers among the first sixty.
 * @returns null where no row names at least four columns of the list.
 */
export function findHeader(rows: readonly (readonly Cell[])[]): FoundHeader | null {
  let best: FoundHeader | null = null
  for (const [row, cells] of rows.slice(0, SEARCHED_ROWS).entries()) {
    const found = readRow(row, cells)
    if (found.columns.length > (best?.columns.length ?? LEAST_KNOWN - 1)) best = found
  }
  return best
}

/** Columns that a list always or usually has and this file has not. */
export function missingColumns(header: FoundHeader, need: 'always' | 'wanted'): Column[] {
  return COLUMNS.filter(
    (column) =>
      column.need === need && !header.columns.some((found) => found.column.field === column.field),
  )
}
