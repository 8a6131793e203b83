import { LRUCache } from 'lru-cache'
import { readList } from '../list/csv'
import { sumRmax } from '../list/sum'
import { type EditionId, editionLabel, editionNumber } from '../model/edition'
import { weightOf } from '../model/weight'
import { type Clock, within } from './clock'
import { type Envelope, unpack } from './envelope'
import { DamagedVersion, isDamage, logFault, SlowStore } from './fault'
import { type Listing, logName, StoreGone, UnreadableVersion, type VersionLog } from './log'
import type { KeptEdition, Problem, Version } from './store'

/** How long a process may show what it knows before it looks for versions that another one kept. */
const FRESH_MS = 1000
/** How long a reader waits for a slow store where something is known already. */
const READER_PATIENCE_MS = 2000
/** How long a writer waits, and a reader where nothing is known. */
const WRITER_PATIENCE_MS = 15_000
/** How long a version that could not be read is left alone; disks and people mend things. */
const RETRY_MS = 5000
/** Parsed lists held in memory, by what they weigh: all that were ever published take half of it. */
const HELD_BYTES = 96 * 1024 * 1024
/** By how much two ways of adding up the same figures may differ, as a part of the sum. */
const ROUNDING = 1e-9
/** Versions read at one moment; each is held whole until it is understood. */
const READ_TOGETHER = 8

/** What is the matter with a version, and when that was found, on the clock of the process. */
type Fault = { problem: string; isStray: boolean; foundAt: number }

const NOTHING: Listing = { versions: [], strays: [], unlisted: [] }

const nameOf = (edition: EditionId, version: number) => logName({ edition, version })

const damaged = (id: EditionId, what: string, problem: string) =>
  new DamagedVersion(
    `${what} of ${editionLabel(id)} cannot be used: ${problem}. Restore another version from the list’s history, or upload the list again.`,
  )

/** Waits for work that may fail by damage: one damaged version must not keep the others from being seen. */
async function forgivingDamage(work: Promise<unknown>): Promise<void> {
  try {
    await work
  } catch (error) {
    if (!isDamage(error)) throw error
  }
}

async function together(tasks: readonly (() => Promise<unknown>)[]): Promise<void> {
  for (let at = 0; at < tasks.length; at += READ_TOGETHER)
    await Promise.all(tasks.slice(at, at + READ_TOGETHER).map((task) => forgivingDamage(task())))
}

/** The list of an envelope; null for a removal. @throws UnreadableVersion where it is not the one that its head counts. */
function readKept({ csv, version }: Envelope): KeptEdition | null {
  if (version.state === 'removed') return null
  const { edition: id } = version
  let systems: KeptEdition['systems']
  try {
    systems = readList(csv)
  } catch {
    throw new UnreadableVersion('its list cannot be read')
  }
  const isSameSum =
    Math.abs(sumRmax(systems) - version.rmaxSum) <= ROUNDING * Math.max(1, version.rmaxSum)
  if (systems.length !== version.systems || !isSameSum)
    throw new UnreadableVersion('its list is not the one that its head counts')
  return { id, number: editionNumber(id), systems, version }
}

/** Numbers by edition, ascending; none for an edition of which nobody can say which there are. */
function byEdition({ versions, unlisted }: Listing): Map<EditionId, number[]> {
  const found = new Map<EditionId, number[]>(unlisted.map(({ edition }) => [edition, []]))
  for (const { edition, version } of versions)
    found.set(edition, [...(found.get(edition) ?? []), version])
  for (const list of found.values()) list.sort((a, b) => a - b)
  return found
}

/**
 * What one process knows of a log. Stored versions never change, so the newest of each edition is read once, and older
 * ones when somebody asks for them.
 */
