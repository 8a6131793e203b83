import { METRICS, type MetricId } from '../compare/metric'
import { LONGEST_NAME, organisationOf } from '../compare/organisations'
import { ROW_COLUMNS } from '../compare/rows'
import type { EditionId } from '../model/edition'
import type { Lens } from '../model/organisation'
import type { Vocabulary } from '../record/vocabulary'
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
      /** An organisation stands in the link under another spelling of its name than in the view. */
      respelt: boolean
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
/** Whether an organisation's systems are those that it built, or those that it runs. */
export const LENS: Codec<Lens> = word('by', ['built-by', 'run-by'], DEFAULT_VIEW.lens)
/** Whether a table shows every row. */
export const ROWS: Codec<View['rows']> = word('rows', ['some', 'all'], 'some')

/** The parameters that name organisations. */
export const NAMING: readonly string[] = ['focus', 'with']

/** The key that a key of a link means, by the names of all lists; null for one that is on none. */
function keyOf(key: string, names: Vocabulary): string | null {
  const organisation = organisationOf(key) ?? organisationOf(key.trim().toLowerCase())
  const [alias] = organisation?.aliases ?? []
  if (!organisation || !alias || !key.includes(':')) return organisation?.key ?? null
  const name = names.find(alias.field, alias.name)
  return name === null ? null : `${alias.field}:${name}`
}

/** What is said of a key that is on no list: that, and the names nearest to it. */
function unknownName(key: string, names: Vocabulary): string {
  const field = key.includes(':') ? organisationOf(key)?.aliases[0]?.field : undefined
  const text = field ? key.slice(field.length + 1) : key
  const nearest = names.nearest(text, field).map(({ name }) => quote(name))
  const near = `; the nearest ${nearest.length === 1 ? 'name is' : 'names are'} ${nearest.join(', ')}`
  return `${field ? `No list names a ${field}` : 'No organisation is called'} ${quote(text)}${nearest.length > 0 ? near : ''}.`
}

/** One organisation, by its key or as any name of the lists. */
export const organisationCodec = (
  parameter: string,
  otherwise: string,
  names: Vocabulary,
): Codec<string> =>
  single({
    parameter,
    default: otherwise,
    read: (key) => keyOf(key, names),
    expected: (key) => unknownName(key, names),
    show: (key) => organisationOf(key)?.label ?? key,
  })

/** The organisation in focus. */
export const focusCodec = (names: Vocabulary): Codec<string> =>
  organisationCodec('focus', DEFAULT_VIEW.focus, names)

/** More names than this are not repeated in a notice. */
const MOST_QUOTED = 3
/** More names than this are not looked up in one link. */
const MOST_READ = 60

/** What is said of keys that are on no list; null where there are none. */
function unknownNames(keys: readonly string[], names: Vocabulary): string | null {
  if (keys.length === 0) return null
  const more = keys.length - MOST_QUOTED
  return [
    ...keys.slice(0, MOST_QUOTED).map((key) => unknownName(key, names)),
    ...(more > 0 ? [`${more} more ${more === 1 ? 'name is' : 'names are'} on no list.`] : []),
    keys.length === 1 ? 'It is left out.' : 'They are left out.',
  ].join(' ')
}

/** The organisations beside the focus. */
export const withCodec = (names: Vocabulary): Codec<readonly string[]> => ({
  parameter: 'with',
  default: DEFAULT_VIEW.beside,
  parse: (texts) => {
    const keys = askedKeys(texts).map((key) => ({ key, meant: keyOf(key, names) }))
    const unknown = keys.flatMap(({ key, meant }) => (meant === null ? [key] : []))
    return {
      value: [...new Set(keys.flatMap(({ meant }) => meant ?? []))],
      fault: unknownNames(unknown, names),
      instead: false,
    }
  },
  write: (keys) => (keys.length === 0 ? [''] : keys),
})

/** The keys that a link gives, each once. */
const allKeys = (texts: readonly string[]) => [...new Set(texts.filter((key) => key !== ''))]
const askedKeys = (texts: readonly string[]) => allKeys(texts).slice(0, MOST_READ)

/** For links that are written: what stands in a view is a name already. */
export const ANY_NAME: Vocabulary = { find: (_, text) => text, nearest: () => [] }

/** A list by name. The lists that there are decide what is read; what is written does not hang on them. */
export const listCodec = (lists: readonly EditionId[]): Codec<EditionId> =>
  single({
    parameter: 'list',
    default: DEFAULT_VIEW.list,
    read: (text) => lists.find((id) => id === text) ?? null,
    expected: 'a list that there is, as 2021-11',
  })

