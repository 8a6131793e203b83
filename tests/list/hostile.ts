import { type BookType, utils, write } from '@e965/xlsx'
import fc from 'fast-check'
import { unzipSync, zipSync } from 'fflate'
import type { Cell } from '@/lib/list/cell'
import { htmlTable, publishedXml } from './markup'
import { table } from './sheets'
import { snapshot } from './snapshots'

/** A file as somebody might send it by mistake or on purpose; `what` says how it was made. */
export type HostileFile = { what: string; name: string; bytes: Uint8Array }

type Content = Omit<HostileFile, 'name'>

const utf8 = (text: string) => new TextEncoder().encode(text)

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2)
  const view = new DataView(bytes.buffer)
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), littleEndian)
  return bytes
}

/** Encodings, right and wrong ones; what a letter too many does to Latin-1 is part of the game. */
const ENCODINGS: Readonly<Record<string, (text: string) => Uint8Array>> = {
  'UTF-8': utf8,
  'UTF-8 with BOM': (text) => utf8(`\ufeff${text}`),
  'UTF-16LE': (text) => utf16(`\ufeff${text}`, true),
  'UTF-16BE': (text) => utf16(`\ufeff${text}`, false),
  'UTF-16LE without BOM': (text) => utf16(text, true),
  'UTF-16BE marked as LE': (text) => utf16(`\ufffe${text}`, false),
  'Latin-1': (text) => Uint8Array.from(text, (char) => char.charCodeAt(0) & 0xff),
  'UTF-8 twice': (text) =>
    utf8(String.fromCharCode(...utf8(text.slice(0, 20_000))) + text.slice(20_000)),
}

/** Cells that a program may stumble over. */
export const NASTY: readonly string[] = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '__defineGetter__',
  'valueOf',
  '=1+1',
  '=HYPERLINK("http://evil.example","x")',
  "=cmd|' /C calc'!A0",
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '"',
  '""',
  "'",
  "''='",
  'NaN',
  'Infinity',
  '-Infinity',
  '1e999',
  '1e-999',
  '-0',
  '0x10',
  '9'.repeat(400),
  '9007199254740993',
  '1,2,3,4',
  '1.2.3',
  '1.234,5',
  '١٢٣',
  '½',
  '#REF!',
  'null',
  'undefined',
  'true',
  '../../etc/passwd',
  '..\\..\\windows\\win.ini',
  '<script>alert(1)</script>',
  '&lol9;',
  '{{7*7}}',
  '\u0000',
  '\u001b[2J',
  '\u202egnp.exe',
  '\ud800',
  '\ufeff',
  '\uffff',
  '👩‍👩‍👧‍👦',
  'x'.repeat(40_000),
  'sep=;',
  'Rank',
  'Rmax',
  'Rmax [TFlop/s]',
  'Green500 Rank',
  'HPCG',
]

const PATHS = [
  '../../../etc/passwd',
  'C:\\Windows\\System32\\x.csv',
  '/dev/zero',
  'CON.xls',
  '.',
  '..',
  '',
  'a\u0000.csv',
  '%2e%2e%2f.csv',
  '__proto__',
  'TOP500_202111.xlsx',
  'TOP500_202106_199311.csv',
  `${'x'.repeat(5000)}.csv`,
  '\u202exslx.TOP500_202111',
  '<img src=x onerror=alert(1)>.csv',
  "'; DROP TABLE lists; --.csv",
]
const fileName = fc.oneof(fc.constantFrom(...PATHS), fc.string({ maxLength: 40, unit: 'binary' }))

const EDITIONS = ['1993-11', '2007-11', '2011-06', '2016-11', '2021-11', '2025-06'] as const
const LISTS = new Map(EDITIONS.map((edition) => [edition, snapshot(edition)]))
const TABLES = new Map([...LISTS].map(([edition, systems]) => [edition, table(systems)]))
/** Lists of these ages, most of them cut short, as most mutations need no more rows than a few. */
const rowsOfLists = (whole: number) =>
  fc.record({
    edition: fc.constantFrom(...EDITIONS),
    rows: fc.oneof(
      { weight: 100 - whole, arbitrary: fc.integer({ min: 0, max: 24 }) },
      { weight: whole, arbitrary: fc.constant(500) },
    ),
  })
