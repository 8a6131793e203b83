import { resolveName, suggestions } from '@/lib/compare/suggest'
import { prepareTime } from '@/lib/compare/time'
import type { Source } from '@/lib/export/verify'
import { digest } from '@/lib/http/build-id'
import type { Notice, Params } from '@/lib/link/codec'
import {
  ofOrganisations,
  parseTimeView,
  questionOf,
  type TimeView,
  timeHref,
} from '@/lib/link/time-view'
import type { EditionId } from '@/lib/model/edition'
import type { Subject } from '@/lib/picture/subject'
import { timeSubject } from '@/lib/picture/time-subject'
import { openRecord } from '@/lib/record/open'
import type { ListRecord } from '@/lib/record/record'
import { openVocabulary } from '@/lib/record/vocabulary'
import { openStore } from '@/lib/store/open'
import { unknownName } from './unknown-name'

/** What a link to the page through time leads to. */
export type LoadedTime =
  | {
      kind: 'time'
      view: TimeView
      notices: readonly Notice[]
      record: ListRecord
      subject: Subject
      lists: readonly EditionId[]
    }
  /** A form was sent: to the view's own link, with what was added. */
  | { kind: 'elsewhere'; href: string }
  | { kind: 'respelt'; view: TimeView }
  | { kind: 'unknown-list'; value: string; lists: readonly EditionId[] }

/** The view with the name that was typed added, or why it is not. */
function added(
  view: TimeView,
  typed: string,
  record: ListRecord,
  names: Parameters<typeof resolveName>[2],
): { href: string } | { fault: string } {
  const newest = record.lists.at(-1)
  const found = resolveName(typed, newest ? suggestions(newest) : [], names)
  if (found.key === null) return { fault: unknownName(typed, found) }
  const beside = [...view.beside.filter((key) => key !== found.key), found.key]
  return { href: timeHref(view, { beside }) }
}

/**
 * Follows a link to the page through time. A form that was sent, which always says `add`, leads elsewhere: to the
 * view's own link, with what was added.
 * @param own parameters of the caller's, not to be told of as unknown.
 * @param from the lists to choose from, where these are not the ones that are shown now.
 */
export async function loadTime(
  params: Params,
  own: readonly string[] = [],
  from?: Source,
): Promise<LoadedTime> {
  const store = from?.lists ?? (await openStore())
  const record = await openRecord(store)
  const lists = record.lists.map(({ id }) => id)
  const names = from?.names ?? (await openVocabulary(await openStore()))
  const { view, notices, clashes, add, respelt } = parseTimeView(params, { lists, names }, own)
  const { since, until } = view
  if (!lists.some((id) => since <= id && (until === null || id <= until)))
    return { kind: 'unknown-list', value: since, lists }
  const sent = params.add !== undefined
  const told: Notice[] = sent ? [...notices] : [...notices, ...clashes]
  if (add !== null && ofOrganisations(view)) {
    const found = added(view, add, record, names)
    if ('href' in found) return { kind: 'elsewhere', href: found.href }
    told.push({ parameter: 'add', value: add, fault: found.fault, message: found.fault })
  } else if (sent && told.length === 0) return { kind: 'elsewhere', href: timeHref(view) }
  else if (respelt && told.length === 0) return { kind: 'respelt', view }
  const versions = record.lists.map(({ version }) => `${version.hash}.${version.version}`)
  await prepareTime(record, questionOf(view))
  const subject = timeSubject(record, view, digest(versions).slice(0, 16))
  return { kind: 'time', view, notices: told, record, subject, lists }
}
