import { type BookType, CFB, utils, write } from '@e965/xlsx'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { Cell } from '@/lib/list/cell'
import { importList } from '@/lib/list/import'
import { safeFileName } from '@/lib/list/read'
import { at, table } from './sheets'
import { snapshot, snapshotText } from './snapshots'

const SYSTEMS = snapshot('2021-11')
const TABLE = table(SYSTEMS)
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const utf16 = (text: string): Uint8Array => Buffer.from(`\ufeff${text}`, 'utf16le')

function book(
  rows: readonly (readonly Cell[])[],
  bookType: BookType = 'xlsx',
  sheetName = '58',
): Uint8Array {
  const workbook = utils.book_new()
  utils.book_append_sheet(workbook, utils.aoa_to_sheet(rows.map((cells) => [...cells])), sheetName)
  return new Uint8Array(write(workbook, { type: 'array', bookType, compression: true }))
}

/** A compound file, as `.xls`, `.doc` and mail are, with these streams. */
function compound(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const file = CFB.utils.cfb_new()
  for (const [name, bytes] of Object.entries(streams)) CFB.utils.cfb_add(file, name, [...bytes])
  return new Uint8Array(CFB.write(file, { type: 'array' }) as ArrayBuffer)
}

/** A workbook of 1997 to 2003 whose second record says that what follows is enciphered. */
function locked(): Uint8Array {
  const stream = CFB.find(CFB.read(book(TABLE, 'biff8'), { type: 'array' }), 'Workbook')?.content
  if (!stream) throw new Error('The workbook has no stream')
  const bytes = Uint8Array.from(stream as Uint8Array)
  const begins = 4 + (bytes[2] ?? 0)
  const pass = [0x2f, 0, 54, 0, 1, 0, 1, 0, 1, 0, ...Array<number>(48).fill(7)]
  return compound({
    Workbook: Uint8Array.from([...bytes.slice(0, begins), ...pass, ...bytes.slice(begins)]),
  })
}

const half = (bytes: Uint8Array) => bytes.slice(0, bytes.length / 2)
const archive = (...names: string[]) =>
  zipSync(Object.fromEntries(names.map((name) => [name, strToU8('x')])))

/** The systems that give a figure, sorted by it and ranked anew, with their place on the TOP500 beside it. */
function rankedBy(label: string): Cell[][] {
  const [header = [], ...rows] = TABLE
  const column = at(label)
  return [
    ['Rank', 'TOP500 Rank', ...header.slice(1)],
    ...rows
      .filter((cells) => cells[column] !== null)
      .sort((a, b) => Number(b[column]) - Number(a[column]))
      .map(([rank = null, ...cells], index) => [index + 1, rank, ...cells]),
  ]
}

const HTML = '<!DOCTYPE html>\n<html><head><title>TOP500 – Sign in</title></head></html>'
const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])
const JPEG = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0])

type Wrong = readonly [what: string, name: string, bytes: Uint8Array, code: string, says: RegExp]

