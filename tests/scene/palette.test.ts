import { describe, expect, it } from 'vitest'
import type { Hue } from '@/lib/model/organisation'
import { contrast, difference, type Vision } from '@/lib/scene/colour'
import { type Mode, PALETTE, paletteCss } from '@/lib/scene/palette'

const HUES: readonly Hue[] = ['blue', 'orange', 'green', 'red', 'purple', 'sky', 'brown', 'pink']
const VISIONS: readonly Vision[] = ['normal', 'protanopia', 'deuteranopia', 'tritanopia']
const MODES: readonly Mode[] = ['light', 'dark']

const pairs = HUES.flatMap((a, at) => HUES.slice(at + 1).map((b) => [a, b] as const))

describe('contrast', () => {
  it('is 21 between black and white and 1 between equals', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
    expect(contrast('#767676', '#767676')).toBe(1)
    // The grey that WCAG's own examples name as the lightest that passes on white.
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2)
  })
})

describe.each(MODES)('the palette in %s mode', (mode) => {
  const value = (role: keyof typeof PALETTE) => PALETTE[role][mode]

  it.each(['ink', 'muted'] as const)('writes words in %s at 4.5:1 or more', (role) => {
    expect(contrast(value(role), value('paper'))).toBeGreaterThanOrEqual(4.5)
  })

  it.each(HUES)('draws %s at 3:1 or more', (hue) => {
    expect(contrast(value(hue), value('paper'))).toBeGreaterThanOrEqual(3)
  })

  it.each(VISIONS)('keeps every two hues apart for %s vision', (vision) => {
    const near = pairs.filter(([a, b]) => difference(value(a), value(b), vision) < 8)
    expect(near).toEqual([])
  })

  it.each(VISIONS)('keeps every hue apart from the grey of the context for %s vision', (vision) => {
    expect(HUES.filter((hue) => difference(value(hue), value('context'), vision) < 8)).toEqual([])
  })

  it('gives every colour a custom property', () => {
    expect(paletteCss(mode)).toContain(`--paint-blue:${value('blue')};`)
    expect(paletteCss(mode).match(/--paint-/g)).toHaveLength(14)
  })
})
