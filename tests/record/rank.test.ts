import { describe, expect, test } from 'vitest'
import { placeOf } from '@/lib/record/rank'
import { RECORD } from './record-fixture'

const rank = (id: string, rmax: number) => {
  const list = RECORD.lists.find((one) => one.id === id)
  return list ? placeOf(list, rmax)?.rank : undefined
}

describe('where a performance would rank', () => {
  test.each([
    ['2016-06', 3],
    ['2019-06', 5],
    ['2020-06', 7],
    ['2021-06', 10],
    ['2021-11', 10],
    ['2022-06', 13],
    ['2023-11', 23],
    ['2025-06', 56],
    ['2026-06', 78],
  ])('30,050 TFlop/s takes on %s rank %d', (id, wanted) => {
    expect(rank(id, 30050)).toBe(wanted)
  })

  test.each([
    ['2019-06', 2],
    ['2020-06', 3],
    ['2021-11', 3],
    ['2022-06', 5],
    ['2023-11', 10],
    ['2026-06', 27],
  ])('96,410 TFlop/s takes on %s rank %d', (id, wanted) => {
    expect(rank(id, 96410)).toBe(wanted)
  })

  test('is the first of the printed ranks of its tie for every row of every list', () => {
    for (const list of RECORD.lists)
      for (const { rank: printed, rmax } of list.systems) {
        if (rmax === null) continue
        const first = list.systems.find((other) => other.rmax === rmax)?.rank
        expect([list.id, printed, placeOf(list, rmax)?.rank]).toEqual([list.id, printed, first])
      }
  })

  test('is one place further just below a system, its own place just above, and none below the last', () => {
    for (const list of RECORD.lists) {
      const [top] = list.performances
      const last = list.performances.at(-1)
      if (top === undefined || last === undefined) throw new Error('A list has no performance.')
      expect(placeOf(list, top * 2)).toEqual({ rank: 1, tied: 0 })
      expect(placeOf(list, top * 1.0000001)?.rank).toBe(1)
      expect(placeOf(list, top * 0.9999999)?.rank).toBeGreaterThan(1)
      expect(placeOf(list, last)).not.toBe(null)
      expect(placeOf(list, last * 0.9999999)).toBe(null)
    }
  })

  test('counts who shares it: four at 16,590 TFlop/s in November 2021', () => {
    const list = RECORD.lists.find(({ id }) => id === '2021-11')
    expect(list && placeOf(list, 16590)).toEqual({ rank: 32, tied: 4 })
  })
})
