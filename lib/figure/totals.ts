import type { Comparison, Group } from '../compare/comparison'
import { counted, formatPrinted, type Unit } from '../compare/figure'
import { commonUnit, type Metric, measureWords, metricOf } from '../compare/metric'
import { totalsTitle } from '../compare/title'
import type { Prose } from '../model/prose'
import { type Asked, commonNotes, commonParts } from './answer'
import { bandAxis, rankAxis } from './axis'
import {
  type Axis,
  type DataTable,
  type Figure,
  type Mark,
  REST,
  type Rows,
  worded,
} from './figure'
import type { KindOf } from './kind'

/** One bar for each organisation by a metric; a dot on the axis of ranks for the best rank. */
export const totals: KindOf<'comparison'> = {
  key: 'totals',
  page: 'comparison',
  figure,
  rowName: ['organisation'],
  byMetric: true,
}

function figure(asked: Asked): Figure {
  const { comparison } = asked
  const metric = metricOf(comparison.metric)
  const groups = sorted(comparison, metric)
  const parts = commonParts(asked)
  const values = groups.flatMap((group) => group.measures[metric.id].value ?? [])
  const whole = comparison.total.measures[metric.id].value ?? 0
  const unit = commonUnit(metric, values.some((value) => value > 0) ? values : [whole])
  const say = (group: Pick<Group, 'measures'>) => valueText(group, metric, unit)
  const rest = restText(comparison, metric, unit)
  return {
    ...parts,
    kind: totals.key,
    ...worded({ ...totalsTitle(comparison), notes: notesOf(comparison, metric) }),
    description: `${metric.label}. ${groups.map((group) => `${group.organisation.label}: ${say(group)}`).join('; ')}. All others: ${rest}. Whole list: ${say(comparison.total)}.`,
    layout: {
      type: 'bands',
      bands: groups.map((group) => ({
        series: group.organisation.key,
        text: say(group),
        short: say(group),
        given: group.measures[metric.id].value !== null,
      })),
      textAt: 'mark',
      rail: false,
      rest: { name: 'All others', text: rest },
    },
    x: valueAxis(asked, metric, unit, values),
    y: bandAxis(
      'Organisation',
      groups.map(({ organisation }) => organisation.key),
    ),
    series: parts.series.filter(({ key }) => key !== REST),
    marks: groups.flatMap((group) => markOf(group, metric) ?? []),
    labels: [],
    table: tableOf(comparison, groups, metric),
    rows: rowsOf(groups, metric, say),
  }
}

/** Best first; organisations without a figure last, in the order of the view. */
function sorted(comparison: Comparison, metric: Metric): Group[] {
  const sign = metric.better === 'higher' ? -1 : 1
  return [...comparison.groups].sort((a, b) => {
    const left = a.measures[metric.id].value
    const right = b.measures[metric.id].value
    if (left === null || right === null) return Number(left === null) - Number(right === null)
    return sign * (left - right)
  })
}

/** What is written beside a bar: the figure, and on how many systems it rests where some do not give it. */
function valueText(group: Pick<Group, 'measures'>, metric: Metric, unit: Unit): string {
  const measure = group.measures[metric.id]
  const { known, missing } = measure
  const rows = known + missing
  if (rows === 0) return 'no system on this list'
  const words = measureWords(metric, measure, unit)
  if (words === null)
    return `not given for ${rows === 1 ? 'its one system' : `any of ${formatPrinted(rows)}`}`
  return missing > 0
    ? `${words}, given for ${formatPrinted(known)} of ${formatPrinted(rows)}`
    : words
}

/** How many systems all others are, and their figure where it is given and is not that very number. */
function restText({ others }: Comparison, metric: Metric, unit: Unit): string {
  const count = formatPrinted(others.systems.length)
  const text = valueText(others, metric, unit)
  const more = others.measures[metric.id].value !== null && text !== count
  return `${counted(others.systems.length, 'system')}${more ? `, ${text}` : ''}`
}

function notesOf(comparison: Comparison, metric: Metric): Prose[] {
  const missing = comparison.total.measures[metric.id].missing
  return [
    ...(missing > 0
      ? [
          `${formatPrinted(missing)} of the list’s ${formatPrinted(comparison.systems.length)} rows do not give ${metric.needs}; they are missing here, not counted as 0.`,
        ]
      : []),
    ...(metric.note ? [metric.note] : []),
    ...commonNotes(comparison),
  ]
}

function valueAxis(
  { comparison, axis }: Asked,
  metric: Metric,
  { unit, factor }: Unit,
  values: readonly number[],
): Axis {
  if (metric.axis?.type === 'rank')
    return rankAxis(axis, comparison.systems.at(-1)?.rank, metric.name)
  const highest = Math.max(0, ...values)
  return {
    type: 'linear',
    domain: [0, metric.axis?.to ?? (highest || 1) * 1.001],
    label: `${metric.name}${unit ? `, ${unit}` : ''}`,
    divisor: factor,
    whole: metric.counts,
    steps: metric.axis?.steps,
  }
}

function markOf({ organisation: { key }, measures }: Group, metric: Metric): Mark | null {
  const { value } = measures[metric.id]
  if (value === null) return null
  const mark = { id: key, series: key, x: value, y: key, row: key } as const
  return metric.axis?.type === 'rank' ? { type: 'dot', ...mark } : { type: 'bar', ...mark, from: 0 }
}

function tableOf(comparison: Comparison, groups: readonly Group[], metric: Metric): DataTable {
  const row = (label: string, measures: Group['measures']) => {
    const { value, known, missing } = measures[metric.id]
    return [label, value, known, missing]
  }
  return {
    columns: [
      { key: 'organisation', label: 'Organisation', unit: null, numeric: false },
      { key: metric.id, label: metric.label, unit: metric.unit, numeric: true },
      { key: 'known', label: 'Systems that give it', unit: null, numeric: true },
      { key: 'missing', label: 'Systems that do not', unit: null, numeric: true },
    ],
    rows: [
      ...groups.map((group) => row(group.organisation.label, group.measures)),
      row('All others', comparison.others.measures),
      row('Whole list, each system once', comparison.total.measures),
    ],
  }
}

function rowsOf(groups: readonly Group[], metric: Metric, say: (group: Group) => string): Rows {
  return {
    columns: [
      { key: 'organisation', label: 'Organisation', unit: null },
      { key: metric.id, label: metric.name, unit: null },
      { key: 'systems', label: 'Systems', unit: null },
    ],
    byKey: Object.fromEntries(
      groups.map((group) => [
        group.organisation.key,
        [group.organisation.label, say(group), group.matches.length],
      ]),
    ),
  }
}
