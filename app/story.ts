import { ARTICLE } from '@/data/claims/article'
import { FIELD_KEYS } from '@/lib/claim/fields'
import { type Judged, judge } from '@/lib/claim/judge'
import { type AnyPattern, compose, type Faults, patternOf } from '@/lib/claim/pattern'
import { LENS_FIELD } from '@/lib/compare/alias'
import { type Fleet, fleetOf } from '@/lib/compare/fleet'
import { ORGANISATIONS, organisationOf } from '@/lib/compare/organisations'
import { findSystem, search } from '@/lib/compare/search'
import type { Source } from '@/lib/export/verify'
import { type ClaimLink, claimLink } from '@/lib/link/claim'
import type { Notice, Params } from '@/lib/link/codec'
import { defaultsOf, type Link, parseLink, textsOf, writeLink } from '@/lib/link/link'
import { parsePerformance } from '@/lib/link/performance'
import {
  type ChangesLink,
  changesLink,
  LONGEST_SEARCH,
  RANK,
  type RankLink,
  rankLink,
  SYSTEM,
  type SystemLink,
} from '@/lib/link/story'
import type { EditionId } from '@/lib/model/edition'
import type { AliasField, Lens } from '@/lib/model/organisation'
import { foldName } from '@/lib/names/fold'
import type { ListRecord, Machine, RecordList } from '@/lib/record/record'
import { openVocabulary, type Vocabulary } from '@/lib/record/vocabulary'
import { openStore } from '@/lib/store/open'
import { record } from './record'

/** What is said of a link that leads to nothing. */
export type Missing = { kind: 'nothing'; message: string }
/** A link that names a thing in another way than its own link does. */
type Respelt = { kind: 'respelt'; query: URLSearchParams }

/** What a link to a system's page leads to. */
export type FollowedSystem =
  | {
      kind: 'system'
      record: ListRecord
      machine: Machine
      link: SystemLink
      notices: readonly Notice[]
    }
  | Respelt
  | Missing

const noSystem = (key: string): Missing => ({
  kind: 'nothing',
  message: `No list has a system “${key.slice(0, 60)}”. A system is named by its System ID, as 180024, or by a list and its rank there, as 1997-06-12.`,
})

const read = <V>(link: Link<V>, params: Params, own: readonly string[]) =>
  parseLink(link, params, own)

/** Follows the link of a system: by its System ID, an ID that it had, or a list and its rank there. */
export async function followSystem(
  params: Params,
  own: readonly string[] = [],
  from?: Source,
): Promise<FollowedSystem> {
  const { values: link, notices } = read(SYSTEM, params, own)
  const all = await record(from)
  const machine = link.system === '' ? null : all.machine(link.system)
  if (!machine) return noSystem(textsOf(params, 'system').join(' '))
  if (machine.key !== link.system)
    return { kind: 'respelt', query: writeLink(SYSTEM, { ...link, system: machine.key }) }
  return { kind: 'system', record: all, machine, link, notices }
}

/** What a link to the page `/rank` leads to. */
export type FollowedRank =
  | {
      kind: 'rank'
      record: ListRecord
      link: RankLink
      machine: Machine | null
      fleet: Fleet | null
      notices: readonly Notice[]
    }
  | Respelt
  | Missing

/**
 * What a text that is no performance names, as a link says it: an organisation by its own name or one of the field in
 * which the lens looks, else a listed system, else any other name of the lists.
 */
async function namedBy(
  text: string,
  lens: Lens,
  all: ListRecord,
  names: Vocabulary,
): Promise<Partial<RankLink> | null> {
  const wanted = foldName(null, text)
  const known = ORGANISATIONS.find(
    ({ key, label }) => key === text.trim() || foldName(null, label) === wanted,
  )
  if (known) return { of: known.key, lens }
  const picked = (field: AliasField) => {
    const name = names.find(field, text.trim())
    // A spelling of an organisation’s name, as Facebook is of Meta’s, means it under all its names.
    const own = ORGANISATIONS.find(({ label }) => label === name)
    return name === null ? [] : [{ of: own?.key ?? `${field}:${name}`, lens }]
  }
  const [own] = picked(LENS_FIELD[lens])
  if (own) return own
  const system = await findSystem(all, text)
  if (system) return { system: system.key }
  return ANY_FIELD.flatMap(picked)[0] ?? null
}

/** How many names are told of that are like a typed one. */
const NEAR = 3

/** What is said beside a notice on a text that names nothing: the names that are like it. A text of digits meant a number. */
async function nearNames(text: string, all: ListRecord): Promise<string> {
  if (text.length > LONGEST_SEARCH || /^[\s\d.,]/.test(text)) return ''
  const found = await search(all, text, NEAR)
  const names = found.flatMap(({ kind, label }) => (kind === 'list' ? [] : `“${label}”`))
  return names.length === 0
    ? ''
    : ` Like it are ${[...new Set(names)].join(', ')}; type one of these.`
}

/** Where a name is looked for that is neither of the lens's field nor a system's. */
const ANY_FIELD: readonly AliasField[] = ['country', 'manufacturer', 'site']

/**
 * Follows the link of a performance. The name of a listed system, or of an organisation, in its place leads to the link
 * of that.
 */
