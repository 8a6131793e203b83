import { shapeListLinks } from '@/app/list-links'
import type { FollowedClaim } from '@/app/story'
import { pageLinks, shapeCharts } from '@/app/story-shape'
import type { ClaimPageProps } from '@/components/claims/claim-page'
import { findingsOf, listsBehind, verdictWords } from '@/lib/claim/verdict'
import { listsLine } from '@/lib/figure/story'
import { claimHref } from '@/lib/link/claim'
import { DEFAULT_VIEW, viewHref } from '@/lib/link/view'
import { editionLabel } from '@/lib/model/edition'
import type { Subject } from '@/lib/picture/subject'
import { claimsHref } from '../link'

type Found = Extract<FollowedClaim, { kind: 'claim' }>

/** What the page of one statement shows. */
export function shapeClaimPage(found: Found, subject: Subject, phone: boolean): ClaimPageProps {
  const { record, lists, list, judged, link, notices } = found
  const { theme } = link
  const label = editionLabel(list.id)
  return {
    statement: judged.claim.statement,
    verdict: verdictWords(judged),
    findings: findingsOf(judged),
    listLinks: shapeListLinks(
      list.id,
      lists,
      (id) => claimHref({ ...link, list: id }),
      `TOP500 list of ${label}`,
    ),
    charts: shapeCharts(subject, phone),
    notices,
    links: [
      { label: 'All statements of the article', href: claimsHref({ list: list.id, theme }) },
      {
        label: `Compare organisations on ${label}`,
        href: viewHref(DEFAULT_VIEW, { list: list.id, theme }),
      },
    ],
    source: listsLine(listsBehind(judged, { record, list })),
    theme,
    themes: pageLinks(subject, theme).themes,
  }
}
