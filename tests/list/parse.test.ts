import { describe, expect, test } from 'vitest'
import type { Cell, Sheet } from '@/lib/list/cell'
import { COLUMNS } from '@/lib/list/columns'
import { parseSheet } from '@/lib/list/parse'
import type { EditionId } from '@/lib/model/edition'
import { at, sheet, table, withCell } from './sheets'
import { snapshot } from './snapshots'

const SYSTEMS = snapshot('2021-11')
const TABLE = table(SYSTEMS)

const parse = (
  rows: readonly (readonly Cell[])[],
  rest: Partial<Omit<Sheet, 'rows'>> = {},
  answer: EditionId | null = null,
) => parseSheet(sheet(rows, rest), answer)

const codes = (rows: readonly (readonly Cell[])[], rest: Partial<Omit<Sheet, 'rows'>> = {}) =>
  parse(rows, rest).issues.map(({ severity, code }) => `${severity} ${code}`)

/** The table with a column's header renamed. */
const renamed = (label: string, header: string) => withCell(TABLE, 1, label, header)
/** The table with every cell of a column changed. */
const mapped = (label: string, change: (cell: Cell) => Cell) =>
  TABLE.map((cells, row) =>
    cells.map((cell, column) => (row > 0 && column === at(label) ? change(cell) : cell)),
  )

describe('a whole list', () => {
  test('is taken with nothing to say', () => {
    const parsed = parse(TABLE)
    expect(parsed.issues).toEqual([])
    expect(parsed.edition).toEqual({ id: '2021-11', number: 58, systems: SYSTEMS })
    expect(parsed.headerRow).toBe(1)
    expect(parsed.unknownColumns).toEqual([])
    expect(parsed.missingColumns).toEqual([])
  })

  test('is found under titles and empty lines, with empty rows and columns between', () => {
    const spread = TABLE.flatMap((cells) => [
      [null, ...cells.slice(0, 3), '', ...cells.slice(3)],
      [],
    ])
    const parsed = parse([['The TOP500 list of November 2021'], [], ...spread, [null, ' ']])
    expect(parsed.issues).toEqual([])
    expect(parsed.headerRow).toBe(3)
    expect(parsed.edition?.systems).toEqual(SYSTEMS)
  })

  test('is the same with its columns in another order and its rows shuffled', () => {
    const turned = TABLE.map((cells) => [...cells].reverse())
    const [header = [], ...rows] = turned
    const parsed = parse([header, ...rows.reverse()])
    expect(parsed.issues).toEqual([])
    expect(parsed.edition?.systems).toEqual(SYSTEMS)
  })

  test('is the same with headers in other case and spacing', () => {
    const shouted = TABLE.map((cells, row) =>
      row > 0 ? cells : cells.map((cell) => ` ${String(cell).toUpperCase().replace(' ', '  ')} `),
    )
    expect(parse(shouted).issues).toEqual([])
    expect(parse(shouted).edition?.systems).toEqual(SYSTEMS)
  })

  test('may repeat its header, as pages pasted one below the other do', () => {
    const pages = [...TABLE.slice(0, 250), TABLE[0] ?? [], ...TABLE.slice(250)]
    expect(parse(pages).issues).toEqual([])
  })

  test('may carry notes above and below, which are told', () => {
    const parsed = parse([...TABLE, ['Source: top500.org']])
    expect(parsed.edition?.systems).toHaveLength(500)
    expect(parsed.issues).toMatchObject([
      { severity: 'warning', code: 'row-without-rank', row: 502, value: 'Source: top500.org' },
    ])
  })

  test('keeps figures stored as text and texts stored as figures', () => {
    const texts = TABLE.map((cells, row) =>
      cells.map((cell) => (row > 0 && typeof cell === 'number' ? String(cell) : cell)),
    )
    const figures = mapped('System ID', (cell) => Number(cell))
    expect(parse(texts).edition?.systems).toEqual(SYSTEMS)
    expect(parse(figures).edition?.systems).toEqual(SYSTEMS)
  })

  test('keeps an identity that a program wrote with a fraction', () => {
    const parsed = parse(mapped('System ID', (cell) => `${String(cell)}.0`))
    expect(parsed.edition?.systems).toEqual(SYSTEMS)
  })
})

