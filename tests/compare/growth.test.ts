import { describe, expect, test } from 'vitest'
import { backtest, type Dated, fitGrowth } from '@/lib/compare/growth'
import { editionOfNumber } from '@/lib/model/edition'
import { RECORD } from '../record/record-fixture'

/** Figures of as many lists from June 1993 on; June and November are five and seven months apart. */
const figures = (values: readonly number[]): Dated[] =>
  values.map((value, index) => {
    const edition = editionOfNumber(index + 1)
    if (!edition) throw new Error('There is no such list.')
    return { edition, value }
  })
/** Doubling every year, at the dates of the lists. */
const doubling = (lists: number) =>
  figures(
    Array.from({ length: lists }, (_, index) => {
      const months = Math.floor(index / 2) * 12 + (index % 2) * 5
      return 2 ** (months / 12)
    }),
  )

describe('a line of growth', () => {
  test('of what doubles every year says so, without error', () => {
    const growth = fitGrowth(doubling(10))
    expect(growth?.perYear).toBeCloseTo(2, 10)
    expect(growth?.error).toBeCloseTo(0, 10)
    expect(growth?.at('1999-06')).toBeCloseTo(64, 6)
    expect([growth?.since, growth?.until, growth?.lists]).toEqual(['1993-06', '1997-11', 10])
  })

  test('is not drawn through fewer than six lists', () => {
    expect(fitGrowth(doubling(5))).toBe(null)
    expect(fitGrowth(doubling(6))).not.toBe(null)
    expect(fitGrowth(figures([1, 2, 0, 0, 3, 0, 4, 5]))).toBe(null)
  })

  test('of one that is always ten percent off, up and down, has an error of about ten percent', () => {
    const growth = fitGrowth(
      doubling(20).map(({ edition, value }, index) => ({
        edition,
        value: index % 2 ? value * 1.1 : value / 1.1,
      })),
    )
    expect(growth?.error).toBeGreaterThan(0.07)
    expect(growth?.error).toBeLessThan(0.12)
  })
})

describe('the record of forecasts', () => {
  test('of what always doubles is without error, one, three and five years ahead', () => {
    const record = backtest(doubling(30))
    expect(record.map(({ years }) => years)).toEqual([1, 3, 5])
    for (const { error } of record) expect(error).toBeCloseTo(0, 8)
    // Lists 6 to 28 have one two lists later, 6 to 24 six later, 6 to 20 ten later.
    expect(record.map(({ tries }) => tries)).toEqual([23, 19, 15])
  })

  test('of the sum of Rmax misses more the further ahead it looks', () => {
    const sums = RECORD.lists.map(({ id, rmaxSum }) => ({ edition: id, value: rmaxSum }))
    const [one, three, five] = backtest(sums).map(({ error }) => error)
    expect(one).toBeLessThan(three ?? 0)
    expect(three).toBeLessThan(five ?? 0)
  })

  test('of too few lists is none', () => {
    expect(backtest(doubling(6))).toEqual([])
  })
})
