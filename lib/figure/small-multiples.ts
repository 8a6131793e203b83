import { answerTime } from '../compare/time'
import { pointWords, timeNotes, timeTitle } from '../compare/time-words'
import type { Figure } from './figure'
import type { KindOf } from './kind'
import {
  drawable,
  figureAxis,
  gapNotes,
  lineMarks,
  listAxis,
  type TimeAsked,
  timeDescription,
  timeLines,
  timeParts,
  timeRows,
  timeTable,
} from './time-answer'

/** A small panel for each group, all on the same scales: for more groups than colours can tell apart. */
export const smallMultiples: KindOf<'time'> = {
  key: 'small-multiples',
  page: 'time',
  figure,
  rowName: ['list', 'group'],
  byMetric: true,
}

function figure(asked: TimeAsked): Figure {
  const answer = answerTime(asked.record, asked.question)
  const { metric, whose } = answer.question
  const all = timeLines(answer, 'lines')
  const y = figureAxis({ ...asked, way: 'lines' }, metric, all)
  const lines = drawable(all, y)
  return {
    ...timeParts(asked, answer),
    kind: smallMultiples.key,
    ...timeTitle(answer, 'multiples'),
    notes: [...timeNotes(answer), ...gapNotes(all, y, 'lines')],
    description: timeDescription(lines, 'lines'),
    layout: {
      type: 'panels',
      panels: lines.map(({ series: { key }, points }) => {
        const last = points.at(-1)
        return { series: key, text: (last && pointWords(metric, last)) ?? '' }
      }),
    },
    x: listAxis(answer.lists),
    y,
    series: lines.map(({ series: own }) => own),
    marks: lineMarks(lines),
    labels: [],
    table: timeTable(all, 'lines', whose.type === 'organisations' ? 'Organisation' : 'Group'),
    rows: timeRows(lines, 'lines'),
  }
}
