import {
  type Difference,
  difference,
  type ListFigures,
  listFigures,
  type Overlap,
  overlap,
} from '../compare/difference'
import { asksForFigures } from '../list/guard'
import { holdAgainst, type ImportReport } from '../list/import'
import type { Unread } from '../list/import-pool'
import { neighboursOf } from '../list/neighbour'
import type { Edition } from '../model/edition'
import type { Issue, Result } from '../model/issue'
import { checkNames, type NameCheck } from '../record/name-check'
import type { KeepFailure, KeptEdition, ListStore, Version } from '../store/store'
import type { Refusal } from './refusal'
import type { Upload } from './upload'

/** A list as `GET /api/lists` names it. */
export function listEntry({ edition, version, systems, rmaxSum, origin }: Version) {
  return { edition, version, systems, rmaxSumTflops: rmaxSum, origin }
}

/** A version as a history names it. */
export function historyEntry(version: Version) {
  const { state, keptAt, fileName, hash, sourceHash, restores } = version
  return { ...listEntry(version), state, keptAt, fileName, hash, sourceHash, restores }
}

/** A list with its systems; units stand beside the fields that have one. */
export function listBody({ version, number, systems }: KeptEdition) {
  return {
    ...listEntry(version),
    number,
    hash: version.hash,
    units: {
      rmax: 'TFlop/s',
      rpeak: 'TFlop/s',
      hpcg: 'TFlop/s',
      power: 'kW',
      energyEfficiency: 'GFlops/W',
      processorSpeed: 'MHz',
    },
    list: systems,
  }
}

/** An issue as the API gives it. */
function issueEntry({ severity, code, row, column, value, message, remedy }: Issue) {
  return { severity, code, row, column, value, message, remedy }
}

/** How many errors there are besides the first: ` There is 1 more error.` */
function moreWrong(count: number): string {
  if (count < 1) return ''
  return count === 1 ? ' There is 1 more error.' : ` There are ${count} more errors.`
}

/** A store's refusal in the API's words. */
export function keepRefusal(failure: KeepFailure): Refusal {
  return failure.code === 'conflict'
    ? {
        code: 'conflict',
        message: failure.message,
        more: { current: historyEntry(failure.current) },
      }
    : { code: failure.code, message: failure.message }
}

/** A list at hand to be laid beside a new one, and how many systems the two share. */
export type Beside = ListFigures & {
  relation: 'before' | 'now' | 'after'
  version: number
  overlap: Overlap
}

/** What keeping a list would change; null where it would be refused. */
export type Effect = {
  /** The list itself. */
  figures: ListFigures
  /** The nearest lists on the timeline, and the version of the same list that is there now. */
  beside: readonly Beside[]
  /** What differs from the version that is there now; null where there is none. */
  difference: Difference | null
  /** What the ledger of names says of the list. */
  names: NameCheck
}

/** What a dry run tells besides the list: all of the report but the systems, and what keeping it would change. */
export type Preview = Omit<ImportReport, 'edition' | 'issues' | 'parts' | 'rowOf'> & {
  effect: Effect | null
}

/** The answer to an upload. `current` and `preview` are a dry run's. */
export type UploadAnswer = {
  edition: Version['edition']
  version: number | null
  systems: number
  rmaxSumTflops: number
  issues: readonly Issue[]
  /** The newest version there is, -1 for none: the one to name as `expected` when keeping. */
  current?: number
  preview?: Preview
}

async function effectOf(store: ListStore, edition: Edition): Promise<Effect> {
  const current = await store.current()
  const places = [
    { relation: 'before', version: current.findLast((one) => one.edition < edition.id) },
    { relation: 'now', version: current.find((one) => one.edition === edition.id) },
    { relation: 'after', version: current.find((one) => one.edition > edition.id) },
  ] as const
  const beside: Beside[] = []
  const neighbours: Edition[] = []
  let changes: Difference | null = null
  for (const { relation, version } of places) {
    const list = version ? await store.edition(version.edition, version.version) : null
    if (!list) continue
    if (relation === 'now') changes = difference(list, edition)
    else neighbours.push(list)
    beside.push({
      ...listFigures(list),
      relation,
      version: list.version.version,
      overlap: relation === 'after' ? overlap(edition, list) : overlap(list, edition),
    })
  }
  const names = checkNames(edition, neighbours)
  return { figures: listFigures(edition), beside, difference: changes, names }
}

