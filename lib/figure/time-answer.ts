import { formatPrinted, formatThree, unitFor } from '../compare/figure'
import { commonUnit } from '../compare/metric'
import { lookOf, ORGANISATIONS } from '../compare/organisations'
import type { Cell } from '../compare/rows'
import type { Point, TimeAnswer, TimeGroup, TimeQuestion } from '../compare/time'
import type { TimeMetric } from '../compare/time-metric'
import { pointWords, spanWords } from '../compare/time-words'
import { drawnValues, type Way } from '../compare/way'
import { type EditionId, editionLabel } from '../model/edition'
import type { ListRecord, RecordList } from '../record/record'
import { looksOf } from './answer'
import { rankAxis, roundOut } from './axis'
import type { Axis, DataTable, Figure, ListSource, Mark, Rows, Series } from './figure'

/** What is asked of a kind of chart through time. */
export type TimeAsked = {
  record: ListRecord
  question: TimeQuestion
  way: Way
  /** The scale of the figures; `auto` as suits the figure. */
  axis: 'auto' | 'log' | 'linear'
  /** Whether what happened beside the lists is marked. */
  milestones: boolean
  /** Absolute address of the view; null where the chart stands on its page. */
  permalink: string | null
}

/** A line of a chart through time, with what is drawn on each list; null where there is nothing to draw. */
export type TimeLine = {
  series: Series
  points: readonly Point[]
  drawn: readonly (number | null)[]
  metric: TimeMetric
}

/** The line that says which lists the figures come from. */
function sourceLine(lists: readonly RecordList[]): string {
  const uploaded = lists.filter(({ version }) => version.version > 0).length
  const versions = uploaded === 0 ? 'as published' : `${uploaded} of them uploaded here`
  return `Source: ${spanWords(lists)} (${versions}).`
}

const listSource = ({ id, version }: RecordList): ListSource => ({
  edition: id,
  version: version.version,
  hash: version.hash,
})

/** The lists on which an answer rests: those of the span, and all before where its figure hangs on them. */
function behind({ record, question }: TimeAsked, lists: readonly RecordList[]): ListSource[] {
  const last = lists.at(-1)
  return question.metric.remembers && last
    ? record.lists.slice(0, last.index + 1).map(listSource)
    : lists.map(listSource)
}

/** The parts of a figure that do not depend on the kind. */
export function timeParts(
  asked: TimeAsked,
  { lists }: TimeAnswer,
): Pick<Figure, 'source' | 'permalink' | 'lists'> {
  return {
    source: sourceLine(lists),
    permalink: asked.permalink,
    lists: behind(asked, lists),
  }
}

/** The colours of what is no group among others: the whole list, and what is left. */
const FIXED: Readonly<Partial<Record<TimeGroup['kind'], Series['colour']>>> = {
  list: 'blue',
  others: 'faint',
  unknown: 'context',
}

/** The series of an answer: each group in its own colour, what is left in grey; the first organisation is the focus. */
export function timeSeries({ groups }: TimeAnswer): Series[] {
  const own = groups.flatMap(({ key, label, kind, organisation }) => {
    if (FIXED[kind]) return []
    const known = organisation ?? ORGANISATIONS.find((one) => one.label === label)
    return [{ key, ...(known ? { hue: known.hue, shape: known.shape } : lookOf(key)) }]
  })
  const looks = looksOf(own)
  return groups.map(({ key, label, kind }, at) => ({
    key,
    label,
    colour: FIXED[kind] ?? looks.get(key)?.hue ?? 'blue',
    shape: looks.get(key)?.shape ?? 'square',
    focus: at === 0 && (kind === 'organisation' || kind === 'list'),
  }))
}

/** A line for each group, with what is drawn of it. */
export function timeLines(answer: TimeAnswer, way: Way): TimeLine[] {
  const series = timeSeries(answer)
  return answer.groups.flatMap((group, at): TimeLine[] => {
    const own = series[at]
    const drawn = drawnValues(way, group, answer)
    return own ? [{ series: own, points: group.points, drawn, metric: answer.question.metric }] : []
  })
}

const pointId = (series: string, list: EditionId) => `${series} ${list}`

/** The points of lines; a list on which there is nothing to draw, or that is missing, is a gap. */
export function lineMarks(lines: readonly TimeLine[]): Mark[] {
  return lines.flatMap(({ series: { key }, points, drawn }) =>
    points.flatMap(({ list }, at): Mark[] => {
      const y = drawn[at] ?? null
      if (y === null) return []
      const before = points[at - 1]?.list
      const gap = at > 0 && ((drawn[at - 1] ?? null) === null || before?.number !== list.number - 1)
      const id = pointId(key, list.id)
      return [{ type: 'line', id, series: key, x: list.id, y, row: id, ...(gap ? { gap } : {}) }]
    }),
  )
}

