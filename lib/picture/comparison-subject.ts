import type { Comparison } from '../compare/comparison'
import { listWords } from '../compare/title'
import { kindOf } from '../figure/kinds'
import { underlyingRows } from '../figure/underlying'
import { DEFAULT_VIEW, type View, viewParams } from '../link/view'
import { comparisonStem } from './file-name'
import { onceByKind, type Subject } from './subject'

/** One list, compared as a view says. */
export function comparisonSubject(comparison: Comparison, view: View): Subject {
  const { theme, sort, rows } = DEFAULT_VIEW
  const { metric, axis } = view
  return {
    page: 'comparison',
    path: '/',
    query: viewParams({ ...view, theme, sort, rows }),
    lists: `${comparison.edition}.${comparison.version}.${comparison.hash}`,
    version: String(comparison.version),
    about: { name: '', organisation: view.focus, lens: view.lens, list: comparison.edition },
    words: listWords(comparison),
    figure: onceByKind((key) => {
      const kind = kindOf(key)
      return kind?.page === 'comparison'
        ? kind.figure({ comparison: { ...comparison, metric }, axis, permalink: null })
        : null
    }),
    rows: () => underlyingRows(comparison),
    fileStem: (kind) => comparisonStem(view, kind),
  }
}
