import { listsHref, parseListsLink } from '@/app/lists/link'
import { guardWrite } from '@/lib/access/guard'
import { historyEntry, keepRefusal } from '@/lib/http/list-api'
import { type Refusal, refuse } from '@/lib/http/refusal'
import { parseExpected } from '@/lib/http/upload'
import { type EditionId, parseEditionId } from '@/lib/model/edition'
import type { Result } from '@/lib/model/issue'
import { openStore } from '@/lib/store/open'
import type { KeepFailure, ListStore, Version } from '@/lib/store/store'

/** Answers from the store. @throws where it cannot be reached or holds something broken; `route` says so. */
export async function withStore(
  answer: (store: ListStore) => Promise<Response>,
): Promise<Response> {
  return answer(await openStore())
}

const badRequest = (message: string): { ok: false; error: Refusal } => ({
  ok: false,
  error: { code: 'bad-request', message },
})

/** The list that an address names. */
export function editionOf(name: string): Result<EditionId, Refusal> {
  const edition = parseEditionId(name)
  return edition
    ? { ok: true, value: edition }
    : {
        ok: false,
        error: {
          code: 'not-found',
          message: 'There is no list of that name. GET /api/lists names those that are there.',
        },
      }
}

/** The parameter `version`; null where it is left out. */
export function versionOf(request: Request): Result<number | null, Refusal> {
  const text = new URL(request.url).searchParams.get('version')
  if (text === null) return { ok: true, value: null }
  return /^\d{1,6}$/.test(text)
    ? { ok: true, value: Number(text) }
    : badRequest('The parameter “version” is a whole number from 0 up.')
}

/** Says that a list, or that version of it, is not there. */
export const noSuchVersion = (): Response =>
  refuse({
    code: 'not-found',
    message: 'That version holds no list or file. The history names those that do.',
  })

/** What has become of a list by a version without a file. */
const becomes = ({ state }: Version) => (state === 'removed' ? 'removed' : 'restored')

/**
 * Answers a change: a script by what was kept or refused, a form of the page by going on to the list's own page,
 * which says it in words.
 */
function changed(
  request: Request,
  edition: EditionId,
  outcome: Result<Version, Refusal>,
): Response {
  const headers = { 'cache-control': 'no-store' }
  if (!request.headers.get('accept')?.includes('text/html'))
    return outcome.ok
      ? Response.json(historyEntry(outcome.value), { status: 201, headers })
      : refuse(outcome.error)
  const params = Object.fromEntries(new URL(request.url).searchParams)
  const location = listsHref(edition, {
    theme: parseListsLink(params).theme,
    ...(outcome.ok
      ? { done: becomes(outcome.value) }
      : { failed: outcome.error.code, saw: parseExpected(params.expected ?? '') ?? null }),
  })
  return new Response(null, { status: 303, headers: { ...headers, location } })
}

/**
 * Adds a version without a file, after asking who writes and which version they saw (parameter `expected`; the newest
 * one where it is left out).
 */
export async function append(
  request: Request,
  name: string,
  change: (
    store: ListStore,
    edition: EditionId,
    expected: number,
  ) => Promise<Result<Version, KeepFailure>>,
): Promise<Response> {
  const edition = editionOf(name)
  if (!edition.ok) return refuse(edition.error)
  const answer = (outcome: Result<Version, Refusal>) => changed(request, edition.value, outcome)
  const no = (error: Refusal) => answer({ ok: false, error })
  const refusal = await guardWrite(request.headers)
  if (refusal) return no(refusal)
  const saw = new URL(request.url).searchParams.get('expected')
  const expected = saw === null ? null : parseExpected(saw)
  if (expected === undefined)
    return no({
      code: 'bad-request',
      message: 'The parameter “expected” is the number of the newest version that you saw.',
    })
  return withStore(async (store) => {
    const [newest] = await store.history(edition.value)
    if (!newest)
      return no({ code: 'not-found', message: 'There is no such list and never was one.' })
    const done = await change(store, edition.value, expected ?? newest.version)
    return done.ok ? answer(done) : no(keepRefusal(done.error))
  })
}
