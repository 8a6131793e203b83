import { LRUCache } from 'lru-cache'
import { readList } from '../list/csv'
import { type EditionId, editionNumber } from '../model/edition'
import { type Envelope, unpack } from './envelope'
import { logName, type VersionLog } from './log'
import type { KeptEdition, Version } from './store'

/** How long a process may show what it knows before it looks for versions that another one kept. */
const FRESH_MS = 1000
/** Parsed lists held in memory, about one megabyte each: more than all lists there are. */
const HELD_LISTS = 96
/** Versions read at one moment; each is held whole until it is understood. */
const READ_TOGETHER = 8

/** Thrown where a stored version fails its own hashes: showing another one instead would be a wrong answer. */
export class DamagedVersion extends Error {}

/** What one process knows of a log. */
export type Known = {
  /**
   * Looks for new versions, at most once a second unless `always`; callers at the same moment share one look.
   * @throws where the log cannot be reached and `always` is set, or nothing is known yet. Else what is known stands.
   */
  refresh(always?: boolean): Promise<void>
  /** Editions with a stored version. */
  editions(): EditionId[]
  /** Numbers of the stored versions of an edition, ascending. */
  numbers(id: EditionId): readonly number[]
  /** The newest stored version of an edition; `damaged` where it is there and cannot be trusted. */
  newest(id: EditionId): Version | 'damaged' | null
  /** What is known of one stored version; null if there is none. @throws DamagedVersion */
  head(id: EditionId, number: number): Promise<Version | null>
  /** Those of an edition's versions that are whole, oldest first. */
  heads(id: EditionId): Promise<Version[]>
  /** The systems of a stored version; null for a removal. @throws DamagedVersion */
  systems(id: EditionId, number: number): Promise<KeptEdition | null>
  /** A stored version as it lies in the log; null if there is none. @throws DamagedVersion */
  envelope(id: EditionId, number: number): Promise<Envelope | null>
}

const message = (error: unknown) => (error instanceof Error ? error.message : 'unknown reason')

/**
 * Remembers what was read from a log. Stored versions never change, so the newest of each edition is read once, and
 * older ones when somebody asks for them.
 */
export function openKnown(log: VersionLog, now: () => number): Known {
  let numbers = new Map<EditionId, number[]>()
  const versions = new Map<string, Version>()
  const held = new LRUCache<string, KeptEdition>({ max: HELD_LISTS })
  let lookedAt: number | null = null
  let looking: Promise<void> | null = null

  const key = (edition: EditionId, version: number) => logName({ edition, version })

  async function envelope(edition: EditionId, version: number): Promise<Envelope | null> {
    const bytes = await log.read({ edition, version })
    if (!bytes) return null
    const name = key(edition, version)
    const read = unpack(bytes, name)
    if (!read.ok) throw new DamagedVersion(read.error)
    versions.set(name, read.value.version)
    return read.value
  }

  /** Reads a version with its systems. */
  async function load(edition: EditionId, version: number): Promise<void> {
    const read = await envelope(edition, version)
    if (read && read.version.state === 'list')
      held.set(key(edition, version), {
        id: edition,
        number: editionNumber(edition),
        systems: readList(read.csv),
        version: read.version,
      })
  }

  /** One damaged version must not keep the others from being seen. */
  const forgivingDamage = async (work: Promise<unknown>) => {
    try {
      await work
    } catch (error) {
      if (!(error instanceof DamagedVersion)) throw error
      console.error(error.message)
    }
  }

  async function readTogether(tasks: readonly (() => Promise<unknown>)[]): Promise<void> {
    for (let at = 0; at < tasks.length; at += READ_TOGETHER)
      await Promise.all(tasks.slice(at, at + READ_TOGETHER).map((task) => forgivingDamage(task())))
  }

  async function look(): Promise<void> {
    const found = new Map<EditionId, number[]>()
    for (const { edition, version } of await log.list())
      found.set(edition, [...(found.get(edition) ?? []), version])
    for (const list of found.values()) list.sort((a, b) => a - b)
    const fresh = [...found].flatMap(([edition, list]) => {
      const last = list.at(-1)
      return last === undefined || last === numbers.get(edition)?.at(-1) ? [] : [{ edition, last }]
    })
    await readTogether(
      fresh.map(
        ({ edition, last }) =>
          () =>
            load(edition, last),
      ),
    )
    // Shown only once it has been read, so that nobody meets a version of which nothing is known.
    numbers = found
    lookedAt = now()
  }

  const isFresh = () => lookedAt !== null && now() - lookedAt < FRESH_MS

  return {
    async refresh(always = false) {
      if (!always && isFresh()) return
      // A look that began before this moment may have missed what was kept since.
      if (always && looking) await looking.catch(() => undefined)
      looking ??= look().finally(() => {
        looking = null
      })
      try {
        await looking
      } catch (error) {
        if (always || lookedAt === null) throw error
        console.error(`The store cannot be reached (${message(error)}); showing what is known.`)
        lookedAt = now()
      }
    },
    editions: () => [...numbers.keys()],
    numbers: (id) => numbers.get(id) ?? [],
    newest(id) {
      const last = numbers.get(id)?.at(-1)
      return last === undefined ? null : (versions.get(key(id, last)) ?? 'damaged')
    },
    async head(id, number) {
      if (!numbers.get(id)?.includes(number)) return null
      return versions.get(key(id, number)) ?? (await envelope(id, number))?.version ?? null
    },
    async heads(id) {
      const all = numbers.get(id) ?? []
      await readTogether(
        all
          .filter((number) => !versions.has(key(id, number)))
          .map((number) => () => envelope(id, number)),
      )
      return all.flatMap((number) => versions.get(key(id, number)) ?? [])
    },
    async systems(id, number) {
      const name = key(id, number)
      if (!held.has(name)) await load(id, number)
      return held.get(name) ?? null
    },
    envelope,
  }
}
