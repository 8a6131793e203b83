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

/** The mark that a text proves in its column: in a column of whole numbers `253.440` can only be grouped digits. */
function proof(text: string, whole: boolean): DecimalMark | null {
  const proven = provenMark(text)
  if (proven || !whole) return proven
  const point = parseNumber(text, '.')
  const comma = parseNumber(text, ',')
  if (point === null || comma === null || point === comma) return null
  return Number.isInteger(point) ? '.' : ','
}

const differs = (text: string) => parseNumber(text, '.') !== parseNumber(text, ',')

/**
 * Decides how each column of figures writes its decimals, by evidence only: first the column's own texts,
 * then those of all columns together, since one program in one country wrote them all.
 * A column that holds two-way texts (`442.010`) and no evidence anywhere is ambiguous; one that proves both is mixed.
 * @param columns the cells of each column and whether it holds whole numbers.
 * @returns one reading a column; `at` is the index of the cell that shows the difficulty.
 */
export function readDecimals(
  columns: readonly { cells: readonly Cell[]; whole: boolean }[],
): Reading[] {
  const own = columns.map(({ cells, whole }) => {
    const marks = new Map<DecimalMark, number>()
    for (const [at, cell] of cells.entries()) {
      if (typeof cell !== 'string') continue
      const mark = proof(cell, whole)
      if (mark && !marks.has(mark)) marks.set(mark, at)
    }
    return marks
  })
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
