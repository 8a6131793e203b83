import { describe, expect, test } from 'vitest'
import { parsePerformance, sumOf, writePerformance } from '@/lib/link/performance'

describe('an Rmax as people write it', () => {
  test.each([
    ['30.05PF', 30050],
    ['30.05 PF', 30050],
    ['96,41 Pflop/s', 96410],
    ['2 EF', 2_000_000],
    ['1.102 exaflops', 1_102_000],
    ['442,010 TFlop/s', 442_010],
    ['442.010,5 TF', 442_010.5],
    ["3'307 Tflops", 3307],
    ['59.7 Gflop/s', 0.0597],
    ['  16.59\u00a0pf ', 16590],
  ])('“%s” is %d TFlop/s', (text, tflops) => {
    const read = parsePerformance(text)
    expect(read && sumOf(read)).toBe(tflops)
  })

  test.each([
    '',
    '30.05',
    'PF',
    '30.05 km',
    '-1 PF',
    '0 PF',
    '1 PF + ',
    '1.2.3 PF',
    `${'9'.repeat(300)} PF`,
  ])('“%s” is none', (text) => {
    expect(parsePerformance(text)).toBe(null)
  })

  test('is added up where there are several, by a plus or by the space that a plus in an address means', () => {
    for (const text of ['16.59 PF + 30.05 PF', '16.59PF 30.05PF']) {
      const read = parsePerformance(text)
      expect(read).toEqual({ parts: [16590, 30050] })
      expect(read && sumOf(read)).toBe(46640)
    }
    expect(parsePerformance(Array(21).fill('1 PF').join('+'))).toBe(null)
  })

  test.each(['30.05PF', '2EF', '59.7GF', '16.59PF+30.05PF', '442.01PF'])(
    'is written in one way, which is read again: %s',
    (text) => {
      const read = parsePerformance(text)
      expect(read && writePerformance(read)).toBe(text)
    },
  )
})
