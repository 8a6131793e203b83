import { type CellObject, read } from '@e965/xlsx'
import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { COLUMNS } from '@/lib/list/columns'
import { writeList } from '@/lib/list/csv'
import { importList } from '@/lib/list/import'
import { cleanName } from '@/lib/list/name'
import type { System } from '@/lib/model/system'
import { NASTY } from './hostile'
import { snapshot, snapshotEditions } from './snapshots'

/** What spreadsheets run, or ask whether they may, at the start of a cell. */
const RUN = /^\s*[=+\-@\t\r＝＋－＠]/

/**
 * Cells that a spreadsheet would run, whichever way its country splits a CSV file: at commas, which the file means, or
 * at semicolons or tabs, where quotation marks are anywhere and mean nothing that can be relied on.
 */
function runnable(csv: string): string[] {
  const meant = Papa.parse<string[]>(csv, { delimiter: ',', newline: '\n' }).data.flat()
  const torn = csv.split(/[;\t\n]/).map((cell) => cell.replace(/^[\s"]+/, ''))
  return [...meant, ...torn].filter((cell) => RUN.test(cell))
}

/** Cells that a spreadsheet's own reader takes for formulas. */
function formulas(csv: string): string[] {
  return [',', ';'].flatMap((FS) => {
    const { Sheets } = read(csv, { type: 'string', FS, raw: false, dense: true })
    const rows: readonly (readonly CellObject[])[] = Object.values(Sheets)[0]?.['!data'] ?? []
    return rows.flatMap((row) => row.flatMap((cell) => cell?.f ?? []))
  })
}

const bytes = (text: string) => new TextEncoder().encode(text)

describe('a list that is downloaded as CSV', () => {
  test.each(snapshotEditions)('runs nothing in a spreadsheet: %s', (edition) => {
    const csv = writeList(snapshot(edition))
    expect(runnable(csv)).toEqual([])
    expect(formulas(csv)).toEqual([])
  })

  test('would be found out if it did', () => {
    expect(runnable('a,=1\n')).toEqual(['=1'])
    expect(runnable('a;-1,b\n')).toEqual(['-1,b'])
    expect(formulas('a,=1+1\n')).toEqual(['1+1'])
  })

  /** The list of November 2021 with these texts in its names, site after site. */
  function named(texts: readonly string[]): System[] {
    let next = 0
    return snapshot('2021-11').map((system) => {
      const text = (): string | null => cleanName(texts[next++ % texts.length] ?? '')
      return { ...system, name: text(), site: text(), computer: text() }
    })
  }

  function comesBack(systems: readonly System[]) {
    const csv = writeList(systems)
    expect(runnable(csv)).toEqual([])
    const report = importList(bytes(csv), { fileName: 'top500_2021-11.csv' })
    if (!report.ok) throw new Error(JSON.stringify(report.error))
    expect(report.value.issues.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(report.value.edition?.systems).toEqual(systems)
  }

  test('comes back cell for cell with every text that a program may stumble over', () => {
    // What a spreadsheet shows where a formula failed is taken as empty, and a cell has a longest length.
    const texts = NASTY.filter((text) => text !== '#REF!' && text.length <= 32_767)
    // A half of a letter is none in UTF-8.
    comesBack(named(texts.map((text) => text.replace(/\p{Cs}/gu, '?'))))
  })

  test('comes back cell for cell with any texts of signs, quotation marks and delimiters', () => {
    const piece = fc.constantFrom(
      '=',
      '+',
      '-',
      '@',
      "'",
      '"',
      ';',
      ',',
      ' ',
      '\t',
      '\r',
      '＝',
      'a',
      '1',
    )
    const text = fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join(''))
    fc.assert(
      fc.property(fc.array(text, { minLength: 40, maxLength: 200 }), (texts) =>
        comesBack(named(texts)),
      ),
      { numRuns: 25 },
    )
  }, 120_000)

  test('has every column, so that nothing of a list is left behind', () => {
    const [header] = writeList([]).split('\n')
    // All but the one that a single list prints, which is there only where a row gives it.
    expect(header?.split(',')).toHaveLength(40)
    expect(COLUMNS).toHaveLength(41)
  })
})
