import { PNG } from 'pngjs'
import { afterAll, describe, expect, it } from 'vitest'
import { renderPng } from '@/lib/chart/png'
import { openRasterPool } from '@/lib/chart/raster-pool'
import { drawScene, svgText } from '@/lib/scene/svg'
import { sceneOf } from './fixture'

const svg = svgText(
  drawScene(sceneOf('rank-strip'), {
    mode: 'light',
    background: 'paper',
    fontCss: null,
    id: 'strip',
  }),
)

const pool = openRasterPool({ waiting: 1 })
afterAll(() => pool.close())

describe('the pool of rasterisers', () => {
  it('draws byte for byte what the rasteriser draws in one thread, at every call', async () => {
    const alone = Buffer.from(renderPng(svg, 2))
    const first = await pool.render(svg, 2)
    const second = await pool.render(svg, 2)
    expect(first.ok && alone.equals(first.value)).toBe(true)
    expect(second.ok && alone.equals(second.value)).toBe(true)
    const png = PNG.sync.read(alone)
    expect([png.width, png.height]).toEqual([2400, 1350])
  })

  it('refuses when more wait than may, and draws again when they are done', async () => {
    const outcomes = await Promise.all(Array.from({ length: 12 }, () => pool.render(svg, 1)))
    const refused = outcomes.filter((outcome) => !outcome.ok)
    expect(refused.length).toBeGreaterThan(0)
    expect(refused.length).toBeLessThan(12)
    expect(refused).toContainEqual({ ok: false, error: 'busy' })
    expect((await pool.render(svg, 1)).ok).toBe(true)
  })

  it('gives up on a picture that takes too long, and draws the next one', async () => {
    const hasty = openRasterPool({ ms: 1 })
    expect(await hasty.render(svg, 4)).toEqual({ ok: false, error: 'too-slow' })
    await hasty.close()
    expect((await pool.render(svg, 1)).ok).toBe(true)
  })

  it('throws on a drawing that is none, which is a bug, and lives on', async () => {
    await expect(pool.render('<svg', 1)).rejects.toThrow()
    expect((await pool.render(svg, 1)).ok).toBe(true)
  })
})
