import { METRICS, type MetricId } from '../compare/metric'
import { LONGEST_NAME, organisationOf } from '../compare/organisations'
import { ROW_COLUMNS } from '../compare/rows'
import type { EditionId } from '../model/edition'
import type { Lens } from '../model/organisation'
import { type Codec, type Notice, type Params, quote, single, word } from './codec'
import { hrefOf, type Link, parseLink, textsOf, writeLink } from './link'

/** Everything that a link to the comparison page says. */
export type View = {
  /** `?list=2021-11` */
  list: EditionId
  /** `?focus=azure`: an organisation's key. */
  focus: string
  /** `?with=meta&with=ibm`: the others, in the order in which they are shown; `?with=` for none. */
  beside: readonly string[]
  /** `?by=built-by` */
  lens: Lens
  /** `?metric=rmax` */
  metric: MetricId
  /** `?axis=log`: the rank axis. Not `scale`, which is the pixel scale of an image's address. */
  axis: 'log' | 'linear'
  /** `?theme=system` */
  theme: 'system' | 'light' | 'dark'
  /** `?sort=rank`, `?sort=-rmax`: column of the table of rows, descending with a minus. */
  sort: string
  /** `?rows=all`: whether the table shows every row or the first ones. */
  rows: 'some' | 'all'
}

/** What a link turned out to say. */
export type ParsedView =
  | {
      found: true
      view: View
      notices: Notice[]
      /** A name that was typed to be added (`?add=…`), for the page to look up in the list; null for none. */
      add: string | null
    }
  | { found: false; value: string; lists: readonly EditionId[] }

/** The view of a bare link. */
export const DEFAULT_VIEW: View = {
  list: '2021-11',
  focus: 'azure',
  beside: ['meta', 'ibm', 'nvidia', 'hpe', 'lenovo', 'fujitsu', 'amazon'],
  lens: 'built-by',
  metric: 'rmax',
  axis: 'log',
  theme: 'system',
  sort: 'rank',
  rows: 'some',
}

/** More organisations than this cannot be told apart in one chart. */
export const MOST_BESIDE = 11

/** Columns by which the table of rows can be sorted. */
export const SORTS: readonly string[] = ROW_COLUMNS.map(({ key }) => key)

/** A reader's theme; every page of ours takes it. */
export const THEME: Codec<View['theme']> = word('theme', ['system', 'light', 'dark'], 'system')
/** Whether a table shows every row. */
export const ROWS: Codec<View['rows']> = word('rows', ['some', 'all'], 'some')

const FOCUS: Codec<string> = single({
  parameter: 'focus',
  default: DEFAULT_VIEW.focus,
  read: (text) => (organisationOf(text) ? text : null),
  expected: (text) => `No organisation is called ${quote(text)}.`,
  show: (key) => organisationOf(key)?.label ?? key,
})

/** More names than this are not repeated in a notice. */
const MOST_QUOTED = 3

const WITH: Codec<readonly string[]> = {
  parameter: 'with',
  default: DEFAULT_VIEW.beside,
  parse: (texts) => {
    const keys = [...new Set(texts.filter((key) => key !== ''))]
    const unknown = keys.filter((key) => !organisationOf(key))
    const more = unknown.length - MOST_QUOTED
    const fault =
      unknown.length === 0
        ? null
        : `No organisation is called ${unknown.slice(0, MOST_QUOTED).map(quote).join(' or ')}${more > 0 ? `, nor are ${more} more` : ''}; ${unknown.length === 1 ? 'it is' : 'they are'} left out.`
    return { value: keys.filter((key) => organisationOf(key)), fault, instead: false }
  },
  write: (keys) => (keys.length === 0 ? [''] : keys),
}

/** The lists that there are decide what is read; what is written does not hang on them. */
const listCodec = (lists: readonly EditionId[]): Codec<EditionId> =>
  single({
    parameter: 'list',
    default: DEFAULT_VIEW.list,
    read: (text) => lists.find((id) => id === text) ?? null,
    expected: 'a list that there is, as 2021-11',
  })

