import { describe, expect, test } from 'vitest'
import { checkTimeline } from '@/lib/list/timeline'

const NEIGHBOURS = [
  { edition: '2021-06', rmaxSum: 2786058.8 },
  { edition: '2022-06', rmaxSum: 4403083.21 },
] as const
const of = (rmaxSum: number) => checkTimeline({ edition: '2021-11', rmaxSum }, NEIGHBOURS)

describe('a list beside its neighbours', () => {
  test('passes where its sum lies between theirs', () => {
    expect(of(3036861.78)).toEqual([])
  })

  test('is refused a thousand times too fast, with what was found, what they have, and the likely unit', () => {
    const [issue] = of(3036861780)
    expect(issue).toMatchObject({ severity: 'error', code: 'off-the-timeline', column: 'Rmax' })
    expect(issue?.message).toContain('sums to 3,040,000,000 TFlop/s')
    expect(issue?.message).toContain('June 2021 has 2,790,000 TFlop/s')
    expect(issue?.message).toContain('June 2022 has 4,400,000 TFlop/s')
    expect(issue?.remedy).toContain('look like GFlop/s')
  })

  test('is refused a thousand times too slow', () => {
    expect(of(3036.86)[0]).toMatchObject({ severity: 'error' })
    expect(of(3036.86)[0]?.remedy).toContain('look like PFlop/s')
  })

  test('is refused ten times too fast or too slow, and from three times on', () => {
    expect(of(30368617.8)[0]).toMatchObject({ severity: 'error', code: 'off-the-timeline' })
    expect(of(30368617.8)[0]?.message).toContain(
      'about 8.7 times more than its neighbours lead to expect, 3,500,000 TFlop/s',
    )
    expect(of(303686.178)[0]).toMatchObject({ severity: 'error', code: 'off-the-timeline' })
    // Halfway between both neighbours on a logarithmic scale is 3,502,462.
    expect(of(3502462 * 2.99)[0]).toMatchObject({ severity: 'warning' })
    expect(of(3502462 * 3.01)[0]).toMatchObject({ severity: 'error' })
    expect(of(3502462 / 2.99)[0]).toMatchObject({ severity: 'warning' })
    expect(of(3502462 / 3.01)[0]).toMatchObject({ severity: 'error' })
  })

  test('is only warned of where its sum is not between theirs', () => {
    expect(of(2786058)[0]).toMatchObject({ severity: 'warning', code: 'sum-out-of-order' })
    expect(of(4403084)[0]).toMatchObject({ severity: 'warning', code: 'sum-out-of-order' })
    expect(of(2786059)).toEqual([])
  })

  test('is not held against itself, nor against nothing', () => {
    const own = { edition: '2021-11', rmaxSum: 1 } as const
    expect(checkTimeline({ edition: '2021-11', rmaxSum: 3036861.78 }, [own])).toEqual([])
    expect(checkTimeline({ edition: '2021-11', rmaxSum: 3036861.78 }, [])).toEqual([])
  })

  test('years after the last known list may have grown, but not a thousandfold', () => {
    const known = [{ edition: '2015-06', rmaxSum: 362652.49 }] as const
    expect(checkTimeline({ edition: '2021-11', rmaxSum: 3036861.78 }, known)).toEqual([])
    expect(checkTimeline({ edition: '2021-11', rmaxSum: 3036861780 }, known)).toHaveLength(1)
  })
})
