import Papa from 'papaparse'
import type { Field, System } from '../model/system'
import { COLUMNS, type Column } from './columns'

/**
 * Where a spreadsheet would run a text as a formula: at its start, and behind a semicolon, at which a spreadsheet splits
 * a file with commas in countries whose decimal mark is the comma. Apostrophes there belong to an earlier guard.
 */
const RUNS = /(^|;[\s"]*)(?='*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20])/g
const GUARDED = /(^|;[\s"]*)'(?='*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20])/g

/** A text that no spreadsheet runs: what could be a formula gets an apostrophe in front. */
export function guardFormula(text: string): string {
  return text.replace(RUNS, "$1'")
}

/** The inverse of {@link guardFormula}. */
export function unguardFormula(text: string): string {
  return text.includes("'") ? text.replace(GUARDED, '$1') : text
}

/**
 * Systems as CSV in our own columns (see `data/README.md`): every column of {@link COLUMNS}, sparse ones only where a row
 * gives them; UTF-8 without BOM, LF, decimal point, empty where the list gives nothing. The same systems always give the same bytes.
 */
export function writeList(systems: readonly System[]): string {
  const columns = COLUMNS.filter(
    ({ field, sparse }) => !sparse || systems.some((system) => system[field] !== null),
  )
  const rows = systems.map((system) =>
    columns.map(({ field }) => {
      const value = system[field]
      return typeof value === 'string' ? guardFormula(value) : value
    }),
  )
  return `${Papa.unparse([columns.map((column) => column.label), ...rows], { newline: '\n' })}\n`
}

const NEWLINE = '\n'

const lineOf = (cells: readonly (string | number | null)[]) =>
  `${Papa.unparse([cells.map((cell) => (typeof cell === 'string' ? guardFormula(cell) : cell))], { newline: NEWLINE })}${NEWLINE}`

/** The first line of all lists in one file: the list, then every column of {@link COLUMNS}. */
export function allListsHeader(): string {
  return lineOf(['List', ...COLUMNS.map(({ label }) => label)])
}

/** The lines of one list in a file of all lists, see {@link allListsHeader}. Figures and names as printed. */
export function allListsRows(list: string, systems: readonly System[]): string {
  return systems
    .map((system) => lineOf([list, ...COLUMNS.map(({ field }) => system[field])]))
    .join('')
}

const LABELS = new Map(COLUMNS.map((column) => [column.label, column]))
const EMPTY = Object.fromEntries(COLUMNS.map((column) => [column.field, null])) as Record<
  Field,
  null
>

/** Texts that are kept once, at most: several times as many as all published lists hold together. */
const MOST_TEXTS = 50_000
const texts = new Map<string, string>()

/**
 * A text as it was met before: most stand in many rows of many lists. It is copied, as a piece of a file would keep the
 * whole file in memory.
 */
function once(text: string): string {
  const known = texts.get(text)
  if (known !== undefined) return known
  if (texts.size >= MOST_TEXTS) texts.clear()
  const copy = new TextDecoder().decode(new TextEncoder().encode(text))
  texts.set(copy, copy)
  return copy
}

function readCell(column: Column, text: string): string | number | null {
  if (text === '') return null
  return column.kind === 'name' || column.kind === 'id' ? once(unguardFormula(text)) : Number(text)
}

/**
 * Reads what {@link writeList} wrote. It trusts its input and is for our own files only;
 * whatever a person brings goes through `parseSheet`.
 * @throws if a header is not one of ours: a snapshot is then broken, which is a bug.
 */
export function readList(text: string): System[] {
  const [header = [], ...rows] = Papa.parse<string[]>(text, {
    delimiter: ',',
    newline: '\n',
    skipEmptyLines: true,
  }).data
  const columns = header.map((label) => {
    const column = LABELS.get(label)
    if (!column) throw new Error(`A stored list has the column “${label}”, which is none of ours.`)
    return column
  })
  return rows.map((row) => {
    const system: Record<Field, string | number | null> = { ...EMPTY }
    for (const [index, column] of columns.entries())
      system[column.field] = readCell(column, row[index] ?? '')
    return system as System
  })
}
