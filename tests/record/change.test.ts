import { describe, expect, test } from 'vitest'
import { changesBetween, previousRankAudit } from '@/lib/record/change'
import { listOf, RECORD } from './record-fixture'

const between = (from: string, to: string) => changesBetween(RECORD, listOf(from), listOf(to))

describe('what changed between two lists', () => {
  test('adds up for every pair of neighbours: each system of either stands in one part', () => {
    for (const to of RECORD.lists.slice(1)) {
      const from = RECORD.lists[to.index - 1]
      if (!from) continue
      const { newcomers, returned, gone, stayed } = changesBetween(RECORD, from, to)
      expect([to.id, newcomers.length + returned.length + stayed.length]).toEqual([to.id, 500])
      expect([to.id, gone.length + stayed.length]).toEqual([to.id, 500])
    }
  })

  test.each([
    ['2011-11', '2012-06', 167],
    ['2015-11', '2016-06', 155],
    ['2020-06', '2020-11', 44],
    ['2021-06', '2021-11', 70],
    ['2021-11', '2022-06', 39],
    ['2023-06', '2023-11', 47],
    ['2025-11', '2026-06', 43],
  ])('between %s and %s is that %d systems are new', (from, to, wanted) => {
    expect(between(from, to).newcomers).toHaveLength(wanted)
  })

  test('between June and November 2021 is that four systems were upgraded, Perlmutter first', () => {
    const upgraded = between('2021-06', '2021-11').stayed.filter((stay) => stay.upgraded.length > 0)
    expect(upgraded.map(({ after }) => [after.system.rank, after.system.name])).toEqual([
      [5, 'Perlmutter'],
      [27, 'Guru'],
      [116, 'DGX Saturn V'],
      [301, 'MN-3'],
    ])
    expect(upgraded[0]?.upgraded[0]).toEqual({ field: 'rmax', before: 64590, after: 70870 })
  })

  test('is no movement inside a tie: the Pioneers of Azure all fall from =26 to =32', () => {
    const pioneers = between('2021-06', '2021-11').stayed.filter(({ after }) =>
      after.system.name?.startsWith('Pioneer-'),
    )
    expect(pioneers.map(({ moved }) => moved)).toEqual([-6, -6, -6, -6])
    for (const to of RECORD.lists.slice(1)) {
      const from = RECORD.lists[to.index - 1]
      if (!from) continue
      const byPlaces = new Map<string, number>()
      for (const { before, after, moved } of changesBetween(RECORD, from, to).stayed) {
        const places = `${before.system.rmax} ${after.system.rmax}`
        expect(byPlaces.get(places) ?? moved).toBe(moved)
        byPlaces.set(places, moved)
      }
    }
  })

  test('is nothing between a list and itself', () => {
    const { newcomers, returned, gone, stayed } = between('2021-11', '2021-11')
    expect([newcomers.length, returned.length, gone.length]).toEqual([0, 0, 0])
    expect(stayed.every(({ moved, upgraded }) => moved === 0 && upgraded.length === 0)).toBe(true)
  })
})

describe('the previous ranks that a list prints', () => {
  test('disagree with the list before on 344 rows of June 2024, ties set aside', () => {
    const found = previousRankAudit(RECORD, listOf('2024-06'))
    expect(found).toHaveLength(344)
    const [first] = found
    expect(first?.stood?.list.id).toBe('2023-11')
    expect(first?.there?.list.id).toBe('2023-11')
    expect(first?.there?.system.rank).toBe(first?.printed)
  })

  test('agree on every row of November 2021', () => {
    expect(previousRankAudit(RECORD, listOf('2021-11'))).toEqual([])
  })

  test('are not asked of the first list, nor of one whose predecessor is missing', () => {
    expect(previousRankAudit(RECORD, listOf('1993-06'))).toEqual([])
  })
})
