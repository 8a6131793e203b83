import type { EditionId } from '../model/edition'
import type { Cell } from './cell'
import { beginsLikeHeader, COLUMNS, type Column, readHeader, type Unit } from './columns'
import { cleanName } from './name'

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
  /** Further columns of a field that an earlier column gave already. */
  repeated: readonly { index: number; header: string; first: FoundColumn }[]
  /** All headers as printed, for telling other tables apart. */
  printed: readonly string[]
}

/** A header stands within the first rows; title lines and empty rows may come before it. */
const SEARCHED_ROWS = 60
/** Fewer known headers than this in one row is chance, not a header. */
const LEAST_KNOWN = 3
/** The widest list has 38 columns; what stands beyond this is not looked at. */
const WIDEST = 1000

function readRow(row: number, cells: readonly Cell[], told: readonly string[]): FoundHeader {
  const columns: FoundColumn[] = []
  const unknown: string[] = []
  const repeated: FoundHeader['repeated'][number][] = []
  const printed: string[] = []
  for (const [index, cell] of cells.slice(0, WIDEST).entries()) {
    const header = typeof cell === 'string' ? cleanName(cell) : null
    if (header === null || told.includes(header)) continue
    printed.push(header)
    const { column, unit } = readHeader(header)
    if (column === null) unknown.push(header)
    if (column === null || column === 'derived') continue
    const first = columns.find((found) => found.column.field === column.field)
    if (first) repeated.push({ index, header, first })
    else columns.push({ index, header, column, unit })
  }
  if (cells.length > WIDEST) unknown.push(`everything after column ${WIDEST}`)
  return { row, columns, unknown, repeated, printed }
}

/** Whether more cells of a row than some begin as headers do; a row names no more columns than these. */
function mayName(cells: readonly Cell[], more: number): boolean {
  const last = Math.min(cells.length, WIDEST)
  let unlike = 0
  for (let index = 0; index < last && last - unlike > more; index++) {
    const cell = cells[index]
    if (typeof cell !== 'string' || !beginsLikeHeader(cell)) unlike++
  }
  return last - unlike > more
}

/** How many columns of the list a row names. */
function countKnown(cells: readonly Cell[], told: readonly string[]): number {
  const fields = new Set<string>()
  const last = Math.min(cells.length, WIDEST)
  for (let index = 0; index < last; index++) {
    const cell = cells[index]
    const header = typeof cell === 'string' ? cleanName(cell) : null
    if (header === null || told.includes(header)) continue
    const { column } = readHeader(header)
    if (column !== null && column !== 'derived') fields.add(column.field)
  }
  return fields.size
}

/**
 * Finds the row that names the columns: the one with most known headers among the first sixty.
 * @param told headers of columns that say which list a row belongs to, and nothing of the system in it.
 * @returns null where no row names at least three columns of the list.
 */
export function findHeader(
  rows: readonly (readonly Cell[])[],
  told: readonly string[] = [],
): FoundHeader | null {
  if (told.length > 0) return search(rows, told)
  let found = FOUND.get(rows)
  if (found === undefined) {
    found = search(rows, told)
    FOUND.set(rows, found)
  }
  return found
}

/** Headers that were found: several steps ask for the one of the same table, which nobody changes. */
const FOUND = new WeakMap<object, FoundHeader | null>()

function search(rows: readonly (readonly Cell[])[], told: readonly string[]): FoundHeader | null {
  let best: number | null = null
  let most = LEAST_KNOWN - 1
  let searched = 0
  for (const [row, cells] of rows.entries()) {
    // Rows without a cell cost nothing: those of another list of the same file are left empty.
    if (cells.length === 0) continue
    if (++searched > SEARCHED_ROWS) break
    if (!mayName(cells, most)) continue
    const known = countKnown(cells, told)
    if (known <= most) continue
    best = row
    most = known
  }
  return best === null ? null : readRow(best, rows[best] ?? [], told)
}

/** Columns that a list always or usually has and this file has not. */
export function missingColumns(header: FoundHeader, need: 'always' | 'wanted'): Column[] {
  return COLUMNS.filter(
    (column) =>
      column.need === need && !header.columns.some((found) => found.column.field === column.field),
  )
}

/** Columns that the published list has and this file has not, beyond those that every list has. */
export function absentColumns(header: FoundHeader, edition: EditionId): Column[] {
  return COLUMNS.filter(
    ({ field, need, from, until }) =>
      need === undefined &&
      (from === undefined || edition >= from) &&
      (until === undefined || edition <= until) &&
      !header.columns.some((found) => found.column.field === field),
  )
}
