import { shapeListLinks } from '@/app/list-links'
import { rankHref } from '@/app/lists/link'
import { shapeThemes } from '@/app/lists/shape'
import type { ClaimLine, ClaimsPageProps } from '@/components/claims/claims-page'
import { REPORTED } from '@/data/reported/reported'
import type { Judged } from '@/lib/claim/judge'
import { type AnyPattern, compose, PATTERNS, patternOf, textsOfPart } from '@/lib/claim/pattern'
import type { Evidence } from '@/lib/claim/question'
import { LONGEST_TEXT, READABLE } from '@/lib/claim/text'
import {
  evidenceOf,
  findingsOf,
  nearMissesOf,
  VERDICT_ORDER,
  VERDICTS,
  verdictWords,
} from '@/lib/claim/verdict'
import { capital, countWord, formatFlopsPrinted, listed } from '@/lib/compare/figure'
import { claimHref } from '@/lib/link/claim'
import { DEFAULT_VIEW, viewHref } from '@/lib/link/view'
import { editionLabel } from '@/lib/model/edition'
import { systemLabel } from '@/lib/names/shown'
import type { ListRecord } from '@/lib/record/record'
import { rankLabel } from '@/lib/record/tie'
import { told } from '../told'
import type { Asked } from './ask'
import { claimsHref } from './link'
import { shapeForm } from './shape-form'

/** The pattern whose form stands on the page; the others are a link away. */
const FIRST_PATTERN = PATTERNS[0] as AnyPattern

/** More rows than this say nothing new; the list has them all. */
const MOST_ROWS = 10

/** A row in words, and where it stands. */
export function shapeEvidence(
  { list, system }: Evidence,
  theme: Asked['link']['theme'] = 'system',
) {
  return {
    list: list.id,
    rank: system.rank,
    system: systemLabel(system, list.id),
    rmax: system.rmax === null ? null : formatFlopsPrinted(system.rmax),
    href: rankHref(list.id, system.rank, theme),
  }
}

/** What was understood of a sentence, each thing as a claim of its own in our words. */
function pagesOf({ claim, list: id }: Judged, record: ListRecord, theme: Asked['link']['theme']) {
  const list = record.list(id)
  const pages = claim.parts.flatMap((part) => {
    const read = textsOfPart(part)
    const pattern = read && patternOf(read.key)
    const composed = pattern && list && compose(pattern, read.texts, { record, list })
    if (!composed?.ok) return []
    const { claim: made, texts } = composed.value
    return [
      { label: made.statement, href: claimHref({ ...texts, claim: made.id, list: id, theme }) },
    ]
  })
  // What a sentence says twice is one claim.
  return [...new Map(pages.map((one) => [one.href, one])).values()]
}

function shapeClaim(
  judged: Judged,
  record: ListRecord,
  theme: Asked['link']['theme'],
  isOwn: boolean,
): ClaimLine {
  const { claim } = judged
  const rows = evidenceOf(judged)
  return {
    id: claim.id,
    isRead: !isOwn,
    pages: isOwn
      ? [
          {
            label: 'Its page, with a picture and a citation',
            href: claimHref({ claim: claim.id, list: judged.list, theme }),
          },
        ]
      : pagesOf(judged, record, theme),
    statement: claim.statement,
    verdict: verdictWords(judged),
    sentences: findingsOf(judged).map((one) => told(one, theme)),
    nearMisses: nearMissesOf(judged).map((one) => told(one, theme)),
    note: claim.note ?? null,
    rows: rows.slice(0, MOST_ROWS).map((row) => ({
      ...shapeEvidence(row, theme),
      place: rankLabel(row.system.rank, row.list.ties),
    })),
    more: Math.max(0, rows.length - MOST_ROWS),
  }
}

/** How many of the statements are true, false and open: a whole sentence. */
export function verdictsSentence({ judged, pieces, list }: Asked): string {
  const counts = VERDICT_ORDER.flatMap((verdict) => {
    const count = judged.filter((one) => one.verdict === verdict).length
    return count > 0
      ? [`${countWord(count)} ${VERDICTS[verdict][count === 1 ? 'one' : 'many']}`]
      : []
  })
  if (pieces === null)
    return `Of the article’s ${countWord(judged.length)} statements, by the list of ${editionLabel(list.id)}, ${listed(counts)}.`
  if (judged.length === 0) return 'Nothing in this text was understood as a statement about a list.'
  const many = `${countWord(judged.length)} of ${countWord(pieces.length)} ${pieces.length === 1 ? 'sentence' : 'sentences'} ${judged.length === 1 ? 'was' : 'were'} understood`
  return `${capital(many)}: ${listed(counts)}.`
}

/** Everything that the page of claims shows. */
export function shapeClaims(asked: Asked): ClaimsPageProps {
  const { record, link, notices, lists, list, judged, pieces } = asked
  const { theme, say } = link
  return {
    lead: verdictsSentence(asked),
    say,
    readable: READABLE,
    longest: LONGEST_TEXT,
    left: (pieces ?? []).flatMap(({ text, judged: one }, at) => (one ? [] : [{ at, text }])),
    article: say === '' ? null : claimsHref({ list: list.id, theme }),
    listLinks: shapeListLinks(
      list.id,
      lists,
      (id) => claimsHref({ ...link, list: id }),
      `TOP500 list of ${editionLabel(list.id)}`,
    ),
    form: shapeForm(FIRST_PATTERN, { list: list.id, theme }, {}, list, lists),
    choices: lists.toReversed().map((id) => ({ value: id, label: editionLabel(id) })),
    list: list.id,
    notices,
    claims: judged.map((one) => shapeClaim(one, record, theme, say === '')),
    // The article’s statements speak of a system that is on no list; a text that is pasted need not.
    reported: say === '' ? REPORTED : [],
    story: theme === 'system' ? '/azure-2021' : `/azure-2021?theme=${theme}`,
    compare: viewHref(DEFAULT_VIEW, { list: list.id, theme }),
    source: `TOP500 list of ${editionLabel(list.id)}, version ${list.version.version}. Judged by rules over the rows, never by opinion.`,
    theme,
    themes: shapeThemes(link, (other) => claimsHref({ ...link, theme: other })),
  }
}