const nastyCell = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...NASTY) },
  { weight: 1, arbitrary: fc.string({ maxLength: 30, unit: 'binary' }) },
)

type Rows = Cell[][]
/** A way to spoil something; `roll` gives whole numbers below its argument. */
type Spoil<T> = {
  what: string
  change: (it: T, roll: (below: number) => number, cell: string) => T
}

/** Rolls from a drawn seed, so that one number stands for all that a mutation does. */
function rolls(seed: number): (below: number) => number {
  let state = seed | 0
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0
    return below <= 0 ? 0 : ((state >>> 8) & 0xff_ffff) % below
  }
}

const pick = <T>(items: readonly T[], roll: (below: number) => number): T | undefined =>
  items[roll(items.length)]

const put = (rows: Rows, row: number, column: number, value: Cell): Rows =>
  rows.map((cells, r) => (r === row ? cells.map((one, c) => (c === column ? value : one)) : cells))

const SPOIL_ROWS: readonly Spoil<Rows>[] = [
  {
    what: 'a header replaced',
    change: (rows, roll, cell) => put(rows, 0, roll(rows[0]?.length ?? 0), cell),
  },
  {
    what: 'cells replaced',
    change: (rows, roll, cell) => {
      let spoilt = rows
      for (let times = 1 + roll(8); times > 0; times--)
        spoilt = put(spoilt, 1 + roll(rows.length), roll(rows[0]?.length ?? 0), cell)
      return spoilt
    },
  },
  {
    what: 'a column filled',
    change: (rows, roll, cell) => {
      const column = roll(rows[0]?.length ?? 0)
      return rows.map((cells, row) =>
        cells.map((one, at) => (row > 0 && at === column ? cell : one)),
      )
    },
  },
  {
    what: 'columns added',
    change: (rows, roll, cell) => {
      const more = 1 + roll(rows.length > 100 || cell.length > 1000 ? 4 : 400)
      return rows.map((cells) => [...cells, ...Array<Cell>(more).fill(cell)])
    },
  },
  {
    what: 'cells shuffled',
    change: (rows, roll) =>
      rows.map((cells) => [...cells].sort(() => roll(2) - 0.5).slice(0, 1 + roll(40))),
  },
  { what: 'rows reversed', change: (rows) => rows.toReversed() },
  { what: 'rows doubled', change: (rows) => [...rows, ...rows] },
  {
    what: 'the header gone',
    change: (rows) => rows.slice(1),
  },
  {
    what: 'turned on its side',
    change: (rows) =>
      (rows[0] ?? []).map((_, column) => rows.map((cells) => cells[column] ?? null)),
  },
  {
    what: 'text for figures',
    change: (rows, roll) => {
      const mark = roll(2) ? ',' : '.'
      return rows.map((cells) =>
        cells.map((one) =>
          typeof one === 'number' && roll(2) ? String(one).replace('.', mark) : one,
        ),
      )
    },
  },
]

const SPOIL_TEXT: readonly Spoil<string>[] = [
  { what: 'cut off', change: (text, roll) => text.slice(0, roll(text.length)) },
  { what: 'its start gone', change: (text, roll) => text.slice(roll(text.length)) },
  {
    what: 'lines shuffled',
    change: (text, roll) =>
      text
        .split('\n')
        .map((line) => ({ line, at: roll(1 << 20) }))
        .sort((a, b) => a.at - b.at)
        .map(({ line }) => line)
        .join('\n'),
  },
  {
    what: 'quotation marks scattered',
    change: (text, roll) => {
      let spoilt = text
      for (let times = 1 + roll(5); times > 0; times--) {
        const at = roll(spoilt.length)
        spoilt = `${spoilt.slice(0, at)}"${spoilt.slice(at)}`
      }
      return spoilt
    },
  },
  { what: 'quotation marks gone', change: (text) => text.replaceAll('"', '') },
  {
    what: 'delimiters mixed',
    change: (text, roll) => text.replace(/,/g, (comma) => (roll(3) ? comma : ';')),
  },
  { what: 'CR alone', change: (text) => text.replaceAll('\n', '\r') },
  {
    what: 'line ends mixed',
    change: (text, roll) => text.replace(/\n/g, () => (roll(2) ? '\r\n' : '\r')),
  },
  {
    what: 'something put in',
    change: (text, roll, cell) => {
      const at = roll(text.length)
      return text.slice(0, at) + cell + text.slice(at)
    },
  },
  {
    what: 'a piece repeated',
    change: (text, roll) => {
      const at = roll(text.length)
      return (
        text.slice(0, at) +
        text.slice(at, at + 1 + roll(200)).repeat(1 + roll(200)) +
        text.slice(at)
      )
    },
  },
  {
    what: 'a line naming a delimiter',
    change: (text, roll) => `sep=${pick([',', ';', '"', '\\', '=', '🦆', ''], roll)}\n${text}`,
  },
]

