import { type BookType, utils, write } from '@e965/xlsx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { Cell } from '@/lib/list/cell'
import { importList } from '@/lib/list/import'
import { boundRepeats } from '@/lib/list/text-workbook'
import { table } from './sheets'
import { snapshot } from './snapshots'

type Rows = readonly (readonly Cell[])[]

const SYSTEMS = snapshot('2021-11')
const TABLE = table(SYSTEMS)
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

function book(bookType: BookType, ...sheets: Rows[]): Uint8Array {
  const workbook = utils.book_new()
  for (const [index, rows] of sheets.entries())
    utils.book_append_sheet(
      workbook,
      utils.aoa_to_sheet(rows.map((cells) => [...cells])),
      `List ${index + 1}`,
    )
  return new Uint8Array(write(workbook, { type: 'array', bookType, compression: true }))
}

function read(bytes: Uint8Array | string, fileName = 'TOP500_202111') {
  const outcome = importList(typeof bytes === 'string' ? utf8(bytes) : bytes, { fileName })
  return outcome.ok
    ? { ...outcome.value, codes: outcome.value.issues.map(({ code }) => code) }
    : { codes: outcome.error.map(({ code }) => code), issues: outcome.error, edition: null }
}

/** A symbolic link file as Excel and LibreOffice write it. */
const slk = (rows: Rows, figure = (value: number) => String(value)) =>
  `ID;PWXL;N;E\r\nP;PGeneral\r\n${rows
    .flatMap((cells, y) =>
      cells.flatMap((cell, x) => {
        if (cell === null) return []
        const value =
          typeof cell === 'number'
            ? figure(cell)
            : `"${String(cell).replaceAll('"', '""').replaceAll(';', ';;')}"`
        return [`C;Y${y + 1};X${x + 1};K${value}\r\n`]
      }),
    )
    .join('')}E\r\n`

/** A data interchange file. */
const dif = (rows: Rows, figure = (value: number) => String(value)) =>
  `TABLE\n0,1\n"EXCEL"\nVECTORS\n0,${rows[0]?.length ?? 0}\n""\nTUPLES\n0,${rows.length}\n""\nDATA\n0,0\n""\n${rows
    .map(
      (cells) =>
        `-1,0\nBOT\n${cells
          .map((cell) =>
            typeof cell === 'number'
              ? `0,${figure(cell)}\nV\n`
              : `1,0\n"${String(cell ?? '').replaceAll('"', '""')}"\n`,
          )
          .join('')}`,
    )
    .join('')}-1,0\nEOD\n`

const FORMATS: readonly (readonly [format: string, make: (rows: Rows) => Uint8Array])[] = [
  ['xls', (rows) => book('biff8', rows)],
  ['xlsx', (rows) => book('xlsx', rows)],
  ['xlsb', (rows) => book('xlsb', rows)],
  ['ods', (rows) => book('ods', rows)],
  ['fods', (rows) => book('fods', rows)],
  ['xml-2003', (rows) => book('xlml', rows)],
  ['slk', (rows) => utf8(slk(rows))],
  ['dif', (rows) => utf8(dif(rows))],
]

describe.each(FORMATS)('a list saved as %s', (format, make) => {
  // Without names, with letters of several languages, and the newest.
  test.each(['2004-06', '2011-11', '2026-06'])('of %s comes back cell for cell', (id) => {
    const systems = snapshot(id)
    const report = read(make(table(systems)), `TOP500_${id.replace('-', '')}.${format}`)
    // Two names of June 2004 are garbled in the published file itself.
    expect(report.codes).toEqual(id === '2004-06' ? ['garbled-letters'] : [])
    expect(report).toMatchObject({ format, id })
    expect(report.edition?.systems).toEqual(systems)
  })

  test('keeps texts that look like figures, dates, formulas and markup', () => {
    const odd = ['007', '1/2', '=1+1', '12%', '(5)', '2021-11-15', 'a & b <i>', 'TRUE', 'a;b "c" d']
    const rows = TABLE.map((cells, row) =>
      cells.map((cell, column) =>
        row > 0 && row <= odd.length && column === 4 ? (odd[row - 1] ?? '') : cell,
      ),
    )
    const names = read(make(rows))
      .edition?.systems.slice(0, odd.length)
      .map(({ name }) => name)
    expect(names).toEqual(odd)
  })

  test('that breaks off is refused', () => {
    const bytes = make(TABLE)
    for (const share of [0.3, 0.6, 0.95]) {
      const report = read(bytes.slice(0, bytes.length * share))
      expect(report.edition).toBe(null)
      expect(report.codes.length).toBeGreaterThan(0)
    }
  })
})