describe('columns', () => {
  test('that no age has are named and left out', () => {
    const parsed = parse(TABLE.map((cells, row) => [...cells, row === 0 ? '__proto__' : 'x']))
    expect(parsed.unknownColumns).toEqual(['__proto__'])
    expect(parsed.issues).toMatchObject([
      { severity: 'warning', code: 'unknown-column', row: 1, column: '__proto__' },
    ])
    expect(parsed.edition?.systems).toEqual(SYSTEMS)
    expect(Object.getPrototypeOf(parsed.edition?.systems[0])).toBe(Object.prototype)
  })

  test('that the published list has and the file has not are named', () => {
    const fewer = TABLE.map((cells) => cells.filter((_, column) => column !== at('Power [kW]')))
    const parsed = parse(fewer)
    expect(parsed.missingColumns).toEqual(['Power [kW]'])
    expect(parsed.issues).toMatchObject([{ severity: 'warning', code: 'absent-column' }])
    expect(parsed.edition?.systems[0]?.power).toBe(null)
  })

  test.each(['Rank', 'Rmax [TFlop/s]'])('without %s are refused', (label) => {
    const fewer = TABLE.map((cells) => cells.filter((_, column) => column !== at(label)))
    expect(parse(fewer).edition).toBe(null)
    expect(codes(fewer)).toContain('error missing-column')
  })

  test.each(['Country', 'Manufacturer', 'Site'])('without %s are taken with a warning', (label) => {
    const fewer = TABLE.map((cells) => cells.filter((_, column) => column !== at(label)))
    expect(codes(fewer)).toEqual(['warning missing-column'])
    expect(parse(fewer).edition?.systems).toHaveLength(500)
  })

  test('that stand twice and agree are told, and asked about where they differ', () => {
    const twice = TABLE.map((cells) => [...cells, cells[at('Rmax [TFlop/s]')] ?? null])
    expect(codes(twice)).toEqual(['warning repeated-column'])
    const last = twice[0]?.length ?? 0
    const differ = twice.map((cells, row) =>
      cells.map((cell, column) => (row === 7 && column === last - 1 ? 1 : cell)),
    )
    expect(parse(differ).edition).toBe(null)
    expect(parse(differ).issues).toMatchObject([
      { severity: 'error', code: 'repeated-column', row: 8, column: 'Rmax [TFlop/s]', value: '1' },
    ])
  })
})

describe('units', () => {
  const gigaflops = (edition: '2010-11' | '2021-11', header: string) =>
    table(snapshot(edition)).map((cells, row) =>
      cells.map((cell, column) => {
        const label = COLUMNS[column]?.label ?? ''
        if (!/^R(?:max|peak)/.test(label)) return cell
        if (row === 0) return header.replace('R', label.slice(0, label.indexOf(' ')))
        return typeof cell === 'number' ? Number(`${cell}e3`) : cell
      }),
    )

  test('are GFlop/s without a word until November 2016', () => {
    const parsed = parse(gigaflops('2010-11', 'R'), { fileName: 'TOP500_201011.xls' })
    expect(parsed.rmaxUnit).toEqual({ label: 'GFlop/s', from: 'age' })
    expect(parsed.edition?.systems).toEqual(snapshot('2010-11'))
  })

  test('stay open where the list is unknown', () => {
    expect(parse(gigaflops('2010-11', 'R')).rmaxUnit).toBe(null)
    expect(parse(gigaflops('2010-11', 'R')).edition).toBe(null)
  })

  test('are what the header says, whatever the age', () => {
    const parsed = parse(gigaflops('2021-11', 'R (GFlops)'))
    expect(parsed.rmaxUnit).toEqual({ label: 'GFlop/s', from: 'header' })
    expect(parsed.issues).toEqual([])
    expect(parsed.edition?.systems).toEqual(SYSTEMS)
  })

  test('that a later header does not name are told as assumed', () => {
    const parsed = parse(renamed('Rmax [TFlop/s]', 'Rmax'))
    expect(parsed.rmaxUnit).toEqual({ label: 'TFlop/s', from: 'assumed' })
    expect(parsed.issues).toMatchObject([{ severity: 'warning', code: 'unit-assumed' }])
  })

  test('that nobody knows are refused', () => {
    expect(codes(renamed('Rmax [TFlop/s]', 'Rmax [miles]'))).toEqual(['error unknown-unit'])
  })
})

