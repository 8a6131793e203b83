import { describe, expect, it } from 'vitest'
import type { Comparison, Match } from '@/lib/compare/comparison'
import { parseSort, shownRows } from '@/lib/compare/rows'
import type { Organisation } from '@/lib/model/organisation'
import type { System } from '@/lib/model/system'

function system(rank: number, fields: Partial<System>): System {
  const blank: Partial<System> = {
    name: null,
    computer: null,
    site: null,
    manufacturer: null,
    country: null,
    power: null,
    rmax: null,
  }
  return { ...blank, ...fields, rank } as System
}

const summit = system(2, { name: 'Summit', rmax: 148600, power: 10096 })
const sierra = system(3, { name: 'Sierra', rmax: 94640, power: 7438 })
const voyager = system(10, { name: 'Voyager-EUS2', rmax: 30050 })
const eus = system(32, { name: 'Pioneer-EUS', rmax: 16590 })
const scus = system(33, { name: 'Pioneer-SCUS', rmax: 16590 })

const group = (key: string, label: string, matches: Match[]) => ({
  organisation: { key, label, hue: 'blue', shape: 'circle', aliases: [] } satisfies Organisation,
  focus: key === 'azure',
  matches,
  measures: {} as Comparison['total']['measures'],
})
const by = (name: string, partners: string[] = []) => ({
  alias: { field: 'manufacturer', name, match: partners.length ? 'partner' : 'exact' } as const,
  partners,
})

const comparison = {
  edition: '2021-11',
  ties: new Map([
    [32, { rank: 32, size: 2 }],
    [33, { rank: 32, size: 2 }],
  ]),
  groups: [
    group(
      'azure',
      'Microsoft Azure',
      [voyager, eus, scus].map((each) => ({ system: each, ...by('Microsoft Azure') })),
    ),
    group('ibm', 'IBM', [
      { system: summit, ...by('IBM') },
      { system: sierra, ...by('IBM', ['NVIDIA', 'Mellanox']) },
    ]),
    group('nvidia', 'NVIDIA', [{ system: sierra, ...by('NVIDIA', ['IBM', 'Mellanox']) }]),
  ],
} as unknown as Comparison

const ranks = (sort: string) => shownRows(comparison, sort).map((row) => row.system.rank)

describe('the rows that are shown', () => {
  it('stand in rank order, each system once', () => {
    expect(ranks('rank')).toEqual([2, 3, 10, 32, 33])
  })

  it('name every organisation for which a joint system counts, with its alias and its partners', () => {
    const row = shownRows(comparison, 'rank')[1]
    expect(
      row?.holders.map((holder) => [holder.label, holder.alias.name, holder.partners]),
    ).toEqual([
      ['IBM', 'IBM', ['NVIDIA', 'Mellanox']],
      ['NVIDIA', 'NVIDIA', ['IBM', 'Mellanox']],
    ])
  })

  it('carry the shared rank of their tie', () => {
    expect(shownRows(comparison, 'rank').map((row) => row.tie)).toEqual([
      { rank: 2, size: 1 },
      { rank: 3, size: 1 },
      { rank: 10, size: 1 },
      { rank: 32, size: 2 },
      { rank: 32, size: 2 },
    ])
  })

  it('can be sorted by any column, equal ones staying in rank order', () => {
    expect(ranks('-rank')).toEqual([33, 32, 10, 3, 2])
    expect(ranks('rmax')).toEqual([32, 33, 10, 3, 2])
    expect(ranks('-rmax')).toEqual([2, 3, 10, 32, 33])
    expect(ranks('name')).toEqual([32, 33, 3, 2, 10])
  })

  it('leave rows without the figure at the end in both directions', () => {
    expect(ranks('power')).toEqual([3, 2, 10, 32, 33])
    expect(ranks('-power')).toEqual([2, 3, 10, 32, 33])
  })

  it('stand in rank order when the column is not known', () => {
    expect(parseSort('constructor')).toBeNull()
    expect(ranks('-constructor')).toEqual([2, 3, 10, 32, 33])
  })
})
