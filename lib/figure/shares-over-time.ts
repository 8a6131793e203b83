import { answerTime } from '../compare/time'
import { timeMetricOf } from '../compare/time-metric'
import { nameInside, timeNotes, timeTitle } from '../compare/time-words'
import type { Figure, Mark } from './figure'
import type { KindOf } from './kind'
import {
  lineMarks,
  linesLayout,
  listAxis,
  type TimeAsked,
  type TimeLine,
  timeDescription,
  timeLines,
  timeParts,
  timeRows,
  timeTable,
} from './time-answer'

/** The shares of all groups, stacked to a hundred percent. */
export const sharesOverTime: KindOf<'time'> = {
  key: 'shares-over-time',
  page: 'time',
  figure,
  rowName: ['list', 'group'],
  byMetric: true,
}

const WAY = 'stacked'

/** What is stacked: the figure that is asked for where it adds up, its amount for a share, else the number of systems. */
function stackable({ metric }: TimeAsked['question']) {
  const id = metric.id === 'share' ? 'rmax' : metric.additive ? metric.id : 'systems'
  return timeMetricOf(id) ?? metric
}

function figure(asked: TimeAsked): Figure {
  const answer = answerTime(asked.record, { ...asked.question, metric: stackable(asked.question) })
  const { metric, whose } = answer.question
  const lines = timeLines(answer, WAY).map((line) => ({
    ...line,
    series: { ...line.series, focus: false },
  }))
  return {
    ...timeParts(asked, answer),
    kind: sharesOverTime.key,
    ...timeTitle(answer, WAY),
    notes: timeNotes(answer),
    description: timeDescription(lines, WAY),
    layout: linesLayout(lines),
    x: listAxis(answer.lists),
    y: {
      type: 'linear',
      domain: [0, 100],
      label: `Share of ${nameInside(metric).replace(/^(?:total|number of) /, '')}, %`,
      divisor: 1,
      steps: [25, 50],
    },
    series: lines.map(({ series: own }) => own),
    marks: areaMarks(lines),
    labels: [],
    table: timeTable(lines, WAY, whose.type === 'organisations' ? 'Organisation' : 'Group'),
    rows: timeRows(lines, WAY),
  }
}

/** The points of areas, each on top of those before it. */
function areaMarks(lines: readonly TimeLine[]): Mark[] {
  const under = new Map<string, number>()
  return lineMarks(lines).map((mark): Mark => {
    const list = String(mark.x)
    const from = under.get(list) ?? 0
    const y = Math.min(100, from + Number(mark.y))
    under.set(list, y)
    return { ...mark, type: 'area', from, y }
  })
}
