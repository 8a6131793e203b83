import type { Cell } from './cell'
import { type DecimalMark, parseNumber, provenMark } from './number'

/** How the texts of one column of figures are to be read. */
export type Reading = { mark: DecimalMark } | { mark: null; why: 'ambiguous' | 'mixed'; at: number }

/** Words that people write where there is no figure. */
const NOTHING = new Set(['', '-', '–', '—', 'n/a', 'na', 'none', 'null'])

/** Whether a cell stands for “not given” in a column of figures. */
export function isNothing(cell: Cell): boolean {
  return cell === null || (typeof cell === 'string' && NOTHING.has(cell.trim().toLowerCase()))
}

/** A column of figures, and whether it holds whole numbers. */
type Figures = { cells: readonly Cell[]; whole: boolean }

/** Digits alone are the same number under either mark, and prove none. */
const DIGITS = /^\d+$/
const UNGROUPED = /^\s*[1-9]\d{3,}\s*$/

const differs = (text: string) => parseNumber(text, '.') !== parseNumber(text, ',')

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

/**
 * The marks that a column proves, each with the first cell that proves it. Where no text decides by itself, a number
 * of four digits without separators does: such a column groups no digits, so a lone mark in it is the decimal one.
 */
function marksOf({ cells, whole }: Figures): Map<DecimalMark, number> {
  const marks = new Map<DecimalMark, number>()
  let ungrouped = false
  let open: { mark: DecimalMark; at: number } | null = null
  for (const [at, cell] of cells.entries()) {
    if (typeof cell !== 'string') continue
    if (DIGITS.test(cell)) {
      ungrouped ||= UNGROUPED.test(cell)
      continue
    }
    const mark = proof(cell, whole)
    if (mark && !marks.has(mark)) marks.set(mark, at)
    if (mark) continue
    if (UNGROUPED.test(cell)) ungrouped = true
    else if (!open && differs(cell)) open = { mark: cell.includes(',') ? ',' : '.', at }
  }
  if (marks.size === 0 && ungrouped && open && !whole) marks.set(open.mark, open.at)
  return marks
}

/**
 * Decides how each column of figures writes its decimals, by evidence only: first the column's own texts,
 * then those of all columns together, since one program in one country wrote them all.
 * A column that holds two-way texts (`442.010`) and no evidence anywhere is ambiguous; one that proves both is mixed.
 * @returns one reading a column; `at` is the index of the cell that shows the difficulty.
 */
export function readDecimals(columns: readonly Figures[]): Reading[] {
  const own = columns.map(marksOf)
  const everywhere = new Set(own.flatMap((marks) => [...marks.keys()]))
  return columns.map(({ cells }, index): Reading => {
    const marks = own[index] ?? new Map<DecimalMark, number>()
    if (marks.size > 1) return { mark: null, why: 'mixed', at: Math.max(...marks.values()) }
    const [mine] = marks.keys()
    if (mine) return { mark: mine }
    if (everywhere.size === 1) return { mark: everywhere.has(',') ? ',' : '.' }
    const at = cells.findIndex((cell) => typeof cell === 'string' && differs(cell))
    return at < 0 ? { mark: '.' } : { mark: null, why: 'ambiguous', at }
  })
}