describe('a cell', () => {
  test('that is no number refuses the list where the list needs it, with row, column, value and remedy', () => {
    const parsed = parse(withCell(TABLE, 12, 'Rmax [TFlop/s]', 'about 20'))
    expect(parsed.edition).toBe(null)
    expect(parsed.issues[0]).toEqual({
      severity: 'error',
      code: 'unreadable-number',
      row: 12,
      column: 'Rmax [TFlop/s]',
      value: 'about 20',
      message: 'Row 12, column “Rmax [TFlop/s]”: “about 20” is not a number from 0 up.',
      remedy: 'Correct the cell, or compare the row with the published file.',
    })
  })

  test('that is no number elsewhere is missing, never 0, and told', () => {
    const parsed = parse(withCell(TABLE, 2, 'Power [kW]', 'lots'))
    expect(parsed.edition?.systems[0]?.power).toBe(null)
    expect(parsed.issues).toMatchObject([
      {
        severity: 'warning',
        code: 'unreadable-number',
        row: 2,
        column: 'Power [kW]',
        value: 'lots',
      },
    ])
  })

  test.each([
    ['Total Cores', 0],
    ['Power [kW]', 0],
    ['Nmax', 0],
    ['Nhalf', -1],
    ['Nhalf', '-1'],
    ['Nhalf', -2],
    ['Accelerator Cores', '0'],
  ])('of %s that says %s is missing without a word', (label, value) => {
    const parsed = parse(withCell(TABLE, 2, label, value))
    expect(parsed.issues).toEqual([])
    expect(parsed.edition?.systems[0]?.[COLUMNS[at(label)]?.field ?? 'rank']).toBe(null)
  })

  test.each([-1, 1e300, true])('of Rpeak that says %s is unreadable', (value) => {
    expect(codes(withCell(TABLE, 2, 'Rpeak [TFlop/s]', value))).toEqual(['error unreadable-number'])
  })

  test('of whole numbers takes no fraction', () => {
    expect(codes(withCell(TABLE, 2, 'Total Cores', 10.5))).toEqual(['warning unreadable-number'])
    expect(codes(withCell(TABLE, 2, 'Rank', 1.5))).toContain('error incomplete-list')
  })

  test('that shows a failed formula is empty and told', () => {
    const parsed = parse(withCell(TABLE, 2, 'Site', '#REF!'))
    expect(parsed.edition?.systems[0]?.site).toBe(null)
    expect(parsed.issues).toMatchObject([{ severity: 'warning', code: 'failed-formula', row: 2 }])
  })

  test('with garbled letters is kept as printed and told', () => {
    const parsed = parse(withCell(TABLE, 2, 'Site', 'SupercomputaciÃ³n'))
    expect(parsed.edition?.systems[0]?.site).toBe('SupercomputaciÃ³n')
    expect(parsed.issues).toMatchObject([{ severity: 'warning', code: 'garbled-letters', row: 2 }])
  })

  test.each([0, null, ''])('of Rmax that says %j refuses the list', (value) => {
    expect(codes(withCell(TABLE, 2, 'Rmax [TFlop/s]', value))).toEqual(['error rmax-missing'])
  })
})