export class VersionCache {
  readonly #log: VersionLog
  readonly #clock: Clock
  #listing = NOTHING
  #numbers = new Map<EditionId, number[]>()
  readonly #versions = new Map<string, Version>()
  readonly #faults = new Map<string, Fault>()
  readonly #held = new LRUCache<string, KeptEdition>({
    maxSize: HELD_BYTES,
    sizeCalculation: ({ systems }) => weightOf(systems),
  })
  /** What was told of each name: a fault that stays would fill the log. */
  readonly #told = new Map<string, string>()
  #lookedAt: number | null = null
  #look: { begunAt: number; work: Promise<void> } | null = null
  #isAway = false

  constructor(log: VersionLog, clock: Clock) {
    this.#log = log
    this.#clock = clock
  }

  /**
   * Looks for new versions, at most once a second; callers at the same moment share one look. Where the log cannot be
   * reached, or is slow, what is known stands.
   * @throws where nothing is known yet.
   */
  async refresh(): Promise<void> {
    const elapsed = () => this.#clock.elapsed()
    if (this.#lookedAt !== null && elapsed() - this.#lookedAt < FRESH_MS) return
    const { begunAt, work } = this.#begin()
    try {
      if (this.#lookedAt === null) return await within(work, WRITER_PATIENCE_MS, new SlowStore())
      await within(work, Math.max(0, begunAt + READER_PATIENCE_MS - elapsed()), new SlowStore())
    } catch (error) {
      if (this.#lookedAt === null) throw error
      if (!this.#isAway)
        console.error(
          `The store cannot be reached (${logFault(error)}); what is known of it is shown.`,
        )
      this.#isAway = true
      this.#lookedAt = elapsed()
    }
  }

  /** Looks for new versions now. @throws where the log cannot be reached. */
  async refreshNow(): Promise<void> {
    // A look that began before this moment may have missed what was kept since.
    const before = this.#look?.work.catch(() => undefined)
    const look = async () => {
      await before
      await this.#begin().work
    }
    await within(look(), WRITER_PATIENCE_MS, new SlowStore())
  }

  /** Editions with a stored version, or of which nobody can say whether they have one. */
  editions(): EditionId[] {
    return [...this.#numbers.keys()]
  }

  /** Numbers that are taken among the stored versions of an edition, ascending. */
  numbers(id: EditionId): readonly number[] {
    return this.#numbers.get(id) ?? []
  }

  /**
   * The newest stored version of an edition; null if there is none, and `damaged` where it is there and cannot be
   * trusted. What never was a version, such as a folder with a version's name, does not count.
   */
  newest(id: EditionId): Version | 'damaged' | null {
    if (this.#unlisted(id)) return 'damaged'
    const last = this.#last(id)
    return last === undefined ? null : (this.#versions.get(nameOf(id, last)) ?? 'damaged')
  }

  /** What is known of one stored version; null if there is none. @throws DamagedVersion */
  async head(id: EditionId, number: number): Promise<Version | null> {
    if (!this.numbers(id).includes(number)) return null
    const known = this.#versions.get(nameOf(id, number))
    return known ?? (await this.#examine(id, number))?.version ?? null
  }

  /** Those of an edition's versions that are whole, oldest first. */
  async heads(id: EditionId): Promise<Version[]> {
    const unknown = this.numbers(id).filter((number) => !this.#versions.has(nameOf(id, number)))
    await together(unknown.map((number) => () => this.#examine(id, number)))
    return this.numbers(id).flatMap((number) => this.#versions.get(nameOf(id, number)) ?? [])
  }

  /** What is wrong among an edition's versions, as far as they have been read. */
  problems(id: EditionId): Problem[] {
    const { strays, unlisted } = this.#listing
    const beside = [...strays, ...unlisted.map((one) => ({ ...one, name: one.edition }))]
    return [
      ...this.numbers(id).flatMap((version) => {
        const name = nameOf(id, version)
        const fault = this.#faults.get(name)
        return fault ? [{ version, name, problem: fault.problem }] : []
      }),
      ...beside
        .filter(({ edition }) => edition === id)
        .map(({ name, problem }) => ({ version: null, name, problem })),
    ]
  }

  /** The systems of a stored version; null for a removal or where there is none. @throws DamagedVersion */
  async systems(id: EditionId, number: number): Promise<KeptEdition | null> {
    const name = nameOf(id, number)
    if (!this.#held.has(name)) await this.#examine(id, number, { reads: true })
    return this.#held.get(name) ?? null
  }

  /**
   * The number of the newest stored version; null if there is none.
   * @throws DamagedVersion where nobody can say which versions there are.
   */
  newestNumber(id: EditionId): number | null {
    const unlisted = this.#unlisted(id)
    if (unlisted) throw damaged(id, 'The list', unlisted.problem)
    return this.#last(id) ?? null
  }

  /** A stored version as it lies in the log; null if there is none. @throws DamagedVersion */
  envelope(id: EditionId, number: number): Promise<Envelope | null> {
    return this.#examine(id, number)
  }

  #unlisted(id: EditionId) {
    return this.#listing.unlisted.find(({ edition }) => edition === id)
  }

  /** The newest number that is not a stray's as far as is known. */
  #last(id: EditionId): number | undefined {
    return this.numbers(id).findLast((number) => !this.#faults.get(nameOf(id, number))?.isStray)
  }

  #tell(name: string, problem: string): void {
    if (this.#told.get(name) === problem) return
    this.#told.set(name, problem)
    // Whoever can name a file must not write lines of the log.
    console.error(`In the store, “${name.replace(/\p{Cc}/gu, '�')}” cannot be used: ${problem}.`)
  }

  /**
   * Reads what lies under a version's name and remembers it, or what is wrong with it.
   * @param reads whether to read its systems, too.
   * @throws DamagedVersion
   */
  async #examine(
    edition: EditionId,
    version: number,
    { reads = false } = {},
  ): Promise<Envelope | null> {
    const name = nameOf(edition, version)
    try {
      const bytes = await this.#log.read({ edition, version })
      if (!bytes) return null
      const read = unpack(bytes, { edition, version })
      if (!read.ok)
        throw new UnreadableVersion(read.error.problem, { isStray: read.error.isMisnamed })
      const list = reads ? readKept(read.value) : null
      if (list) this.#held.set(name, list)
      this.#versions.set(name, read.value.version)
      this.#faults.delete(name)
      this.#told.delete(name)
      return read.value
    } catch (error) {
      if (!(error instanceof UnreadableVersion)) throw error
      const { message: problem, isStray } = error
      this.#versions.delete(name)
      this.#held.delete(name)
      this.#faults.set(name, { problem, isStray, foundAt: this.#clock.elapsed() })
      this.#tell(name, problem)
      throw damaged(edition, `Version ${version}`, problem)
    }
  }

  /** Reads the newest of some versions, and those beneath it as long as what lies above never was a version. */
  async #settle(id: EditionId, list: readonly number[]): Promise<void> {
    for (const number of list.toReversed()) {
      const name = nameOf(id, number)
      const fault = this.#faults.get(name)
      const isDue = !fault || this.#clock.elapsed() - fault.foundAt >= RETRY_MS
      if (!this.#versions.has(name) && isDue)
        await forgivingDamage(this.#examine(id, number, { reads: true }))
      if (!this.#faults.get(name)?.isStray) return
    }
  }

  /** The look that is under way, or a new one. */
  #begin(): { begunAt: number; work: Promise<void> } {
    this.#look ??= {
      begunAt: this.#clock.elapsed(),
      work: this.#lookAround().finally(() => {
        this.#look = null
      }),
    }
    return this.#look
  }

  async #lookAround(): Promise<void> {
    const listing = await this.#log.list()
    const numbers = byEdition(listing)
    // Versions are never deleted: where all are gone at once, the store is, whatever its place looks like.
    if (this.#numbers.size > 0 && numbers.size === 0) throw new StoreGone()
    for (const { name, problem } of listing.strays) this.#tell(name, problem)
    for (const { edition, problem } of listing.unlisted) this.#tell(edition, problem)
    await together(
      [...numbers].map(
        ([id, list]) =>
          () =>
            this.#settle(id, list),
      ),
    )
    // Shown only once it has been read, so that nobody meets a version of which nothing is known.
    this.#listing = listing
    this.#numbers = numbers
    this.#forgetOthers()
    this.#lookedAt = this.#clock.elapsed()
    if (this.#isAway) console.error('The store can be reached again.')
    this.#isAway = false
  }

  /** Forgets what is not there any more. */
  #forgetOthers(): void {
    const names = new Set(
      this.editions().flatMap((id) => this.numbers(id).map((n) => nameOf(id, n))),
    )
    for (const memory of [this.#versions, this.#faults, this.#held])
      for (const name of [...memory.keys()]) if (!names.has(name)) memory.delete(name)
  }
}
