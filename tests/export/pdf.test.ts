import { describe, expect, it } from 'vitest'
import { renderPdf } from '@/lib/export/pdf'
import { drawScene } from '@/lib/scene/svg'
import { timeSceneOf } from '@/tests/charts/cases'
import { sceneOf } from '@/tests/picture/fixture'

const scene = sceneOf('rank-rmax', {}, { width: 1123, height: 794 })
const drawing = drawScene(scene, { mode: 'light', background: 'paper', fontCss: null, id: 'chart' })
const render = () =>
  renderPdf(drawing, scene.frame, { title: scene.title, subject: scene.description })

describe('a chart as PDF', () => {
  it('is one page of the frame’s size in points, with vectors and the font inside', async () => {
    const text = Buffer.from(await render()).toString('latin1')
    expect(text.slice(0, 5)).toBe('%PDF-')
    expect(text.match(/\/Type \/Page\b/g)).toHaveLength(1)
    expect(text).toContain('/MediaBox [0 0 842.25 595.5]')
    expect(text).toContain('/FontFile2')
    expect(text).toContain('Inter-Regular')
    expect(text).toContain('Inter-SemiBold')
    expect(text).not.toContain('/Subtype /Image')
  })

  it('lets paper through where a drawing does, so that words are read on a tile', async () => {
    const query = 'metric=systems&of=country&since=2021-11&until=2021-11'
    const tiles = timeSceneOf('group-tiles', query, { width: 1123, height: 794 })
    const drawn = drawScene(tiles, { mode: 'light', background: 'paper', fontCss: null, id: 'a' })
    const asText = async (node: typeof drawn) =>
      Buffer.from(
        await renderPdf(node, tiles.frame, { title: tiles.title, subject: tiles.description }),
      ).toString('latin1')
    expect(await asText(drawn)).toMatch(/\/ca 0\.24/)
    expect(await asText(drawing)).not.toMatch(/\/ca /)
  })

  it('has the same bytes at every run', async () => {
    expect(Buffer.from(await render()).equals(Buffer.from(await render()))).toBe(true)
  })
})