const WRONG: readonly Wrong[] = [
  ['an empty file', 'TOP500_202111.xlsx', new Uint8Array(), 'empty-file', /not a single byte/],
  ['nothing but spaces', 'list.csv', utf8(' \n \r\n'), 'no-header', /No row names the columns/],
  ['a picture (PNG)', 'TOP500_202111.xls', PNG, 'picture', /^This is a picture \(PNG\)/],
  ['a photograph', 'list.csv', JPEG, 'picture', /^This is a picture \(JPEG\)/],
  ['a drawing', 'list.csv', utf8('<?xml version="1.0"?>\n<svg/>'), 'picture', /picture \(SVG\)/],
  ['a PDF', 'list.pdf', utf8('%PDF-1.7\n%âã'), 'pdf', /^This is a PDF/],
  [
    'a page saved as .xls',
    'TOP500_202111.xls',
    utf8(HTML),
    'html-page',
    /an HTML page without a table of the list, whatever/,
  ],
  ['such a page in UTF-16', 'TOP500_202111.xls', utf16(HTML), 'html-page', /an HTML page/],
  ['a table saved as .xls', 'a.xls', utf8('\n <table><tr><td>1'), 'html-page', /an HTML page/],
  ['an XML spreadsheet', 'a.xls', book([['x']], 'xlml'), 'no-header', /No row names/],
  ['a JSON file', 'a.csv', utf8('[{"rank": 1}]'), 'json-file', /a JSON file/],
  ['a letter', 'a.csv', utf8('{\\rtf1 Dear'), 'text-document', /a text document/],
  ['a packed list', 'a.csv.gz', Uint8Array.from([0x1f, 0x8b, 8]), 'gzip', /Unpack it/],
  [
    'a text with zero bytes',
    'a.csv',
    utf8('Rank,Site\0,Rmax'),
    'binary-file',
    /bytes that no text/,
  ],
  ['a workbook with a password', 'a.xls', locked(), 'password-protected', /by a password/],
  [
    'a newer workbook with a password',
    'a.xlsx',
    compound({ EncryptionInfo: utf8('x'), EncryptedPackage: new Uint8Array(5000) }),
    'password-protected',
    /a password-protected workbook/,
  ],
  [
    'a letter of 1997',
    'a.xls',
    compound({ WordDocument: new Uint8Array(5000) }),
    'text-document',
    /a Word document/,
  ],
  ['a binary workbook', 'a.xlsb', book([['x']], 'xlsb'), 'no-header', /No row names/],
  ['an OpenDocument table', 'a.ods', book([['x']], 'ods'), 'no-header', /No row names/],
  ['a feed', 'a.xml', utf8('<rss version="2.0"/>'), 'xml-file', /not the XML of a TOP500 list/],
  ['a newer letter', 'a.xlsx', archive('word/document.xml'), 'text-document', /a Word document/],
  ['a presentation', 'a.xlsx', archive('ppt/slides/1.xml'), 'presentation', /a presentation/],
  ['an archive of lists', 'a.zip', archive('TOP500_202111.csv'), 'archive', /Unpack it/],
  ['half a workbook', 'a.xlsx', half(book(TABLE)), 'truncated-archive', /breaks off/],
  ['half an old one', 'a.xls', half(book(TABLE, 'biff8')), 'truncated-workbook', /breaks off/],
  [
    'its first sector',
    'a.xls',
    book(TABLE, 'biff8').slice(0, 300),
    'truncated-workbook',
    /complete/,
  ],
  [
    'half a list',
    'TOP500_202111.csv',
    utf8(snapshotText('2021-11').split('\n').slice(0, 251).join('\n')),
    'incomplete-list',
    /250 systems; a published list has 500.*first rank that is missing is 251.*Download the file again/,
  ],
  [
    'a list cut in a name',
    'TOP500_202111.csv',
    utf8(`${snapshotText('2021-11').slice(0, 2000)}\n9,,,,"Perl`),
    'unbalanced-quotes',
    /a quotation mark is opened and not closed/,
  ],
  ['a workbook of nothing', 'a.xlsx', book([[]]), 'empty-workbook', /no cell with anything/],
  [
    'a Green500 workbook',
    'TOP500_202111.xlsx',
    book(rankedBy('Energy Efficiency [GFlops/W]')),
    'green500-list',
    /^This is a Green500 list/,
  ],
  [
    'an old Green500 workbook',
    'green500.xls',
    book(rankedBy('Energy Efficiency [GFlops/W]'), 'biff8'),
    'green500-list',
    /^This is a Green500 list/,
  ],
  [
    'an HPCG workbook',
    'TOP500_202111.xlsx',
    book(rankedBy('HPCG [TFlop/s]')),
    'hpcg-list',
    /^This is an HPCG list/,
  ],
  [
    'the academic part of a list',
    'TOP500_202111.xlsx',
    book(table(SYSTEMS.filter(({ segment }) => segment === 'Academic'))),
    'part-of-a-list',
    /^This is a part of a list: \d+ systems, and every system has the segment “Academic”/,
  ],
  ['a table of something else', 'a.xlsx', book([['Day', 'Sum']]), 'no-header', /No row names/],
  [
    'nine megabytes',
    'a.csv',
    new Uint8Array(9 * 1024 * 1024),
    'file-too-large',
    /has 9\.0 MB; at most 8 MB are read/,
  ],
]

describe('a wrong file is named for what it is', () => {
  test.each(WRONG)('%s (%s)', (_, fileName, bytes, code, says) => {
    const outcome = importList(bytes, { fileName })
    const issues = outcome.ok ? outcome.value.issues : outcome.error
    expect(issues[0]).toMatchObject({ severity: 'error', code })
    expect(`${issues[0]?.message} ${issues[0]?.remedy}`).toMatch(says)
    if (outcome.ok) expect(outcome.value.edition).toBe(null)
  })

  test.each(['biff8', 'xlsx'] as const)(
    'and a right one, as %s, is taken whatever its name says',
    (type) => {
      const outcome = importList(book(TABLE, type), { fileName: 'holiday.jpg' })
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.error))
      expect(outcome.value.issues).toEqual([])
      expect(outcome.value.edition?.systems).toEqual(SYSTEMS)
    },
  )
})

