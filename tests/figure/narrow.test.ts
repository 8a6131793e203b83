import { describe, expect, it } from 'vitest'
import type { Figure } from '@/lib/figure/figure'
import { narrow, narrowable, WHOLE } from '@/lib/figure/narrow'
import { layScene } from '@/lib/scene/lay'
import { textsOf } from '@/lib/scene/scene'
import { comparisonOf, figureOf, TIME_VIEWS, timeFigureOf } from '@/tests/charts/cases'

const compared = comparisonOf({})
const ranks = figureOf('rank-rmax', compared)
const totals = figureOf('totals', compared)

const timeFigure = (view: keyof typeof TIME_VIEWS) => {
  const { kind, query } = TIME_VIEWS[view]
  return timeFigureOf(kind, query)
}

const domainOf = ({ x, y }: Figure) => [x.domain, y.domain]
const countOf = ({ marks }: Figure, series: string) =>
  marks.filter((mark) => mark.series === series).length

describe('what can be changed of a chart', () => {
  it('is its series, its ranks and its two scales, where all are points in a plane', () => {
    const { series, stops, scales } = narrowable(ranks)
    expect(series.map(({ label }) => label)).toEqual([
      'Microsoft Azure',
      'Meta',
      'IBM',
      'NVIDIA',
      'HPE',
      'Lenovo',
      'Fujitsu',
      'Amazon',
      'All others',
    ])
    expect(stops).toHaveLength(500)
    expect(scales).toEqual(['x', 'y'])
  })

  it('is no span and no scale where bars begin at nothing', () => {
    expect(narrowable(totals)).toMatchObject({ stops: [], scales: [] })
    expect(narrowable(totals).series).toHaveLength(8)
  })

  it('is every list of a chart through time, and no scale of shares that lie on one another', () => {
    const { stops, scales } = narrowable(timeFigure('countries-stacked'))
    expect([stops.length, stops.at(0), stops.at(-1), scales]).toEqual([
      67,
      '1993-06',
      '2026-06',
      [],
    ])
  })
})

describe('a chart that is narrowed', () => {
  it('is the same where nothing is asked', () => {
    for (const figure of [ranks, totals, timeFigure('development')])
      expect(narrow(figure, WHOLE)).toEqual(figure)
  })

  it('shows the ranks asked for, its other axis around what is left', () => {
    // Rank 101 has 4,724.79 Tflop/s and rank 200 has 2,724.52.
    const part = narrow(ranks, { ...WHOLE, from: 101, to: 200 })
    expect(part.marks).toHaveLength(100)
    expect(domainOf(part)).toEqual([
      [101, 200],
      [2000, 5000],
    ])
    expect(part.labels).toEqual([])
    const ticks = layScene(part, { width: 1120, words: false }).x.ticks.map(({ value }) => value)
    expect([ticks.at(0), ticks.at(-1)]).toEqual([101, 200])
  })

  it('shows one end of the ranks where only that is asked', () => {
    expect(narrow(ranks, { ...WHOLE, from: null, to: 10 }).marks).toHaveLength(10)
    expect(narrow(ranks, { ...WHOLE, from: 491, to: null }).marks).toHaveLength(10)
  })

  it('names nobody whose series is hidden, neither in its legend nor in its bands', () => {
    const part = narrow(totals, { ...WHOLE, hidden: ['lenovo', 'hpe'] })
    const words = textsOf(layScene(part, { width: 720, words: false })).map(({ text }) => text)
    expect(words.join('|')).not.toMatch(/Lenovo|HPE/)
    expect(words.join('|')).toContain('Microsoft Azure')
    expect([countOf(part, 'lenovo'), countOf(part, 'azure')]).toEqual([0, 1])
    // The longest bar that is left reaches the end.
    const longest = Math.max(...part.marks.map(({ x }) => Number(x)))
    expect(Number(part.x.domain[1]) / longest).toBeCloseTo(1.02, 2)
  })

  it('is linear or logarithmic as asked, and its name says so', () => {
    const part = narrow(ranks, { ...WHOLE, scale: { y: 'linear', x: 'linear' } })
    expect([part.y.type, part.y.label, part.x.type, part.x.label]).toEqual([
      'linear',
      'Rmax, Pflop/s',
      'linear',
      'Rank',
    ])
    // Fugaku has 442,010 Tflop/s.
    expect(part.y.domain).toEqual([0, 442010 * 1.02])
    const back = narrow(part, { ...WHOLE, scale: { y: 'log', x: 'log' } })
    expect([back.y.label, back.x.label]).toEqual([
      'Rmax, Pflop/s, logarithmic',
      'Rank, logarithmic',
    ])
  })

  it('shows the lists asked for', () => {
    const part = narrow(timeFigure('development'), { ...WHOLE, from: '2020-11', to: '2021-11' })
    expect(part.x.domain).toEqual(['2020-11', '2021-11'])
    expect(new Set(part.marks.map(({ x }) => x))).toEqual(
      new Set(['2020-11', '2021-06', '2021-11']),
    )
  })

  it('lets areas sink onto the next beneath where one is hidden', () => {
    const figure = timeFigure('countries-stacked')
    const [lowest] = figure.series
    const part = narrow(figure, { ...WHOLE, hidden: [lowest?.key ?? ''] })
    const at = part.marks.filter(({ x }) => x === '2021-11')
    expect(Math.min(...at.map(({ from = -1 }) => from))).toBe(0)
    for (const [place, mark] of at.slice(1).entries())
      expect(mark.from).toBeCloseTo(Number(at[place]?.y), 9)
    const heightOf = (of: Figure) =>
      of.marks
        .filter(({ x, series }) => x === '2021-11' && series !== lowest?.key)
        .reduce((sum, { y, from = 0 }) => sum + Number(y) - from, 0)
    expect(heightOf(part)).toBeCloseTo(heightOf(figure), 9)
  })
})

it('lays out every kind of chart with one series hidden and half of its span, without a place outside its plot', () => {
  const figures = [
    ...['rank-rmax', 'totals', 'rank-strip'].map((kind) => figureOf(kind, compared)),
    ...(Object.keys(TIME_VIEWS) as (keyof typeof TIME_VIEWS)[]).map(timeFigure),
  ]
  for (const figure of figures) {
    const { series, stops } = narrowable(figure)
    const part = narrow(figure, {
      ...WHOLE,
      hidden: series.length > 1 ? [series[0]?.key ?? ''] : [],
      from: stops[Math.floor(stops.length / 2)] ?? null,
    })
    const { marks, plot, frame } = layScene(part, { width: 720, words: false })
    expect(marks.length).toBeLessThan(figure.marks.length)
    for (const { x, y } of marks) {
      expect([figure.kind, Number.isFinite(x) && Number.isFinite(y)]).toEqual([figure.kind, true])
      expect(x).toBeGreaterThanOrEqual(plot.left - 1)
      expect(x).toBeLessThanOrEqual(frame.width + 1)
      expect(y).toBeGreaterThanOrEqual(plot.top - 1)
      expect(y).toBeLessThanOrEqual(plot.bottom + 1)
    }
  }
})
