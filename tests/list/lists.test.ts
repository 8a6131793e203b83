import { utils, write } from '@e965/xlsx'
import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import type { Cell } from '@/lib/list/cell'
import { type ImportHints, importList } from '@/lib/list/import'
import { LIMITS } from '@/lib/list/limits'
import { parsePart } from '@/lib/list/lists'
import { caseFile, caseFolder } from './cases'
import { at, table } from './sheets'
import { snapshot } from './snapshots'

type Rows = readonly (readonly Cell[])[]

const JUNE = snapshot('2021-06')
const NOVEMBER = snapshot('2021-11')
const OLD = snapshot('1993-11')
const HEADER = table([])[0] ?? []
const rowsOf = (systems: typeof JUNE): Cell[][] => table(systems).slice(1)

const csv = (rows: Rows): Uint8Array =>
  new TextEncoder().encode(Papa.unparse(rows.map((cells) => [...cells])))
function book(...sheets: (readonly [name: string, rows: Rows])[]): Uint8Array {
  const workbook = utils.book_new()
  for (const [name, rows] of sheets)
    utils.book_append_sheet(workbook, utils.aoa_to_sheet(rows.map((cells) => [...cells])), name)
  return new Uint8Array(write(workbook, { type: 'array', bookType: 'xlsx', compression: true }))
}

function read(bytes: Uint8Array, hints: Partial<ImportHints> = {}) {
  const outcome = importList(bytes, { fileName: 'TOP500_history.csv', ...hints })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error))
  return outcome.value
}
const codes = (bytes: Uint8Array, hints: Partial<ImportHints> = {}) =>
  read(bytes, hints).issues.map(({ severity, code }) => `${severity} ${code}`)

/** Rows with cells in front that say to which list they belong. */
const beside = (cells: readonly Cell[], rows: Rows): Cell[][] =>
  rows.map((row) => [...cells, ...row])

const BOTH: readonly (readonly [how: string, bytes: Uint8Array, where: readonly string[]])[] = [
  [
    'beside columns for year and month',
    csv([
      ['Year of list', 'Month', ...HEADER],
      ...beside([2021, 6], rowsOf(JUNE)),
      ...beside([2021, 11], rowsOf(NOVEMBER)),
    ]),
    ['the rows of June 2021', 'the rows of November 2021'],
  ],
  [
    'beside a column of names, newest first',
    csv([
      ['List', ...HEADER],
      ...beside(['November 2021'], rowsOf(NOVEMBER)),
      ...beside(['June 2021'], rowsOf(JUNE)),
    ]),
    ['the rows of June 2021', 'the rows of November 2021'],
  ],
  [
    'beside a column of list numbers, rank by rank',
    csv([
      [...HEADER, 'Edition'],
      ...rowsOf(JUNE).flatMap((row, rank) => [
        [...row, 57],
        [...(rowsOf(NOVEMBER)[rank] ?? []), 58],
      ]),
    ]),
    ['the rows of June 2021', 'the rows of November 2021'],
  ],
  [
    'one below the other, each with a title and a header',
    csv([
      ['TOP500 List June 2021'],
      HEADER,
      ...rowsOf(JUNE),
      [],
      ['TOP500 List November 2021'],
      HEADER,
      ...rowsOf(NOVEMBER),
    ]),
    ['rows 3 to 502', 'rows 504 to 1005'],
  ],
  [
    'one below the other, with one header',
    csv([HEADER, ...rowsOf(JUNE), ...rowsOf(NOVEMBER)]),
    ['rows 2 to 501', 'rows 502 to 1001'],
  ],
  [
    'one below the other, from the last rank to the first',
    csv([HEADER, ...rowsOf(JUNE).reverse(), ...rowsOf(NOVEMBER).reverse()]),
    ['rows 2 to 501', 'rows 502 to 1001'],
  ],
  [
    'on two sheets',
    book(['57', table(JUNE)], ['58', table(NOVEMBER)]),
    ['sheet “57”', 'sheet “58”'],
  ],
]

