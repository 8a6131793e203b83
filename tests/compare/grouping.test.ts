import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Counting, countedSystems, DEFAULT_COUNTING, JOINT } from '@/lib/compare/counting'
import { DIMENSIONS, dimensionOf, groupSystems } from '@/lib/compare/grouping'
import { sumRmax } from '@/lib/list/sum'
import type { EditionId } from '@/lib/model/edition'
import { snapshot, snapshotEditions } from '../list/snapshots'

function grouped(edition: EditionId, key: string, counting: Partial<Counting> = {}) {
  const dimension = dimensionOf(key)
  if (!dimension) throw new Error(`There is no grouping ${key}.`)
  return groupSystems(snapshot(edition), edition, dimension, { ...DEFAULT_COUNTING, ...counting })
}
const counts = (edition: EditionId, key: string, counting?: Partial<Counting>) =>
  Object.fromEntries(
    [...grouped(edition, key, counting).groups].map(([name, systems]) => [name, systems.length]),
  )
const share = (edition: EditionId, key: string, name: string) => {
  const { groups, counted } = grouped(edition, key)
  return ((sumRmax(groups.get(name) ?? []) / sumRmax(counted)) * 100).toFixed(2)
}

describe('systems by group', () => {
  test('are by country what was counted from the workbooks', () => {
    expect(counts('2004-06', 'country')).toMatchObject({
      'United States': 258,
      'United Kingdom': 36,
      Japan: 34,
    })
    expect(counts('2016-06', 'country')).toMatchObject({ China: 168, 'United States': 165 })
    expect(counts('2026-06', 'country')).toMatchObject({
      'United States': 161,
      Japan: 44,
      Germany: 41,
      China: 31,
    })
    expect(share('2004-06', 'country', 'United States')).toBe('56.31')
    expect(share('2004-06', 'country', 'Japan')).toBe('11.08')
    expect(share('2016-06', 'country', 'China')).toBe('37.27')
    expect(share('2016-06', 'country', 'United States')).toBe('30.53')
    expect(share('2026-06', 'country', 'United States')).toBe('37.54')
    expect(share('2026-06', 'country', 'China')).toBe('12.69')
  })

  test('are on November 2021 by interconnect, segment, architecture and continent what was counted', () => {
    expect(counts('2021-11', 'interconnect')).toEqual({
      'Gigabit Ethernet': 242,
      InfiniBand: 178,
      'Omni-Path': 40,
      'Custom Interconnect': 34,
      'Proprietary Network': 6,
    })
    expect(counts('2021-11', 'segment')).toEqual({
      Industry: 258,
      Research: 108,
      Academic: 76,
      Government: 31,
      Vendor: 15,
      Others: 12,
    })
    expect(counts('2021-11', 'architecture')).toEqual({ Cluster: 457, MPP: 43 })
    expect(counts('2021-11', 'continent')).toEqual({
      Asia: 226,
      'North America': 160,
      Europe: 105,
      'South America': 5,
      Oceania: 3,
      Africa: 1,
    })
  })

  test.each([
    ['2011-11', 39, '15.05'],
    ['2014-11', 75, '34.42'],
    ['2018-11', 138, '41.37'],
    ['2021-11', 150, '42.43'],
    ['2024-11', 209, '82.62'],
    ['2026-06', 274, '77.59'],
  ] as const)(
    'have on %s an accelerator %d times, with %s %% of Rmax',
    (edition, systems, rmax) => {
      expect(counts(edition, 'accelerated')['With an accelerator']).toBe(systems)
      expect(share(edition, 'accelerated', 'With an accelerator')).toBe(rmax)
    },
  )

  test.each([
    ['2021-11', { NVIDIA: 143 }],
    ['2024-11', { NVIDIA: 183, AMD: 19 }],
    ['2026-06', { NVIDIA: 237, AMD: 32, Intel: 4 }],
  ] as const)('have on %s accelerators of %j', (edition, wanted) => {
    expect(counts(edition, 'accelerator-maker')).toMatchObject(wanted)
  })

  test('of several makers count for each, for the first named, or as a group of their own', () => {
    // June 2019: Lenovo alone 173, with partners 176.
    expect(counts('2019-06', 'manufacturer').Lenovo).toBe(176)
    expect(counts('2019-06', 'manufacturer', { joint: 'none' }).Lenovo).toBe(173)
    expect(counts('2019-06', 'manufacturer', { joint: 'none' })[JOINT]).toBeGreaterThan(0)
  })

  test('that the list does not describe are told apart: no accelerators before June 2011', () => {
    expect(grouped('2010-11', 'accelerator-maker').unknown).toHaveLength(500)
    expect(grouped('2011-06', 'accelerator-maker').unknown).toHaveLength(0)
  })
})

describe('distinct designs', () => {
  test.each([
    ['2018-06', 390],
    ['2021-11', 398],
    ['2026-06', 455],
  ])('are on %s %d', (edition, wanted) => {
    expect(countedSystems(snapshot(edition), 'distinct')).toHaveLength(wanted)
    expect(countedSystems(snapshot(edition), 'every')).toHaveLength(500)
  })
})

describe('every grouping', () => {
  const rules = fc.record({
    joint: fc.constantFrom('each', 'first', 'none' as const),
    copies: fc.constantFrom('every', 'distinct' as const),
    ranks: fc.constantFrom('tied', 'printed' as const),
  }) as fc.Arbitrary<Counting>

  test('adds up to the list with each system once, under every counting rule', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...(snapshotEditions as EditionId[])),
        fc.constantFrom(...DIMENSIONS),
        rules,
        (edition, dimension, counting) => {
          const systems = snapshot(edition)
          const { groups, unknown, counted } = groupSystems(systems, edition, dimension, counting)
          const all = new Set([...unknown, ...[...groups.values()].flat()])
          expect(all.size).toBe(counted.length)
          expect(sumRmax([...all])).toBe(sumRmax(counted))
          const rows =
            unknown.length + [...groups.values()].reduce((sum, { length }) => sum + length, 0)
          if (counting.joint === 'each') expect(rows).toBeGreaterThanOrEqual(counted.length)
          else expect(rows).toBe(counted.length)
          for (const group of groups.values()) expect(new Set(group).size).toBe(group.length)
        },
      ),
      { numRuns: 60 },
    )
  })
})
