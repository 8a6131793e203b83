import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { caption } from '@/lib/figure/caption'
import type { PlacedMark } from '@/lib/scene/scene'
import { squarify } from '@/lib/scene/squarify'
import { neighbour } from '@/lib/scene/walk'
import { timeFigureOf, timeSceneOf } from '@/tests/charts/cases'

const areaOf = ({ left, right, top, bottom }: ReturnType<typeof squarify>[number]) =>
  (right - left) * (bottom - top)

describe('a rectangle divided among amounts', () => {
  it('is that of the paper for its example: 6, 6, 4, 3, 2, 2, 1 in 6 by 4', () => {
    const [first, second, third] = squarify([6, 6, 4, 3, 2, 2, 1], {
      left: 0,
      top: 0,
      right: 6,
      bottom: 4,
    })
    expect(first).toEqual({ left: 0, right: 3, top: 0, bottom: 2 })
    expect(second).toEqual({ left: 0, right: 3, top: 2, bottom: 4 })
    expect(third?.right).toBeCloseTo(3 + 4 / (7 / 3), 6)
  })

  it('gives each tile its share, and nothing twice', () => {
    const within = { left: 10, top: 20, right: 330, bottom: 200 }
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.01, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 40 }),
        (all) => {
          const amounts = all.sort((a, b) => b - a)
          const total = amounts.reduce((sum, one) => sum + one, 0)
          const tiles = squarify(amounts, within)
          expect(tiles).toHaveLength(amounts.length)
          for (const [at, tile] of tiles.entries()) {
            expect(areaOf(tile) / areaOf(within)).toBeCloseTo((amounts[at] ?? 0) / total, 6)
            expect(tile.left).toBeGreaterThanOrEqual(within.left - 1e-6)
            expect(tile.bottom).toBeLessThanOrEqual(within.bottom + 1e-6)
          }
        },
      ),
    )
  })
})

describe('tiles of the countries in November 2021', () => {
  const query = 'metric=systems&of=country&since=2021-11&until=2021-11&top=12'
  const figure = timeFigureOf('group-tiles', query)

  it('are as large as their systems: China 173, the United States 149, Japan 32', () => {
    const named = figure.marks.filter(({ series }) => series.startsWith('country:'))
    expect(named.slice(0, 3).map(({ series, x }) => [series, x])).toEqual([
      ['country:China', 173],
      ['country:United States', 149],
      ['country:Japan', 32],
    ])
    const { marks } = timeSceneOf('group-tiles', query, { width: 1120 })
    const area = (series: string) => {
      const mark = marks.find((one) => one.series === series)
      return mark ? (mark.x - (mark.from ?? 0)) * mark.size : 0
    }
    expect(area('country:China') / area('country:United States')).toBeCloseTo(173 / 149, 1)
  })

  it('say in words what they are parts of, and where the small ones are named', () => {
    expect(caption(figure)).toContain(
      'Number of systems by country, as parts of the whole. All systems, the largest 12 countries by name, TOP500 list of November 2021.',
    )
    expect(caption(figure)).toContain('named in the table of the chart')
    expect(figure.table.rows.filter(([, group]) => group === 'Japan')).toHaveLength(1)
  })

  it('are walked from one to the next by the arrow keys, each once', () => {
    const scene = timeSceneOf('group-tiles', query, { width: 358 })
    const met = new Set<string>()
    let at: PlacedMark | null = scene.marks.find(({ series }) => series === 'country:China') ?? null
    while (at && !met.has(at.id)) {
      met.add(at.id)
      at = neighbour(scene, at, 'ArrowRight')
    }
    expect(met.size).toBe(scene.marks.length)
  })
})
