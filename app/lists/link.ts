import { REFUSALS, type RefusalCode } from '@/lib/http/refusal'
import { optionalWord, type Params, whole } from '@/lib/link/codec'
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

const version = (parameter: string) => whole(parameter, [0, 999_999], null)

const LISTS: Link<ListsLink> = {
  theme: THEME,
  see: version('see'),
  rows: ROWS,
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
  return hrefOf(`/lists${edition ? `/${edition}` : ''}`, writeLink(LISTS, link))
}
