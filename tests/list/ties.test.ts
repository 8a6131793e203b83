import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import type { Cell } from '@/lib/list/cell'
import { importList } from '@/lib/list/import'
import type { System } from '@/lib/model/system'
import { table } from './sheets'
import { snapshot } from './snapshots'

const SYSTEMS = snapshot('2021-11')

function read(rows: readonly (readonly Cell[])[]) {
  const text = Papa.unparse(rows.map((cells) => [...cells]))
  const outcome = importList(new TextEncoder().encode(text), { fileName: 'TOP500_202111.csv' })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error))
  return { ...outcome.value, codes: outcome.value.issues.map(({ code }) => code) }
}

/** The ranks of each of the ways in which ties are printed. */
const first = (system: System) => SYSTEMS.findIndex(({ rmax }) => rmax === system.rmax) + 1
const last = (system: System) => SYSTEMS.findLastIndex(({ rmax }) => rmax === system.rmax) + 1
const dense = (system: System) =>
  new Set(SYSTEMS.filter(({ rank }) => rank <= system.rank).map(({ rmax }) => rmax)).size
const tied = (system: System) => first(system) !== last(system)

const printed = (rank: (system: System) => Cell) =>
  table(SYSTEMS).map((cells, row) => {
    const system = SYSTEMS[row - 1]
    return system ? [rank(system), ...cells.slice(1)] : cells
  })

describe('ranks that are printed as shared', () => {
  test.each<[string, (system: System) => Cell]>([
    ['as the first of the tie', first],
    ['as the last of the tie', last],
    ['without gaps', dense],
    ['with =32', (system) => (tied(system) ? `=${first(system)}` : system.rank)],
    ['with 32=', (system) => (tied(system) ? `${first(system)}=` : system.rank)],
    ['with T32', (system) => (tied(system) ? `T${first(system)}` : system.rank)],
    ['with 32 (tie)', (system) => (tied(system) ? `${first(system)} (tie)` : system.rank)],
    [
      'with an apostrophe against formulas',
      (system) => (tied(system) ? `'=${first(system)}` : system.rank),
    ],
  ])('%s are one rank for each system, as the list counts', (_, rank) => {
    const report = read(printed(rank))
    expect(report.codes).toEqual(['shared-ranks'])
    expect(report.edition?.systems).toEqual(SYSTEMS)
    // 155 rows of this list are in some tie; the four Pioneers are at 32 to 35.
    expect(report.issues[0]).toMatchObject({ severity: 'warning', column: 'Rank' })
    expect(report.issues[0]?.message).toContain('155 systems share their rank with others')
  })

  test('keep the order of the file within a tie', () => {
    const rows = printed(first)
    const [pioneer = [], other = []] = [rows[32], rows[33]]
    rows[32] = other
    rows[33] = pioneer
    const report = read(rows)
    expect(report.edition?.systems.slice(31, 33).map(({ rank, name }) => [rank, name])).toEqual([
      [32, 'Pioneer-SCUS'],
      [33, 'Pioneer-EUS'],
    ])
  })

  test('among the previous ones are read, too', () => {
    const rows = table(SYSTEMS).map((cells, row) =>
      row > 0 && cells[1] !== null ? [cells[0] ?? null, `=${cells[1]}`, ...cells.slice(2)] : cells,
    )
    expect(read(rows).codes).toEqual([])
    expect(read(rows).edition?.systems).toEqual(SYSTEMS)
  })
})

describe('ranks that stand twice for another reason are refused', () => {
  test.each<[string, (rows: Cell[][]) => Cell[][]]>([
    ['a row pasted twice', (rows) => [...rows.slice(0, 34), rows[33] ?? [], ...rows.slice(34)]],
    [
      'a rank written twice over unlike Rmax',
      (rows) => rows.map((cells, row) => (row === 11 ? [10, ...cells.slice(1)] : cells)),
    ],
    [
      'a tie that is shared in no usual way',
      (rows) =>
        rows.map((cells, row) => (row >= 32 && row <= 35 ? [33, ...cells.slice(1)] : cells)),
    ],
  ])('%s', (_, change) => {
    const report = read(change(table(SYSTEMS)))
    expect(report.edition).toBe(null)
    expect(report.codes).toContain('duplicate-rank')
    expect(report.codes).not.toContain('shared-ranks')
  })

  test.each(['=x', '32x', '3=2', '==32', 'T', '32 tie'])('and “%s” is no rank', (cell) => {
    const report = read(printed((system) => (system.rank === 32 ? cell : system.rank)))
    expect(report.codes).toContain('row-without-rank')
  })
})