describe('ranks', () => {
  test('that are not in the order of Rmax refuse the list', () => {
    const parsed = parse(withCell(TABLE, 3, 'Rmax [TFlop/s]', 500000))
    expect(parsed.issues.map(({ code }) => code)).toEqual(['rank-order', 'rmax-above-rpeak'])
    expect(parsed.edition).toBe(null)
  })

  test('that stand twice refuse the list and name both rows', () => {
    const parsed = parse(withCell(TABLE, 3, 'Rank', 1))
    expect(parsed.issues[0]).toMatchObject({ severity: 'error', code: 'duplicate-rank', row: 3 })
    expect(parsed.issues[0]?.message).toBe('Rank 1 stands in row 2 and again in row 3.')
  })

  test.each([
    [
      499,
      'The file holds 499 systems; a published list has 500, ranked 1 to 500. The first rank that is missing is 500.',
    ],
    [
      100,
      'The file holds 100 systems; a published list has 500, ranked 1 to 500. The first rank that is missing is 101.',
    ],
  ])('that end at %d refuse the list as incomplete', (rows, message) => {
    expect(parse(TABLE.slice(0, rows + 1)).issues).toMatchObject([
      { severity: 'error', code: 'incomplete-list', message },
    ])
  })

  test('above Rpeak are only told, as two published lists have it', () => {
    expect(codes(withCell(TABLE, 2, 'Rpeak [TFlop/s]', 442009))).toEqual([
      'warning rmax-above-rpeak',
    ])
    expect(codes(withCell(TABLE, 2, 'Rpeak [TFlop/s]', 442010))).toEqual([])
  })
})

describe('a wrong list is named', () => {
  const ranked = (rows: Cell[][]) =>
    rows.map((cells, index) => cells.map((cell, column) => (column === 0 ? index + 1 : cell)))

  test('as a Green500 list by its order', () => {
    const [header = [], ...rows] = TABLE
    const column = at('Energy Efficiency [GFlops/W]')
    const green = rows
      .filter((cells) => cells[column] !== null)
      .sort((a, b) => Number(b[column]) - Number(a[column]))
    expect(codes([header, ...ranked(green)])).toEqual(['error green500-list'])
  })

  test('as an HPCG list by its order', () => {
    const [header = [], ...rows] = TABLE
    const column = at('HPCG [TFlop/s]')
    const hpcg = rows
      .filter((cells) => cells[column] !== null)
      .sort((a, b) => Number(b[column]) - Number(a[column]))
    expect(codes([header, ...ranked(hpcg)])).toEqual(['error hpcg-list'])
  })

  test.each([
    ['Green500 Rank', 'green500-list'],
    ['HPCG Rank', 'hpcg-list'],
    ['TOP500 Rank', 'other-list'],
  ])('by the header “%s”', (header, code) => {
    const rows = TABLE.map((cells, row) => [...cells, row === 0 ? header : row])
    expect(parse(rows).issues[0]).toMatchObject({ severity: 'error', code, column: header })
  })

  test.each([
    ['segment', 'Academic', 'every system has the segment “Academic”'],
    ['country', 'Germany', 'every system has the country “Germany”'],
    ['manufacturer', 'Fujitsu', 'every system has the manufacturer “Fujitsu”, the country “Japan”'],
  ] as const)('as a part of a list where %s is %s throughout', (field, value, words) => {
    const part = SYSTEMS.filter((system) => system[field] === value)
    const parsed = parse(table(part))
    expect(parsed.edition).toBe(null)
    expect(parsed.issues[0]).toMatchObject({ severity: 'error', code: 'part-of-a-list' })
    expect(parsed.issues[0]?.message).toContain(words)
  })

  test.each([
    [['Rank', 'Machine', 'GTEPS'], 'graph500-list'],
    [['IO500', 'Score'], 'io500-list'],
    [['Position', 'HPL-MxP'], 'hpl-mxp-list'],
    [['Date', 'Amount', 'Text'], 'no-header'],
    [[], 'no-header'],
  ])('by its header row %j', (header, code) => {
    expect(codes([header, [1, 2, 3]])).toEqual([`error ${code}`])
  })
})

test('thousands of bad cells are told in a few lines', () => {
  const { issues } = parse(mapped('Power [kW]', () => 'lots'))
  expect(issues).toHaveLength(21)
  expect(issues[20]).toMatchObject({ code: 'more-findings' })
  expect(issues[20]?.message).toContain('480 more findings')
})
