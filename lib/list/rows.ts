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
import { isFigure, parseNumber, parsePlain } from './number'

/** A column of figures with the way in which it writes them. */
export type FigureColumn = { column: FoundColumn; reading: Reading }

/** What a spreadsheet shows where a formula failed. */
const FAILED_FORMULA = /^#(?:REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!)$/i

/** Plain letters and signs but for the apostrophe, parted by single spaces: nothing in them is cleaned or unguarded. */
const TIDY = /^[!-&(-~]+(?: [!-&(-~]+)*$/

/** The text of a cell; null for none. */
function readText(cell: string | number | boolean, { kind }: Column): string | null {
  if (kind === 'name' && typeof cell === 'string' && TIDY.test(cell)) return cell
  const clean = cleanName(String(cell))
  if (clean === null) return null
  const text = unguardFormula(clean)
  // Programs that keep whole numbers as fractions write an identity as 180024.0.
  return kind === 'id' && text.endsWith('0') ? text.replace(/^(\d+)\.0+$/, '$1') : text
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

/** A figure in the unit of the file; null for none, undefined for one that cannot be read. */
function readFigure(printed: Cell, { column: { column }, reading }: FigureColumn) {
  const cell = RANKS.includes(column.field) ? rankIn(printed) : printed
  if (isNothing(cell) || standsForNothing(cell, column)) return null
  let value: number | null = null
  if (typeof cell === 'number') value = cell
  else if (typeof cell === 'string' && reading.mark) value = parseNumber(cell, reading.mark)
  return value === null || !isFigure(value) ? undefined : figureOf(value, column)
}

/** What a number stands for in its column: itself, nothing (null), or what cannot be one there (undefined). */
function figureOf(value: number, { kind, missing }: Column): number | null | undefined {
  if (kind === 'whole' && !Number.isInteger(value)) return undefined
  return missing?.printed.includes(value) ? null : value
}

/**
 * Reads the figures of one column as {@link readFigure} does. Nearly all are plain numbers, which are read at once; short
 * ones stand in many rows, and are looked at once.
 */
function figureReader(figure: FigureColumn): (cell: Cell) => number | null | undefined {
  const {
    column: { column },
    reading: { mark },
  } = figure
  const short = new Map<string, number | null | undefined>()
  return (cell) => {
    if (cell === null || cell === '') return null
    if (typeof cell !== 'string') return readFigure(cell, figure)
    if (cell.length > LONGEST_MISSING) {
      const value = mark === null ? null : parsePlain(cell, mark)
      return value === null ? readFigure(cell, figure) : figureOf(value, column)
    }
    if (!short.has(cell)) short.set(cell, readFigure(cell, figure))
    return short.get(cell)
  }
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

function failedFormula(row: number, header: string, cell: Cell, text: string): Issue {
  return finding(
    'warning',
    'failed-formula',
    { row, column: header, value: cell },
    `Row ${row}, column “${quote(header, 60)}” holds “${text}”, which a spreadsheet shows where a formula failed.`,
    'The cell is taken as empty; write what it should say.',
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
  const rankOf = rankFigures && figureReader(rankFigures)
  const columns = header.columns.map((found) => {
    const { column, index: at } = found
    const figure = figures.get(column.field)
    return {
      found,
      at,
      field: column.field,
      figure: figure && figureReader(figure),
      column,
    }
  })
  for (let index = header.row + 1; index < rows.length; index++) {
    const cells = rows[index] ?? []
    if (isBlank(cells) || isHeaderAgain(cells, header)) continue
    const row = index + 1
    const rankCell = rankColumn ? (cells[rankColumn.index] ?? null) : null
    const rank = rankOf ? rankOf(rankCell) : null
    if (typeof rank !== 'number' || rank < 1) {
      const shown = rankCell ?? cells.find((cell) => cell !== null && cell !== '') ?? null
      issues.push(withoutRank(row, rankColumn, shown))
      continue
    }
    const system: Record<Field, string | number | null> = { ...EMPTY }
    for (const { found, at, column, field, figure } of columns) {
      const cell = cells[at] ?? null
      if (cell === null || cell === '') continue
      if (figure) {
        const value = figure(cell)
        const date = field === 'year' ? dateIn(cell, value ?? null) : null
        if (date !== null) issues.push(dateAsYear(row, found.header, cell, date))
        else if (value === undefined) issues.push(unreadable(row, found, cell))
        else if (value !== null) system[field] = value
        continue
      }
      const text = readText(cell, column)
      if (text === null) continue
      if (text.startsWith('#') && FAILED_FORMULA.test(text))
        issues.push(failedFormula(row, found.header, cell, text))
      else system[field] = text
    }
    placed.push({ row, system: system as System })
  }
  placed.sort((a, b) => a.system.rank - b.system.rank)
  return { placed, issues }
}
