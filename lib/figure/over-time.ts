import { milestoneNotes, milestonesOf } from '../compare/milestone'
import { answerTime } from '../compare/time'
import { timeNotes, timeTitle } from '../compare/time-words'
import type { Figure } from './figure'
import type { KindOf } from './kind'
import {
  drawable,
  figureAxis,
  gapNotes,
  lineMarks,
  linesLayout,
  listAxis,
  type TimeAsked,
  timeDescription,
  timeLines,
  timeParts,
  timeRows,
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
  // Stacked or in panels, the same question is another kind of chart.
  const way = asked.way === 'stacked' || asked.way === 'multiples' ? 'lines' : asked.way
  const all = timeLines(answer, way)
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
    series: all.map(({ series }) => series).toReversed(),
    marks: lineMarks(lines.toReversed()),
    labels: [],
    moments: milestones.map(({ at }) => ({ at })),
    table: timeTable(all, way, whose.type === 'organisations' ? 'Organisation' : 'Group'),
    rows: timeRows(lines, way),
  }
}
