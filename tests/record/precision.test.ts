import { describe, expect, test } from 'vitest'
import { isSameFigure } from '@/lib/record/precision'

describe('two printed figures', () => {
  test.each([
    [93014.59388, 93014.6],
    [25495.1424, 25495.14],
    [30050, 30050],
  ])('%d and %d are one', (a, b) => {
    expect(isSameFigure(a, b)).toBe(true)
    expect(isSameFigure(b, a)).toBe(true)
  })

  test.each([
    [93014.5, 93014],
    [93014.54, 93014.6],
    [64590, 70870],
    [1649.11, 1649],
  ])('%d and %d are two', (a, b) => {
    expect(isSameFigure(a, b)).toBe(false)
    expect(isSameFigure(b, a)).toBe(false)
  })
})
