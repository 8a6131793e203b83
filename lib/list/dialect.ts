import Papa from 'papaparse'
import type { Issue, Result } from '../model/issue'
import { finding } from './finding'
import { findHeader } from './header'
import { LIMITS } from './limits'

const DELIMITERS = [',', ';', '\t', '|'] as const
/** Rows tried with each delimiter; a header stands among them. */
const TRIED_ROWS = 80
/** Letters tried with each delimiter, as one open quotation mark makes a single row of a whole file. */
const TRIED_LETTERS = 256 * 1024
/** Written by spreadsheet programs into a first line to name the delimiter. */
const SEP_LINE = /^sep=(.)\r?\n?/i

/** The end of a line where only one is possible; the parser, which looks for the likeliest, need not look then. */
const newlineOf = (text: string) => (text.includes('\r') ? undefined : '\n')

/** How well a delimiter fits: first the columns that its header names, then how many rows have the commonest width. */
function score(tried: string, delimiter: string): [number, number] {
  const { data } = Papa.parse<string[]>(tried, {
    delimiter,
    newline: newlineOf(tried),
    preview: TRIED_ROWS,
  })
  const widths = new Map<number, number>()
  for (const row of data)
    if (row.length > 1) widths.set(row.length, (widths.get(row.length) ?? 0) + 1)
  return [findHeader(data)?.columns.length ?? 0, Math.max(0, ...widths.values())]
}

/** The delimiter of a text: the one under which a list appears. */
export function findDelimiter(text: string): string {
  const named = SEP_LINE.exec(text)?.[1]
  if (named) return named
  const tried = text.slice(0, TRIED_LETTERS)
  // What stands nowhere parts nothing.
  const present = DELIMITERS.filter((delimiter) => tried.includes(delimiter))
  const [only = ','] = present
  if (present.length < 2) return only
  const [best] = present
    .map((delimiter) => ({ delimiter, fit: score(tried, delimiter) }))
    .sort((a, b) => b.fit[0] - a.fit[0] || b.fit[1] - a.fit[1])
  return best?.delimiter ?? ','
}

/** Splits a text into rows of cells. Row `i` is row `i + 1` of the spreadsheet that would open it. */
export function splitText(text: string): Result<{ delimiter: string; rows: string[][] }> {
  const delimiter = findDelimiter(text)
  const parsed = Papa.parse<string[]>(text, {
    delimiter,
    newline: newlineOf(text),
    preview: LIMITS.rows + 1,
  })
  // The line that names the delimiter stays a row, so that rows are counted as in the file.
  const rows = parsed.data
  const quotes = parsed.errors.find(({ type }) => type === 'Quotes')
  if (quotes) return { ok: false, error: [unbalanced(rows, quotes.row ?? rows.length - 1)] }
  return { ok: true, value: { delimiter, rows } }
}

function unbalanced(rows: readonly string[][], at: number): Issue {
  const row = Math.min(at, rows.length - 1)
  const begun = rows[row]?.findLast((cell) => cell.includes('\n') || cell.includes('"'))
  return finding(
    'error',
    'unbalanced-quotes',
    { row: row + 1, value: begun ?? rows[row]?.at(-1) ?? null },
    `In row ${row + 1} a quotation mark is opened and not closed, or stands inside a cell, so that the cells after it cannot be told apart.`,
    'Close or double the quotation mark, or save the list as .xlsx.',
  )
}