describe('two lists in one file', () => {
  test.each(BOTH)('%s, are named and not mixed', (_, bytes, where) => {
    const report = read(bytes)
    expect(report.edition).toBe(null)
    expect(report.issues).toMatchObject([{ severity: 'error', code: 'several-lists' }])
    expect(report.issues[0]?.message).toBe(
      `The file holds 2 lists: June 2021 (${where[0]}), November 2021 (${where[1]}).`,
    )
    expect(report.parts).toEqual([
      { part: 1, edition: '2021-06', where: where[0], systems: 500 },
      { part: 2, edition: '2021-11', where: where[1], systems: 500 },
    ])
  })

  test.each(BOTH)('%s, come back cell for cell by their numbers', (_, bytes) => {
    for (const [part, systems] of [JUNE, NOVEMBER].entries()) {
      const report = read(bytes, { part: part + 1 })
      expect(report.issues).toEqual([])
      expect(report.parts).toEqual([])
      expect(report.edition?.systems).toEqual(systems)
    }
  })

  test.each(BOTH)('%s, are chosen by the list that they say they are', (_, bytes) => {
    expect(read(bytes, { edition: '2021-06' }).edition?.systems).toEqual(JUNE)
    expect(read(bytes, { edition: '2021-11' }).edition?.systems).toEqual(NOVEMBER)
    expect(codes(bytes, { edition: '2020-06' })).toEqual(['error several-lists'])
  })

  test('that do not say which they are are asked about one by one', () => {
    const bare = (systems: typeof JUNE) =>
      rowsOf(systems).map((row) =>
        row.map((cell, column) =>
          column === at('First Appearance') || column === at('Year') ? null : cell,
        ),
      )
    const bytes = csv([HEADER, ...bare(JUNE), ...bare(NOVEMBER)])
    expect(read(bytes).parts.map(({ edition }) => edition)).toEqual([null, null])
    expect(codes(bytes, { part: 2 })).toContain('error edition-unknown')
    const told = read(bytes, { part: 2, edition: '2021-11' })
    expect(told.edition?.systems.map(({ rmax }) => rmax)).toEqual(NOVEMBER.map(({ rmax }) => rmax))
  })

  test('are not taken for either by a file name that names one of them', () => {
    const report = read(BOTH[4]?.[1] ?? new Uint8Array(), { fileName: 'TOP500_202111.csv' })
    expect(report.parts.map(({ edition }) => edition)).toEqual(['2021-06', '2021-11'])
    expect(report.fileName).toBe('TOP500_202111.csv')
  })

  test('keep the rows of the spreadsheet in what is said of them', () => {
    const broken = rowsOf(NOVEMBER).map((row, rank) =>
      rank === 9
        ? row.map((cell, column) => (column === at('Rmax [TFlop/s]') ? 'a lot' : cell))
        : row,
    )
    const bytes = csv([HEADER, ...rowsOf(JUNE), ...broken])
    expect(read(bytes, { part: 2 }).issues[0]).toMatchObject({
      code: 'unreadable-number',
      row: 511,
      value: 'a lot',
    })
    expect(read(bytes, { part: 1 }).issues).toEqual([])
  })

  test('may be of different ages, with other columns and units', () => {
    const old = table(OLD)
    const bytes = book(['Nov 1993', old], ['58', table(NOVEMBER)], ['Notes', [['made by hand']]])
    expect(read(bytes, { part: 1 }).edition).toMatchObject({ id: '1993-11', systems: OLD })
    expect(read(bytes, { part: 2 }).edition).toMatchObject({ id: '2021-11', systems: NOVEMBER })
    expect(read(bytes, { part: 2 }).issues).toMatchObject([
      {
        code: 'other-sheets',
        message: '2 sheets were read; the workbook’s other sheet was not.',
        value: 'Notes',
      },
    ])
  })

  test.each([0, 3, 1000])('have no list %i', (part) => {
    const outcome = importList(BOTH[0]?.[1] ?? new Uint8Array(), { fileName: null, part })
    expect(outcome).toMatchObject({ ok: false, error: [{ code: 'no-such-part' }] })
  })
})

