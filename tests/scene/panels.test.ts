import { describe, expect, it } from 'vitest'
import { caption } from '@/lib/figure/caption'
import { neighbour } from '@/lib/scene/walk'
import { timeFigureOf, timeSceneOf } from '@/tests/charts/cases'

const QUERY = 'of=country&metric=systems&as=multiples&top=12'
const scene = (width: number) => timeSceneOf('small-multiples', QUERY, { width })

describe('small multiples', () => {
  it('have a panel for each group that is named, for the others, and for no group', () => {
    const { layout } = timeFigureOf('small-multiples', QUERY)
    if (layout.type !== 'panels') throw new Error('They have no panels.')
    expect(layout.panels).toHaveLength(13)
    // June 2026: United States 161 systems, as facts.md has it.
    expect(layout.panels[0]).toEqual({ series: 'country:United States', text: '161' })
    expect(layout.panels.at(-1)?.series).toBe('others')
  })

  it('say in their caption that all of them have one scale', () => {
    expect(caption(timeFigureOf('small-multiples', QUERY))).toContain(
      'All systems, the largest 12 countries by name, 67 TOP500 lists from June 1993 to June 2026, each in a panel on the same scale.',
    )
  })

  it('place the same figure at the same height of its panel, and the same list at the same distance', () => {
    const { marks, panels = [], frame } = scene(1120)
    expect(frame.width).toBe(1120)
    const at = (country: string, list: string) => {
      const mark = marks.find(({ id }) => id === `country:${country} ${list}`)
      const panel = panels.find(({ series }) => series === `country:${country}`)
      if (!mark || !panel) throw new Error(`${country} is not drawn in ${list}.`)
      return { x: mark.x - panel.left, y: mark.y }
    }
    const [usa, japan] = [at('United States', '2021-11'), at('Japan', '2021-11')]
    expect(japan.x).toBeCloseTo(usa.x, 6)
    // 149 systems and 32 in November 2021, in panels of one row.
    expect(japan.y).toBeGreaterThan(usa.y)
  })

  it('has axes of pixels, from the left and from the top, so that each mark’s values are its place', () => {
    const { x, y, plot, marks } = scene(1120)
    expect([x.domain, x.range]).toEqual([
      [plot.left, plot.right],
      [plot.left, plot.right],
    ])
    expect([y.domain, y.range]).toEqual([
      [plot.top, plot.bottom],
      [plot.top, plot.bottom],
    ])
    expect(marks.every((mark) => mark.values.x === mark.x && mark.values.y === mark.y)).toBe(true)
  })

  it.each([
    [358, 2],
    [720, 3],
    [1120, 4],
  ])('stand side by side as the page is wide: at %d pixels %d', (width, columns) => {
    const lefts = new Set((scene(width).panels ?? []).map(({ left }) => Math.round(left)))
    expect(lefts.size).toBe(columns)
  })

  it('are walked by the arrow keys along a panel, and up and down to the same list of the next', () => {
    const wide = scene(1120)
    const from = wide.marks.find(({ id }) => id === 'country:United States 2021-11') ?? null
    expect(neighbour(wide, from, 'ArrowRight')?.id).toBe('country:United States 2022-06')
    const [, second = ''] = (wide.panels ?? []).map(({ series }) => series)
    expect(neighbour(wide, from, 'ArrowDown')?.id).toBe(`${second} 2021-11`)
  })
})