const SPOIL_BYTES: readonly Spoil<Uint8Array>[] = [
  { what: 'cut off', change: (bytes, roll) => bytes.slice(0, roll(bytes.length)) },
  {
    what: 'bits flipped',
    change: (bytes, roll) => {
      const spoilt = bytes.slice()
      for (let times = 1 + roll(12); times > 0; times--) {
        const at = roll(spoilt.length)
        spoilt[at] = (spoilt[at] ?? 0) ^ (1 << roll(8))
      }
      return spoilt
    },
  },
  {
    what: 'bits of its first kilobyte flipped',
    change: (bytes, roll) => {
      const spoilt = bytes.slice()
      for (let times = 1 + roll(6); times > 0; times--) {
        const at = 8 + roll(Math.min(1016, spoilt.length - 8))
        if (at < spoilt.length) spoilt[at] = (spoilt[at] ?? 0) ^ (1 << roll(8))
      }
      return spoilt
    },
  },
  {
    what: 'a number set to an extreme',
    change: (bytes, roll) => {
      const spoilt = bytes.slice()
      const at = roll(spoilt.length - 4)
      const value = pick([0, 1, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff], roll) ?? 0
      if (at + 4 <= spoilt.length && at >= 0) new DataView(spoilt.buffer).setUint32(at, value, true)
      return spoilt
    },
  },
  {
    what: 'pieces exchanged',
    change: (bytes, roll) => {
      const spoilt = bytes.slice()
      const length = 1 + roll(Math.min(512, bytes.length))
      const from = roll(bytes.length - length)
      const to = roll(bytes.length - length)
      spoilt.set(bytes.slice(from, from + length), Math.max(0, to))
      return spoilt
    },
  },
  {
    what: 'a piece of zeros',
    change: (bytes, roll) => {
      const at = roll(bytes.length)
      return bytes.slice().fill(0, at, at + 1 + roll(600))
    },
  },
  {
    what: 'something behind it',
    change: (bytes, roll) => {
      const longer = new Uint8Array(bytes.length + 1 + roll(70_000))
      longer.set(bytes)
      return longer
    },
  },
]

type Draw = { spoil: number; seed: number; cell: string }
const draws = (least: number, most: number) =>
  fc.array(fc.record({ spoil: fc.nat(1000), seed: fc.integer(), cell: nastyCell }), {
    minLength: least,
    maxLength: most,
  })

function spoil<T>(
  it: T,
  ways: readonly Spoil<T>[],
  drawn: readonly Draw[],
): { it: T; what: string[] } {
  let spoilt = it
  const what: string[] = []
  for (const { spoil: number, seed, cell } of drawn) {
    const way = ways[number % ways.length]
    if (!way) continue
    spoilt = way.change(spoilt, rolls(seed), cell)
    what.push(`${way.what} (${seed}, ${JSON.stringify(cell.slice(0, 20))})`)
  }
  return { it: spoilt, what }
}

/** Quoted where it must be, by rules so simple that they are easily broken afterwards. */
const csv = (rows: Rows) =>
  rows
    .map((cells) =>
      cells
        .map((cell) => {
          const text = cell === null ? '' : String(cell)
          return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
        })
        .join(','),
    )
    .join('\n')

const spoiltRows = (whole: number) =>
  fc.tuple(rowsOfLists(whole), draws(0, 2)).map(([{ edition, rows }, drawn]) => {
    const { it, what } = spoil((TABLES.get(edition) ?? []).slice(0, rows + 1), SPOIL_ROWS, drawn)
    return { rows: it, what: [`${edition} with ${rows} rows`, ...what] }
  })

