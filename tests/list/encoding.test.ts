import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { decodeText } from '@/lib/list/encoding'
import { importList } from '@/lib/list/import'
import { table } from './sheets'
import { snapshot } from './snapshots'

const SYSTEMS = snapshot('2021-11')
const ROWS = table(SYSTEMS).map((cells) => cells.map((cell) => (cell === null ? '' : String(cell))))
/** Decimal commas, as most of Europe writes. */
const COMMAS = table(SYSTEMS).map((cells) =>
  cells.map((cell) =>
    typeof cell === 'number' ? String(cell).replace('.', ',') : cell === null ? '' : cell,
  ),
)

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const utf16le = (text: string): Uint8Array => Buffer.from(text, 'utf16le')
const utf16be = (text: string): Uint8Array => Buffer.from(text, 'utf16le').swap16()
/** Letters of the upper half of Windows-1252 that Latin-1 has not, as far as lists use them. */
const WINDOWS: Readonly<Record<string, number>> = { '€': 0x80, '–': 0x96, '’': 0x92, '™': 0x99 }
const windows1252 = (text: string): Uint8Array =>
  Uint8Array.from(text, (char) => {
    const byte = WINDOWS[char] ?? char.charCodeAt(0)
    if (byte > 0xff) throw new Error(`Windows-1252 has no ${char}`)
    return byte
  })

const imported = (bytes: Uint8Array, fileName = 'TOP500_202111.csv') => {
  const report = importList(bytes, { fileName })
  if (!report.ok) throw new Error(JSON.stringify(report.error))
  return report.value
}

describe('the same list comes out of every encoding', () => {
  const comma = Papa.unparse(ROWS)

  test.each([
    ['UTF-8', utf8(comma), 'utf-8'],
    ['UTF-8 with a mark', utf8(`\ufeff${comma}`), 'utf-8'],
    ['UTF-16LE with a mark', utf16le(`\ufeff${comma}`), 'utf-16le'],
    ['UTF-16BE with a mark', utf16be(`\ufeff${comma}`), 'utf-16be'],
    ['UTF-16LE', utf16le(comma), 'utf-16le'],
    ['UTF-16BE', utf16be(comma), 'utf-16be'],
    ['Windows-1252', windows1252(comma), 'windows-1252'],
  ])('%s', (_, bytes, encoding) => {
    const report = imported(bytes)
    expect(report.encoding).toBe(encoding)
    expect(report.issues).toEqual([])
    expect(report.edition?.systems).toEqual(SYSTEMS)
  })

  test('with letters that only Windows-1252 writes in one byte', () => {
    const changed = comma.replace('Voyager-EUS2', 'Voyager – Zürich’s €1 ™')
    expect(imported(windows1252(changed)).edition?.systems[9]?.name).toBe('Voyager – Zürich’s €1 ™')
  })
})

describe('the same list comes out of what spreadsheet programs save', () => {
  const saved = (delimiter: string, newline: string, quotes = false) =>
    Papa.unparse(COMMAS, { delimiter, newline, quotes })
  const spread = COMMAS.flatMap((cells) => [['', ...cells.slice(0, 5), '', ...cells.slice(5)], []])

  test.each([
    ['“Unicode text” of Excel', utf16le(`\ufeff${saved('\t', '\r\n')}`), '\t'],
    ['CSV of Excel in Germany', windows1252(saved(';', '\r\n')), ';'],
    ['CSV of Excel in France for a Mac', windows1252(saved(';', '\r')), ';'],
    ['CSV of Excel with its first line', utf8(`\ufeffsep=;\r\n${saved(';', '\r\n')}`), ';'],
    ['CSV of LibreOffice with everything quoted', utf8(saved(';', '\n', true)), ';'],
    [
      'CSV with a title, empty lines, empty rows and empty columns',
      utf8(
        `TOP500;November 2021\r\n;;;\r\n\r\n${Papa.unparse(spread, { delimiter: ';' })}\r\n;;;;;;\r\n`,
      ),
      ';',
    ],
    [
      'columns in another order under other names',
      utf8(
        Papa.unparse(
          COMMAS.map((cells, row) =>
            (row ? cells : cells.map((cell) => `  ${String(cell).toLowerCase()} `)).toReversed(),
          ),
          { delimiter: '|' },
        ),
      ),
      '|',
    ],
  ])('%s', (_, bytes, delimiter) => {
    const report = imported(bytes)
    expect(report.delimiter).toBe(delimiter)
    expect(report.issues).toEqual([])
    expect(report.edition?.systems).toEqual(SYSTEMS)
  })

  test('and a column more or less is told by its name', () => {
    const extra = COMMAS.map((cells, row) => [
      ...cells.slice(0, 1),
      ...cells.slice(2),
      row ? 'x' : 'Note;1',
    ])
    const report = imported(windows1252(Papa.unparse(extra, { delimiter: ';' })))
    expect(report.unknownColumns).toEqual(['Note;1'])
    expect(report.missingColumns).toEqual(['Previous Rank'])
    expect(report.issues.map(({ code }) => code).sort()).toEqual([
      'absent-column',
      'unknown-column',
    ])
    expect(report.edition?.systems).toHaveLength(500)
  })
})

test.each([
  [[0x52, 0x00, 0x61, 0x00], 'Ra', 'utf-16le'],
  [[0xef, 0xbb, 0xbf, 0x52], 'R', 'utf-8'],
  [[0xc3, 0xa9], 'é', 'utf-8'],
  [[0xe9], 'é', 'windows-1252'],
  [[0x80], '€', 'windows-1252'],
  [[0xff, 0xfe, 0x52], '\u{fffd}', 'utf-16le'],
])('the bytes %j are “%s” in %s', (bytes, text, encoding) => {
  expect(decodeText(Uint8Array.from(bytes))).toEqual({ text, encoding, doubt: null })
})
