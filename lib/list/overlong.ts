import type { Issue } from '../model/issue'
import type { Cell, Sheet } from './cell'
import { finding } from './finding'
import type { FoundHeader } from './header'

/** Row numbers that a message names before it counts the rest. */
const NAMED_ROWS = 10

const DELIMITERS: Readonly<Record<string, string>> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'bar',
}

const isBlank = (cells: readonly Cell[]) =>
  cells.every((cell) => cell === null || String(cell).trim() === '')

/**
 * Finds rows of a text file with more cells than its header: a delimiter inside a figure or a name has parted a cell in
 * two, and everything after it stands under the wrong header. Empty cells at the end count too, as those of a row that
 * was shifted are often empty.
 * @returns one error that names the rows; nothing for workbooks, whose cells know their own columns.
 */
export function checkOverlong(sheet: Sheet, header: FoundHeader): Issue[] {
  const { delimiter, rows } = sheet
  if (delimiter === null) return []
  const named = rows[header.row]?.length ?? 0
  const overlong = rows.flatMap((cells, index) =>
    index > header.row && cells.length > named && !isBlank(cells)
      ? [{ row: index + 1, cells: cells.length }]
      : [],
  )
  const [first] = overlong
  if (!first) return []
  const numbers = overlong.slice(0, NAMED_ROWS).map(({ row }) => row)
  const rest = overlong.length - numbers.length
  const what =
    overlong.length === 1
      ? `Row ${first.row} has ${first.cells} cells and the header only ${named}`
      : `${overlong.length} rows have more cells than the header, which has ${named}: rows ${numbers.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`
  const sign = DELIMITERS[delimiter] ?? `“${delimiter}”`
  const cause =
    delimiter === ',' ? 'a decimal comma or a comma in a name' : `a ${sign} in a figure or a name`
  return [
    finding(
      'error',
      'row-longer-than-header',
      { row: first.row, value: rows[first.row - 1]?.slice(named).join(delimiter) ?? null },
      `${what}. In a ${sign}-separated file ${cause} parts a cell in two, and the cells after it stand under the wrong header.`,
      delimiter === ','
        ? 'Put such cells in quotation marks, save the list with semicolons or tabs between the cells, or save it as .xlsx.'
        : 'Put such cells in quotation marks, or save the list as .xlsx.',
    ),
  ]
}