const textFile: fc.Arbitrary<Content> = fc
  .record({
    start: spoiltRows(6),
    text: draws(0, 2),
    bytes: draws(0, 1),
    encoding: fc.constantFrom(...Object.keys(ENCODINGS)),
  })
  .map(({ start, text, bytes, encoding }) => {
    const inText = spoil(csv(start.rows), SPOIL_TEXT, text)
    const encoded = ENCODINGS[encoding]?.(inText.it) ?? utf8(inText.it)
    const inBytes = spoil(encoded, SPOIL_BYTES, bytes)
    return {
      what: ['CSV', ...start.what, ...inText.what, encoding, ...inBytes.what].join(', '),
      bytes: inBytes.it,
    }
  })

/** What a text of elements may be made to say, besides all that any text may. */
const SPOIL_MARKUP: readonly Spoil<string>[] = [
  ...(
    [
      ['<', '<!DOCTYPE x [<!ENTITY lol "lol"><!ENTITY a "&lol;&lol;">]><'],
      ['>1<', '>&a;&lol9;&#x0;<'],
      ['</', '<a></'],
      ['</', '<![CDATA[<'],
      ['site>', 'site><site>'],
      ['<td>', '<td colspan="99999" rowspan="99999">'],
      ['<td>', `<td>${'<table>'.repeat(40)}`],
      ['top500', '__proto__'],
      ['>1<', `>${'<b>'.repeat(50)}<`],
    ] as const
  ).map(([search, put]) => ({
    what: `${search} → ${put.slice(0, 40)}`,
    change: (text: string) => text.replace(search, put),
  })),
  ...SPOIL_TEXT,
]

const markupFile: fc.Arbitrary<Content> = fc
  .record({
    start: rowsOfLists(6),
    html: fc.boolean(),
    text: fc.array(fc.record({ spoil: fc.nat(1000), seed: fc.integer(), cell: nastyCell }), {
      maxLength: 3,
    }),
    bytes: draws(0, 1),
    encoding: fc.constantFrom(...Object.keys(ENCODINGS)),
  })
  .map(({ start: { edition, rows }, html, text, bytes, encoding }) => {
    const systems = (LISTS.get(edition) ?? []).slice(0, rows)
    const begun = html ? htmlTable(table(systems)) : publishedXml(systems)
    const inText = spoil(begun, SPOIL_MARKUP, text)
    const inBytes = spoil(ENCODINGS[encoding]?.(inText.it) ?? utf8(inText.it), SPOIL_BYTES, bytes)
    const kind = html ? 'HTML' : 'XML'
    return {
      what: [kind, edition, `${rows} rows`, ...inText.what, encoding, ...inBytes.what].join(', '),
      bytes: inBytes.it,
    }
  })

function book(rows: Rows, bookType: BookType, sheetName: string): Uint8Array {
  const sheet = utils.aoa_to_sheet(
    // A workbook holds no longer cells, and the writer says so.
    rows.map((cells) =>
      cells.map((cell) => (typeof cell === 'string' ? cell.slice(0, 255) : cell)),
    ),
  )
  const workbook = utils.book_new()
  utils.book_append_sheet(workbook, sheet, sheetName)
  return new Uint8Array(write(workbook, { type: 'array', bookType, compression: true }))
}

const SHEETS = [
  '58',
  'TOP500_202111',
  '__proto__',
  'constructor',
  'a&b<c>"',
  '..',
  ' ',
  'ü',
] as const

/** Workbooks to begin with. Writing one takes longer than reading it, so there are few, and the same in every run. */
const BOOKS = 48

function books(types: readonly BookType[], whole: number): (number: number) => Content {
  const any = fc.record({
    start: spoiltRows(whole),
    type: fc.constantFrom(...types),
    sheet: fc.constantFrom(...SHEETS),
  })
  const made = new Map<number, Content>()
  return (number) => {
    const held = made.get(number)
    if (held) return held
    const content = fc.sample(
      any.map(({ start, type, sheet }) => ({
        what: [type, ...start.what].join(', '),
        bytes: book(start.rows, type, sheet),
      })),
      { seed: number, numRuns: 1 },
    )[0] ?? { what: 'nothing', bytes: new Uint8Array() }
    made.set(number, content)
    return content
  }
}

