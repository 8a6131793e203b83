import { utils, write } from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import { dateIn } from '@/lib/list/date'
import { importList } from '@/lib/list/import'
import { parseSheet } from '@/lib/list/parse'
import { at, sheet, table } from './sheets'
import { snapshot } from './snapshots'

const TABLE = table(snapshot('2021-11'))
const YEAR = at('Year')
const dated = (change: (year: number) => string | number) =>
  TABLE.map((cells, row) =>
    cells.map((cell, column) =>
      row > 0 && column === YEAR && typeof cell === 'number' ? change(cell) : cell,
    ),
  )

describe('a date where a year is meant', () => {
  test.each([
    ['2021-11-01', null, '2021-11-01'],
    ['2021-11-01T00:00:00', null, '2021-11-01T00:00:00'],
    ['11/1/2021', null, '11/1/2021'],
    ['1.11.21', null, '1.11.21'],
    ['01-Nov-2021', null, '01-Nov-2021'],
    ['Nov-21', null, 'Nov-21'],
    // Serial days: 44501 is 1 November 2021, 10000 is 18 May 1927.
    [44501, 44501, '2021-11-01'],
    ['44501', 44501, '2021-11-01'],
    [10_000, 10_000, '1927-05-18'],
    [9999, 9999, null],
    [80_001, 80_001, null],
    [2021, 2021, null],
    ['2021', 2021, null],
    ['about 2021', null, null],
    [null, null, null],
  ])('%j (%s) is %j', (cell, value, date) => {
    expect(dateIn(cell, value)).toBe(date)
  })

  test.each([
    ['the serial day that a workbook keeps', () => 44501, '“44501”, which is 2021-11-01, where'],
    [
      'a date that is written out',
      () => '2021-11-01',
      'a date, “2021-11-01”, where a year is meant',
    ],
  ])('as %s is named, and the list is not taken for one of another year', (_, change, words) => {
    const { edition, issues } = parseSheet(sheet(dated(change)), '2021-11')
    expect(issues[0]).toMatchObject({ severity: 'warning', code: 'date-as-year', row: 2 })
    expect(issues[0]?.message).toContain(words)
    expect(issues.filter(({ code }) => code === 'edition-contradiction')).toEqual([])
    expect(edition?.systems.every(({ year }) => year === null)).toBe(true)
  })

  test('is named in a workbook of real date cells', () => {
    const book = utils.book_new()
    const rows = dated(() => 0).map((cells, row) =>
      cells.map((cell, column) =>
        row > 0 && column === YEAR ? new Date(Date.UTC(2021, 10, 1)) : cell,
      ),
    )
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows, { UTC: true }), '58')
    const bytes = new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }))
    const outcome = importList(bytes, { fileName: 'TOP500_202111.xlsx' })
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.error))
    expect(outcome.value.edition?.systems).toHaveLength(500)
    expect(outcome.value.issues[0]).toMatchObject({ code: 'date-as-year', row: 2, value: '44501' })
  })
})