describe('a file with one list', () => {
  test('may carry columns that name it, which are no unknown ones', () => {
    const bytes = csv([
      ['Year of list', 'Month', ...HEADER],
      ...beside([2021, 11], rowsOf(NOVEMBER)),
    ])
    const report = read(bytes)
    expect(report.issues).toEqual([])
    expect(report.unknownColumns).toEqual([])
    expect(report.evidence[0]).toEqual({
      edition: '2021-11',
      from: 'columns',
      detail: 'the columns “Year of list” and “Month”',
    })
    expect(report.edition?.systems).toEqual(NOVEMBER)
  })

  test('is contradicted by columns that name another', () => {
    const bytes = csv([['List', ...HEADER], ...beside(['2016-06'], rowsOf(NOVEMBER))])
    expect(codes(bytes)).toContain('error edition-contradiction')
  })

  test('keeps the year of installation apart from a month that stands beside it', () => {
    const bytes = csv([['Month', ...HEADER], ...beside([11], rowsOf(NOVEMBER))])
    const report = read(bytes, { fileName: 'TOP500_202111.csv' })
    expect(report.edition?.systems).toEqual(NOVEMBER)
    expect(report.unknownColumns).toEqual(['Month'])
  })

  test('takes Year for the list where Month stands beside it and each list counts from rank 1', () => {
    const dated = (systems: typeof JUNE, month: string) =>
      rowsOf(systems).map((row) => [
        ...row.map((cell, column) => (column === at('Year') ? 2021 : cell)),
        month,
      ])
    const bytes = csv([
      [...HEADER, 'Month'],
      ...dated(JUNE, 'June'),
      ...dated(NOVEMBER, 'November'),
    ])
    const report = read(bytes, { part: 2 })
    expect(report.edition?.id).toBe('2021-11')
    // It is no year of installation, and is not taken for one.
    expect(new Set(report.edition?.systems.map(({ year }) => year))).toEqual(new Set([null]))
  })

  test('that stands twice, row for row, is read once and told', () => {
    const bytes = csv([HEADER, ...rowsOf(NOVEMBER), HEADER, ...rowsOf(NOVEMBER)])
    const report = read(bytes, { fileName: 'TOP500_202111.csv' })
    expect(report.edition?.systems).toEqual(NOVEMBER)
    expect(report.issues.map(({ code }) => code)).toEqual(['list-twice'])
    const sheets = book(['58', table(NOVEMBER)], ['copy', table(NOVEMBER)])
    expect(read(sheets).edition?.systems).toEqual(NOVEMBER)
    expect(codes(sheets)).toEqual(['warning other-sheets'])
  })

  test.each([
    ['a row is pasted twice', 10, 11],
    ['the first row is pasted below the last', 0, 500],
    ['the first nine rows are pasted below the last', 0, 500],
  ])('is not parted where %s', (what, from, to) => {
    const rows = rowsOf(NOVEMBER)
    const count = what.includes('nine') ? 9 : 1
    rows.splice(to, 0, ...rows.slice(from, from + count))
    const report = read(csv([HEADER, ...rows]), { fileName: 'TOP500_202111.csv' })
    expect(report.parts).toEqual([])
    expect(report.issues.filter(({ code }) => code === 'duplicate-rank')).toHaveLength(count)
  })

  test('beside a sheet of its first ten is not parted', () => {
    const bytes = book(['Top 10', table(NOVEMBER.slice(0, 10))], ['58', table(NOVEMBER)])
    expect(read(bytes).edition?.systems).toEqual(NOVEMBER)
    expect(codes(bytes)).toEqual(['warning other-sheets'])
  })

  test('in pages of a hundred, each under the header, is one', () => {
    const pages = [0, 100, 200, 300, 400].flatMap((from) => [
      HEADER,
      ...rowsOf(NOVEMBER).slice(from, from + 100),
    ])
    const report = read(csv(pages), { fileName: 'TOP500_202111.csv' })
    expect(report.issues).toEqual([])
    expect(report.edition?.systems).toEqual(NOVEMBER)
  })
})

