import type { Issue } from '../model/issue'
import type { Field, System } from '../model/system'
import type { Cell } from './cell'
import type { PlacedSystem } from './check'
import { COLUMNS, type Column } from './columns'
import { unguardFormula } from './csv'
import { dateIn } from './date'
import { isNothing, type Reading } from './figures'
import { finding, quote } from './finding'
import type { FoundColumn, FoundHeader } from './header'
import { cleanName } from './name'
import { isFigure, parseNumber } from './number'

/** A column of figures with the way in which it writes them. */
export type FigureColumn = { column: FoundColumn; reading: Reading }

/** What a spreadsheet shows where a formula failed. */
const FAILED_FORMULA = /^#(?:REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!)$/i

function readText(cell: Cell, column: Column): string | null {
  if (cell === null) return null
  const clean = cleanName(String(cell))
  if (clean === null) return null
  const text = unguardFormula(clean)
  // Programs that keep whole numbers as fractions write an identity as 180024.0.
  return column.kind === 'id' ? text.replace(/^(\d+)\.0+$/, '$1') : text
}

/** Columns of ranks, in which ties may be marked: `=32`, `32=`, `T32`, `32 (tie)`. */
const RANKS: readonly Field[] = ['rank', 'previousRank', 'firstRank']
const TIED = /^\s*'?(?:[=#]|t(?:ie)?\.?\s*)?(\d+)\s*(?:=|t|\(ties?d?\))?\s*$/i

const rankIn = (cell: Cell): Cell =>
  typeof cell === 'string' ? (TIED.exec(cell)?.[1] ?? cell) : cell

/** No figure that stands for “not given” is written with more letters. */
const LONGEST_MISSING = Math.max(
  ...COLUMNS.flatMap(
    ({ missing }) => missing?.printed.map((printed) => String(printed).length) ?? [],
  ),
)

/** Whether a cell holds, letter by letter, a figure that stands for “not given” in its column. */
function standsForNothing(cell: Cell, { missing }: Column): boolean {
  if (!missing) return false
  const text = String(cell).trim()
  return missing.printed.some((printed) => String(printed) === text)
}

const isDigit = (code: number) => code >= 48 && code <= 57

/** Whether a cell begins and ends with a digit and is too long to stand for “not given”, as nearly all figures do. */
function isPlainlyGiven(cell: Cell): boolean {
  return (
    typeof cell === 'string' &&
    cell.length > LONGEST_MISSING &&
    isDigit(cell.charCodeAt(0)) &&
    isDigit(cell.charCodeAt(cell.length - 1))
  )
}

/** A figure in the unit of the file; null for none, undefined for one that cannot be read. */
function readFigure(printed: Cell, { column: { column }, reading }: FigureColumn) {
  const cell = RANKS.includes(column.field) ? rankIn(printed) : printed
  if (!isPlainlyGiven(cell) && (isNothing(cell) || standsForNothing(cell, column))) return null
  let value: number | null = null
  if (typeof cell === 'number') value = cell
  else if (typeof cell === 'string' && reading.mark) value = parseNumber(cell, reading.mark)
  if (value === null || !isFigure(value)) return undefined
  if (column.kind === 'whole' && !Number.isInteger(value)) return undefined
  return column.missing?.printed.includes(value) ? null : value
}

function isBlank(cells: readonly Cell[]): boolean {
  return cells.every(
    (cell) => cell === null || (typeof cell === 'string' && cleanName(cell) === null),
  )
}

const EMPTY = Object.fromEntries(COLUMNS.map(({ field }) => [field, null])) as Record<Field, null>

function withoutRank(row: number, column: FoundColumn | undefined, value: Cell): Issue {
  return finding(
    'warning',
    'row-without-rank',
    { row, column: column?.header ?? null, value },
    `Row ${row} has no rank and is left out.`,
    'Titles and notes may stay; if it is a system, give it its rank.',
  )
}

function dateAsYear(row: number, header: string, cell: Cell, date: string): Issue {
  const shown = quote(String(cell).trim(), 40)
  return finding(
    'warning',
    'date-as-year',
    { row, column: header, value: cell },
    `Row ${row}, column “${quote(header, 60)}” holds a date, ${shown === date ? `“${shown}”` : `“${shown}”, which is ${date}`}, where a year is meant.`,
    'The year is taken as not given. Write the year alone, as in 2021, and format the column as a number.',
  )
}

function unreadable(row: number, { column, header }: FoundColumn, cell: Cell): Issue {
  const kind = column.kind === 'whole' ? 'a whole number' : 'a number'
  return finding(
    column.need ? 'error' : 'warning',
    'unreadable-number',
    { row, column: header, value: cell },
    `Row ${row}, column “${quote(header, 60)}”: “${quote(String(cell), 60)}” is not ${kind} from 0 up.`,
    column.need
      ? 'Correct the cell, or compare the row with the published file.'
      : 'The figure is taken as not given; correct the cell if it is known.',
  )
}

/** Whether a row repeats the header, as in pages pasted one below the other. */
function isHeaderAgain(cells: readonly Cell[], header: FoundHeader): boolean {
  return header.columns.every(
    ({ index, header: printed }) =>
      typeof cells[index] === 'string' && cleanName(String(cells[index])) === printed,
  )
}

/**
 * Reads the systems below a header, figures still in the units of the file, sorted by rank.
 * Empty rows and repeated headers are passed over; a row without a rank is told and left out.
 */
export function readRows(
  rows: readonly (readonly Cell[])[],
  header: FoundHeader,
  figures: ReadonlyMap<Field, FigureColumn>,
): { placed: PlacedSystem[]; issues: Issue[] } {
  const placed: PlacedSystem[] = []
  const issues: Issue[] = []
  const rankFigures = figures.get('rank')
  const rankColumn = rankFigures?.column
  const columns = header.columns.map((found) => ({
    found,
    figure: figures.get(found.column.field),
  }))
  for (let index = header.row + 1; index < rows.length; index++) {
    const cells = rows[index] ?? []
    if (isBlank(cells) || isHeaderAgain(cells, header)) continue
    const row = index + 1
    const rankCell = rankColumn ? (cells[rankColumn.index] ?? null) : null
    const rank = rankFigures ? readFigure(rankCell, rankFigures) : null
    if (typeof rank !== 'number' || rank < 1) {
      const shown = rankCell ?? cells.find((cell) => cell !== null && cell !== '') ?? null
      issues.push(withoutRank(row, rankColumn, shown))
      continue
    }
    const system: Record<Field, string | number | null> = { ...EMPTY }
    for (const { found, figure } of columns) {
      const { column } = found
      const cell = cells[found.index] ?? null
      if (figure) {
        const value = readFigure(cell, figure)
        const date = column.field === 'year' ? dateIn(cell, value ?? null) : null
        system[column.field] = date === null ? (value ?? null) : null
        if (date !== null) issues.push(dateAsYear(row, found.header, cell, date))
        else if (value === undefined) issues.push(unreadable(row, found, cell))
        continue
      }
      const text = readText(cell, column)
      system[column.field] = text
      if (text?.startsWith('#') && FAILED_FORMULA.test(text)) {
        system[column.field] = null
        issues.push(
          finding(
            'warning',
            'failed-formula',
            { row, column: found.header, value: cell },
            `Row ${row}, column “${quote(found.header, 60)}” holds “${text}”, which a spreadsheet shows where a formula failed.`,
            'The cell is taken as empty; write what it should say.',
          ),
        )
      }
    }
    placed.push({ row, system: system as System })
  }
  placed.sort((a, b) => a.system.rank - b.system.rank)
  return { placed, issues }
}