/** The axis of lists. A single list stands in the middle of its year. */
export function listAxis(lists: readonly RecordList[]): Axis {
  const first = lists[0]?.id ?? '1993-06'
  const last = lists.at(-1)?.id ?? first
  const year = Number(first.slice(0, 4))
  return {
    type: 'time',
    domain: first === last ? [`${year}-01`, `${year + 1}-01`] : [first, last],
    label: 'List',
    divisor: 1,
  }
}

/** The unit of figures that are drawn as they are, and the words of an axis in it. */
function amountAxis(metric: TimeMetric, values: readonly number[], log: boolean): Axis {
  const positive = values.filter((value) => value > 0)
  const [low, high] = [Math.min(...positive), Math.max(...positive)]
  if (log && positive.length > 0) {
    const each = metric.units.length > 1
    const { unit, factor } = each ? { unit: '', factor: 1 } : commonUnit(metric, [high])
    return {
      type: 'log',
      domain: [roundOut(low, 'down'), roundOut(high * 1.02, 'up')],
      label: `${metric.name}${unit ? `, ${unit}` : ''}, logarithmic`,
      divisor: factor,
      ...(each ? { units: metric.units } : {}),
    }
  }
  const { unit, factor } = unitFor(high > 0 ? high : 1, metric.units)
  return {
    type: 'linear',
    domain: [0, Math.max(0, ...values) * 1.02 || 1],
    label: `${metric.name}${unit ? `, ${unit}` : ''}`,
    divisor: factor,
    whole: metric.counts && factor === 1,
  }
}

/** Lines below this many times their lowest value need no logarithmic scale for a change or an index. */
const EVEN_SCALE = 20

/** An axis of values that are put in relation to others: an index, or a change in percent. */
function relativeAxis(way: Way, values: readonly number[], log: boolean): Axis {
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)]
  const positive = values.filter((value) => value > 0)
  if (way === 'indexed' && log && Math.max(...positive) / Math.min(...positive) > EVEN_SCALE)
    return {
      type: 'log',
      domain: [
        roundOut(Math.min(...positive), 'down'),
        roundOut(Math.max(...positive) * 1.02, 'up'),
      ],
      label: 'Index, logarithmic',
      divisor: 1,
    }
  return {
    type: 'linear',
    domain: [low * 1.05, high * 1.05 || 1],
    label: way === 'change' ? 'Change per year, %' : 'Index',
    divisor: 1,
  }
}

/** The axis of the figures of lines. */
export function figureAxis(
  { way, axis }: Pick<TimeAsked, 'way' | 'axis'>,
  metric: TimeMetric,
  lines: readonly TimeLine[],
): Axis {
  const values = lines.flatMap(({ drawn }) => drawn.flatMap((value) => value ?? []))
  const log = axis === 'log' || (axis === 'auto' && metric.grows)
  if (way !== 'lines') return relativeAxis(way, values, log)
  if (metric.axis?.type === 'rank')
    return rankAxis(axis === 'linear' ? 'linear' : 'log', Math.max(500, ...values), metric.name)
  return amountAxis(metric, values, log)
}

/** Lines without what an axis has no place for: 0 on a logarithmic one. */
export function drawable(lines: readonly TimeLine[], { type }: Axis): TimeLine[] {
  return type === 'log'
    ? lines.map((line) => ({
        ...line,
        drawn: line.drawn.map((value) => (value !== null && value > 0 ? value : null)),
      }))
    : [...lines]
}

/** What is drawn, where that is not the figure itself, in words: `+12.3 %`, `1,230`. */
const SHOWN: Readonly<Record<Way, { label: string; unit: string | null }>> = {
  lines: { label: '', unit: null },
  multiples: { label: '', unit: null },
  stacked: { label: 'Share of all', unit: '%' },
  indexed: { label: 'Index', unit: null },
  change: { label: 'Change per year', unit: '%' },
}

