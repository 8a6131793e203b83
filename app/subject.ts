import type { ListLinksProps } from '@/components/list-links'
import type { Source } from '@/lib/export/verify'
import type { Kind } from '@/lib/figure/kind'
import { kindOf } from '@/lib/figure/kinds'
import { isClaimKey } from '@/lib/link/claim'
import type { Notice, Params } from '@/lib/link/codec'
import { timeHref, timeParams } from '@/lib/link/time-view'
import { type View, viewHref, viewParams } from '@/lib/link/view'
import { type EditionId, editionLabel } from '@/lib/model/edition'
import { isSystemKey } from '@/lib/model/system-key'
import {
  changesSubject,
  claimSubject,
  rankSubject,
  systemSubject,
} from '@/lib/picture/story-subject'
import type { Subject } from '@/lib/picture/subject'
import { shapeListLinks } from './list-links'
import { load } from './load'
import { loadTime } from './load-time'
import { oncePerPage } from './once'
import { paramsOf } from './params'
import { followChanges, followClaim, followRank, followSystem, type Missing } from './story'
import { pageLinks } from './story-shape'

/** What a link to a chart's page, picture, table or frame leads to. */
export type Followed =
  | {
      kind: 'subject'
      subject: Subject
      theme: View['theme']
      /** The link of the page on which the chart stands, as the reader has it. */
      back: string
      /** Links to the same of the lists before and after, on a page; null where the figures are not those of one list. */
      listLinks: (path: string) => ListLinksProps | null
      notices: readonly Notice[]
    }
  | { kind: 'elsewhere'; href: string }
  /** The link names an organisation in another spelling: the same parameters with the name. */
  | { kind: 'respelt'; query: URLSearchParams }
  | { kind: 'unknown-list'; value: string; lists: readonly EditionId[] }
  /** The link names something else that is on no list. */
  | Missing

/** A subject that is about no single list. */
const ofNoList = (
  subject: Subject,
  theme: View['theme'],
  notices: readonly Notice[],
): Followed => ({
  kind: 'subject',
  subject,
  theme,
  back: pageLinks(subject, theme).here,
  listLinks: () => null,
  notices,
})

type Follow = (params: Params, own: readonly string[], from?: Source) => Promise<Followed>

/** THE table of pages on which charts stand: how the link of each is followed. */
const PAGES: Readonly<Record<Kind['page'], Follow>> = {
  comparison: async (params, own, from) => {
    const found = await load(params, own, from)
    if (found.kind === 'respelt') return { kind: 'respelt', query: viewParams(found.view) }
    if (found.kind !== 'comparison') return found
    const { subject, view, notices, lists } = found
    return {
      kind: 'subject',
      subject,
      theme: view.theme,
      back: viewHref(view),
      listLinks: (path) =>
        shapeListLinks(
          view.list,
          lists,
          (list) => viewHref(view, { list }, path),
          `TOP500 list of ${editionLabel(view.list)}`,
        ),
      notices,
    }
  },
  time: async (params, own, from) => {
    const found = await loadTime(params, own, from)
    if (found.kind === 'respelt') return { kind: 'respelt', query: timeParams(found.view) }
    if (found.kind !== 'time') return found
    const { subject, view, notices } = found
    return {
      kind: 'subject',
      subject,
      theme: view.theme,
      back: timeHref(view),
      listLinks: () => null,
      notices,
    }
  },
  system: async (params, own, from) => {
    const found = await followSystem(params, own, from)
    if (found.kind !== 'system') return found
    const { record, machine, link, notices } = found
    const { axis, theme } = link
    return ofNoList(systemSubject({ record, machine, axis }), theme, notices)
  },
  rank: async (params, own, from) => {
    const found = await followRank(params, own, from)
    if (found.kind !== 'rank') return found
    const { link, notices } = found
    return ofNoList(rankSubject({ ...found, ...link }), link.theme, notices)
  },
  changes: async (params, own, from) => {
    const found = await followChanges(params, own, from)
    if (found.kind !== 'changes') return found
    const { group, joint, theme } = found.link
    return ofNoList(changesSubject({ ...found, group, joint }), theme, found.notices)
  },
  claim: async (params, own, from) => {
    const found = await followClaim(params, own, from)
    if (found.kind === 'unfinished')
      return {
        kind: 'nothing',
        message: `The statement is not finished. ${Object.values(found.faults).join(' ')}`.trim(),
      }
    if (found.kind !== 'claim') return found
    const { link, notices } = found
    return ofNoList(claimSubject(found, link), link.theme, notices)
  },
}

/** What the path of a page says besides the query, as parameters. */
function pathParams(path: string): Record<string, string> {
  const [, page, key = ''] = /^\/(systems|claims)\/([^/]+)$/.exec(path) ?? []
  if (page === 'systems') return isSystemKey(key) ? { system: key } : {}
  return isClaimKey(key) ? { claim: key } : {}
}

/**
 * Follows the link of a chart.
 * @param own parameters of the caller's, not to be told of as unknown.
 * @param from the lists to choose from, where these are not the ones that are shown now.
 */
export function follow(
  { page }: Pick<Kind, 'page'>,
  params: Params,
  own: readonly string[] = [],
  from?: Source,
): Promise<Followed> {
  return PAGES[page](params, own, from)
}

const followAsked = oncePerPage(({ key, params }: { key: string; params: Params }) => {
  const kind = kindOf(key)
  if (!kind) throw new Error(`No kind of chart is called “${key}”.`)
  return follow(kind, params)
})

/** Follows the link of a chart once for all parts of one page, its metadata and its body. */
export const followOnce = ({ key }: Kind, params: Params): Promise<Followed> =>
  followAsked({ key, params })

/** Follows what a picture says of itself, see `verifyPicture`. */
export async function followPicture(
  key: string,
  href: string,
  from: Source,
): Promise<Subject | null> {
  const kind = kindOf(key)
  const [path, query = '', ...more] = href.split('?')
  if (!kind || more.length > 0) return null
  const params = { ...paramsOf(new URLSearchParams(query)), ...pathParams(path ?? '') }
  const found = await follow(kind, params, [], from)
  if (found.kind !== 'subject' || found.notices.length > 0) return null
  return found.subject.path === path ? found.subject : null
}
