import { METRICS, type MetricId } from './compare/metric'
import { LONGEST_NAME, organisationOf } from './compare/organisations'
import type { EditionId } from './model/edition'
import type { Lens } from './model/organisation'

/** Everything that a link to the comparison page says. */
export type View = {
  /** `?list=2021-11` */
  list: EditionId
  /** `?by=built-by` */
  lens: Lens
  /** `?focus=azure`: an organisation's key. */
  focus: string
  /** `?with=meta&with=ibm`: the others, in the order in which they are shown; `?with=` for none. */
  beside: readonly string[]
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

/** A parameter that was not understood, and what is shown instead. */
export type Notice = { parameter: string; value: string; message: string }

/** Query parameters as a page gets them. */
export type Params = Readonly<Record<string, string | readonly string[] | undefined>>

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
  lens: 'built-by',
  focus: 'azure',
  beside: ['meta', 'ibm', 'nvidia', 'hpe', 'lenovo', 'fujitsu', 'amazon'],
  metric: 'rmax',
  axis: 'log',
  theme: 'system',
  sort: 'rank',
  rows: 'some',
}

/** More organisations than this cannot be told apart in one chart. */
export const MOST_BESIDE = 11

/** Columns by which the table of rows can be sorted. */
export const SORTS = [
  'rank',
  'organisation',
  'name',
  'site',
  'manufacturer',
  'country',
  'rmax',
  'rpeak',
  'cores',
  'power',
] as const

const quote = (text: string) => `“${text.slice(0, 60)}${text.length > 60 ? '…' : ''}”`

/** A parameter with one value out of a few: how it is called, and what may stand there. */
type Word<K extends keyof View> = { parameter: string; what: string; words: readonly View[K][] }

const WORDS: {
  readonly [K in 'lens' | 'metric' | 'axis' | 'theme' | 'sort' | 'rows']: Word<K>
} = {
  lens: { parameter: 'by', what: 'way of seeing', words: ['built-by', 'run-by'] },
  metric: { parameter: 'metric', what: 'metric', words: METRICS.map(({ id }) => id) },
  axis: { parameter: 'axis', what: 'rank axis', words: ['log', 'linear'] },
  theme: { parameter: 'theme', what: 'theme', words: ['system', 'light', 'dark'] },
  sort: { parameter: 'sort', what: 'order', words: SORTS.flatMap((sort) => [sort, `-${sort}`]) },
  rows: { parameter: 'rows', what: 'number of rows', words: ['some', 'all'] },
}
type WordKey = keyof typeof WORDS
const WORD_KEYS = Object.keys(WORDS) as WordKey[]

/** Parameters that other sites add to links; they say nothing of the view. */
const FOREIGN = /^(?:utm_\w+|fbclid|gclid|mc_cid|mc_eid|ref)$/

const all = (params: Params, name: string): string[] => {
  const value = Object.hasOwn(params, name) ? params[name] : undefined
  return value === undefined ? [] : typeof value === 'string' ? [value] : [...value]
}

function readWord<K extends WordKey>(key: K, params: Params, into: View, notices: Notice[]): void {
  const { parameter, what, words } = WORDS[key]
  const texts = all(params, parameter)
  const [text] = texts
  if (text === undefined) return
  if (texts.length > 1)
    notices.push({
      parameter,
      value: texts.join(', ').slice(0, LONGEST_NAME),
      message: `The link gives the ${what} ${texts.length} times; the first is taken.`,
    })
  const word = words.find((candidate) => candidate === text)
  if (word !== undefined) into[key] = word
  else
    notices.push({
      parameter,
      value: text.slice(0, LONGEST_NAME),
      message: `${quote(text)} is no ${what} that is known; ${quote(String(into[key]))} is shown. Known: ${words.filter((one) => !String(one).startsWith('-')).join(', ')}.`,
    })
}