function spoiltBook(types: readonly BookType[], whole: number): fc.Arbitrary<Content> {
  const start = books(types, whole)
  return fc.tuple(fc.nat(BOOKS - 1), draws(0, 3)).map(([number, bytes]) => {
    const { what, bytes: begun } = start(number)
    const spoilt = spoil(begun, SPOIL_BYTES, bytes)
    return { what: [what, ...spoilt.what].join(', '), bytes: spoilt.it }
  })
}

/** What a part of a workbook may be made to say; the first of each pair is searched, the second put there. */
const SPOIL_PARTS: readonly Spoil<Record<string, Uint8Array>>[] = [
  ...(
    [
      [/<dimension ref="[^"]*"\/>/, '<dimension ref="A1:XFD1048576"/>'],
      [/<dimension ref="[^"]*"\/>/, '<dimension ref="__proto__"/>'],
      [/r="A2"/, 'r="XFD1048576"'],
      [/r="A2"/, 'r="ZZZZZZZZ99999999999"'],
      [/r="A2"/, 'r="__proto__"'],
      [/r="B1"/, 'r="A1"'],
      [/<row r="2"/, '<row r="4294967295"'],
      [/<row r="2"/, '<row r="-1"'],
      [/<row r="2"/, '<row r="1048576"'],
      [/t="s"><v>\d+/, 't="s"><v>99999999999'],
      [/t="s"><v>\d+/, 't="s"><v>-1'],
      [/t="s"><v>\d+/, 't="s"><v>__proto__'],
      [/<v>\d+/, '<f>SUM(A1:XFD1048576)</f><v>1e999'],
      [/<v>\d+/, '<v>NaN'],
      [/uniqueCount="\d+"/, 'uniqueCount="4294967295"'],
      [/<t>/, '<t>&#x0;&#xFFFFFFFF;&amp;&lol;'],
      [/<t>/, `<t>${'x'.repeat(40_000)}`],
      [/<t>/, '<t><![CDATA[<script>]]>'],
      [/<worksheet/, '<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY a "&lol;&lol;">]><worksheet'],
      [/<sst/, '<!doctype x SYSTEM "file:///etc/passwd"><sst'],
      [/<sheetData>/, `<sheetData>${'<row>'.repeat(20_000)}`],
      [/<sheetData>/, `<sheetData>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(50)}`],
      [/<sheets>/, `<sheets>${'<sheet name="x" sheetId="9" r:id="rId1"/>'.repeat(200)}`],
      [/<\/sheetData>/, ''],
      [/worksheets\/sheet1\.xml/g, '../../../../etc/passwd'],
      [/worksheets\/sheet1\.xml/g, 'http://evil.example/sheet.xml'],
      [/encoding="UTF-8"/, 'encoding="UTF-7"'],
      [/numFmtId="\d+"/g, 'numFmtId="14"'],
    ] as const
  ).map(([search, put]) => ({
    what: `${search} → ${put.slice(0, 40)}`,
    change: (parts: Record<string, Uint8Array>) =>
      Object.fromEntries(
        Object.entries(parts).map(([name, bytes]) => [
          name,
          utf8(new TextDecoder().decode(bytes).replace(search, put)),
        ]),
      ),
  })),
  {
    what: 'the text of a part spoilt',
    change: (parts, roll, cell) => {
      const name = pick(Object.keys(parts), roll) ?? ''
      const text = new TextDecoder().decode(parts[name])
      const way = pick(SPOIL_TEXT, roll)
      return { ...parts, [name]: utf8(way ? way.change(text, roll, cell) : text) }
    },
  },
  {
    what: 'a part gone',
    change: (parts, roll) => {
      const name = pick(Object.keys(parts), roll)
      return Object.fromEntries(Object.entries(parts).filter(([key]) => key !== name))
    },
  },
  {
    what: 'parts with names of paths',
    change: (parts) => ({
      ...parts,
      '../../evil.xml': utf8('x'),
      '/etc/passwd': utf8('x'),
      'xl/worksheets/../../../evil.xml': utf8('x'),
      'xl/worksheets/..\\evil.xml': utf8('x'),
      'xl/worksheets/__proto__.xml': utf8('<worksheet/>'),
      'xl/worksheets/constructor': utf8('x'),
    }),
  },
  {
    what: 'a part of another program',
    change: (parts, roll) => ({
      ...parts,
      [pick(['EncryptedPackage', 'xl/workbook.bin', 'content.xml', 'ppt/x', 'word/x'], roll) ?? '']:
        utf8('x'),
    }),
  },
  {
    what: 'parts exchanged',
    change: (parts, roll) => {
      const from = pick(Object.keys(parts), roll) ?? ''
      return { ...parts, [pick(Object.keys(parts), roll) ?? '']: parts[from] ?? utf8('') }
    },
  },
]

