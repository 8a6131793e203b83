import { describe, expect, test } from 'vitest'
import { type Summable, sumOf } from '@/lib/list/sum'
import type { System } from '@/lib/model/system'

const systems = (field: Summable, ...figures: (number | null)[]) =>
  figures.map((figure) => ({ [field]: figure }) as unknown as System)

describe('a sum of printed figures', () => {
  test('has no digit that no list prints', () => {
    expect(sumOf(systems('rmax', 0.1, 0.2), 'rmax')).toBe(0.3)
    expect(sumOf(systems('rmax', 442010, 148600.5, null, 0.00000001), 'rmax')).toBe(590610.50000001)
  })

  test('of nothing is 0', () => {
    expect(sumOf([], 'cores')).toBe(0)
  })

  test('is exact where its digits are more than a double adds exactly', () => {
    // 150,000,001 and a half, in whole 10⁻⁸ beyond 2⁵³.
    const cores = systems('cores', 60_000_000, 50_000_000, 40_000_001, 0.5)
    expect(sumOf(cores, 'cores')).toBe(150_000_001.5)
    expect(sumOf(systems('cores', 95_000_000, 0.1, 0.2), 'cores')).toBe(95_000_000.3)
  })
})
