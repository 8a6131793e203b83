import { describe, expect, it } from 'vitest'
import { layScene } from '@/lib/scene/lay'
import { linkNames } from '@/lib/scene/linked-names'
import { drawScene, svgText } from '@/lib/scene/svg'
import type { SvgNode } from '@/lib/scene/svg-node'
import { comparisonOf, figureOf } from '@/tests/charts/cases'
import { storyFigure } from '@/tests/charts/story-cases'

const DRAWN = { mode: 'page', background: 'none', fontCss: null, id: 'chart' } as const

/** A chart as it stands on its page, with links to these addresses. */
function onPage(figure: Parameters<typeof layScene>[0], width: number) {
  const scene = layScene(figure, { width, words: false })
  const drawing = drawScene(scene, DRAWN)
  const hrefOf = ({ row }: { row: string }) => `${figure.rows.page}${row}`
  return { drawing, linked: linkNames(drawing, scene, { hrefOf, look: 'quiet' }) }
}

const childrenOf = ({ children }: SvgNode) =>
  children.filter((child): child is SvgNode => typeof child !== 'string')

const linksOf = (node: SvgNode): SvgNode[] =>
  node.tag === 'a' ? [node] : childrenOf(node).flatMap(linksOf)

describe('the names in a chart of a page', () => {
  const azure = onPage(figureOf('rank-rmax', comparisonOf({})), 1120)

  it('lead to the pages of their systems: Voyager and the first of the four Pioneers that tie', () => {
    expect(linksOf(azure.linked).map(({ attrs }) => attrs.href)).toEqual([
      '/systems/2021-11-10',
      '/systems/2021-11-32',
    ])
  })

  it('lie over an image that is drawn as without them, and are no stops for the keyboard', () => {
    const [image, links] = childrenOf(azure.linked)
    expect(image?.attrs).toEqual({
      role: 'img',
      'aria-labelledby': 'chart-title',
      'aria-describedby': 'chart-desc',
    })
    expect(image?.children).toEqual(azure.drawing.children)
    expect(azure.linked.attrs.role).toBe('presentation')
    expect(links?.attrs['aria-hidden']).toBe('true')
    expect(linksOf(azure.linked).map(({ attrs }) => attrs.tabindex)).toEqual([-1, -1])
  })

  it('are as large as a finger on a phone, and inside the frame', () => {
    const { linked } = onPage(storyFigure('of-2021', 'changes-slope'), 358)
    const boxes = linksOf(linked).flatMap((link) => childrenOf(link).slice(0, 1))
    expect(boxes.length).toBeGreaterThan(0)
    for (const { attrs } of boxes) {
      expect(Number(attrs.width)).toBeGreaterThanOrEqual(44)
      expect(Number(attrs.height)).toBeGreaterThanOrEqual(44)
      expect(Number(attrs.x)).toBeGreaterThanOrEqual(0)
      expect(Number(attrs.x) + Number(attrs.width)).toBeLessThanOrEqual(358)
    }
  })

  it('are not in pictures: a drawing without pages is left as it is', () => {
    const figure = figureOf('rank-rmax', comparisonOf({}))
    const scene = layScene(figure, { width: 1200, height: 675, words: true })
    const drawing = drawScene(scene, { ...DRAWN, mode: 'light' })
    expect(linkNames(drawing, scene, { hrefOf: () => null, look: '' })).toBe(drawing)
    expect(svgText(drawing)).not.toContain('<a')
  })
})
