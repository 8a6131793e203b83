import { LONGEST_TEXT } from '@/lib/claim/text'
import { type Params, quote, single } from '@/lib/link/codec'
import { hrefOf, type Link, parseLink, writeLink } from '@/lib/link/link'
import { listCodec, THEME, type View } from '@/lib/link/view'
import type { EditionId } from '@/lib/model/edition'

/** Everything that a link to the claims says. */
export type ClaimsLink = Pick<View, 'list' | 'theme'> & {
  /** `?say=China 219, US 116 in June 2019`: a text that is searched for statements; empty for the article’s. */
  say: string
}

const claimsLink = (lists: readonly EditionId[]): Link<ClaimsLink> => ({
  list: listCodec(lists),
  theme: THEME,
  say: single({
    parameter: 'say',
    default: '',
    read: (text) => text.slice(0, LONGEST_TEXT),
    expected: 'a text',
    show: quote,
  }),
})

/** Reads a link, with what was not understood of it. @param lists those that there are. */
export function parseClaimsLink(params: Params, lists: readonly EditionId[]) {
  return parseLink(claimsLink(lists), params, [])
}

/** The link to the claims on a list. */
export function claimsHref(link: Partial<ClaimsLink>): string {
  return hrefOf('/claims', writeLink(claimsLink([]), link))
}
