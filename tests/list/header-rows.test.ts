import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import type { Cell } from '@/lib/list/cell'
import { COLUMNS } from '@/lib/list/columns'
import { joinHeaderRows } from '@/lib/list/header-rows'
import { importList } from '@/lib/list/import'
import { at, sheet, table } from './sheets'
import { snapshot } from './snapshots'

type Rows = readonly (readonly Cell[])[]

const SYSTEMS = snapshot('2021-11')
const TABLE = table(SYSTEMS)
const [HEADER = [], ...ROWS] = TABLE
const LABELS = COLUMNS.map(({ label }) => label)

function read(rows: Rows, fileName = 'TOP500_202111.csv') {
  const text = Papa.unparse(rows.map((cells) => [...cells]))
  const outcome = importList(new TextEncoder().encode(text), { fileName })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error))
  return outcome.value
}
const codes = (rows: Rows) => read(rows).issues.map(({ severity, code }) => `${severity} ${code}`)

/** A label parted into its name and its unit. */
const parted = (label: string): [string, string] => {
  const [, name = label, unit = ''] = /^(.*) \[(.*)\]$/.exec(label) ?? []
  return [name, unit]
}
const NAMES = LABELS.map((label) => parted(label)[0])
const UNITS = LABELS.map((label) => parted(label)[1])
const petaflops = (rows: Rows): Cell[][] =>
  rows.map((cells) =>
    cells.map((cell, column) =>
      typeof cell === 'number' && column === at('Rmax [TFlop/s]') ? Number(`${cell}e-3`) : cell,
    ),
  )
const inPetaflops = UNITS.map((unit, column) =>
  column === at('Rmax [TFlop/s]') ? 'PFlop/s' : unit,
)

describe('units in a second row', () => {
  test.each([
    ['bare', UNITS],
    ['in square brackets', UNITS.map((unit) => (unit ? `[${unit}]` : ''))],
    ['in round brackets', UNITS.map((unit) => (unit ? `(${unit})` : ''))],
    ['beside dashes and signs', UNITS.map((unit, column) => unit || (column ? '-' : '#'))],
  ])('%s are read with the names above them', (_, units) => {
    const report = read([NAMES, units, ...ROWS])
    expect(report.issues).toEqual([])
    expect(report.headerRow).toBe(2)
    expect(report.rmaxUnit).toEqual({ label: 'TFlop/s', from: 'header' })
    expect(report.edition?.systems).toEqual(SYSTEMS)
  })

  test('are the units of the figures, whatever these lists usually mean', () => {
    const report = read([NAMES, inPetaflops, ...petaflops(ROWS)])
    expect(report.rmaxUnit).toEqual({ label: 'PFlop/s', from: 'header' })
    expect(report.edition?.systems.map(({ rmax }) => rmax)).toEqual(SYSTEMS.map(({ rmax }) => rmax))
  })

  test('that nobody knows are refused, not passed over', () => {
    const units = UNITS.map((unit, column) => (column === at('Rmax [TFlop/s]') ? '[Tera]' : unit))
    expect(codes([NAMES, units, ...ROWS])).toContain('error unknown-unit')
  })

  test('stand again on every page', () => {
    const pages = [0, 250].flatMap((from) => [
      NAMES,
      inPetaflops,
      ...petaflops(ROWS).slice(from, from + 250),
    ])
    const report = read(pages)
    expect(report.issues).toEqual([])
    expect(report.edition?.systems.at(-1)?.rmax).toBe(1649.11)
  })

  test('belong to each of two lists in one file', () => {
    const june = snapshot('2021-06')
    const rows = [
      ...[NAMES, inPetaflops, ...petaflops(table(june).slice(1))],
      ...[NAMES, inPetaflops, ...petaflops(ROWS)],
    ]
    const text = Papa.unparse(rows.map((cells) => [...cells]))
    const bytes = new TextEncoder().encode(text)
    for (const [part, systems] of [june, SYSTEMS].entries()) {
      const outcome = importList(bytes, { fileName: null, part: part + 1 })
      expect(outcome.ok && outcome.value.edition?.systems[9]?.rmax).toBe(systems[9]?.rmax)
    }
  })
})

describe('names in two rows', () => {
  const first = (label: string) => label.split(' ')[0] ?? ''
  const rest = (label: string) => label.split(' ').slice(1).join(' ')

  test('parted anywhere between their words are one name', () => {
    const report = read([LABELS.map(first), LABELS.map(rest), ...ROWS])
    expect(report.issues).toEqual([])
    expect(report.edition?.systems).toEqual(SYSTEMS)
  })

  test('with the name of a group over the first of its columns', () => {
    const grouped: Record<string, [string, string]> = {
      'Processor Technology': ['Processor', 'Technology'],
      'Processor Speed [MHz]': ['', 'Speed [MHz]'],
      'OS Family': ['OS', 'Family'],
      'Interconnect Family': ['Interconnect', 'Family'],
    }
    const above = LABELS.map((label) => grouped[label]?.[0] ?? '')
    // Columns beside a group name themselves below.
    const below = LABELS.map((label) => grouped[label]?.[1] ?? label)
    const report = read([above, below, ...ROWS])
    expect(report.issues).toEqual([])
    expect(report.edition?.systems).toEqual(SYSTEMS)
  })

  test('under names of groups that mean nothing for their columns', () => {
    const above = LABELS.map((label) => (label === 'Rmax [TFlop/s]' ? 'Performance' : ''))
    expect(read([above, LABELS, ...ROWS]).edition?.systems).toEqual(SYSTEMS)
  })

  test('and their units in a third are one header', () => {
    const words = NAMES.map((name) => [first(name), rest(name)])
    const rows = [words.map(([one = '']) => one), words.map(([, two = '']) => two), UNITS, ...ROWS]
    const report = read(rows)
    expect(report.issues).toEqual([])
    expect(report.headerRow).toBe(3)
    expect(report.edition?.systems).toEqual(SYSTEMS)
  })
})

describe('one row that names the columns', () => {
  test.each([
    ['alone', TABLE],
    ['under a title', [['TOP500 List November 2021'], ...TABLE]],
    ['above notes', [HEADER, LABELS.map((label) => `what ${label} means`), ...ROWS]],
    [
      'above figures that are texts',
      [HEADER, ...ROWS.map((cells) => cells.map((cell) => cell && String(cell)))],
    ],
    ['above another table', [HEADER, ['see below', '', 'x'], ...ROWS]],
  ])('%s stays as it is', (_, rows) => {
    const one = sheet(rows)
    expect(joinHeaderRows(one)).toBe(one)
  })

  test('and any cells at all keep their rows in their places', () => {
    const cell = fc.oneof(
      fc.constantFrom(
        'Rank',
        'Rmax',
        'TFlop/s',
        '[kW]',
        'Power',
        'Total',
        'Cores',
        'Site',
        '',
        '1',
        null,
      ),
      fc.string({ maxLength: 6 }),
    )
    const row = fc.array(cell, { maxLength: 6 })
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), (rows) => {
        const after = joinHeaderRows(sheet(rows)).rows
        expect(after).toHaveLength(rows.length)
        const changed = after.filter((cells, index) => cells !== rows[index])
        // What is changed is a header, or the row above one.
        for (const cells of changed)
          expect(cells.every((one) => one === null || typeof one === 'string')).toBe(true)
        for (const [index, cells] of rows.entries())
          if (cells.some((one) => /^\d+$/.test(String(one)))) expect(after[index]).toBe(cells)
      }),
      { numRuns: 500 },
    )
  })
})
