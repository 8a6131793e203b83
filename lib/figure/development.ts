import { answerTime } from '../compare/time'
import { DEVELOPMENT, timeMetricOf } from '../compare/time-metric'
import { spanWords, timeNotes } from '../compare/time-words'
import type { Figure, Series } from './figure'
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
  timeTable,
} from './time-answer'

/** The sum of Rmax, the first and the last system on every list: how the list as a whole developed. */
export const development: KindOf<'time'> = {
  key: 'development',
  page: 'time',
  figure,
  rowName: ['list', 'group'],
}

/** The lines, as they are drawn; each figure of the development has its row. */
const LOOKS: Readonly<Record<string, Pick<Series, 'label' | 'colour' | 'shape' | 'focus'>>> = {
  rmax: { label: 'Sum of all', colour: 'blue', shape: 'circle', focus: true },
  'rank-1': { label: 'Rank 1', colour: 'orange', shape: 'square', focus: false },
  'rank-500': { label: 'Rank 500', colour: 'green', shape: 'diamond', focus: false },
}

function figure(asked: TimeAsked): Figure {
  const answers = DEVELOPMENT.flatMap((id) => {
    const metric = timeMetricOf(id)
    const look = LOOKS[id]
    if (!metric || !look) return []
    const question = { ...asked.question, metric, whose: { type: 'list' } } as const
    return [{ id, look, answer: answerTime(asked.record, question) }]
  })
  const [sum] = answers
  if (!sum) throw new Error('There is no figure of the development.')
  const all = answers.map(({ id, look, answer }): TimeLine => {
    const points = answer.groups[0]?.points ?? []
    const drawn = points.map(({ value }) => value)
    return { series: { key: id, ...look }, points, drawn, metric: answer.question.metric }
  })
  const { metric } = sum.answer.question
  const y = { ...figureAxis({ ...asked, way: 'lines' }, metric, all) }
  const lines = drawable(all, y)
  const wide = { ...asked, question: sum.answer.question }
  return {
    ...timeParts(wide, sum.answer),
    kind: development.key,
    title: 'The sum of Rmax, the first and the last system',
    subtitle: `Rmax on the ${spanWords(sum.answer.lists)}`,
    notes: timeNotes(sum.answer),
    description: timeDescription(lines, 'lines'),
    layout: linesLayout(lines),
    x: listAxis(sum.answer.lists),
    y: { ...y, label: y.label.replace(metric.name, 'Rmax') },
    series: lines.map(({ series }) => series).toReversed(),
    marks: lineMarks(lines.toReversed()),
    labels: [],
    table: rmaxTable(lines),
    rows: timeRows(lines, 'lines'),
  }
}

/** The table of the lines, whose figures are all Rmax. */
function rmaxTable(lines: readonly TimeLine[]): Figure['table'] {
  const table = timeTable(lines, 'lines', 'Figure')
  return {
    ...table,
    columns: table.columns.map((column) =>
      column.key === 'rmax' ? { ...column, label: 'Rmax' } : column,
    ),
  }
}
