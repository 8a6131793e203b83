import { describe, expect, it } from 'vitest'
import { renderPdf } from '@/lib/export/pdf'
import { drawScene } from '@/lib/scene/svg'
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

  it('has the same bytes at every run', async () => {
    expect(Buffer.from(await render()).equals(Buffer.from(await render()))).toBe(true)
  })
})