const viewLink = (lists: readonly EditionId[], names: Vocabulary): Link<View> => ({
  list: listCodec(lists),
  focus: focusCodec(names),
  beside: withCodec(names),
  lens: LENS,
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
export const ACTIONS: readonly string[] = ['add', 'remove']

/** The others of a view: not the focus, none that is to be removed, and no more than can be told apart. */
export function shownBeside(
  view: Pick<View, 'focus' | 'beside'>,
  params: Params,
  names: Vocabulary,
  notices: Notice[],
): readonly string[] {
  const removed = new Set(askedKeys(textsOf(params, 'remove')).map((key) => keyOf(key, names)))
  const kept = view.beside.filter((key) => key !== view.focus && !removed.has(key))
  const unread = allKeys(textsOf(params, 'with')).length - MOST_READ
  const tell = (value: number, fault: string, instead: string) =>
    notices.push({
      parameter: 'with',
      value: String(value),
      fault,
      message: `${fault} ${instead}`,
    })
  const named = kept.length + Math.max(0, unread)
  if (kept.length > MOST_BESIDE)
    tell(
      named,
      `The link names ${named} organisations beside the focus; more than ${MOST_BESIDE} cannot be told apart.`,
      `The first ${MOST_BESIDE} are shown.`,
    )
  else if (unread > 0)
    tell(
      unread,
      `The link has ${unread} more names than are looked up.`,
      `The first ${MOST_READ} are.`,
    )
  return kept.slice(0, MOST_BESIDE)
}

/**
 * Reads a link. What is not understood becomes a notice and the nearest sensible view; only a list that does not exist
 * leaves nothing to show.
 * @param known the available lists, oldest first, and the names that stand on any list: a key in another spelling becomes
 * that of the name, and one that is on no list is left out with a notice.
 * @param own parameters that belong to somebody else and are not to be told of, e.g. an image's width.
 */
export function parseView(
  params: Params,
  known: { lists: readonly EditionId[]; names: Vocabulary },
  own: readonly string[] = [],
): ParsedView {
  const { lists, names } = known
  const [asked] = textsOf(params, 'list')
  const newest = lists[lists.length - 1]
  const found = lists.find((id) => id === (asked ?? DEFAULT_VIEW.list))
  if (!newest || (asked !== undefined && !found))
    return { found: false, value: (asked ?? DEFAULT_VIEW.list).slice(0, 60), lists }
  const { values, notices } = parseLink(viewLink(lists, names), params, [...ACTIONS, ...own])
  const view = { ...values, list: found ?? newest }
  if (!found) {
    const fault = `The list of ${DEFAULT_VIEW.list} is not available.`
    const message = `${fault} The newest one is shown.`
    notices.unshift({ parameter: 'list', value: DEFAULT_VIEW.list, fault, message })
  }
  view.beside = shownBeside(view, params, names, notices)
  return { found: true, view, notices, ...askedNames(params, names) }
}

/** The name that a link asks to be added, and whether it names anybody in another spelling than the name's. */
export function askedNames(
  params: Params,
  names: Vocabulary,
): { add: string | null; respelt: boolean } {
  // The form has two places to add a name, a menu and a line for typing; mostly one of them is empty.
  const add = textsOf(params, 'add')
    .map((text) => text.trim().slice(0, LONGEST_NAME))
    .find((text) => text !== '')
  const keys = NAMING.flatMap((parameter) => askedKeys(textsOf(params, parameter)))
  const respelt = keys.some((key) => ![key, null].includes(keyOf(key, names)))
  return { add: add ?? null, respelt }
}

const same = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((value, index) => value === b[index])

/** A view as query parameters, in one fixed order and without what a bare link means anyway. */
export function viewParams(view: View): URLSearchParams {
  return writeLink(viewLink([view.list], ANY_NAME), { ...view, beside: writtenBeside(view) })
}

/** The others as a link writes them: a bare link's are shown without the focus, where that is one of them. */
export function writtenBeside({
  focus,
  beside,
}: Pick<View, 'focus' | 'beside'>): readonly string[] {
  const standing = DEFAULT_VIEW.beside.filter((key) => key !== focus)
  return same(beside, standing) ? DEFAULT_VIEW.beside : beside
}

/** The link to a view, or to one that differs from it: `/?focus=meta`. The same view always has the same link. */
export function viewHref(view: View, change: Partial<View> = {}, path = '/'): string {
  return hrefOf(path, viewParams({ ...view, ...change }))
}