const viewLink = (lists: readonly EditionId[]): Link<View> => ({
  list: listCodec(lists),
  focus: FOCUS,
  beside: WITH,
  lens: word('by', ['built-by', 'run-by'], DEFAULT_VIEW.lens),
  metric: word(
    'metric',
    METRICS.map(({ id }) => id),
    DEFAULT_VIEW.metric,
  ),
  axis: word('axis', ['log', 'linear'], DEFAULT_VIEW.axis),
  theme: THEME,
  sort: word(
    'sort',
    SORTS,
    DEFAULT_VIEW.sort,
    Object.fromEntries(SORTS.map((sort) => [`-${sort}`, `-${sort}`])),
  ),
  rows: ROWS,
})

/** What a link asks to be done to the view, and is no part of it. */
const ACTIONS: readonly string[] = ['add', 'remove']

/** The others of a view: not the focus, none that is to be removed, and no more than can be told apart. */
function shownBeside(view: View, params: Params, notices: Notice[]): readonly string[] {
  const removed = new Set(textsOf(params, 'remove'))
  const kept = view.beside.filter((key) => key !== view.focus && !removed.has(key))
  if (kept.length > MOST_BESIDE) {
    const fault = `The link names ${kept.length} organisations beside the focus; more than ${MOST_BESIDE} cannot be told apart.`
    const message = `${fault} The first ${MOST_BESIDE} are shown.`
    notices.push({ parameter: 'with', value: String(kept.length), fault, message })
  }
  return kept.slice(0, MOST_BESIDE)
}

/**
 * Reads a link. What is not understood becomes a notice and the nearest sensible view; only a list that does not exist
 * leaves nothing to show.
 * @param known the available lists, oldest first.
 * @param own parameters that belong to somebody else and are not to be told of, e.g. an image's width.
 */
export function parseView(
  params: Params,
  known: { lists: readonly EditionId[] },
  own: readonly string[] = [],
): ParsedView {
  const { lists } = known
  const [asked] = textsOf(params, 'list')
  const newest = lists[lists.length - 1]
  const found = lists.find((id) => id === (asked ?? DEFAULT_VIEW.list))
  if (!newest || (asked !== undefined && !found))
    return { found: false, value: (asked ?? DEFAULT_VIEW.list).slice(0, 60), lists }
  const { values, notices } = parseLink(viewLink(lists), params, [...ACTIONS, ...own])
  const view = { ...values, list: found ?? newest }
  if (!found) {
    const fault = `The list of ${DEFAULT_VIEW.list} is not available.`
    const message = `${fault} The newest one is shown.`
    notices.unshift({ parameter: 'list', value: DEFAULT_VIEW.list, fault, message })
  }
  view.beside = shownBeside(view, params, notices)
  // The form has two places to add a name, a menu and a line for typing; mostly one of them is empty.
  const add = textsOf(params, 'add')
    .map((text) => text.trim().slice(0, LONGEST_NAME))
    .find((text) => text !== '')
  return { found: true, view, notices, add: add ?? null }
}

const same = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((value, index) => value === b[index])

/** A view as query parameters, in one fixed order and without what a bare link means anyway. */
export function viewParams(view: View): URLSearchParams {
  // A bare link's others are shown without the focus, where that is one of them.
  const standing = DEFAULT_VIEW.beside.filter((key) => key !== view.focus)
  const beside = same(view.beside, standing) ? DEFAULT_VIEW.beside : view.beside
  return writeLink(viewLink([view.list]), { ...view, beside })
}

/** The link to a view, or to one that differs from it: `/?focus=meta`. The same view always has the same link. */
export function viewHref(view: View, change: Partial<View> = {}, path = '/'): string {
  return hrefOf(path, viewParams({ ...view, ...change }))
}
