import { milestoneNotes, milestonesOf } from '../compare/milestone'
import { answerTime } from '../compare/time'
import { timeNotes, timeTitle } from '../compare/time-words'
import { drawnValues } from '../compare/way'
import { editionLabel } from '../model/edition'
import type { Axis, Figure } from './figure'
import type { KindOf } from './kind'
import {
  drawable,
  figureAxis,
  lineMarks,
  linesLayout,
  listAxis,
  type TimeAsked,
  type TimeLine,
  timeDescription,
  timeParts,
  timeRows,
  timeSeries,
  timeTable,
} from './time-answer'

/** A line for each group: a figure on every list, as it is, indexed, or as its change per year. */
export const overTime: KindOf<'time'> = {
  key: 'over-time',
  page: 'time',
  figure,
  rowName: ['list', 'group'],
  byMetric: true,
}

function figure(asked: TimeAsked): Figure {
  const answer = answerTime(asked.record, asked.question)
  const { metric, whose } = answer.question
  // Stacked, the same question is another kind of chart.
  const way = asked.way === 'stacked' ? 'lines' : asked.way
  const series = timeSeries(answer)
  const all = answer.groups.flatMap((group, at): TimeLine[] => {
    const own = series[at]
    const drawn = drawnValues(way, group, answer)
    return own ? [{ series: own, points: group.points, drawn, metric }] : []
  })
  const y = figureAxis({ ...asked, way }, metric, all)
  const lines = drawable(all, y)
  const milestones = asked.milestones ? milestonesOf(answer) : []
  return {
    ...timeParts(asked, answer),
    kind: overTime.key,
    ...timeTitle(answer, way),
    notes: [...timeNotes(answer), ...milestoneNotes(milestones), ...gapNotes(all, y, way)],
    description: timeDescription(lines, way),
    layout: linesLayout(lines),
    x: listAxis(answer.lists),
    y,
    // The first stands on top.
    series: series.toReversed(),
    marks: lineMarks(lines.toReversed()),
    labels: [],
    moments: milestones.map(({ at }) => ({ at })),
    table: timeTable(all, way, whose.type === 'organisations' ? 'Organisation' : 'Group'),
    rows: timeRows(lines, way),
  }
}

/** Why some lists have no point. */
function gapNotes(lines: readonly TimeLine[], { type }: Axis, way: TimeAsked['way']): string[] {
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
