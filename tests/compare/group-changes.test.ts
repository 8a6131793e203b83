import { describe, expect, test } from 'vitest'
import type { JointRule } from '@/lib/compare/counting'
import { changesByGroup, groupingOf, together } from '@/lib/compare/group-changes'
import { GROUPINGS } from '@/lib/link/story'
import { changesBetween } from '@/lib/record/change'
import { listOf, RECORD } from '@/tests/record/record-fixture'

function grouped(from: string, to: string, key: string, joint: JointRule = 'each') {
  const grouping = groupingOf(key)
  if (!grouping) throw new Error(`There is no grouping ${key}.`)
  return changesByGroup(changesBetween(RECORD, listOf(from), listOf(to)), grouping, joint)
}

/** Systems before, new, gone and after, and both sums of Rmax. */
function figures(key: string, label: string, joint: JointRule = 'each') {
  const group = grouped('2021-06', '2021-11', key, joint).groups.find((one) => one.label === label)
  return (
    group && [
      group.before,
      group.newcomers,
      group.gone,
      group.after,
      group.rmaxBefore,
      group.rmaxAfter,
    ]
  )
}

// Counted from data/lists with Python, by the System IDs of both lists.
describe('what changed by group from June to November 2021', () => {
  test.each([
    ['country', 'China', [188, 9, 24, 173, 541350.72188, 530072.39188]],
    ['country', 'United States', [122, 32, 5, 149, 854433.71, 986467.18]],
    ['country', 'Netherlands', [16, 5, 10, 11, 41326.65, 35872.66]],
    ['segment', 'Vendor', [13, 3, 1, 15, 151247.5, 185187.5]],
    ['segment', 'Industry', [265, 44, 51, 258, 653489.48, 762171.81]],
    ['manufacturer', 'Microsoft Azure', [4, 1, 0, 5, 66360, 96410]],
    ['built-by', 'Microsoft Azure', [4, 1, 0, 5, 66360, 96410]],
  ])('by %s is told of %s', (key, label, wanted) => {
    expect(figures(key, label)).toEqual(wanted)
  })

  test('names the groups with most systems first, and what is not given last', () => {
    const { groups } = grouped('2021-06', '2021-11', 'country')
    expect(groups.slice(0, 3).map(({ label }) => label)).toEqual([
      'China',
      'United States',
      'Japan',
    ])
    expect(grouped('2021-06', '2021-11', 'run-by').groups.at(-1)?.label).toBe('All others')
  })

  test('says which systems stayed and stand in another group now', () => {
    // DELL EMC was printed Dell EMC before, which is the same maker; systems that HPE shared with Cray became its own.
    const hpe = grouped('2021-06', '2021-11', 'manufacturer', 'first').groups.find(
      ({ label }) => label === 'HPE',
    )
    expect(hpe?.after).toBe(84)
    expect(hpe?.joined).toBeGreaterThan(0)
    expect(figures('manufacturer', 'Dell')?.[0]).toBeGreaterThan(0)
  })
})

describe('groups of two lists', () => {
  const pairs = [
    ['1993-06', '1993-11'],
    ['2003-11', '2004-06'],
    ['2019-11', '2020-06'],
    ['2021-06', '2021-11'],
    ['2004-06', '2026-06'],
    ['2021-11', '2021-11'],
  ] as const

  test('add up to the lists, each system once, and each group to itself', () => {
    for (const [from, to] of pairs)
      for (const key of GROUPINGS)
        for (const joint of ['first', 'none'] as const) {
          const { groups, total } = grouped(from, to, key, joint)
          for (const group of [...groups, total]) {
            const { before, gone, left, joined, newcomers, returned, after } = group
            expect([
              key,
              group.label,
              before - gone - left + joined + newcomers + returned,
            ]).toEqual([key, group.label, after])
          }
          const sum = together(groups)
          // Azure is one of them, and part of Microsoft, which is another.
          if (key === 'built-by' || key === 'run-by') {
            expect(sum.after).toBeGreaterThanOrEqual(500)
            continue
          }
          expect([key, joint, sum.before, sum.after]).toEqual([key, joint, 500, 500])
          expect([key, sum.newcomers, sum.returned, sum.gone]).toEqual([
            key,
            total.newcomers,
            total.returned,
            total.gone,
          ])
          expect(sum.rmaxAfter).toBeCloseTo(total.rmaxAfter, 2)
        }
  })

  test('count a system of several makers for each where that is asked', () => {
    const { groups } = grouped('2021-06', '2021-11', 'manufacturer')
    expect(together(groups).after).toBeGreaterThan(500)
  })
})
