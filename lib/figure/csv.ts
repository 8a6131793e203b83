import { guardFormula } from '../list/csv'
import { editionLabel } from '../model/edition'
import type { DataTable, Figure } from './figure'

function cell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const safe = guardFormula(value)
  return /[",\r\n#]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A comment takes one line, and none of its commas begins a cell that could be a formula. */
const comment = (text: string) =>
  `# ${text.replace(/\s+/g, ' ').replace(/([,;"])(?=[=+\-@'])/g, '$1 ')}`

/** A column's name with its unit, as the headers of our lists have it: `Rmax [TFlop/s]`. */
export function columnHeader({ label, unit }: DataTable['columns'][number]): string {
  return unit ? `${label} [${unit}]` : label
}

const listLine = ({ edition, version, hash }: Figure['lists'][number]) =>
  `List: ${editionLabel(edition)} (${edition}), version ${version}, SHA-256 ${hash}`

/**
 * What a chart shows, as CSV: first lines beginning with `#` that say what it is, where it comes from and what to know,
 * then RFC 4180 with units in the headers. UTF-8 without BOM, CRLF, decimal point, empty where nothing is known;
 * a text that a spreadsheet would run as a formula has an apostrophe in front.
 */
export function chartCsv(figure: Figure): string {
  const { title, subtitle, source, notes, permalink, lists, table } = figure
  const comments = [
    title,
    subtitle,
    source,
    ...lists.map(listLine),
    ...(permalink ? [`Link: ${permalink}`] : []),
    ...notes.map((note) => `Note: ${note}`),
  ].filter((text) => text !== '')
  const lines = [
    ...comments.map(comment),
    table.columns.map((column) => cell(columnHeader(column))).join(','),
    ...table.rows.map((row) => row.map(cell).join(',')),
  ]
  return `${lines.join('\r\n')}\r\n`
}

/** What a chart shows, as JSON: the same words and figures as {@link chartCsv}, rows as objects by column key. */
export function chartJson(figure: Figure): string {
  const { kind, title, subtitle, source, notes, permalink, lists, table } = figure
  const rows = table.rows.map((row) =>
    Object.fromEntries(table.columns.map(({ key }, index) => [key, row[index] ?? null])),
  )
  return `${JSON.stringify(
    { kind, title, subtitle, source, lists, permalink, notes, columns: table.columns, rows },
    null,
    2,
  )}\n`
}
