import { describe, expect, test } from 'vitest'
import { growthOf, growthWords, placesOf, takenBy, topSpans, topWords } from '@/lib/compare/places'
import { RECORD } from '@/tests/record/record-fixture'

const at = (rmax: number, id: string) =>
  placesOf(RECORD, rmax).find(({ list }) => list.id === id)?.place

describe('where a performance would rank', () => {
  test('is told for every list: 30.05 Pflop/s shared with Voyager-EUS2 since November 2021', () => {
    expect(placesOf(RECORD, 30050)).toHaveLength(67)
    expect(at(30050, '2021-06')).toEqual({ rank: 10, tied: 0 })
    expect(at(30050, '2021-11')).toEqual({ rank: 10, tied: 1 })
    expect(at(30050, '2026-06')).toEqual({ rank: 78, tied: 1 })
    expect(at(96410, '2026-06')?.rank).toBe(27)
    expect(at(1, '2026-06')).toBe(null)
  })

  test('says until when it would have been in the top 10, 100 and 500', () => {
    expect(topSpans(placesOf(RECORD, 30050)).map(topWords)).toEqual([
      'In the top 10 until November 2021',
      'Still in the top 100 in June 2026',
      'Still in the top 500 in June 2026',
    ])
    // Rank 500 took 1,649.11 TFlop/s in November 2021 and in June 2022.
    const [, , whole] = topSpans(placesOf(RECORD, 1649.11))
    expect(whole).toEqual({ top: 500, until: '2022-06', still: false })
    expect(topSpans(placesOf(RECORD, 1e-7)).map(({ until }) => until)).toEqual([null, null, null])
  })
})

describe('what a rank took', () => {
  test('is the Rmax of the system that stands there, on every list', () => {
    const took = (rank: number, edition: string) =>
      takenBy(RECORD, rank).find((one) => one.edition === edition)?.value
    expect(took(10, '1993-06')).toBe(0.0137)
    expect(took(10, '2026-06')).toBe(434900)
    expect(took(100, '2021-11')).toBe(4788.19)
    expect(took(500, '2024-11')).toBe(2310.23)
  })

  test('has its growth fitted, with the span and the error said', () => {
    const growth = growthOf(takenBy(RECORD, 500))
    if (!growth) throw new Error('No growth was fitted.')
    expect([growth.since, growth.until, growth.lists]).toEqual(['1993-06', '2026-06', 67])
    expect(growthWords(500, growth)).toMatch(
      /^A line fitted to the 67 lists from June 1993 to June 2026 grows by \d+ % a year, from .* to .*; half of what rank 500 really took lies within \d+ % of it\./,
    )
  })
})
