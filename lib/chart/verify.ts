import { parseView, type View } from '../link/view'
import type { EditionId } from '../model/edition'
import type { Result } from '../model/issue'
import { openVocabulary, type Vocabulary } from '../record/vocabulary'
import type { KeptEdition, ListStore } from '../store/store'
import type { DrawFailure, DrawingPool } from './drawing-pool'
import type { Claim, Judgement } from './judge'
import { parsePicture } from './picture'
import type { Provenance } from './provenance'
import { pictureHref } from './render'

/** A list behind a picture, and what became of it. */
export type ListState = Provenance['lists'][number] & {
  /** `same`: still the one that is shown; `older`: another version is shown now; `unknown`: never kept here. */
  state: 'same' | 'older' | 'unknown'
}

/** What is known of a file that somebody says is one of our pictures. */
export type Verdict =
  | { kind: 'no-picture' | 'no-metadata' | 'broken' }
  /** The picture says that it was drawn by another server, so nothing but that server can say whether it is unchanged. */
  | { kind: 'foreign'; intact: boolean; origin: string | null; own: string }
  /** The picture names a view or list that nothing is known of here, or an organisation that is on no list. */
  | { kind: 'unknown-view'; intact: boolean; view: string }
  | ({
      kind: 'known'
      /** The file agrees with the hash that it carries of itself. */
      intact: boolean
      /** Key of the kind of chart. */
      chart: string
      /** Link to the view. */
      href: string
      lists: readonly ListState[]
    } & Judgement)

/** What links are read against: the lists, and the names on them. */
type Known = { lists: readonly EditionId[]; names: Vocabulary }

/** The view that a picture names; null unless every word of it is understood, and every name stands on some list. */
function viewOf(text: string, known: Known): View | null {
  if (!/^\/(?:\?|$)/.test(text)) return null
  const search = new URLSearchParams(text.slice(2))
  const params = Object.fromEntries([...search.keys()].map((key) => [key, search.getAll(key)]))
  const parsed = parseView(params, known)
  const understood = parsed.found && parsed.notices.length === 0 && !parsed.respelt
  return understood && parsed.add === null ? parsed.view : null
}

/** The version of a list that a picture was drawn from, wherever it stands in the history. */
async function listOf(
  store: ListStore,
  { edition, version, hash }: Provenance['lists'][number],
): Promise<KeptEdition | null> {
  const history = await store.history(edition)
  const alike = history.filter((one) => one.state === 'list' && one.hash === hash)
  const found = alike.find((one) => one.version === version) ?? alike[0]
  return found ? store.edition(edition, found.version) : null
}

/** The place at which a link says that it begins; null where it is no link. */
function originOf(link: string): string | null {
  return URL.canParse(link) ? new URL(link).origin.slice(0, 200) : null
}

/**
 * Says what a file is: one of this server's pictures or not, changed or not, and whether its figures are those of the
 * current lists. A picture whose metadata were forged with care is found out by drawing it again.
 * @param bytes a file of any kind, at most as large as `READING_LIMITS` say.
 * @param origin where readers find this server: only its own pictures can be called unchanged.
 * @param pool reads and draws beside this process.
 */
export async function verifyPicture(
  bytes: Uint8Array,
  store: ListStore,
  origin: string,
  pool: DrawingPool,
): Promise<Result<Verdict, DrawFailure>> {
  const read = await pool.read(bytes)
  if (!read.ok) return read
  const verdict = (value: Verdict) => ({ ok: true as const, value })
  if (read.value.kind !== 'found') return verdict({ kind: read.value.kind })
  const { provenance, intact } = read.value
  const theirs = originOf(provenance.link)
  if (theirs !== origin) return verdict({ kind: 'foreign', intact, origin: theirs, own: origin })

  const unknown: Verdict = { kind: 'unknown-view', intact, view: provenance.view.slice(0, 200) }
  const lists = (await store.current()).map(({ edition }) => edition)
  const view = viewOf(provenance.view, { lists, names: await openVocabulary(store) })
  const format = bytes[0] === 0x89 ? 'png' : 'svg'
  const drawn = parsePicture(
    `${provenance.kind}.${format}`,
    new URLSearchParams(provenance.picture),
  )
  const [listed] = provenance.lists
  const now = view && (await store.edition(view.list))
  if (!view || !drawn.ok || !now || !listed || listed.edition !== view.list) return verdict(unknown)

  const picture = drawn.value
  const then = await listOf(store, listed)
  const claim: Claim = { view, picture, origin, data: provenance.data }
  const judged = await pool.judge(bytes, claim, now, then)
  if (!judged.ok) return judged
  return verdict({
    kind: 'known',
    intact,
    ...judged.value,
    chart: picture.kind,
    href: pictureHref(view),
    lists: provenance.lists.map((list) => ({
      ...list,
      state: list.hash === now.version.hash ? 'same' : then ? 'older' : 'unknown',
    })),
  })
}
