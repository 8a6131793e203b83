import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { askEstimate } from '@/app/reported/[key]/ask'
import { estimateSentence, shapeEstimate } from '@/app/reported/[key]/shape'
import { REPORTED } from '@/data/reported/reported'
import { estimateRmax } from '@/lib/compare/estimate'
import { listOf } from '../record/record-fixture'

const asked = async (key: string, params = {}) => {
  const found = await askEstimate(key, params)
  if (!found) throw new Error(`Nothing called ${key} was announced.`)
  return found
}

describe('an estimate of the Rmax of a system that is on no list', () => {
  // Counted from data/lists with Python: Rmax over accelerator cores of the rows, a quarter from either end.
  it.each([
    ['meta-rsc-2022', '2022-06', 54, 70951.43, 86798.33, 7, 7],
    ['tesla-2021', '2021-06', 26, 65315.73, 81288.0, 5, 5],
    ['xai-colossus-2024', '2024-11', 68, 3917968.75, 4556451.61, 1, 1],
  ])('%s is, by %s, a range', async (key, list, count, low, high, lowRank, highRank) => {
    const { list: own, estimate } = await asked(key)
    expect(own.id).toBe(list)
    expect(estimate?.measured).toHaveLength(count)
    expect(estimate?.low).toBeCloseTo(low, 1)
    expect(estimate?.high).toBeCloseTo(high, 1)
    expect(estimate?.ranks).toEqual({ low: lowRank, high: highRank })
  })

  it('is told as no measurement, with its method', async () => {
    const found = await asked('meta-rsc-2022')
    expect(estimateSentence(found)).toBe(
      'An estimate, no measurement: between 71 Pflop/s and 87 Pflop/s of Rmax, were it built as assumed.',
    )
    const page = shapeEstimate(found)
    expect(page.ranks).toBe('Either bound would have ranked 7 on the list of June 2022.')
    expect(page.method[0]).toMatch(/^54 systems of June 2022 have NVIDIA Ampere accelerators/)
    expect(page.method[1]).toBe(
      'That is multiplied by 6,080 accelerators of 108 cores each, 656,640 in all.',
    )
  })

  it('is not made where the announcement names no accelerator, until the reader assumes one', async () => {
    expect(estimateSentence(await asked('openai-2020'))).toMatch(/Choose some/)
    const assumed = await asked('openai-2020', { family: 'NVIDIA Volta' })
    expect(assumed.link.each).toBe(80)
    expect(assumed.estimate).not.toBeNull()
  })

  it('is not made from too few listed systems, or absurd assumptions', async () => {
    expect(estimateSentence(await asked('tesla-2021', { list: '1993-06' }))).toMatch(
      /^The list of June 1993 has 0 systems with NVIDIA Ampere .* Choose another list/,
    )
    const { notices, link } = await asked('tesla-2021', { accelerators: '-1', share: '101' })
    expect(notices.map(({ parameter }) => parameter)).toEqual(['accelerators', 'share'])
    expect([link.accelerators, link.share]).toEqual([5760, 100])
    expect(await askEstimate('nobody', {})).toBeNull()
  })

  it('is narrower by the middle half of the listed systems than by all', () => {
    const list = listOf('2021-11')
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000 }),
        fc.integer({ min: 1, max: 100 }),
        (count, share) => {
          const by = (spread: 'half' | 'all') =>
            estimateRmax(list, {
              family: 'NVIDIA Ampere',
              accelerators: count,
              each: 108,
              share,
              spread,
            })
          const [half, all] = [by('half'), by('all')]
          expect(
            half && all && all.low <= half.low && half.low <= half.high && half.high <= all.high,
          ).toBe(true)
        },
      ),
      { numRuns: 50 },
    )
  })

  it('is offered for every system that was announced', async () => {
    for (const { key } of REPORTED) expect((await asked(key)).system.key).toBe(key)
  })
})
