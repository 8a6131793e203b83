import { ARTICLE } from '../../data/claims/article'
import type { EditionId } from '../model/edition'
import { single } from './codec'
import { hrefOf, type Link, writeLink } from './link'
import { listCodec, THEME, type View } from './view'

/** Everything that a link to the page of one statement says. */
export type ClaimLink = Pick<View, 'list' | 'theme'> & {
  /** `/claims/azure-five`, elsewhere `?claim=azure-five`: a statement of the article; empty for none. */
  claim: string
}

/** @param lists the lists to choose from, oldest first. */
export const claimLink = (lists: readonly EditionId[]): Link<ClaimLink> => ({
  claim: single({
    parameter: 'claim',
    default: '',
    read: (text) => (ARTICLE.some(({ id }) => id === text) ? text : null),
    expected: 'one of the statements on the page “Claims”',
  }),
  list: listCodec(lists),
  theme: THEME,
})

/** Whether a text may name a statement in the path of its page. */
export const isClaimKey = (text: string): boolean => /^[a-z0-9-]{1,40}$/.test(text)

/** The link to the page of one statement. */
export function claimHref({ claim, ...others }: Pick<ClaimLink, 'claim'> & Partial<ClaimLink>) {
  return hrefOf(`/claims/${claim}`, writeLink(claimLink([]), others))
}
