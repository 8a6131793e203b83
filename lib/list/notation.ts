import type { Issue } from '../model/issue'
import type { Field } from '../model/system'
import type { Cell } from './cell'
import { finding, quote } from './finding'
import type { FoundHeader } from './header'
import type { FigureColumn } from './rows'

/** `4.42E+05`: a figure whose digits end with those before the exponent. */
const SCIENTIFIC = /^\s*(\d+(?:[.,]\d*)?)e[+-]?\d+\s*$/i
/** A program that writes exponents for the sake of size alone, and no digit less, writes more digits than these. */
const SHORTENED = 7

function digitsOf(mantissa: string): number {
  return mantissa.replace(/[.,]/, '').replace(/^0+/, '').length
}

type Shortened = { count: number; digits: number; first: { row: number; text: string } }

function shortenedIn(cells: readonly Cell[], firstRow: number): Shortened | null {
  let found: Shortened | null = null
  for (const [at, cell] of cells.entries()) {
    if (typeof cell !== 'string') continue
    const digits = digitsOf(SCIENTIFIC.exec(cell)?.[1] ?? '')
    if (digits === 0 || digits >= SHORTENED) continue
    found ??= { count: 0, digits: 0, first: { row: firstRow + at, text: cell.trim() } }
    found.count++
    found.digits = Math.max(found.digits, digits)
  }
  return found
}

/** How many cells hold the same as another one of them. */
function tied(cells: readonly Cell[]): number {
  const counts = new Map<Cell, number>()
  for (const cell of cells) if (cell !== null) counts.set(cell, (counts.get(cell) ?? 0) + 1)
  let sum = 0
  for (const count of counts.values()) if (count > 1) sum += count
  return sum
}

/**
 * Finds columns whose figures were saved in scientific notation, by which spreadsheet programs show narrow columns and
 * drop the digits that do not fit.
 * @returns a warning for each such column; that of Rmax counts the ties, which such figures make of systems that differ.
 */
export function checkNotation(
  rows: readonly (readonly Cell[])[],
  header: FoundHeader,
  figures: ReadonlyMap<Field, FigureColumn>,
): Issue[] {
  const body = rows.slice(header.row + 1)
  return [...figures.values()].flatMap(
    ({ column: { column, header: printed, index }, reading }) => {
      if (!reading.scientific) return []
      const cells = body.map((row) => row[index] ?? null)
      const shortened = shortenedIn(cells, header.row + 2)
      if (!shortened) return []
      const { count, digits, first } = shortened
      const ties = column.field === 'rmax' ? tied(cells) : 0
      const figures = count === 1 ? '1 figure' : `${count} figures`
      return [
        finding(
          'warning',
          'digits-lost',
          { row: first.row, column: printed, value: first.text },
          `The column “${quote(printed, 60)}” gives ${figures} in scientific notation, with ${digits} digits at most, first “${quote(first.text, 40)}” in row ${first.row}; any further digits are lost.${ties > 0 ? ` ${ties} systems have the same Rmax as another and so tie with it, which may not be so on the published list.` : ''}`,
          'Format the column as a number without exponents, save the file again, and compare it with the published list.',
        ),
      ]
    },
  )
}
