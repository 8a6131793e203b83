import type { Cell, Sheet } from '@/lib/list/cell'
import { COLUMNS } from '@/lib/list/columns'
import type { System } from '@/lib/model/system'

/** A sheet as the reader hands it over; `rows` start with the first row of the spreadsheet. */
export function sheet(
  rows: readonly (readonly Cell[])[],
  rest: Partial<Omit<Sheet, 'rows'>> = {},
): Sheet {
  return {
    format: 'xlsx',
    sheetName: null,
    fileName: null,
    encoding: null,
    delimiter: null,
    told: null,
    issues: [],
    ...rest,
    rows,
  }
}

/** Header row and one row for each system, in our own columns. */
export function table(systems: readonly System[]): Cell[][] {
  return [
    COLUMNS.map(({ label }) => label),
    ...systems.map((system) => COLUMNS.map(({ field }) => system[field])),
  ]
}

/** Position of a column in {@link table}. */
export function at(label: string): number {
  const index = COLUMNS.findIndex((column) => column.label === label)
  if (index < 0) throw new Error(`No column is called ${label}`)
  return index
}

/** A copy of a table with one cell changed; `row` counts from 1 as a spreadsheet does. */
export function withCell(
  rows: readonly (readonly Cell[])[],
  row: number,
  label: string,
  value: Cell,
): Cell[][] {
  return rows.map((cells, index) =>
    cells.map((cell, column) => (index === row - 1 && column === at(label) ? value : cell)),
  )
}