describe('sheets of their own', () => {
  test.each(['xlsb', 'ods', 'fods', 'xlml', 'biff8'] as const)(
    'as %s are lists of their own',
    (type) => {
      const report = read(book(type, TABLE, table(snapshot('2021-06'))))
      expect(report.codes).toEqual(['several-lists'])
      expect('parts' in report && report.parts.map(({ where }) => where)).toEqual([
        'sheet “List 1”',
        'sheet “List 2”',
      ])
    },
  )
})

describe('figures whose decimal mark cannot be told are refused, not misread', () => {
  const comma = (value: number) => String(value).replace('.', ',')
  const grouped = (value: number) => value.toLocaleString('en')

  test.each([
    ['a symbolic link file with decimal commas', slk(TABLE, comma)],
    ['one with grouped digits', slk(TABLE, grouped)],
    ['a data interchange file with decimal commas', dif(TABLE, comma)],
    ['one with grouped digits', dif(TABLE, grouped)],
  ])('%s', (_, text) => {
    const report = read(text)
    expect(report.codes).toEqual(['unplain-number'])
    expect(report.issues[0]?.message).toMatch(/^Line \d+ gives the figure “[\d,]+”/)
  })
})

describe('OpenDocument', () => {
  const parts = () => unzipSync(book('ods', TABLE))
  const withContent = (change: (xml: string) => string) => {
    const all = parts()
    const before = strFromU8(all['content.xml'] ?? new Uint8Array())
    const after = change(before)
    expect(after).not.toBe(before)
    return zipSync({ ...all, 'content.xml': strToU8(after) })
  }

  test('as LibreOffice writes it, with a million empty rows and columns at its ends, is read', () => {
    const bytes = withContent((xml) =>
      xml.replace(
        '</table:table>',
        '<table:table-row table:number-rows-repeated="1048075"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>',
      ),
    )
    expect(read(bytes).edition?.systems).toEqual(SYSTEMS)
  })

  test.each([
    [
      'rows that are repeated a million times',
      'too-many-rows',
      '<table:table-row table:number-rows-repeated="1048576"><table:table-cell office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell></table:table-row>',
    ],
    [
      'cells that are repeated a million times',
      'too-many-columns',
      '<table:table-row><table:table-cell table:number-columns-repeated="1000000" office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell></table:table-row>',
    ],
  ])('with %s is refused', (_, code, row) => {
    const bytes = withContent((xml) => xml.replace('</table:table>', `${row}</table:table>`))
    expect(read(bytes).codes).toEqual([code])
  })

  test('with entities is refused', () => {
    const bytes = withContent((xml) =>
      xml.replace('<office:', '<!DOCTYPE x [<!ENTITY a "b">]><office:'),
    )
    expect(read(bytes).codes).toEqual(['document-type'])
  })

  test('that is broken XML is refused with its line', () => {
    expect(read(withContent((xml) => xml.replace('</table:table-row>', ''))).codes).toEqual([
      'broken-xml',
    ])
  })

  test('with a password is named as such', () => {
    const manifest =
      '<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>'
    const bytes = zipSync({ ...parts(), 'META-INF/manifest.xml': strToU8(manifest) })
    expect(read(bytes).codes).toEqual(['password-protected'])
  })

  test('of a text is no list', () => {
    const bytes = withContent((xml) => xml.replaceAll('office:spreadsheet', 'office:text'))
    expect(read(bytes).codes).toEqual(['text-document'])
  })

  test.each([
    ['number-columns-repeated="16384"', 'number-columns-repeated="301"'],
    ["number-rows-repeated = '1048576'", "number-rows-repeated = '5001'"],
    ['number-columns-repeated="300"', 'number-columns-repeated="300"'],
    ['number-rows-repeated="99999999999999999999"', 'number-rows-repeated="5001"'],
  ])('%s is read as %s', (xml, bounded) => {
    expect(boundRepeats(xml)).toBe(bounded)
  })
})