export async function followRank(
  params: Params,
  own: readonly string[] = [],
  from?: Source,
): Promise<FollowedRank> {
  const names = from?.names ?? (await openVocabulary(await openStore()))
  const { values: link, notices: unread } = read(rankLink(names), params, own)
  const all = await record(from)
  const [text = ''] = textsOf(params, 'rmax').filter((one) => one !== '')
  if (text !== '' && parsePerformance(text) === null) {
    const named = await namedBy(text, link.lens, all, names)
    const { rank, axis, theme } = link
    if (named) return { kind: 'respelt', query: writeLink(RANK, { ...named, rank, axis, theme }) }
  }
  const notices = await Promise.all(
    unread.map(async (notice) =>
      notice.parameter === 'rmax'
        ? { ...notice, message: notice.message + (await nearNames(notice.value, all)) }
        : notice,
    ),
  )
  const organisation = link.system === '' ? organisationOf(link.of) : null
  if (organisation) {
    const asked = { ...link, rmax: undefined, of: organisation.key }
    if (textsOf(params, 'of').some((one) => one !== organisation.key) && notices.length === 0)
      return { kind: 'respelt', query: writeLink(RANK, asked) }
    const fleet = fleetOf(all, organisation, link.lens)
    return { kind: 'rank', record: all, link, machine: null, fleet, notices }
  }
  if (link.system === '')
    return { kind: 'rank', record: all, link, machine: null, fleet: null, notices }
  const machine = all.machine(link.system)
  const rmax = machine?.appearances.at(-1)?.system.rmax ?? null
  if (!machine || rmax === null) return noSystem(link.system)
  if (machine.key !== link.system)
    return { kind: 'respelt', query: writeLink(RANK, { ...link, system: machine.key }) }
  const asked = { ...link, rmax: { parts: [rmax] } }
  return { kind: 'rank', record: all, link: asked, machine, fleet: null, notices }
}

/** What a link to the page `/changes` leads to. */
export type FollowedChanges =
  | {
      kind: 'changes'
      record: ListRecord
      from: RecordList
      to: RecordList
      link: ChangesLink
      notices: readonly Notice[]
    }
  | { kind: 'unknown-list'; value: string; lists: readonly EditionId[] }

/** Follows the link of two lists; a bare link means the two newest, one that says the later alone that and the list before it, and the earlier one always comes first. */
export async function followChanges(
  params: Params,
  own: readonly string[] = [],
  from?: Source,
): Promise<FollowedChanges> {
  const all = await record(from)
  const lists = all.lists.map(({ id }) => id)
  const newest = lists.at(-1)
  const before = lists.at(-2) ?? newest
  if (!newest || !before) return { kind: 'unknown-list', value: '', lists }
  // What a later list alone is compared with is the list before it.
  const asked = lists.findIndex((id) => textsOf(params, 'to').includes(id))
  const bare = { from: asked < 0 ? before : (lists[Math.max(0, asked - 1)] ?? newest), to: newest }
  const { values, notices } = read(changesLink(lists, bare), params, own)
  const [early, late] = [values.from, values.to].sort()
  const [first, second] = [early && all.list(early), late && all.list(late)]
  if (!first || !second) return { kind: 'unknown-list', value: values.from, lists }
  const link = { ...values, from: first.id, to: second.id }
  return { kind: 'changes', record: all, from: first, to: second, link, notices }
}

/** What a link to the page of one statement leads to. */
export type FollowedClaim =
  | {
      kind: 'claim'
      record: ListRecord
      lists: readonly EditionId[]
      /** The list by which it is judged. */
      list: RecordList
      judged: Judged
      /** The pattern from which it was composed; null for a statement of the article. */
      pattern: AnyPattern | null
      link: ClaimLink
      notices: readonly Notice[]
    }
  /** A pattern with fields that are empty or not understood. */
  | {
      kind: 'unfinished'
      record: ListRecord
      lists: readonly EditionId[]
      list: RecordList
      pattern: AnyPattern
      /** None where nothing was filled in yet. */
      faults: Faults
      link: ClaimLink
      notices: readonly Notice[]
    }
  | Respelt
  | { kind: 'unknown-list'; value: string; lists: readonly EditionId[] }
  | Missing

/** Follows the link of a statement, one of the article’s or one that is composed, and judges it. */
export async function followClaim(
  params: Params,
  own: readonly string[] = [],
  from?: Source,
): Promise<FollowedClaim> {
  const all = await record(from)
  const lists = all.lists.map(({ id }) => id)
  const { values: link, notices } = read(claimLink(lists), params, own)
  const list = all.list(link.list)
  if (!list || notices.some(({ parameter }) => parameter === 'list'))
    return { kind: 'unknown-list', value: textsOf(params, 'list').join(' '), lists }
  const found = { record: all, lists, list, link, notices }
  const place = { record: all, list }
  const article = ARTICLE.find(({ id }) => id === link.claim)
  const pattern = article ? null : patternOf(link.claim)
  const composed = pattern && compose(pattern, link, place)
  if (pattern && composed && !composed.ok) {
    const isBare = FIELD_KEYS.every((key) => textsOf(params, key).every((text) => text === ''))
    return { kind: 'unfinished', ...found, pattern, faults: isBare ? {} : composed.error }
  }
  const claim = article ?? (composed?.ok ? composed.value.claim : null)
  if (!claim) {
    const value = textsOf(params, 'claim').join(' ').slice(0, 60)
    return { kind: 'nothing', message: `There is no statement “${value}”.` }
  }
  // No letters of the link’s go into its statement’s own link, which stands in pictures.
  const codecs = claimLink(lists)
  const { claim: key, list: on, theme } = link
  const said = { claim: key, list: on, theme, ...(composed?.ok ? composed.value.texts : {}) }
  const query = writeLink(codecs, said)
  // A form says everything, and names are typed in many spellings: a statement has one link.
  if (notices.length === 0 && query.toString() !== writeLink(codecs, link).toString())
    return { kind: 'respelt', query }
  const clean = { ...defaultsOf(codecs), ...said }
  return { kind: 'claim', ...found, link: clean, judged: judge(claim, place), pattern }
}
