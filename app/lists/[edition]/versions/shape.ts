import { someRows } from '@/app/some-rows'
import { formatMoment, formatVersion } from '@/components/lists/format'
import type { Compared, HistoryPageProps, VersionLine } from '@/components/lists/history-page'
import type { Access } from '@/lib/access/access'
import { capital, formatFlops, formatPrinted } from '@/lib/compare/figure'
import type { RefusalCode } from '@/lib/http/refusal'
import { DEFAULT_VIEW, viewHref } from '@/lib/link/view'
import { editionLabel, editionNumber } from '@/lib/model/edition'
import type { Problem, Version } from '@/lib/store/store'
import { shapeListLinks } from '../../../list-links'
import { type Done, type ListsLink, listHref, listsHref } from '../../link'
import { shapeThemes } from '../../shape'
import type { ComparedVersions, History } from './load'

/** Systems of a version before somebody asks for all. */
const SOME_ROWS = 25

const DONE: Readonly<Record<Done, string>> = {
  kept: 'The list was saved as the newest version.',
  removed: 'The list was removed. Any version of it can be restored below.',
  restored: 'The version was restored: its content is the newest version now.',
}

/** Why a form of this page may have failed; what is not told apart here has one sentence in common. */
const FAILED: Readonly<Partial<Record<RefusalCode, string>>> = {
  conflict:
    'Somebody changed this list while you were looking at it, so nothing of yours was done. What they changed stands here; look, and do it again if you still want it.',
  'sign-in-needed':
    'Nothing was changed: you are not signed in any more. Sign in, and do it again.',
  'writing-off': 'Nothing was changed: changing lists is switched off.',
  'foreign-request': 'Nothing was changed: the request did not come from this page.',
  'too-many-requests': 'Nothing was changed: that was too often in a short time. Wait a minute.',
}
const FAILED_OTHERWISE =
  'Nothing was changed: the store did not take it. Look at the versions below, and try again.'

function notice({ done, failed }: ListsLink): string | null {
  if (failed) return FAILED[failed] ?? FAILED_OTHERWISE
  return done && DONE[done]
}

/** What was done to make a version. */
function what({ version, state, restores }: Version): string {
  if (version === 0) return 'As published, with the program'
  if (state === 'removed') return 'Removed'
  return restores === null
    ? 'Saved'
    : `Restored from ${restores === 0 ? 'the published list' : `version ${restores}`}`
}

/** Who a form acts for: which version they see, and in which theme. */
function action(history: History, link: ListsLink, path: string, more: Record<string, string>) {
  const params = new URLSearchParams(more)
  params.set('expected', String(history.versions[0]?.version ?? -1))
  if (link.theme !== 'system') params.set('theme', link.theme)
  return `/api/lists/${history.id}/${path}?${params}`
}

function shapeVersion(
  version: Version,
  history: History,
  link: ListsLink,
  mayWrite: boolean,
): VersionLine {
  const { id, versions, damaged } = history
  const isNewest = version === versions[0] && !damaged
  const isList = version.state === 'list'
  const number = String(version.version)
  const api = `/api/lists/${id}`
  return {
    version: version.version,
    when: version.keptAt === null ? '–' : formatMoment(version.keptAt),
    keptAt: version.keptAt,
    what: what(version),
    fileName: version.fileName,
    systems: isList ? formatPrinted(version.systems) : null,
    rmaxSum: isList ? formatFlops(version.rmaxSum) : null,
    hash: isList ? version.hash : null,
    now: isNewest && isList,
    see: isList ? `${listsHref(id, { theme: link.theme, see: version.version })}#see` : null,
    csv: isList ? `${api}.csv?version=${number}` : null,
    source: isList && version.sourceHash ? `${api}/source?version=${number}` : null,
    restore:
      mayWrite && isList && !isNewest
        ? action(history, link, 'restore', { version: number })
        : null,
  }
}

const shapeCompared = (compared: ComparedVersions | null): Compared | null =>
  compared && {
    old: { version: compared.old.version, label: capital(formatVersion(compared.old)) },
    new: { version: compared.new.version, label: capital(formatVersion(compared.new)) },
    difference: compared.difference,
  }

function shapeSeen({ id, seen }: History, link: ListsLink): HistoryPageProps['seen'] {
  if (!seen) return null
  const { version, systems } = seen
  const { rows, more } = someRows(systems, link.rows, {
    few: SOME_ROWS,
    noun: 'system',
    href: (shown) => listsHref(id, { theme: link.theme, see: version.version, rows: shown }),
  })
  return {
    label: `The systems, ${formatVersion(version)}`,
    hashes: [
      `SHA-256 of the list as CSV: ${version.hash}.`,
      ...(version.sourceHash === null ? [] : [`Of the original file: ${version.sourceHash}.`]),
    ].join(' '),
    systems: rows,
    total: systems.length,
    more,
  }
}

function formatState({ versions, damaged }: History): string {
  const [newest] = versions
  if (damaged)
    return 'The newest version is damaged where it is stored, so the list is not shown. Restore one of these versions, or upload the list again.'
  if (!newest || newest.state === 'removed')
    return 'This list is removed and stands in no menu. Restore a version to show it again.'
  return newest.version === 0
    ? 'It is shown as published.'
    : `${capital(formatVersion(newest))} is shown.`
}

const formatProblem = ({ version, name, problem }: Problem): string =>
  version === null
    ? `“${name}” in the store is ignored: ${problem}.`
    : `Version ${version} cannot be used: ${problem}.`

/** What the page of a list's history shows. */
export function shapeHistory(history: History, link: ListsLink, access: Access): HistoryPageProps {
  const { id, versions, damaged } = history
  const lists = versions.filter(({ state }) => state === 'list')
  const isShown = versions[0]?.state === 'list' && !damaged
  return {
    edition: id,
    label: editionLabel(id),
    number: editionNumber(id),
    listLinks: shapeListLinks(
      id,
      history.editions,
      (edition) => listsHref(edition, { theme: link.theme }),
      null,
    ),
    state: formatState(history),
    notice: notice(link),
    meanwhile: shapeCompared(history.meanwhile),
    problems: history.problems.map(formatProblem),
    versions: versions.map((version) => shapeVersion(version, history, link, access.write)),
    remove: access.write && isShown ? action(history, link, 'remove', {}) : null,
    compare: {
      choices: lists.map((version) => ({
        value: version.version,
        label: formatVersion(version),
      })),
      compared: shapeCompared(history.compared),
    },
    seen: shapeSeen(history, link),
    listHref: isShown ? listHref(id, { theme: link.theme }) : null,
    compareHref: isShown ? viewHref(DEFAULT_VIEW, { list: id, theme: link.theme }) : null,
    allLists: listsHref(null, { theme: link.theme }),
    access,
    signIn: link.signIn,
    here: listsHref(id, { theme: link.theme }),
    theme: link.theme,
    themes: shapeThemes(link, (theme) =>
      listsHref(id, { ...link, theme, done: null, failed: null, saw: null, signIn: null }),
    ),
  }
}