const archives = books(['xlsx'], 2)
const spoiltArchive: fc.Arbitrary<Content> = fc
  .tuple(fc.nat(BOOKS - 1), draws(1, 3), draws(0, 1))
  .map(([number, parts, bytes]) => {
    const { what, bytes: begun } = archives(number)
    const inParts = spoil(unzipSync(begun), SPOIL_PARTS, parts)
    const spoilt = spoil(zipSync(inParts.it, { level: 1 }), SPOIL_BYTES, bytes)
    return { what: [what, ...inParts.what, ...spoilt.what].join(', '), bytes: spoilt.it }
  })

const BEGINNINGS: readonly (readonly number[])[] = [
  [],
  [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
  [0xff, 0xfe],
  [0xfe, 0xff],
  [0xef, 0xbb, 0xbf],
  [0x09, 0x08, 0x10, 0x00, 0x00, 0x06, 0x05, 0x00],
  [0x09, 0x00, 0x04, 0x00],
  [...utf8('%PDF-1.7')],
  [...utf8('<html>')],
  [...utf8('{\\rtf1')],
  [...utf8('ID;PWXL;N;E\n')],
  [...utf8('TABLE\n0,1\n')],
  [...utf8('Rank,Site,Manufacturer,Country,Rmax\n1,')],
]
const noise: fc.Arbitrary<Content> = fc.oneof(
  fc
    .tuple(fc.constantFrom(...BEGINNINGS), fc.uint8Array({ maxLength: 4000 }))
    .map(([begins, bytes]) => ({
      what: `noise after ${begins.join(' ')}`,
      bytes: Uint8Array.from([...begins, ...bytes]),
    })),
  fc
    .array(
      fc.constantFrom(
        ...['Rank', 'Rmax', 'Site', 'Country', 'Manufacturer', 'Cores', 'Power'],
        ...[
          '1',
          '2',
          '500',
          '1.5',
          '1,5',
          '"',
          ',',
          ';',
          '\t',
          '|',
          '\n',
          '\r',
          ' ',
          '\0',
          '=',
          'é',
        ],
      ),
      { maxLength: 400 },
    )
    .map((words) => ({
      what: `words ${JSON.stringify(words.join(''))}`,
      bytes: utf8(words.join('')),
    })),
  fc
    .string({ maxLength: 2000, unit: 'binary' })
    .map((text) => ({ what: `text ${JSON.stringify(text)}`, bytes: utf8(text) })),
)

const TIMES = Number(process.env.FUZZ_TIMES ?? 1)

/** Every kind of bad file, with how many of it are tried in a run; each run has others. FUZZ_TIMES asks for more. */
export const FAMILIES: readonly { name: string; files: number; any: fc.Arbitrary<Content> }[] = [
  { name: 'texts', files: 500 * TIMES, any: textFile },
  { name: 'noise', files: 200 * TIMES, any: noise },
  { name: '.xlsx', files: 175 * TIMES, any: spoiltBook(['xlsx', 'xlsm', 'xlsb'], 4) },
  { name: '.xlsx by their parts', files: 225 * TIMES, any: spoiltArchive },
  { name: '.xls', files: 225 * TIMES, any: spoiltBook(['biff8', 'biff5'], 4) },
  {
    name: 'XML and HTML',
    files: 75 * TIMES,
    any: markupFile,
  },
  {
    name: 'other formats',
    files: 100 * TIMES,
    any: spoiltBook(
      ['biff2', 'ods', 'fods', 'html', 'sylk', 'dif', 'eth', 'prn', 'rtf', 'xlml', 'txt'],
      4,
    ),
  },
]

/** Bad files of a family; the same seed gives the same files. */
export function hostileFiles(
  family: fc.Arbitrary<Content>,
  count: number,
  seed: number,
): HostileFile[] {
  return fc
    .sample(fc.tuple(family, fileName), { numRuns: count, seed })
    .map(([content, name]) => ({ ...content, name }))
}
