import { utils, write } from '@e965/xlsx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readTables } from '@/lib/list/read'
import { caseFile, caseFolder } from './cases'
import { table } from './sheets'
import { snapshot } from './snapshots'

const CONTENTS = '[Content_Types].xml'
const PEOPLE =
  '<Override PartName="/xl/persons/person.xml" ContentType="application/vnd.ms-excel.person+xml"/>'

/** A small workbook, with what a spreadsheet program puts beside its cells. */
function workbook(change: (parts: Record<string, Uint8Array>) => void = () => {}): Uint8Array {
  const book = utils.book_new()
  utils.book_append_sheet(
    book,
    utils.aoa_to_sheet([
      ['Rank', 'Rmax'],
      [1, 442010],
    ]),
    'List',
  )
  const parts = unzipSync(new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' })))
  change(parts)
  return zipSync(parts)
}

const cells = (bytes: Uint8Array) => {
  const tables = readTables(bytes, 'list.xlsx')
  return tables.ok ? tables.value[0]?.sheet.rows : tables.error.map(({ code }) => code)
}

describe('guardArchive', () => {
  it('reads a workbook whose list of parts names metadata, which is not handed on', () => {
    const names: string[] = []
    const bytes = workbook((parts) => names.push(...Object.keys(parts)))
    expect(names).toContain('xl/metadata.xml')
    expect(cells(bytes)).toEqual([
      ['Rank', 'Rmax'],
      [1, 442010],
    ])
  })

  it('reads a workbook with comments, whose people are not handed on', () => {
    const bytes = workbook((parts) => {
      const contents = strFromU8(parts[CONTENTS] ?? new Uint8Array())
      parts[CONTENTS] = strToU8(contents.replace('</Types>', `${PEOPLE}</Types>`))
      parts['xl/persons/person.xml'] = strToU8('<personList/>')
    })
    expect(cells(bytes)).toEqual([
      ['Rank', 'Rmax'],
      [1, 442010],
    ])
  })

  it('still refuses a workbook without its list of parts', () => {
    const bytes = workbook((parts) => {
      delete parts[CONTENTS]
    })
    expect(cells(bytes)).toEqual(['broken-workbook'])
  })
})

/** Where the compressed bytes of a part of an archive stand. */
function placeOf(bytes: Uint8Array, name: string): { start: number; end: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 0; at + 46 < bytes.length; at++) {
    if (view.getUint32(at, true) !== 0x02014b50) continue
    const length = view.getUint16(at + 28, true)
    if (strFromU8(bytes.subarray(at + 46, at + 46 + length)) !== name) continue
    const local = view.getUint32(at + 42, true)
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
    return { start, end: start + view.getUint32(at + 20, true) }
  }
  throw new Error(`The archive has no part ${name}`)
}

const flipped = (bytes: Uint8Array, at: number, bit: number) =>
  bytes.map((byte, index) => (index === at ? byte ^ (1 << bit) : byte))

describe('a damaged archive', () => {
  const SHEET = 'xl/worksheets/sheet1.xml'
  const list = (level: 0 | 6) => {
    const book = utils.book_new()
    utils.book_append_sheet(book, utils.aoa_to_sheet(table(snapshot('2021-11'))), '58')
    const parts = unzipSync(new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' })))
    return zipSync(parts, { level })
  }

  it.each([0, 6] as const)(
    'with one bit flipped in its sheet (level %i) is refused, wherever the bit is',
    (level) => {
      const bytes = list(level)
      const { start, end } = placeOf(bytes, SHEET)
      const tried = Array.from({ length: 24 }, (_, index) =>
        flipped(bytes, Math.floor(start + ((end - start - 2) * index) / 23), index % 8),
      )
      // The last byte is left out: bits of it mean nothing, and the sheet is whole without them.
      const ends = tried.map((one) => {
        const sheet = readTables(one, 'TOP500_202111.xlsx')
        return sheet.ok ? 'read' : sheet.error[0]?.code
      })
      expect(ends).not.toContain('read')
      expect(new Set(ends)).toEqual(
        new Set(level === 0 ? ['damaged-archive'] : ['damaged-archive', 'broken-archive']),
      )
    },
    30_000,
  )

  it('with a bit flipped anywhere at all is refused or read as it was', () => {
    const bytes = workbook()
    const whole = JSON.stringify(cells(bytes))
    for (let at = 0; at < bytes.length; at += 3) {
      const sheet = readTables(flipped(bytes, at, at % 8), 'list.xlsx')
      if (sheet.ok) expect(JSON.stringify(sheet.value[0]?.sheet.rows)).toBe(whole)
    }
  })

  it.runIf(caseFolder)('bitflip-649-cells of ../shared/cases is refused by its checksum', () => {
    const sheet = readTables(caseFile('bitflip').bytes, 'TOP500_202111.xlsx')
    expect(sheet.ok ? null : sheet.error).toMatchObject([
      { severity: 'error', code: 'damaged-archive' },
    ])
    expect(sheet.ok ? '' : sheet.error[0]?.message).toContain(`part ${SHEET} is damaged`)
  })
})

describe('an archive of other files', () => {
  const packed = (...names: string[]) => {
    const parts = Object.fromEntries(names.map((name) => [name, strToU8('x')]))
    const sheet = readTables(zipSync(parts), 'lists.zip')
    return sheet.ok ? null : sheet.error[0]
  }

  it('names the lists that were packed into it', () => {
    const issue = packed(
      'lists/',
      'lists/TOP500_202106.xlsx',
      '__MACOSX/._a.xls',
      'old/TOP500_199306.xls',
    )
    expect(issue).toMatchObject({ severity: 'error', code: 'archive' })
    expect(issue?.message).toBe(
      'This is an archive with 2 files that may be lists: “lists/TOP500_202106.xlsx”, “old/TOP500_199306.xls”.',
    )
    expect(issue?.remedy).toBe('Unpack it and drop the files, all at once if you like.')
  })

  it('names one list alone, and counts those beyond five', () => {
    expect(packed('TOP500_202111.csv', 'readme.md')?.message).toBe(
      'This is an archive with one file that may be a list, “TOP500_202111.csv”.',
    )
    expect(packed('1.csv', '2.csv', '3.csv', '4.csv', '5.csv', '6.csv')?.message).toContain(
      'with 6 files that may be lists: “1.csv”, “2.csv”, “3.csv”, “4.csv”, “5.csv” and 1 more.',
    )
  })

  it('says so where it holds none', () => {
    expect(packed('photo.jpg')?.message).toBe(
      'This is an archive without a workbook or a table inside.',
    )
  })
})
