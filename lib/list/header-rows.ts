import type { Cell, Sheet } from './cell'
import { BY_UNIT, headerKey, readHeader } from './columns'
import { type FoundHeader, findHeader } from './header'
import { cleanName } from './name'

type Row = readonly Cell[]

/** A header stands within the first rows, as in `findHeader`. */
const SEARCHED_ROWS = 60
/** Rows that a header is spread over at most: groups, names and units. */
const MOST_ROWS = 3

const textOf = (cell: Cell | undefined): string | null =>
  typeof cell === 'string' ? cleanName(cell) : null
const bare = (text: string) => text.replace(/^[[(]\s*|\s*[\])]$/g, '')
const isUnit = (text: string) => BY_UNIT.has(headerKey(bare(text)))
const isBracketed = (text: string) => /^[[(].*[\])]$/.test(text)
const isKnown = (text: string) => readHeader(text).column !== null

/** Cells that may name columns: no figure, and not the rank of a system. */
const isNaming = (cells: Row) =>
  cells.some((cell) => textOf(cell) !== null) &&
  cells.every((cell) => cell === null || (typeof cell === 'string' && !/^\s*=?\d+\s*$/.test(cell)))

/** Whether a row gives units for the names above it and nothing else. */
function isUnits(cells: Row): boolean {
  const texts = cells.flatMap((cell) => textOf(cell) ?? [])
  return (
    texts.some(isUnit) &&
    texts.every((text) => isUnit(text) || isBracketed(text) || text.length <= 2)
  )
}

/** A name above and a name below as one; of several ways to put them together, the one that is known. */
function joined(above: string | null, group: string | null, below: string | null): string | null {
  if (below === null) return above
  const both = [above, group].flatMap((name) => (name === null ? [] : [`${name} ${below}`]))
  const ways = [...both, below, ...(above === null ? [] : [above])]
  return ways.find(isKnown) ?? ways[0] ?? below
}

/** A name with the unit that stands below it; words below a name that measures nothing are no unit. */
function withUnit(name: string | null, unit: string | null): string | null {
  if (name === null || unit === null) return name
  const { column } = readHeader(name)
  return column && column !== 'derived' && column.quantity ? `${name} [${bare(unit)}]` : name
}

/** Two rows of a header as one. */
function together(above: Row, below: Row): Cell[] {
  const units = isUnits(below)
  const width = Math.max(above.length, below.length)
  let group: string | null = null
  return Array.from({ length: width }, (_, at) => {
    const [top, bottom] = [textOf(above[at]), textOf(below[at])]
    if (units) return withUnit(top, bottom)
    // The name of a group stands over the first of its columns.
    group = top ?? group
    return joined(top, group, bottom)
  })
}

/** How well a header is understood: its known columns, then their known units. */
function understood(header: FoundHeader | null): [columns: number, units: number] {
  const units = header?.columns.filter(({ unit }) => unit !== null && unit !== 'unknown').length
  return [header?.columns.length ?? 0, units ?? 0]
}

const better = (a: readonly [number, number], b: readonly [number, number]) =>
  a[0] > b[0] || (a[0] === b[0] && a[1] > b[1])

/** The pair of rows that is best understood as one header; null where one row says as much. */
function findPair(rows: Sheet['rows']): { at: number; header: Cell[] } | null {
  const single = understood(findHeader(rows))
  let best: { at: number; header: Cell[]; fit: [number, number] } | null = null
  for (let at = 0; at + 1 < Math.min(rows.length, SEARCHED_ROWS); at++) {
    const [above = [], below = []] = [rows[at], rows[at + 1]]
    if (!isNaming(above) || !isNaming(below)) continue
    const header = together(above, below)
    const found = understood(findHeader([header]))
    if (better(found, best?.fit ?? single)) best = { at, header, fit: found }
  }
  return best
}

const same = (a: Row | undefined, b: Row | undefined) => JSON.stringify(a) === JSON.stringify(b)

/**
 * Puts a header that is spread over two or three rows (groups above names, units below them) into the last of them, and
 * wherever the same rows stand again. Rows keep their numbers.
 * @returns the sheet as it was where one row names the columns.
 */
export function joinHeaderRows(sheet: Sheet): Sheet {
  let { rows } = sheet
  for (let times = 1; times < MOST_ROWS; times++) {
    const pair = findPair(rows)
    if (!pair) break
    const [above, below] = [rows[pair.at], rows[pair.at + 1]]
    const starts = (row: number) => same(rows[row], above) && same(rows[row + 1], below)
    rows = rows.map((cells, row) => {
      if (starts(row)) return []
      return row > 0 && starts(row - 1) ? pair.header : cells
    })
  }
  return rows === sheet.rows ? sheet : { ...sheet, rows }
}
