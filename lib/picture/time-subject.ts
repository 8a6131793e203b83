import { spanWords } from '../compare/time-words'
import { kindOf } from '../figure/kinds'
import {
  DEFAULT_TIME_VIEW,
  questionOf,
  TIME_PATH,
  type TimeView,
  timeParams,
} from '../link/time-view'
import type { ListRecord } from '../record/record'
import { timeStem } from './file-name'
import { onceByKind, type Subject } from './subject'

/**
 * All lists together, as a view asks.
 * @param name of the versions of all lists, short.
 */
export function timeSubject(record: ListRecord, view: TimeView, name: string): Subject {
  const { theme, rows } = DEFAULT_TIME_VIEW
  const { way, axis, milestones } = view
  const question = questionOf(view)
  const lists = record.lists.filter(({ id }) => question.since <= id && id <= question.until)
  return {
    page: 'time',
    path: TIME_PATH,
    query: timeParams({ ...view, theme, rows }),
    lists: name,
    version: name,
    words: spanWords(lists),
    figure: onceByKind((key) => {
      const kind = kindOf(key)
      return kind?.page === 'time'
        ? kind.figure({ record, question, way, axis, milestones, permalink: null })
        : null
    }),
    rows: null,
    fileStem: (kind) => timeStem(view, lists.at(-1)?.id ?? view.since, kind),
  }
}
