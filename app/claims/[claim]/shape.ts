import { shapeListLinks } from '@/app/list-links'
import type { FollowedClaim } from '@/app/story'
import { pageLinks, shapeCharts, themeLinks } from '@/app/story-shape'
import type { ClaimPageProps } from '@/components/claims/claim-page'
import type { ComposePageProps } from '@/components/claims/compose-page'
import { listsBehind, verdictWords } from '@/lib/claim/verdict'
import { countWord } from '@/lib/compare/figure'
import { listsLine } from '@/lib/figure/story'
import { claimHref, claimLink } from '@/lib/link/claim'
import { writeLink } from '@/lib/link/link'
import { DEFAULT_VIEW, viewHref } from '@/lib/link/view'
import { editionLabel } from '@/lib/model/edition'
import type { Subject } from '@/lib/picture/subject'
import { claimsHref } from '../link'
import { shapeForm } from '../shape-form'

type Found = Extract<FollowedClaim, { kind: 'claim' }>
type Unfinished = Extract<FollowedClaim, { kind: 'unfinished' }>

/** The ways to the same of other lists. */
const listLinksOf = ({ lists, list, link }: Pick<Found, 'lists' | 'list' | 'link'>) =>
  shapeListLinks(
    list.id,
    lists,
    (id) => claimHref({ ...link, list: id }),
    `TOP500 list of ${editionLabel(list.id)}`,
  )

const onward = ({ list, link: { theme } }: Pick<Found, 'list' | 'link'>) => [
  { label: 'The statements of the article', href: claimsHref({ list: list.id, theme }) },
  {
    label: `Compare organisations on the list of ${editionLabel(list.id)}`,
    href: viewHref(DEFAULT_VIEW, { list: list.id, theme }),
  },
]

/** What the page of one statement shows. */
export function shapeClaimPage(found: Found, subject: Subject, phone: boolean): ClaimPageProps {
  const { record, lists, list, judged, pattern, link, notices } = found
  const { theme } = link
  const charts = shapeCharts(subject, phone, theme)
  return {
    statement: judged.claim.statement,
    verdict: verdictWords(judged),
    findings: charts.flatMap(({ notes }) => notes),
    listLinks: listLinksOf(found),
    // What the lists say stands first on the page, and not once more beneath its picture.
    charts: charts.map((chart) => ({ ...chart, notes: [] })),
    form: pattern && shapeForm(pattern, link, {}, list, lists),
    notices,
    links: onward(found),
    source: listsLine(listsBehind(judged, { record, list })),
    theme,
    themes: pageLinks(subject, theme).themes,
  }
}

/** What the page of a claim shows that is not finished. */
export function shapeComposePage(found: Unfinished): ComposePageProps {
  const { lists, list, pattern, faults, link, notices } = found
  const { theme, claim, ...others } = link
  const count = Object.keys(faults).length
  return {
    lead:
      count === 0
        ? 'Compose a claim'
        : `Not finished: ${countWord(count)} of the fields ${count === 1 ? 'needs' : 'need'} another word`,
    form: shapeForm(pattern, link, faults, list, lists, true),
    listLinks: listLinksOf(found),
    notices,
    links: onward(found),
    source: listsLine([list]),
    theme,
    themes: themeLinks(`/claims/${claim}`, writeLink(claimLink([]), others), theme),
  }
}
