import { REFUSALS, type RefusalCode } from '@/lib/http/refusal'
import { optionalWord, type Params, whole, word } from '@/lib/link/codec'
import { type Filtered, parseFiltered, writeFiltered } from '@/lib/link/filter'
import { hrefOf, type Link, parseLink, writeLink } from '@/lib/link/link'
import { ROWS, THEME, type View } from '@/lib/link/view'
import type { EditionId } from '@/lib/model/edition'

/** What was just done to a list, for the page to say. */
export type Done = 'kept' | 'removed' | 'restored'

/** Everything that a link to the pages of lists says. */
export type ListsLink = {
  /** `?theme=dark` */
  theme: View['theme']
  /** `?see=1`: the version whose systems are shown. */
  see: number | null
  /** `?rows=all` */
  rows: View['rows']
  /** `?columns=all`: on the page of a list, whether every column is shown or those that most people look for. */
  columns: 'main' | 'all'
  /** `?old=0&new=2`: the versions that are compared. */
  old: number | null
  new: number | null
  /** `?done=removed` */
  done: Done | null
  /** `?failed=conflict`: why it was not done, and `?saw=2`: the newest version that the writer had seen. */
  failed: RefusalCode | null
  saw: number | null
  /** `?sign-in=wrong` */
  signIn: 'wrong' | 'wait' | 'elsewhere' | null
}

/** A link to the page of a list: which of its columns and systems are shown, and in which theme. */
export type ListLink = Pick<ListsLink, 'theme' | 'columns' | 'rows'> & {
  /** `?country=China`: the groups of which systems are shown; all of them where it is empty. */
  only: Filtered
}

const version = (parameter: string) => whole(parameter, [0, 999_999], null)

const LISTS: Link<ListsLink> = {
  theme: THEME,
  see: version('see'),
  rows: ROWS,
  columns: word('columns', ['main', 'all'], 'main'),
  old: version('old'),
  new: version('new'),
  done: optionalWord('done', ['kept', 'removed', 'restored']),
  failed: optionalWord('failed', Object.keys(REFUSALS) as RefusalCode[]),
  saw: version('saw'),
  signIn: optionalWord('sign-in', ['wrong', 'wait', 'elsewhere']),
}

/** Reads a link; what is not understood counts as left out. */
export function parseListsLink(params: Params): ListsLink {
  return parseLink(LISTS, params, null).values
}

/** The link to the page of all lists, or to one list's versions; what a bare link means anyway is left out. */
export function listsHref(edition: EditionId | null, link: Partial<ListsLink>): string {
  return hrefOf(edition ? `/lists/${edition}/versions` : '/lists', writeLink(LISTS, link))
}

/** Reads a link to a list itself. */
export function parseListLink(params: Params): ListLink {
  const { theme, columns, rows } = parseListsLink(params)
  return { theme, columns, rows, only: parseFiltered(params) }
}

/** What a link to a list itself says, as its parameters. */
export function listParams({ only = {}, ...link }: Partial<ListLink>): URLSearchParams {
  const { theme, columns, rows } = link
  return new URLSearchParams([
    ...writeFiltered(only),
    ...writeLink(LISTS, { theme, columns, rows }),
  ])
}

/** The link to a list itself. */
export function listHref(edition: EditionId, link: Partial<ListLink>): string {
  return hrefOf(`/lists/${edition}`, listParams(link))
}

/** How many systems the page of a list shows at first. */
export const FIRST_SYSTEMS = 50

/** The link to the row of a rank on a list; every system stands where the first ones would not hold it. */
export function rankHref(edition: EditionId, rank: number, theme: View['theme']): string {
  return `${listHref(edition, { theme, rows: rank > FIRST_SYSTEMS ? 'all' : 'some' })}#rank-${rank}`
}

/** Whether a link asks for a list's versions: until its address became the list's own, they stood there. */
export function asksForVersions(link: ListsLink): boolean {
  return (
    writeLink(LISTS, { ...link, theme: undefined, columns: undefined, rows: undefined }).size > 0
  )
}
