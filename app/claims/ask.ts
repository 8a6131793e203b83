import { ARTICLE } from '@/data/claims/article'
import { type Judged, judge } from '@/lib/claim/judge'
import { readText } from '@/lib/claim/text'
import type { Notice, Params } from '@/lib/link/codec'
import type { EditionId } from '@/lib/model/edition'
import { openRecord } from '@/lib/record/open'
import type { ListRecord, RecordList } from '@/lib/record/record'
import { openStore } from '@/lib/store/open'
import { type ClaimsLink, parseClaimsLink } from './link'

/** What a link to the claims leads to: statements as a list has them. */
export type Asked = {
  record: ListRecord
  link: ClaimsLink
  notices: readonly Notice[]
  lists: readonly EditionId[]
  list: RecordList
  judged: readonly Judged[]
  /** The sentences of the text that was pasted, and what was understood of each; null for the article’s statements. */
  pieces: readonly { text: string; judged: Judged | null }[] | null
}

/** Judges the article’s statements, or those of a text, by the list of a link; null where there is no such list. */
export async function askClaims(params: Params): Promise<Asked | null> {
  const record = await openRecord(await openStore())
  const lists = record.lists.map(({ id }) => id)
  const { values: link, notices } = parseClaimsLink(params, lists)
  const list = record.list(link.list)
  if (!list || notices.some(({ parameter }) => parameter === 'list')) return null
  if (link.say === '') {
    const judged = ARTICLE.map((claim) => judge(claim, { record, list }))
    return { record, link, notices, lists, list, judged, pieces: null }
  }
  const pieces: { text: string; judged: Judged | null }[] = []
  for (const { text, claim, list: id } of readText(link.say, record.list, list.id)) {
    const on = id && record.list(id)
    pieces.push({ text, judged: claim && on ? judge(claim, { record, list: on }) : null })
    // Others are answered between two sentences.
    if (claim) await new Promise(setImmediate)
  }
  return {
    record,
    link,
    notices,
    lists,
    list,
    judged: pieces.flatMap((one) => one.judged ?? []),
    pieces,
  }
}
