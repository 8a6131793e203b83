import { counted, type Unit, unitFor } from '../compare/figure'
import { measureWords } from '../compare/metric'
import { answerTime, type Point, type TimeAnswer, type TimeGroup } from '../compare/time'
import type { TimeMetric } from '../compare/time-metric'
import { timeNotes, timeTitle } from '../compare/time-words'
import { bandAxis, rankAxis } from './axis'
import type { Axis, Figure, Mark } from './figure'
import type { KindOf } from './kind'
import {
  type TimeAsked,
  type TimeLine,
  timeDescription,
  timeParts,
  timeRows,
  timeSeries,
  timeTable,
} from './time-answer'

/** A bar for each group on one list, the last of the span: the named ones, the others together, and what is not given. */
export const groupsOnList: KindOf<'time'> = {
  key: 'groups-on-list',
  page: 'time',
  figure,
  rowName: ['list', 'group'],
  byMetric: true,
}

/** The groups that are no group stand last. */
const LAST: readonly TimeGroup['kind'][] = ['others', 'unknown']

/** What a question answers on the last list of its span. */
export function answerOnList({ record, question }: TimeAsked): TimeAnswer {
  const list = record.lists.findLast(({ id }) => question.since <= id && id <= question.until)
  const since = list?.id ?? question.since
  return answerTime(record, { ...question, since, until: since })
}

/** The groups of an answer as they stand beneath one another. */
export const sortedLines = (answer: TimeAnswer): TimeLine[] =>
  sorted(answer.groups, answer.question.metric, timeSeries(answer))

function figure(asked: TimeAsked): Figure {
  const answer = answerOnList(asked)
  const { metric, whose } = answer.question
  const lines = sortedLines(answer)
  const points = lines.flatMap(({ points: [point] }) => point ?? [])
  const values = points.flatMap(({ value }) => value ?? [])
  const unit = unitFor(Math.max(0, ...values) || 1, metric.units)
  const noun = whose.type === 'organisations' ? 'Organisation' : 'Group'
  return {
    ...timeParts({ ...asked, question: answer.question }, answer),
    kind: groupsOnList.key,
    ...timeTitle(answer, 'lines'),
    notes: timeNotes(answer),
    description: timeDescription(lines, 'lines'),
    layout: {
      type: 'bands',
      bands: lines.map(({ series, points: [point] }) => ({
        series: series.key,
        text: bandText(metric, point, unit, true),
        short: bandText(metric, point, unit, false),
        given: (point?.value ?? null) !== null,
      })),
      textAt: 'mark',
      rail: false,
      rest: null,
    },
    x: valueAxis(metric, values, unit),
    y: bandAxis(
      noun,
      lines.map(({ series }) => series.key),
    ),
    series: lines.map(({ series }) => series),
    marks: lines.flatMap((line) => markOf(line, metric)),
    labels: [],
    table: timeTable(lines, 'lines', noun),
    rows: timeRows(lines, 'lines'),
  }
}

/** Best first; what is not given after what is, and the groups that are none last. */
function sorted(
  groups: readonly TimeGroup[],
  metric: TimeMetric,
  series: Figure['series'],
): TimeLine[] {
  const sign = metric.better === 'higher' ? -1 : 1
  const weight = ({ kind, points: [point] }: TimeGroup) => {
    const value = point?.value ?? null
    return [LAST.indexOf(kind), value === null ? 1 : 0, sign * (value ?? 0)] as const
  }
  return groups
    .map((group, at) => ({ group, own: series[at], by: weight(group) }))
    .sort((a, b) => a.by[0] - b.by[0] || a.by[1] - b.by[1] || a.by[2] - b.by[2])
    .flatMap(({ group: { points }, own }): TimeLine[] =>
      own ? [{ series: own, points, drawn: points.map(({ value }) => value), metric }] : [],
    )
}

/** What is written beside a bar: the figure, and of how many systems. */
function bandText(
  metric: TimeMetric,
  point: Point | undefined,
  unit: Unit,
  isLong: boolean,
): string {
  if (!point || point.systems.length === 0) return 'no system on this list'
  const words = measureWords(metric, point, unit)
  const systems = counted(point.systems.length, 'system')
  if (words === null) return `not given for ${systems}`
  return isLong && metric.id !== 'systems' ? `${words}, ${systems}` : words
}

function valueAxis(metric: TimeMetric, values: readonly number[], { unit, factor }: Unit): Axis {
  if (metric.axis?.type === 'rank') return rankAxis('log', 500, metric.name)
  return {
    type: 'linear',
    domain: [0, metric.axis?.to ?? (Math.max(0, ...values) || 1) * 1.001],
    label: `${metric.name}${unit ? `, ${unit}` : ''}`,
    divisor: factor,
    whole: metric.counts && factor === 1,
    steps: metric.axis?.steps,
  }
}

function markOf({ series: { key }, points: [point] }: TimeLine, metric: TimeMetric): Mark[] {
  if (!point || point.value === null) return []
  const row = `${key} ${point.list.id}`
  const mark = { id: key, series: key, x: point.value, y: key, row } as const
  return [
    metric.axis?.type === 'rank' ? { type: 'dot', ...mark } : { type: 'bar', ...mark, from: 0 },
  ]
}
