import { ARTICLE } from '../../data/claims/article'
import { FIELD_KEYS, type FieldKey, LONGEST_FIELD } from '../claim/fields'
import { patternOf } from '../claim/pattern'
import type { EditionId } from '../model/edition'
import { type Codec, single } from './codec'
import { hrefOf, type Link, writeLink } from './link'
import { listCodec, THEME, type View } from './view'

/** Everything that a link to the page of one statement says. */
export type ClaimLink = Pick<View, 'list' | 'theme'> & {
  /** `/claims/azure-five`, elsewhere `?claim=azure-five`: a statement of the article, or a pattern; empty for none. */
  claim: string
} & Record<FieldKey, string>

const field = (parameter: FieldKey): Codec<string> =>
  single({
    parameter,
    default: '',
    read: (text) => (text.length <= LONGEST_FIELD ? text : null),
    expected: `at most ${LONGEST_FIELD} letters`,
  })

/** A text for each field of a composed claim. */
const FIELD_CODECS = Object.fromEntries(FIELD_KEYS.map((key) => [key, field(key)])) as Record<
  FieldKey,
  Codec<string>
>

/** Whether a key is that of a statement of the article. */
const ofArticle = (key: string) => ARTICLE.some(({ id }) => id === key)

/** @param lists the lists to choose from, oldest first. */
export const claimLink = (lists: readonly EditionId[]): Link<ClaimLink> => ({
  claim: single({
    parameter: 'claim',
    default: '',
    read: (text) => (ofArticle(text) || patternOf(text) ? text : null),
    expected: 'one of the statements and patterns on the page “Claims”',
  }),
  ...FIELD_CODECS,
  list: listCodec(lists),
  theme: THEME,
})

/** Whether a text may name a statement in the path of its page. */
export const isClaimKey = (text: string): boolean => /^[a-z0-9-]{1,40}$/.test(text)

/** The link to the page of one statement. */
export function claimHref({ claim, ...others }: Pick<ClaimLink, 'claim'> & Partial<ClaimLink>) {
  return hrefOf(`/claims/${claim}`, writeLink(claimLink([]), others))
}