/** The figures of lines as a table, a row for each list and line. */
export function timeTable(lines: readonly TimeLine[], way: Way, group: string): DataTable {
  const [first] = lines
  const { label, unit } = SHOWN[way]
  const metric = first?.metric
  const numeric = { unit: null, numeric: true }
  const rows = (first?.points ?? []).flatMap(({ list }, at) =>
    lines.map(({ series, points, drawn }): Cell[] => {
      const point = points[at]
      return [
        list.id,
        series.label,
        ...(way === 'lines' ? [] : [drawn[at] ?? null]),
        point?.value ?? null,
        point?.systems.length ?? 0,
        point?.known ?? 0,
        point?.missing ?? 0,
      ]
    }),
  )
  return {
    columns: [
      { key: 'list', label: 'List', unit: null, numeric: false },
      { key: 'group', label: group, unit: null, numeric: false },
      ...(way === 'lines' ? [] : [{ key: way, label, unit, numeric: true }]),
      {
        key: metric?.id ?? 'value',
        label: metric?.label ?? 'Figure',
        unit: metric?.unit ?? null,
        numeric: true,
      },
      { key: 'systems', label: 'Systems', ...numeric },
      { key: 'known', label: 'Systems that give it', ...numeric },
      { key: 'missing', label: 'Systems that do not', ...numeric },
    ],
    rows,
  }
}

const shownWords = (way: Way, value: number | null): Cell =>
  value === null ? null : `${formatThree(value)}${SHOWN[way].unit ? ` ${SHOWN[way].unit}` : ''}`

/** A negative change keeps its sign, which three digits would lose. */
const signed = (way: Way, value: number | null): Cell =>
  value !== null && value < 0 ? `−${shownWords(way, -value)}` : shownWords(way, value)

/** What a reader who points at a line is told. */
export function timeRows(lines: readonly TimeLine[], way: Way): Rows {
  const metric = lines[0]?.metric
  return {
    columns: [
      { key: 'name', label: 'Name', unit: null },
      { key: 'list', label: 'List', unit: null },
      { key: way, label: SHOWN[way].label, unit: null },
      { key: 'figure', label: metric?.name ?? 'Figure', unit: null },
      { key: 'systems', label: 'Systems', unit: null },
      { key: 'given', label: 'Given for', unit: null },
    ],
    byKey: Object.fromEntries(
      lines.flatMap(({ series, points, drawn, metric: own }) =>
        points.flatMap((point, at): [string, Cell[]][] => {
          const value = drawn[at] ?? null
          if (value === null) return []
          const { list, systems, missing, known } = point
          return [
            [
              pointId(series.key, list.id),
              [
                series.label,
                editionLabel(list.id),
                way === 'lines' ? null : signed(way, value),
                pointWords(own, point),
                // Where systems are what is counted, their number stands above.
                own.id === 'systems' ? null : systems.length,
                missing > 0 ? `${formatPrinted(known)} of ${formatPrinted(known + missing)}` : null,
              ],
            ],
          ]
        }),
      ),
    ),
  }
}

/** One sentence for each line: its first and its last figure. */
export function timeDescription(lines: readonly TimeLine[], way: Way): string {
  return lines
    .map(({ series, points, drawn, metric }) => {
      const shown = points.flatMap((point, at) => {
        const value = drawn[at] ?? null
        return value === null ? [] : [{ point, value }]
      })
      const [first] = shown
      const last = shown.at(-1)
      const say = ({ point, value }: (typeof shown)[number]) =>
        `${way === 'lines' ? pointWords(metric, point) : signed(way, value)} in ${editionLabel(point.list.id)}`
      if (!first || !last) return `${series.label}: nothing on these lists.`
      return first === last
        ? `${series.label}: ${say(first)}.`
        : `${series.label}: ${say(first)}, ${say(last)}.`
    })
    .join(' ')
}

/** A plane whose lines are named where they end. */
export function linesLayout(lines: readonly TimeLine[]): Figure['layout'] {
  return {
    type: 'plane',
    legend: lines.map(({ series, drawn }) => ({
      series: series.key,
      absent: drawn.every((value) => value === null),
    })),
    legendAt: 'ends',
  }
}

/** Why some lists have no point. */
export function gapNotes(lines: readonly TimeLine[], { type }: Axis, way: Way): string[] {
  const zeros =
    type === 'log' && lines.some(({ drawn }) => drawn.some((value) => value !== null && value <= 0))
  const without = lines.filter(({ points: [first] }) => (first?.value ?? 0) <= 0)
  const first = lines[0]?.points[0]?.list
  return [
    ...(zeros
      ? ['A logarithmic axis has no place for 0; where a group has nothing its line has a gap.']
      : []),
    ...(way === 'indexed' && first && without.length > 0
      ? [
          `Without a figure on the list of ${editionLabel(first.id)}, and so without a line: ${without.map(({ series }) => series.label).join(', ')}.`,
        ]
      : []),
  ]
}
