import type { Cell } from './cell'
import { type DecimalMark, parseNumber, provenMark } from './number'

/** How the texts of one column of figures are to be read, and whether some are in scientific notation. */
export type Reading = (
  | { mark: DecimalMark }
  | { mark: null; why: 'ambiguous' | 'mixed'; at: number }
) & { scientific?: true }

/** Words that people write where there is no figure. */
const NOTHING = new Set(['', '-', '–', '—', 'n/a', 'na', 'none', 'null'])

const isDigit = (code: number) => code >= 48 && code <= 57

/** Whether a cell stands for “not given” in a column of figures. */
export function isNothing(cell: Cell): boolean {
  if (typeof cell === 'string' && isDigit(cell.charCodeAt(0))) return false
  return cell === null || (typeof cell === 'string' && NOTHING.has(cell.trim().toLowerCase()))
}

/** A column of figures, and whether it holds whole numbers. */
type Figures = { cells: readonly Cell[]; whole: boolean }

/** Digits alone are the same number under either mark, and prove none. */
const DIGITS = /^\d+$/
const UNGROUPED = /^\s*[1-9]\d{3,}\s*$/

const differs = (text: string) => parseNumber(text, '.') !== parseNumber(text, ',')

/**
 * A figure with one mark that can only be the decimal one: groups have three digits, the first of them one to three, and
 * none begins with 0.
 */
const DECIMAL = /^(?:\d{1,9}[.,](?:\d{1,2}|\d{4,9})|(?:0|\d{4,9})[.,]\d{3})$/

/** The mark that a text proves in its column: in a column of whole numbers `253.440` can only be grouped digits. */
function proof(text: string, whole: boolean): DecimalMark | null {
  const proven = provenMark(text)
  if (proven || !whole) return proven
  const point = parseNumber(text, '.')
  const comma = parseNumber(text, ',')
  if (point === null || comma === null || Number.isInteger(point) === Number.isInteger(comma))
    return null
  return Number.isInteger(point) ? '.' : ','
}

/** `4.42E+05`, with either mark. */
const SCIENTIFIC = /\de[+-]?\d+\s*$/i

type Marks = { marks: Map<DecimalMark, number>; scientific: boolean }

/**
 * The marks that a column proves, each with the first cell that proves it. Where no text decides by itself, a number
 * of four digits without separators does: such a column groups no digits, so a lone mark in it is the decimal one.
 */
function marksOf({ cells, whole }: Figures): Marks {
  const marks = new Map<DecimalMark, number>()
  let ungrouped = false
  let scientific = false
  let open: { mark: DecimalMark; at: number } | null = null
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at]
    if (typeof cell !== 'string' || cell === '') continue
    if (DIGITS.test(cell)) {
      ungrouped ||= cell.length > 3 && UNGROUPED.test(cell)
      continue
    }
    const decimal = DECIMAL.test(cell) ? (cell.includes(',') ? ',' : '.') : null
    if (decimal === null && isNothing(cell)) continue
    scientific ||= decimal === null && SCIENTIFIC.test(cell)
    const mark = decimal ?? proof(cell, whole)
    if (mark && !marks.has(mark)) marks.set(mark, at)
    if (mark) continue
    if (UNGROUPED.test(cell)) ungrouped = true
    else if (!open && differs(cell)) open = { mark: cell.includes(',') ? ',' : '.', at }
  }
  if (marks.size === 0 && ungrouped && open && !whole) marks.set(open.mark, open.at)
  return { marks, scientific }
}

/**
 * Decides how each column of figures writes its decimals, by evidence only: first the column's own texts,
 * then those of all columns together, since one program in one country wrote them all.
 * A column that holds two-way texts (`442.010`) and no evidence anywhere is ambiguous; one that proves both is mixed.
 * @returns one reading a column; `at` is the index of the cell that shows the difficulty.
 */
export function readDecimals(columns: readonly Figures[]): Reading[] {
  const own = columns.map(marksOf)
  const everywhere = new Set(own.flatMap(({ marks }) => [...marks.keys()]))
  return columns.map(({ cells }, index): Reading => {
    const { marks, scientific } = own[index] ?? { marks: new Map(), scientific: false }
    const reading = readingOf(cells, marks, everywhere)
    return scientific ? { ...reading, scientific } : reading
  })
}

function readingOf(
  cells: readonly Cell[],
  marks: ReadonlyMap<DecimalMark, number>,
  everywhere: ReadonlySet<DecimalMark>,
): Reading {
  if (marks.size > 1) return { mark: null, why: 'mixed', at: Math.max(...marks.values()) }
  const [mine] = marks.keys()
  if (mine) return { mark: mine }
  if (everywhere.size === 1) return { mark: everywhere.has(',') ? ',' : '.' }
  const at = cells.findIndex((cell) => typeof cell === 'string' && differs(cell))
  return at < 0 ? { mark: '.' } : { mark: null, why: 'ambiguous', at }
}