describe('many lists', () => {
  const short = (edition: string): Cell[][] =>
    Array.from({ length: 10 }, (_, rank) => [edition, rank + 1, 'a site', 100 - rank])
  const many = (count: number) =>
    csv([
      ['List', 'Rank', 'Site', 'Rmax [TFlop/s]'],
      ...Array.from({ length: count }, (_, index) => short(String(index + 1))).flat(),
    ])

  test(`are told apart up to ${LIMITS.lists}, and refused beyond`, () => {
    expect(LIMITS.lists).toBe(16)
    expect(read(many(16)).parts).toHaveLength(16)
    expect(importList(many(17), { fileName: null })).toMatchObject({
      ok: false,
      error: [
        {
          code: 'too-many-lists',
          message: 'The file has 17 lists; at most 16 are told apart in one file.',
        },
      ],
    })
  })

  test('in any number, order and place come back as they were put in', () => {
    const editions = ['2020-06', '2020-11', '2021-06', '2021-11', '2022-06'] as const
    const drawn = fc.record({
      lists: fc.shuffledSubarray([...editions], { minLength: 2 }),
      length: fc.integer({ min: 10, max: 40 }),
      how: fc.constantFrom('column', 'stacked', 'mixed'),
      seed: fc.nat(),
    })
    fc.assert(
      fc.property(drawn, ({ lists, length, how, seed }) => {
        const parts = lists.map((id) => ({ id, systems: snapshot(id).slice(0, length) }))
        const rows = parts.flatMap(({ id, systems }) =>
          how === 'stacked'
            ? [[`The list of ${id}`], HEADER, ...rowsOf(systems)]
            : beside([id], rowsOf(systems)),
        )
        if (how === 'mixed')
          rows.sort(
            (a, b) => ((Number(a[1]) * 7919 + seed) % 31) - ((Number(b[1]) * 7919 + seed) % 31),
          )
        const bytes = csv(how === 'stacked' ? rows : [['Edition', ...HEADER], ...rows])
        const found = read(bytes).parts
        expect(new Set(found.map(({ edition }) => edition))).toEqual(new Set(lists))
        for (const { part, edition } of found) {
          const report = read(bytes, { part })
          const own = parts.find(({ id }) => id === edition)?.systems ?? []
          expect([report.rows, report.first, report.last]).toEqual([
            own.length,
            own.slice(0, 5),
            own.slice(-5),
          ])
        }
      }),
      { numRuns: 30 },
    )
  })
})

test.each([
  ['1', 1],
  ['16', 16],
  ['0', undefined],
  ['', undefined],
  ['-1', undefined],
  ['1.5', undefined],
  ['1000', undefined],
])('the number of a list in a file “%s” is %s', (text, part) => {
  expect(parsePart(text)).toBe(part)
})

describe.runIf(caseFolder)('../shared/cases', () => {
  test('17-two-lists-in-one: named as two lists, each with its own sum', () => {
    const { bytes, fileName } = caseFile('17-')
    expect(read(bytes, { fileName }).parts.map(({ edition }) => edition)).toEqual([
      '2021-06',
      '2021-11',
    ])
    expect(read(bytes, { fileName, part: 1 }).edition?.id).toBe('2021-06')
    const november = read(bytes, { fileName, part: 2 })
    expect(november.edition?.id).toBe('2021-11')
    // The sum of the 500 as counted from the published workbook.
    expect(november.rmaxSum).toBe(3036861.78377)
  })

  test('two-lists: both sheets, not the first alone', () => {
    const { bytes, fileName } = caseFile('two-lists')
    expect(read(bytes, { fileName }).parts).toEqual([
      { part: 1, edition: '2021-06', where: 'sheet “57”', systems: 500 },
      { part: 2, edition: '2021-11', where: 'sheet “58”', systems: 500 },
    ])
    expect(read(bytes, { fileName, part: 2 }).rmaxSum).toBe(3036861.78377)
  })
})