describe('a workbook is bounded before it is read', () => {
  const parts = unzipSync(book(TABLE.slice(0, 9), 'xlsx', 'list'))
  const withPart = (name: string, bytes: Uint8Array, level: 0 | 9 = 9) =>
    zipSync({ ...parts, [name]: bytes }, { level })
  const sheet = 'xl/worksheets/sheet1.xml'
  const codes = (bytes: Uint8Array) => {
    const outcome = importList(bytes, { fileName: 'a.xlsx' })
    return (outcome.ok ? outcome.value.issues : outcome.error).map(({ code }) => code)
  }

  test('by what it inflates to, told or not', () => {
    const bomb = withPart(sheet, new Uint8Array(41 * 1024 * 1024))
    expect(bomb.length).toBeLessThan(100_000)
    expect(codes(bomb)).toEqual(['inflates-too-far'])
    // The same bomb with a directory that says each part inflates to a byte.
    const view = new DataView(bomb.buffer)
    for (let at = 0; at + 46 < bomb.length; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 1, true)
    expect(codes(bomb)).toEqual(['inflates-too-far'])
  })

  test('and what it does not need is never inflated', () => {
    expect(codes(withPart('xl/media/image1.png', new Uint8Array(45 * 1024 * 1024)))).toEqual([
      'incomplete-list',
    ])
  })

  test('by its number of parts', () => {
    const many = Object.fromEntries(Array.from({ length: 1001 }, (_, i) => [`x/${i}`, strToU8('')]))
    expect(codes(zipSync({ ...parts, ...many }))).toEqual(['inflates-too-far'])
  })

  test('by its sheets, of which hundreds may be one and the same part', () => {
    const xml = new TextDecoder().decode(parts['xl/workbook.xml'])
    const again = '<sheet name="again" sheetId="9" r:id="rId1"/>'.repeat(2000)
    const many = zipSync({
      ...unzipSync(book(TABLE, 'xlsx', 'list')),
      'xl/workbook.xml': utf8(xml.replace('</sheets>', `${again}</sheets>`)),
    })
    const outcome = importList(many, { fileName: 'a.xlsx' })
    expect(outcome.ok && outcome.value.edition?.systems).toHaveLength(500)
    expect(outcome.ok && outcome.value.issues.map(({ code }) => code)).toEqual(['other-sheets'])
  }, 20_000)

  test('by entities, which no spreadsheet program writes', () => {
    const xml = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet/>`
    expect(codes(withPart(sheet, utf8(xml)))).toEqual(['document-type'])
    expect(codes(withPart(sheet, utf16(xml)))).toEqual(['document-type'])
  })

  test('and parts with names of paths or prototypes are passed over', () => {
    const evil = { '../../evil.xml': utf8('x'), __proto__: utf8('x'), '/etc/passwd': utf8('x') }
    expect(codes(zipSync({ ...parts, ...evil }))).toEqual(['incomplete-list'])
    expect(codes(withPart('xl/worksheets/__proto__.xml', utf8('<worksheet/>')))).toEqual([
      'incomplete-list',
    ])
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  test.each(['XFD1048576', 'ZZZZZZZZ99999999999', '__proto__1', ''])(
    'and a cell that claims to stand at “%s” makes it no larger',
    (place) => {
      const xml = new TextDecoder().decode(parts[sheet]).replace('r="B2"', `r="${place}"`)
      const [first] = codes(withPart(sheet, utf8(xml)))
      expect([
        'too-many-columns',
        'too-many-rows',
        'incomplete-list',
        'broken-workbook',
        'unreadable-number',
        'row-without-rank',
      ]).toContain(first)
    },
  )
})

describe('a text is bounded', () => {
  test.each([
    ['too-many-columns', 'a million columns', ','.repeat(1_000_000)],
    ['too-many-columns', 'a million columns in quotes', '"a",'.repeat(1_000_000)],
    ['too-many-rows', 'a million rows', 'a\n'.repeat(1_000_000)],
    ['cell-too-long', 'a cell of a million letters', `Rank,Site\n1,${'x'.repeat(1_000_000)}`],
    ['cell-too-long', 'quotation marks alone', '"'.repeat(1_000_000)],
    ['unbalanced-quotes', 'a quotation mark that swallows the rest', `"${'a,b\n'.repeat(100_000)}`],
  ])('%s: %s', (code, _, text) => {
    const outcome = importList(utf8(text), { fileName: 'a.csv' })
    expect(outcome).toMatchObject({ ok: false, error: [{ severity: 'error', code }] })
  })
})

test.each([
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\me\\TOP500.xls', 'TOP500.xls'],
  ['a\u0000b\u001b\u0085\u009b.csv', 'ab.csv'],
  ['TOP500\u202exslx.exe', 'TOP500xslx.exe'],
  ['..', null],
  ['a/..', null],
  [' \n', null],
  ['Liste für Jörg.csv', 'Liste für Jörg.csv'],
  ['__proto__', '__proto__'],
  ['🦆'.repeat(200), '🦆'.repeat(120)],
])('the file name %j is kept as %j', (name, kept) => {
  expect(safeFileName(name)).toBe(kept)
})
