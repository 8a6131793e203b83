import type { Result } from '../model/issue'
import { parsePicture } from '../picture/picture'
import type { Provenance } from '../picture/provenance'
import type { Subject } from '../picture/subject'
import { openVocabulary, type Vocabulary } from '../record/vocabulary'
import { pinned } from '../store/pinned'
import type { ListStore } from '../store/store'
import type { DrawFailure, DrawingPool } from './drawing-pool'
import type { Judgement } from './judge'
import { pictureJob } from './picture-job'

/** A list behind a picture, and what became of it. */
export type ListState = Provenance['lists'][number] & {
  /** `same`: still the one that is shown; `older`: another version is shown now; `unknown`: never saved here. */
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

/** Where links are followed: the lists to choose from, and the names that stand on any list. */
export type Source = { lists: Pick<ListStore, 'current' | 'edition'>; names: Vocabulary }

/**
 * Follows the link of a picture to what it shows.
 * @param kind key of a kind of chart. @param href from the root.
 * @returns null unless every word of the link is understood and every name in it stands on its lists.
 */
export type FollowLink = (kind: string, href: string, from: Source) => Promise<Subject | null>

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
 * @param follow leads from a picture's link to what it shows.
 */
export async function verifyPicture(
  bytes: Uint8Array,
  store: ListStore,
  origin: string,
  pool: DrawingPool,
  follow: FollowLink,
): Promise<Result<Verdict, DrawFailure>> {
  const read = await pool.read(bytes)
  if (!read.ok) return read
  const verdict = (value: Verdict) => ({ ok: true as const, value })
  if (read.value.kind !== 'found') return verdict({ kind: read.value.kind })
  const { provenance, intact } = read.value
  const theirs = originOf(provenance.link)
  if (theirs !== origin) return verdict({ kind: 'foreign', intact, origin: theirs, own: origin })

  const unknown: Verdict = { kind: 'unknown-view', intact, view: provenance.view.slice(0, 200) }
  const format = bytes[0] === 0x89 ? 'png' : 'svg'
  const drawn = parsePicture(
    `${provenance.kind}.${format}`,
    new URLSearchParams(provenance.picture),
  )
  const names = await openVocabulary(store)
  const subject = await follow(provenance.kind, provenance.view, { lists: store, names })
  if (!drawn.ok || !subject) return verdict(unknown)

  const picture = drawn.value
  const now = pictureJob(subject, picture, origin)
  const shown = new Map(now.figure.lists.map(({ edition, hash }) => [edition, hash]))
  // A picture that names lists which its view does not show was put together by somebody.
  if (provenance.lists.some(({ edition }) => !shown.has(edition))) return verdict(unknown)
  const then = await pinned(store, provenance.lists)
  const subjectThen =
    then && (await follow(provenance.kind, provenance.view, { lists: then, names }))
  const jobThen = subjectThen && pictureJob(subjectThen, picture, origin)
  const judged = await pool.judge(bytes, provenance.data, now, jobThen)
  if (!judged.ok) return judged
  const lists = await Promise.all(
    provenance.lists.map(async (list): Promise<ListState> => {
      if (list.hash === shown.get(list.edition)) return { ...list, state: 'same' }
      const kept = (await store.history(list.edition)).some(({ hash }) => hash === list.hash)
      return { ...list, state: kept ? 'older' : 'unknown' }
    }),
  )
  return verdict({
    kind: 'known',
    intact,
    ...judged.value,
    chart: picture.kind,
    href: now.href,
    lists,
  })
}
