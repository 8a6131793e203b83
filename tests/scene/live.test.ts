import { describe, expect, it } from 'vitest'
import { tooltipOf } from '@/lib/figure/tooltip'
import { packChart, unpackChart } from '@/lib/scene/live'
import { markAt, neighbour } from '@/lib/scene/walk'
import {
  comparisonOf,
  figureOf,
  sceneOf,
  TIME_VIEWS,
  timeFigureOf,
  timeSceneOf,
} from '@/tests/charts/cases'

const frame = { width: 1120, words: false }
const compared = comparisonOf({})

/** A chart as it arrives in a browser: packed, sent as text, unpacked. */
const arrived = (...[figure, scene]: Parameters<typeof packChart>) =>
  unpackChart(JSON.parse(JSON.stringify(packChart(figure, scene))))

describe('a chart that is sent to answer on the server’s picture', () => {
  const figure = figureOf('rank-rmax', compared)
  const scene = sceneOf('rank-rmax', compared, frame)
  const chart = arrived(figure, scene)

  it('has every mark at its place to a tenth of a pixel, with its row, in the order of drawing', () => {
    expect(chart.scene.marks).toHaveLength(500)
    expect(
      chart.scene.marks.map(({ row, series, type, size }) => [row, series, type, size]),
    ).toEqual(
      scene.marks.map(({ row, series, type, size }) => [
        row,
        series,
        type,
        Math.round(size * 100) / 100,
      ]),
    )
    for (const [at, { x, y }] of chart.scene.marks.entries()) {
      expect(Math.abs(x - (scene.marks[at]?.x ?? 0))).toBeLessThanOrEqual(0.05)
      expect(Math.abs(y - (scene.marks[at]?.y ?? 0))).toBeLessThanOrEqual(0.05)
    }
  })

  it('tells the same of each mark', () => {
    const first = neighbour(chart.scene, null, 'ArrowRight')
    expect(tooltipOf(chart.rows, first?.row ?? '')).toMatchObject({ name: 'Voyager-EUS2' })
  })

  it('is walked by keys and met by pointers as the whole scene is', () => {
    const keys = ['ArrowRight', 'ArrowRight', 'ArrowDown', 'End', 'ArrowUp', 'Home', 'ArrowLeft']
    let here = null
    let there = null
    for (const key of keys) {
      here = neighbour(scene, here, key) ?? here
      there = neighbour(chart.scene, there, key) ?? there
      expect(there?.row).toBe(here?.row)
    }
    for (const { x, y } of scene.marks)
      expect(markAt(chart.scene, { x, y }, 24)?.row).toBe(markAt(scene, { x, y }, 24)?.row)
  })

  it('is a fraction of the scene, as it is sent to phones', () => {
    expect(JSON.stringify(packChart(figure, scene)).length).toBeLessThan(
      JSON.stringify({ scene, rows: figure.rows }).length / 2,
    )
  })
})

it('keeps where areas begin, where lines are broken, and marks of many sizes', () => {
  for (const view of ['countries-stacked', 'azure-ranks', 'countries-as-tiles'] as const) {
    const { kind, query } = TIME_VIEWS[view]
    const scene = timeSceneOf(kind, query, frame)
    const { marks } = arrived(timeFigureOf(kind, query), scene).scene
    expect(marks.map(({ gap = false }) => gap)).toEqual(scene.marks.map(({ gap = false }) => gap))
    for (const [at, mark] of scene.marks.entries()) {
      expect(marks[at]?.size).toBeCloseTo(mark.size, 1)
      if (mark.from === undefined) expect(marks[at]?.from).toBeUndefined()
      else expect(Math.abs((marks[at]?.from ?? -1000) - mark.from)).toBeLessThanOrEqual(0.05)
    }
  }
})