function readOrganisations(params: Params, into: View, notices: Notice[]): void {
  const [focus] = all(params, 'focus')
  if (focus !== undefined) {
    if (organisationOf(focus)) into.focus = focus
    else
      notices.push({
        parameter: 'focus',
        value: focus.slice(0, LONGEST_NAME),
        message: `No organisation is called ${quote(focus)}; Microsoft Azure is in focus instead.`,
      })
  }
  const asked = all(params, 'with')
  if (asked.length > 0) {
    const keys = [...new Set(asked.filter((key) => key !== ''))]
    const known = keys.filter((key) => organisationOf(key))
    const unknown = keys.filter((key) => !organisationOf(key))
    if (unknown.length)
      notices.push({
        parameter: 'with',
        value: unknown.slice(0, 5).join(', ').slice(0, LONGEST_NAME),
        message: `No organisation is called ${unknown.slice(0, 3).map(quote).join(' or ')}${unknown.length > 3 ? `, nor are ${unknown.length - 3} more` : ''}; ${unknown.length === 1 ? 'it is' : 'they are'} left out.`,
      })
    into.beside = known
  }
  const removed = new Set(all(params, 'remove'))
  const kept = into.beside.filter((key) => key !== into.focus && !removed.has(key))
  if (kept.length > MOST_BESIDE)
    notices.push({
      parameter: 'with',
      value: String(kept.length),
      message: `The link names ${kept.length} organisations beside the focus; the first ${MOST_BESIDE} are shown, as more cannot be told apart.`,
    })
  into.beside = kept.slice(0, MOST_BESIDE)
}

/**
 * Reads a link. What is not understood becomes a notice and the nearest sensible view; only a list that does not exist
 * leaves nothing to show.
 * @param lists the lists at hand, oldest first.
 * @param own parameters that belong to somebody else and are not to be told of, e.g. an image's width.
 */
export function parseView(
  params: Params,
  known: { lists: readonly EditionId[] },
  own: readonly string[] = [],
): ParsedView {
  const view: View = { ...DEFAULT_VIEW }
  const notices: Notice[] = []
  const [list] = all(params, 'list')
  const found = known.lists.find((id) => id === (list ?? DEFAULT_VIEW.list))
  if (list !== undefined && !found)
    return { found: false, value: list.slice(0, 60), lists: known.lists }
  const newest = found ?? known.lists[known.lists.length - 1]
  if (!newest) return { found: false, value: list ?? DEFAULT_VIEW.list, lists: [] }
  view.list = newest
  if (!found)
    notices.push({
      parameter: 'list',
      value: DEFAULT_VIEW.list,
      message: `The list of ${DEFAULT_VIEW.list} is not at hand; the newest one is shown.`,
    })
  for (const key of WORD_KEYS) readWord(key, params, view, notices)
  readOrganisations(params, view, notices)
  const understood = new Set([
    'list',
    'focus',
    'with',
    'remove',
    'add',
    ...own,
    ...WORD_KEYS.map((key) => WORDS[key].parameter),
  ])
  for (const name of Object.keys(params))
    if (!understood.has(name) && !FOREIGN.test(name))
      notices.push({
        parameter: name.slice(0, 60),
        value: all(params, name).join(', ').slice(0, LONGEST_NAME),
        message: `The link’s parameter ${quote(name)} means nothing here and was left out.`,
      })
  // The form has two places to add a name, a menu and a line for typing; mostly one of them is empty.
  const add = all(params, 'add')
    .map((text) => text.trim().slice(0, LONGEST_NAME))
    .find((text) => text !== '')
  return { found: true, view, notices: notices.slice(0, 12), add: add ?? null }
}

const same = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((value, index) => value === b[index])

/** A view as query parameters, in one fixed order and without what a bare link means anyway. */
export function viewParams(view: View): URLSearchParams {
  const params = new URLSearchParams()
  if (view.list !== DEFAULT_VIEW.list) params.set('list', view.list)
  if (view.focus !== DEFAULT_VIEW.focus) params.set('focus', view.focus)
  const standing = DEFAULT_VIEW.beside.filter((key) => key !== view.focus)
  if (!same(view.beside, standing)) {
    for (const key of view.beside) params.append('with', key)
    if (view.beside.length === 0) params.set('with', '')
  }
  for (const key of WORD_KEYS)
    if (view[key] !== DEFAULT_VIEW[key]) params.set(WORDS[key].parameter, view[key])
  return params
}

/** The link to a view, or to one that differs from it: `/?focus=meta`. The same view always has the same link. */
export function viewHref(view: View, change: Partial<View> = {}, path = '/'): string {
  const params = viewParams({ ...view, ...change }).toString()
  return params ? `${path}?${params}` : path
}
