import { PNG } from 'pngjs'
import { describe, expect, it } from 'vitest'
import { renderPng } from '@/lib/export/png'
import { PALETTE } from '@/lib/scene/palette'
import { drawScene, svgText } from '@/lib/scene/svg'
import { comparisonOf, KINDS, MODES, sceneOf } from '@/tests/charts/cases'

const rgb = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))

describe.each(KINDS)('%s as PNG', (kind) => {
  /** From the list to the pixels, with nothing kept from an earlier run. */
  const draw = (mode: 'light' | 'dark', background: 'paper' | 'none' = 'paper', scale = 1) => {
    const scene = sceneOf(kind, comparisonOf({}), { width: 1200, height: 675 })
    const drawing = { mode, background, fontCss: null, id: 'chart' } as const
    return PNG.sync.read(Buffer.from(renderPng(svgText(drawScene(scene, drawing)), scale)))
  }

  it.each(MODES)('has the same pixels at every run in %s mode', (mode) => {
    expect(draw(mode).data.equals(draw(mode).data)).toBe(true)
  })

  it('has a paper of its theme, or none', () => {
    const corner = ({ data }: PNG) => [...data.subarray(0, 4)]
    expect(corner(draw('light'))).toEqual([...rgb(PALETTE.paper.light), 255])
    expect(corner(draw('dark'))).toEqual([...rgb(PALETTE.paper.dark), 255])
    expect(corner(draw('light', 'none'))[3]).toBe(0)
  })

  it('has four pixels for each at twice the scale', () => {
    const { width, height } = draw('light', 'paper', 2)
    expect([width, height]).toEqual([2400, 1350])
  })

  it('sets its title in ink', () => {
    const { data, width } = draw('light')
    const [r = 0, g = 0, b = 0] = rgb(PALETTE.ink.light)
    // The band of the title: rows 30 to 70 of the left half.
    let inked = 0
    for (let y = 30; y < 70; y++)
      for (let x = 0; x < width / 2; x++) {
        const at = (y * width + x) * 4
        if (data[at] === r && data[at + 1] === g && data[at + 2] === b) inked++
      }
    expect(inked).toBeGreaterThan(1000)
  })
})
