import { type Asked, commonParts } from '@/lib/figure/answer'
import { type Figure, type Mark, REST } from '@/lib/figure/figure'
import type { KindOf } from '@/lib/figure/kind'
import { rowKey, systemRows } from '@/lib/figure/system-table'
import type { System } from '@/lib/model/system'

/** A kind of chart as somebody would add it: how many systems each organisation has installed up to each year. */
export const throwAway: KindOf<'comparison'> = {
  key: 'installed',
  page: 'comparison',
  figure,
  rowName: ['series'],
}

function figure(asked: Asked): Figure {
  const { groups, systems } = asked.comparison
  const parts = commonParts(asked)
  const years = systems.flatMap(({ year }) => year ?? [])
  const [first, last] = [Math.min(...years), Math.max(...years)]
  const lines = groups.map(({ organisation, matches }) => ({
    key: organisation.key,
    label: organisation.label,
    points: running(matches.map(({ system }) => system)),
  }))
  return {
    ...parts,
    kind: throwAway.key,
    title: 'Systems by year of installation',
    subtitle: 'A line for each organisation',
    notes: [],
    description: lines.map(({ label, points }) => `${label}: ${points.length} years.`).join(' '),
    layout: {
      type: 'plane',
      legend: lines.map(({ key, points }) => ({ series: key, absent: points.length === 0 })),
      legendAt: 'ends',
    },
    x: { type: 'time', domain: [`${first}-01`, `${last}-01`], label: 'Installed', divisor: 1 },
    y: { type: 'linear', domain: [0, 200], label: 'Systems', divisor: 1, whole: true },
    series: parts.series.filter(({ key }) => key !== REST),
    marks: lines.flatMap(({ key, points }) =>
      points.map(
        ({ system, count }): Mark => ({
          type: 'line',
          id: `${key} ${system.year}`,
          series: key,
          x: `${system.year}-01`,
          y: count,
          row: rowKey(system),
        }),
      ),
    ),
    labels: [],
    table: {
      columns: [
        { key: 'series', label: 'Organisation', unit: null, numeric: false },
        { key: 'systems', label: 'Systems', unit: null, numeric: true },
      ],
      rows: lines.map(({ label, points }) => [label, points.at(-1)?.count ?? 0]),
    },
    rows: systemRows(
      asked.comparison,
      lines.flatMap(({ points }) => points.map(({ system }) => system)),
    ),
  }
}

/** The last system of each year, and how many there were by then. */
function running(systems: readonly System[]): { system: System; count: number }[] {
  const sorted = [...systems].sort((a, b) => (a.year ?? 0) - (b.year ?? 0))
  return sorted.flatMap((system, at) =>
    system.year !== null && sorted[at + 1]?.year !== system.year ? [{ system, count: at + 1 }] : [],
  )
}
