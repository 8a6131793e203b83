import { describe, expect, it } from 'vitest'
import type { MetricId } from '@/lib/compare/metric'
import { chartCsv, chartJson } from '@/lib/figure/csv'
import type { SceneAxis } from '@/lib/scene/scene'
import { comparisonOf, figureOf, sceneOf, VIEWS } from '@/tests/charts/cases'
import { type CsvRow, csvRows, figure } from './read-back'

const FRAME = { width: 1200, height: 675 }

/** Where a value stands on an axis, by school mathematics. */
function placeOn(
  { type, domain: [low, high], range: [from, to] }: SceneAxis,
  value: number,
): number {
  const by = type === 'log' ? Math.log10 : (one: number) => one
  const part = (by(value) - by(Number(low))) / (by(Number(high)) - by(Number(low)))
  return from + part * (to - from)
}

/** The header of the column that holds a metric's figure, with its unit. */
const HEADERS: Readonly<Record<MetricId, string>> = {
  rmax: 'Total Rmax [TFlop/s]',
  share: 'Share of the list’s Rmax [%]',
  systems: 'Number of systems',
  'best-rank': 'Best rank',
  efficiency: 'HPL efficiency (Rmax/Rpeak) [%]',
  cores: 'Total cores, accelerator units included [cores]',
  power: 'Power [kW]',
}

describe.each(Object.entries(VIEWS))('the CSV of the view “%s”', (_, change) => {
  const compared = comparisonOf(change)
  const read = (kind: string) => {
    const figure = figureOf(kind, compared)
    const scene = sceneOf(kind, compared, FRAME)
    const labels = new Map(figure.series.map(({ key, label }) => [key, label]))
    return { figure, scene, rows: csvRows(figure), labelOf: (key: string) => labels.get(key) }
  }

  it('holds a row for each dot of ranks and Rmax, and the dot stands where the row says', () => {
    const { scene, rows, labelOf } = read('rank-rmax')
    expect(scene.marks).toHaveLength(rows.length)
    const byRank = new Map(rows.map((row) => [figure(row, 'Rank'), row]))
    for (const { id, series, values, x, y } of scene.marks) {
      const row: CsvRow = byRank.get(Number(id.replace('rank-', ''))) ?? {}
      expect(values).toEqual({ x: figure(row, 'Rank'), y: figure(row, 'Rmax [TFlop/s]') })
      expect(x).toBeCloseTo(placeOn(scene.x, figure(row, 'Rank')), 6)
      expect(y).toBeCloseTo(placeOn(scene.y, figure(row, 'Rmax [TFlop/s]')), 6)
      const holders = row['Counts for']
      expect(typeof holders === 'string' ? holders.split('; ') : ['All others']).toContain(
        labelOf(series),
      )
    }
  })

  it('holds a row for each bar of the totals, and the bar is as long as the row says', () => {
    const { scene, rows, labelOf } = read('totals')
    const header = HEADERS[compared.view.metric]
    expect(rows.slice(-2).map((row) => row.Organisation)).toEqual([
      'All others',
      'Whole list, each system once',
    ])
    const given = rows.slice(0, -2).filter((row) => row[header] !== null)
    expect(
      scene.marks
        .map(({ series, values }) => [labelOf(series), values.x])
        .sort((a, b) => String(a[0]).localeCompare(String(b[0]))),
    ).toEqual(
      given
        .map((row) => [row.Organisation, row[header]])
        .sort((a, b) => String(a[0]).localeCompare(String(b[0]))),
    )
    for (const { type, x, from, values } of scene.marks) {
      expect(x).toBeCloseTo(placeOn(scene.x, Number(values.x)), 6)
      if (type === 'bar') expect(from).toBe(placeOn(scene.x, 0))
    }
  })

  it('holds a row for each tick of the strips, on the line of its organisation', () => {
    const { scene, rows, labelOf } = read('rank-strip')
    const told = ({ label, rank }: { label: unknown; rank: unknown }) => `${label} ${rank}`
    expect(
      scene.marks
        .map(({ series, values }) => told({ label: labelOf(series), rank: values.x }))
        .sort(),
    ).toEqual(rows.map((row) => told({ label: row.Organisation, rank: row.Rank })).sort())
    for (const { x, y, series, values } of scene.marks) {
      expect(x).toBeCloseTo(placeOn(scene.x, Number(values.x)), 6)
      expect(y).toBe(scene.y.ticks.find(({ value }) => value === series)?.at)
    }
  })

  it.each(['rank-rmax', 'totals', 'rank-strip'] as const)(
    'of %s says the same as the JSON',
    (kind) => {
      const { figure, rows } = read(kind)
      const json: { rows: CsvRow[] } = JSON.parse(chartJson(figure))
      const told = (row: CsvRow) =>
        Object.values(row)
          .map((value) => value ?? '')
          .map(String)
      expect(json.rows.map(told)).toEqual(rows.map(told))
    },
  )
})

describe('the CSV of the view of a bare link', () => {
  const totals = figureOf('totals', comparisonOf({}))

  it('begins with what it is and where it comes from, then the headers with their units', () => {
    expect(chartCsv(totals).split('\r\n').slice(0, 7)).toEqual([
      '# Total Rmax by builder',
      '# Systems built by each organisation, alone or with partners, TOP500 list of November 2021',
      '# Source: TOP500 list no. 58, November 2021 (as published, ffffffff).',
      `# List: November 2021 (2021-11), version 0, SHA-256 ${'f'.repeat(64)}`,
      '# Link: https://top500.example/',
      '# Note: 4 systems count for more than one of the organisations shown (2 for IBM and NVIDIA; 1 for Lenovo and Fujitsu; 1 for IBM and Lenovo), so their figures must not be added up. The list’s own total counts every system once.',
      'Organisation,Total Rmax [TFlop/s],Systems that give it,Systems that do not',
    ])
  })

  it('adds up what the list printed of Azure: 30,050 and four times 16,590 TFlop/s', () => {
    expect(rowOf('Microsoft Azure')).toBe('Microsoft Azure,96410,5,0')
  })

  it('holds the sums of the eight organisations, of the others and of the list, counted by hand from the published rows', () => {
    expect(chartCsv(totals).split('\r\n').slice(7)).toEqual([
      'HPE,564245.284,84,0',
      'Fujitsu,557910.74,15,0',
      'Lenovo,471540.55589,182,0',
      'IBM,317568.62,9,0',
      'NVIDIA,310954,19,0',
      'Microsoft Azure,96410,5,0',
      'Amazon,9950.26,1,0',
      'Meta,3307,1,0',
      'All others,829893.25388,188,0',
      '"Whole list, each system once",3036861.78377,500,0',
      '',
    ])
  })

  function rowOf(label: string): string | undefined {
    return chartCsv(totals)
      .split('\r\n')
      .find((line) => line.startsWith(`${label},`))
  }
})