function preview(report: ImportReport, effect: Effect | null): Preview {
  const { edition: _, issues: __, parts: ___, rowOf: ____, ...rest } = report
  return { ...rest, effect }
}

/** Reads a file in whatever place it is safe to read it, or says that too many are being read. */
export type Importer = (
  bytes: Uint8Array,
  hints: {
    fileName: string | null
    edition: Upload['edition']
    part: Upload['part']
  },
) => Promise<Result<ImportReport, Unread>>

const BUSY: Refusal = {
  code: 'busy',
  message: 'Too many files are being read just now. Send the file again in a few seconds.',
  retryAfter: 5,
}

function unreadable(issues: readonly Issue[]): Refusal {
  const [first] = issues
  return {
    code: 'unreadable-file',
    message: first ? `${first.message} ${first.remedy}` : 'The file could not be read.',
    issues: issues.map(issueEntry),
  }
}

/** Names the lists of a file that holds several; one of them is to be chosen. */
function severalLists({ parts, issues }: ImportReport): Refusal {
  const [first] = issues
  return {
    code: 'several-lists',
    message: `${first?.message ?? ''} Send the number of one of them in the field “part”.`,
    issues: issues.map(issueEntry),
    more: { lists: parts },
  }
}

/** The report after its figures were held against the nearest lists that the store has. */
async function held(
  store: ListStore,
  report: ImportReport,
  confirmed: boolean,
): Promise<ImportReport> {
  if (!report.edition) return report
  const current = await store.current()
  const { before, after } = neighboursOf(
    report.edition.id,
    current.map(({ edition }) => edition),
  )
  const lists = await Promise.all(
    current
      .filter(({ edition }) => edition === before || edition === after)
      .map(({ edition, version }) => store.edition(edition, version)),
  )
  const neighbours = lists.filter((list) => list !== null)
  return holdAgainst(report, neighbours, confirmed)
}

/**
 * Takes an upload: reads it, checks it, and keeps it unless it is a dry run.
 * Without `expected`, the version to follow is the newest one there is when the file has been read.
 * @returns the answer's status and body.
 */
export async function takeUpload(
  store: ListStore,
  importer: Importer,
  { bytes, fileName, edition: said, part, confirmed, expected }: Upload,
  dryRun: boolean,
): Promise<Result<{ status: number; body: UploadAnswer }, Refusal>> {
  const outcome = await importer(bytes, { fileName, edition: said, part })
  if (!outcome.ok)
    return { ok: false, error: outcome.error === 'busy' ? BUSY : unreadable(outcome.error) }
  if (outcome.value.parts.length > 0) return { ok: false, error: severalLists(outcome.value) }
  const report = await held(store, outcome.value, confirmed)
  const { edition, rmaxSum } = report
  const issues = report.issues.map(issueEntry)
  if (!edition) {
    const wrong = issues.filter(({ severity }) => severity === 'error')
    const [first] = wrong
    return {
      ok: false,
      error: {
        code: 'refused-list',
        message: first
          ? `${first.message} ${first.remedy}${moreWrong(wrong.length - 1)}`
          : 'Which list this is could not be told. Say it in the field “edition”.',
        issues,
        more: {
          ...(dryRun && { preview: preview(report, null) }),
          ...(asksForFigures(issues) && { confirm: 'figures' }),
        },
      },
    }
  }
  const answer = (version: number | null): UploadAnswer => ({
    edition: edition.id,
    version,
    systems: edition.systems.length,
    rmaxSumTflops: rmaxSum,
    issues,
  })
  const newest = async () => (await store.history(edition.id))[0]?.version ?? -1
  if (dryRun) {
    const body: UploadAnswer = {
      ...answer(null),
      // Asked for before the effect, so that what is kept in between can only be a conflict, never unseen.
      current: await newest(),
      preview: preview(report, await effectOf(store, edition)),
    }
    return { ok: true, value: { status: 200, body } }
  }
  const kept = await store.keep({
    edition,
    expected: expected ?? (await newest()),
    fileName,
    source: bytes,
    issues: report.issues,
  })
  return kept.ok
    ? { ok: true, value: { status: 201, body: answer(kept.value.version) } }
    : { ok: false, error: keepRefusal(kept.error) }
}
