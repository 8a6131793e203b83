import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import type { Cell } from '@/lib/list/cell'
import { COLUMNS } from '@/lib/list/columns'
import { writeList } from '@/lib/list/csv'
import { importList } from '@/lib/list/import'
import { parseSheet } from '@/lib/list/parse'
import type { System } from '@/lib/model/system'
import { sheet, table } from './sheets'
import { snapshot } from './snapshots'

/** How a program in some country writes a CSV file. */
type Dialect = {
  delimiter: ',' | ';' | '\t'
  mark: '.' | ','
  /** What groups thousands; empty for nothing. */
  group: string
  newline: '\n' | '\r\n' | '\r'
  quotes: boolean
  turned: boolean
}

function written(value: Cell, { mark, group }: Dialect): string {
  if (typeof value !== 'number') return value === null ? '' : String(value)
  const text = String(value)
  if (text.includes('e')) return text.replace('.', mark)
  const [whole = '', fraction] = text.split('.')
  const grouped = group === '' ? whole : whole.replace(/\B(?=(?:\d{3})+$)/g, group)
  return fraction === undefined ? grouped : `${grouped}${mark}${fraction}`
}

function csv(systems: readonly System[], dialect: Dialect): string {
  const rows = table(systems).map((cells) => {
    const texts = cells.map((cell) => written(cell, dialect))
    return dialect.turned ? texts.reverse() : texts
  })
  const { delimiter, newline, quotes } = dialect
  return Papa.unparse(rows, { delimiter, newline, quotes })
}

const MARKS: readonly Pick<Dialect, 'mark' | 'group'>[] = [
  ...['', ',', ' ', '\u00a0', '\u202f', "'"].map((group) => ({ mark: '.' as const, group })),
  ...['', '.', ' ', '\u00a0', '\u202f', '’'].map((group) => ({ mark: ',' as const, group })),
]
const DIALECTS: readonly Dialect[] = MARKS.flatMap(({ mark, group }, index) =>
  ([',', ';', '\t'] as const).map(
    (delimiter, other): Dialect => ({
      delimiter,
      mark,
      group,
      newline: (['\n', '\r\n', '\r'] as const)[(index + other) % 3] ?? '\n',
      quotes: (index + other) % 2 === 0,
      turned: index % 2 === 1,
    }),
  ),
)

const said = (dialect: Dialect) => JSON.stringify(Object.values(dialect))

describe.each(['1993-11', '2021-11'])('the list of %s', (edition) => {
  const systems = snapshot(edition)

  test.each(DIALECTS.map((dialect) => [said(dialect), dialect] as const))(
    'is the same list to the last digit when saved as %s',
    (_, dialect) => {
      const bytes = new TextEncoder().encode(csv(systems, dialect))
      const report = importList(bytes, { fileName: `TOP500_${edition.replace('-', '')}.csv` })
      if (!report.ok) throw new Error(JSON.stringify(report.error))
      expect(report.value.issues.filter(({ severity }) => severity === 'error')).toEqual([])
      expect(report.value.edition?.systems).toEqual(systems)
    },
  )
})

const name = fc.option(
  fc
    .string({ minLength: 1, maxLength: 20, unit: 'grapheme' })
    .map((text) => text.replace(/\s/g, 'x')),
  { nil: null },
)
const whole = (max: number) => fc.option(fc.integer({ min: 1, max }), { nil: null })
const figure = fc.option(
  fc.oneof(
    fc.integer({ min: 1, max: 9_999_999 }),
    fc.integer({ min: 1, max: 99_999_999 }).map((value) => value / 1000),
    fc.double({ min: 1e-6, max: 1e7, noNaN: true }),
  ),
  { nil: null },
)

/** Any list of a few systems: figures of every size, names of any letters. */
const anyList: fc.Arbitrary<System[]> = fc
  .array(
    fc.record({
      texts: fc.array(name, { minLength: 25, maxLength: 25 }),
      cores: whole(9_999_999),
      nmax: whole(99_999_999),
      rmax: figure,
      rpeak: figure,
      power: figure,
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((rows) => {
    const [blank] = snapshot('2021-11')
    if (!blank) throw new Error('The snapshot of November 2021 is empty')
    return rows.map(({ texts, ...figures }, index) => {
      const system: Record<string, string | number | null> = { ...blank }
      let next = 0
      for (const { field, kind } of COLUMNS)
        system[field] = kind === 'name' ? (texts[next++ % texts.length] ?? null) : null
      return { ...system, ...figures, rank: index + 1 } as System
    })
  })
  // Only what the reader keeps of a name can come back, and how it cleans names is tested elsewhere.
  .map((systems) => [...parseSheet(sheet(table(systems)), '2021-11').systems])

const anyDialect: fc.Arbitrary<Dialect> = fc
  .record({
    marks: fc.constantFrom(...MARKS),
    delimiter: fc.constantFrom(',' as const, ';' as const, '\t' as const),
    newline: fc.constantFrom('\n' as const, '\r\n' as const, '\r' as const),
    quotes: fc.boolean(),
    turned: fc.boolean(),
  })
  .map(({ marks, ...rest }) => ({ ...marks, ...rest }))

const ASKED = ['ambiguous-decimals', 'mixed-decimals']

describe('any list', () => {
  test('written by us comes back as it was, or is asked about where one 1.001 is all that it says', () => {
    fc.assert(
      fc.property(anyList, (systems) => {
        const rows = Papa.parse<string[]>(writeList(systems), {
          delimiter: ',',
          newline: '\n',
        }).data
        const parsed = parseSheet(sheet(rows), '2021-11')
        if (parsed.issues.some(({ code }) => ASKED.includes(code)))
          expect(parsed.edition).toBe(null)
        else expect(parsed.systems).toEqual(systems)
      }),
      { numRuns: 300 },
    )
  })

  test('in any dialect comes back with the same figures, or is asked about, never with others', () => {
    fc.assert(
      fc.property(anyList, anyDialect, (systems, dialect) => {
        const { delimiter, newline } = dialect
        const rows = Papa.parse<string[]>(csv(systems, dialect), { delimiter, newline }).data
        const parsed = parseSheet(sheet(rows), '2021-11')
        if (parsed.issues.some(({ code }) => ASKED.includes(code))) {
          expect(parsed.edition).toBe(null)
          return
        }
        expect(parsed.systems).toEqual(systems)
      }),
      { numRuns: 500 },
    )
  })
})
