import Papa from 'papaparse'
import { chartCsv } from '@/lib/figure/csv'
import type { Figure } from '@/lib/figure/figure'

/** A row of a chart's CSV by its headers; an empty cell is null, what is written as a number is one, and the apostrophe before what would be a formula is gone. */
export type CsvRow = Readonly<Record<string, string | number | null>>

/** The rows of a chart's CSV as a program of somebody else's reads them. */
export function csvRows(figure: Figure): CsvRow[] {
  const { data, errors } = Papa.parse<Record<string, string>>(chartCsv(figure), {
    header: true,
    comments: '#',
    skipEmptyLines: true,
  })
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join(' '))
  return data.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([header, text]) => [
        header,
        text === ''
          ? null
          : /^-?[\d.]+(e-?\d+)?$/.test(text)
            ? Number(text)
            : text.replace(/^'(?=[=+\-@'])/, ''),
      ]),
    ),
  )
}

/** A cell that must hold a number. */
export function figure(row: CsvRow, header: string): number {
  const value = row[header]
  if (typeof value !== 'number') throw new Error(`${header} holds ${JSON.stringify(value)}.`)
  return value
}
