import { utils, type WorkBook, write } from '@e965/xlsx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { Cell } from '@/lib/list/cell'
import { importList } from '@/lib/list/import'
import { caseFile, caseFolder } from './cases'
import { table } from './sheets'
import { snapshot } from './snapshots'

const SYSTEMS = snapshot('2021-11')
const TABLE = table(SYSTEMS)
const OLD = table(snapshot('2021-06'))
const NOTES: Cell[][] = [['Notes'], ['kept by hand']]

type Part = { name: string; rows: readonly (readonly Cell[])[]; hidden?: 0 | 1 | 2 }

function bookOf(...parts: readonly Part[]): WorkBook {
  const book = utils.book_new()
  for (const { name, rows } of parts)
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((cells) => [...cells])), name)
  book.Workbook = { Sheets: parts.map(({ name, hidden }) => ({ name, Hidden: hidden ?? 0 })) }
  return book
}

function read(book: WorkBook, bookType: 'xlsx' | 'biff8' = 'xlsx', file = 'TOP500_202111.xlsx') {
  const bytes = new Uint8Array(write(book, { type: 'array', bookType, compression: true }))
  return importList(bytes, { fileName: file })
}

const told = (outcome: ReturnType<typeof importList>) =>
  (outcome.ok ? outcome.value.issues : outcome.error).map(({ severity, code, value }) => [
    severity,
    code,
    value,
  ])

describe('a hidden sheet', () => {
  test.each([
    ['hidden', 1, 'xlsx'],
    ['very hidden', 2, 'xlsx'],
    ['hidden', 1, 'biff8'],
    ['very hidden', 2, 'biff8'],
  ] as const)(
    'that is %s (%i) and stands first is not read beside a visible list, as %s',
    (_, hidden, type) => {
      const outcome = read(
        bookOf({ name: 'old', rows: OLD, hidden }, { name: '58', rows: TABLE }),
        type,
      )
      expect(outcome.ok && outcome.value.edition?.systems).toEqual(SYSTEMS)
      expect(told(outcome)).toEqual([['warning', 'other-sheets', 'old (hidden)']])
    },
  )

  test('with more columns than the visible list is not read either', () => {
    const fewer = TABLE.map((cells) => cells.slice(0, 14))
    const outcome = read(bookOf({ name: 'old', rows: OLD, hidden: 1 }, { name: '58', rows: fewer }))
    expect(outcome.ok && outcome.value.sheetName).toBe('58')
  })

  test('is read where no visible sheet holds a list, and that is told', () => {
    const outcome = read(
      bookOf({ name: 'Notes', rows: NOTES }, { name: '58', rows: TABLE, hidden: 1 }),
    )
    expect(outcome.ok && outcome.value.edition?.systems).toEqual(SYSTEMS)
    expect(told(outcome)).toEqual([
      ['warning', 'hidden-sheet', '58'],
      ['warning', 'other-sheets', 'Notes'],
    ])
  })
})

/** A workbook in whose sheet `change` has worked on the XML. */
function edited(change: (xml: string) => string): Uint8Array {
  const book = bookOf({ name: '58', rows: TABLE })
  const parts = unzipSync(new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' })))
  const name = 'xl/worksheets/sheet1.xml'
  const xml = strFromU8(parts[name] ?? new Uint8Array())
  parts[name] = strToU8(change(xml))
  expect(strFromU8(parts[name])).not.toBe(xml)
  return zipSync(parts)
}

const open = (bytes: Uint8Array) => importList(bytes, { fileName: 'TOP500_202111.xlsx' })

describe('formulas', () => {
  test.each([
    ['with an empty value', '<f>442010*1</f><v></v>'],
    ['with an empty value in short', '<f>442010*1</f><v/>'],
    ['with no value at all', '<f>442010*1</f>'],
  ])('%s are the reason that is given, not a missing Rmax', (_, inside) => {
    const outcome = open(edited((xml) => xml.replace('<v>442010</v>', inside)))
    expect(told(outcome)).toEqual([['error', 'formulas-without-values', 'N2']])
    const [issue] = outcome.ok ? [] : outcome.error
    expect(issue?.message).toBe(
      'On the sheet “58” 1 cell holds a formula without its value, first N2: the program that wrote the file did not compute them.',
    )
    expect(issue?.remedy).toContain('Open the workbook in a spreadsheet program, save it once')
  })

  test('in every cell of a column are counted', () => {
    const outcome = open(
      edited((xml) => xml.replace(/(<c r="N(?!1")\d+"[^>]*>)<v>([^<]*)<\/v>/g, '$1<f>$2*1</f>')),
    )
    const [issue] = outcome.ok ? [] : outcome.error
    expect(issue?.message).toContain('500 cells hold formulas without their values, first N2')
  })

  test('with their values are read, and told', () => {
    const outcome = open(
      edited((xml) => xml.replace('<v>442010</v>', '<f>442010*1</f><v>442010</v>')),
    )
    expect(outcome.ok && outcome.value.edition?.systems).toEqual(SYSTEMS)
    expect(told(outcome)).toEqual([['warning', 'formulas', 'N2']])
  })
})

describe.runIf(caseFolder)('../shared/cases', () => {
  test('formulas-uncached: says that the cells hold formulas without values, and to save once', () => {
    const { bytes } = caseFile('formulas-uncached')
    expect(told(open(bytes))).toEqual([['error', 'formulas-without-values', 'N2']])
  })

  test('hidden-sheet-first: reads the visible one, 3,036,861.78 TFlop/s, and names the other', () => {
    const outcome = open(caseFile('hidden-sheet-first').bytes)
    expect(told(outcome)).toEqual([['warning', 'other-sheets', '58b (hidden)']])
    expect(outcome.ok && outcome.value.sheetName).toBe('58')
    expect(outcome.ok && outcome.value.rmaxSum).toBe(3036861.78377)
  })
})
