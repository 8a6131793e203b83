import { ARTICLE } from '@/data/claims/article'
import { type Judged, judge } from '@/lib/claim/judge'
import type { Notice, Params } from '@/lib/link/codec'
import type { EditionId } from '@/lib/model/edition'
import { openRecord } from '@/lib/record/open'
import type { RecordList } from '@/lib/record/record'
import { openStore } from '@/lib/store/open'
import { type ClaimsLink, parseClaimsLink } from './link'

/** What a link to the claims leads to: the article’s statements as a list has them. */
export type Asked = {
  link: ClaimsLink
  notices: readonly Notice[]
  lists: readonly EditionId[]
  list: RecordList
  judged: readonly Judged[]
}

/** Judges the article’s statements by the list of a link; null where there is no such list. */
export async function askClaims(params: Params): Promise<Asked | null> {
  const record = await openRecord(await openStore())
  const lists = record.lists.map(({ id }) => id)
  const { values: link, notices } = parseClaimsLink(params, lists)
  const list = record.list(link.list)
  if (!list || notices.some(({ parameter }) => parameter === 'list')) return null
  return {
    link,
    notices,
    lists,
    list,
    judged: ARTICLE.map((claim) => judge(claim, { record, list })),
  }
}
