import { Parser } from 'htmlparser2'
import type { Cell } from './cell'
import { LIMITS } from './limits'

/** A table of a page: its rows; those of tables inside its cells stand in tables of their own. */
export type HtmlTable = { rows: Cell[][] }

/** Tables in one another; pages that are laid out by tables have a few. */
const DEEPEST = 16
/** Elements that are open at once; the parser's work on each grows with them. Sloppy pages leave some open in each cell. */
const MOST_OPEN = 20_000
/** Tables of a page that are looked at. */
const MOST_TABLES = 64
/** Rows of all tables of a page together. */
const MOST_ROWS = 4 * LIMITS.rows

/** Elements whose text nobody sees. */
const UNSEEN = new Set(['script', 'style', 'noscript', 'template', 'head'])
/** Elements that begin a new line of a cell. */
const LINES = new Set(['br', 'p', 'div', 'li', 'tr'])

/** Figures that spreadsheet programs keep beside what a cell shows: Excel in `x:num`, LibreOffice in `sdval`. */
const EXACT = ['x:num', 'sdval'] as const
const NUMBER = /^\d+(?:\.\d+)?(?:E[+-]?\d{1,3})?$/i

type Open = {
  rows: Cell[][]
  row: Cell[] | null
  /** Rows for which the cell of a column reaches down from above. */
  reaching: number[]
  cell: { lines: string[]; exact: number | null; columns: number; rows: number } | null
}

/** How many rows or columns a cell spans, within bounds. */
function span(text: string | undefined, most: number): number {
  const count = Number.parseInt(text ?? '1', 10)
  return count >= 1 ? Math.min(count, most) : 1
}

function exactOf(attributes: Readonly<Record<string, string>>): number | null {
  for (const name of EXACT) {
    const text = attributes[name]
    if (text !== undefined && NUMBER.test(text)) return Number(text)
  }
  return null
}

/** The text of a cell as a browser shows it, a line for each line. */
function shown(lines: readonly string[]): string | null {
  const text = lines
    .map((line) => line.replace(/[ \t\r\n\f]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')
  return text === '' ? null : text
}

class Tables {
  readonly tables: HtmlTable[] = []
  private readonly open: Open[] = []
  private rows = 0
  private unseen = 0

  start(name: string, attributes: Readonly<Record<string, string>>): void {
    if (UNSEEN.has(name)) this.unseen++
    const table = this.open.at(-1)
    if (name === 'table') {
      if (this.open.length < DEEPEST)
        this.open.push({ rows: [], row: null, reaching: [], cell: null })
      return
    }
    if (!table) return
    if (name === 'tr') this.startRow(table)
    else if (name === 'td' || name === 'th') {
      this.endCell(table)
      if (!table.row) this.startRow(table)
      table.cell = {
        lines: [''],
        exact: exactOf(attributes),
        columns: span(attributes.colspan, LIMITS.columns),
        rows: span(attributes.rowspan, LIMITS.rows),
      }
    }
    if (LINES.has(name)) table.cell?.lines.push('')
  }

  end(name: string): void {
    if (UNSEEN.has(name)) this.unseen = Math.max(0, this.unseen - 1)
    const table = this.open.at(-1)
    if (!table) return
    if (name === 'td' || name === 'th') this.endCell(table)
    else if (name === 'tr') this.endRow(table)
    else if (name === 'table') {
      this.endRow(table)
      this.open.pop()
      if (table.rows.length > 0 && this.tables.length < MOST_TABLES)
        this.tables.push({ rows: table.rows })
    } else if (LINES.has(name)) table.cell?.lines.push('')
  }

  text(part: string): void {
    if (this.unseen > 0) return
    const cell = this.open.at(-1)?.cell
    const at = (cell?.lines.length ?? 0) - 1
    const line = cell?.lines[at]
    if (cell && line !== undefined && line.length <= LIMITS.cell) cell.lines[at] = line + part
  }

  /** What a page that breaks off leaves open is still told. */
  finish(): void {
    while (this.open.length > 0) this.end('table')
  }

  private startRow(table: Open): void {
    this.endRow(table)
    table.row = []
  }

  private endCell(table: Open): void {
    const { cell, row } = table
    if (!cell || !row) return
    table.cell = null
    while ((table.reaching[row.length] ?? 0) > 0) this.put(table, row, null, 0)
    const value = cell.exact ?? shown(cell.lines)
    for (let at = 0; at < cell.columns; at++) this.put(table, row, at ? null : value, cell.rows)
  }

  private put(table: Open, row: Cell[], value: Cell, rows: number): void {
    if (row.length > LIMITS.columns) return
    // A cell that reaches down takes its column in the rows below, too.
    table.reaching[row.length] = rows > 0 ? rows : (table.reaching[row.length] ?? 0)
    row.push(value)
  }

  private endRow(table: Open): void {
    this.endCell(table)
    const { row } = table
    if (!row) return
    table.row = null
    while ((table.reaching[row.length] ?? 0) > 0) this.put(table, row, null, 0)
    table.reaching = table.reaching.map((rows) => Math.max(0, rows - 1))
    if (this.rows++ < MOST_ROWS && table.rows.length <= LIMITS.rows) table.rows.push(row)
  }
}

/** Ends the parser where a page goes beyond its bounds. */
class TooDeep extends Error {}

/**
 * The tables of an HTML page, as a browser shows their cells: what a table written by a spreadsheet program holds, and
 * what a page of the list shows. A cell that spans several stands in the first of them. A page with tens of thousands of
 * elements in one another has none.
 */
export function readHtml(text: string): { title: string | null; tables: HtmlTable[] } {
  const heard = new Tables()
  let title = ''
  let inTitle = false
  let open = 0
  const parser = new Parser({
    onopentag(name, attributes) {
      if (++open > MOST_OPEN) throw new TooDeep()
      if (name === 'title') inTitle = true
      heard.start(name, attributes)
    },
    ontext(part) {
      if (inTitle && title.length < LIMITS.cell) title += part
      heard.text(part)
    },
    onclosetag(name) {
      open--
      if (name === 'title') inTitle = false
      heard.end(name)
    },
  })
  try {
    parser.write(text)
    parser.end()
  } catch (error) {
    if (error instanceof TooDeep) return { title: null, tables: [] }
    throw error
  }
  heard.finish()
  return { title: shown([title]), tables: heard.tables }
}
