import { writeList } from '../list/csv'
import { sumRmax } from '../list/sum'
import { type EditionId, editionLabel } from '../model/edition'
import type { Issue, Result } from '../model/issue'
import type { Bundled } from './bundled'
import { CLOCK, type Clock } from './clock'
import { type Envelope, pack, sha256 } from './envelope'
import { isDamage, logFault, sayFault } from './fault'
import { LAST_NUMBER, type VersionLog } from './log'
import type { Hidden, KeepFailure, KeptEdition, ListStore, Problem, Version } from './store'
import { VersionCache } from './version-cache'

/** Nobody else's version: the newest of an edition that has none. */
const NONE = -1

const NO_ISSUES: readonly Issue[] = []

const isEqual = (a: Uint8Array | null, b: Uint8Array) => a !== null && Buffer.compare(a, b) === 0

const unavailable = (message: string): Result<Version, KeepFailure> => ({
  ok: false,
  error: { code: 'unavailable', message },
})

function conflict(id: EditionId, current: Version): Result<Version, KeepFailure> {
  const by = current.fileName ? ` from “${current.fileName}”` : ''
  return {
    ok: false,
    error: {
      code: 'conflict',
      current,
      message: `Somebody saved version ${current.version} of ${editionLabel(id)}${by} in the meantime. Nothing of yours was saved; compare the two and save again.`,
    },
  }
}

/** What a version says of itself besides its place, its time and its content. */
type Facts = Pick<Version, 'state' | 'fileName' | 'sourceHash' | 'systems' | 'rmaxSum' | 'restores'>

const REMOVAL: Facts = {
  state: 'removed',
  fileName: null,
  sourceHash: null,
  systems: 0,
  rmaxSum: 0,
  restores: null,
}

/**
 * The lists: bundled snapshots beneath, versions of a log above. An edition whose newest version is damaged is not
 * shown at all until somebody keeps or restores it; its other versions can be read as ever.
 */
class OverlayStore implements ListStore {
  readonly #bundled: Bundled
  readonly #log: VersionLog
  readonly #clock: Clock
  readonly #cache: VersionCache

  constructor(bundled: Bundled, log: VersionLog, clock: Clock) {
    this.#bundled = bundled
    this.#log = log
    this.#clock = clock
    this.#cache = new VersionCache(log, clock)
  }

  async current(): Promise<Version[]> {
    await this.#cache.refresh()
    const ids = new Set([
      ...this.#bundled.versions().map(({ edition }) => edition),
      ...this.#cache.editions(),
    ])
    return [...ids].sort().flatMap((id) => {
      const version = this.#cache.newest(id) ?? this.#snapshot(id)
      return version && version !== 'damaged' && version.state === 'list' ? [version] : []
    })
  }

  async hidden(): Promise<Hidden[]> {
    await this.#cache.refresh()
    return this.#cache
      .editions()
      .sort()
      .flatMap((edition): Hidden[] => {
        const newest = this.#cache.newest(edition)
        if (newest === 'damaged') return [{ edition, why: 'damaged', keptAt: null }]
        return newest?.state === 'removed'
          ? [{ edition, why: 'removed', keptAt: newest.keptAt }]
          : []
      })
  }

  async edition(id: EditionId, number?: number): Promise<KeptEdition | null> {
    await this.#cache.refresh()
    const wanted = await this.#find(id, number ?? this.#cache.newestNumber(id) ?? 0)
    return wanted ? this.#read(wanted) : null
  }

  async history(id: EditionId): Promise<Version[]> {
    await this.#cache.refresh()
    return (await this.#whole(id)).reverse()
  }

  async problems(id: EditionId): Promise<Problem[]> {
    await this.#cache.refresh()
    await this.#cache.heads(id)
    return this.#cache.problems(id)
  }

  async keep({ edition, expected, fileName, source, issues }: Parameters<ListStore['keep']>[0]) {
    const { id, systems } = edition
    return this.#append(id, expected, writeList(systems), issues, source, {
      state: 'list',
      fileName,
      sourceHash: source ? sha256(source) : null,
      systems: systems.length,
      rmaxSum: sumRmax(systems),
      restores: null,
    })
  }

  async remove(id: EditionId, expected: number): Promise<Result<Version, KeepFailure>> {
    return this.#append(id, expected, '', NO_ISSUES, null, REMOVAL)
  }

  async restore(
    id: EditionId,
    number: number,
    expected: number,
  ): Promise<Result<Version, KeepFailure>> {
    let content: KeptEdition | null
    try {
      await this.#cache.refresh()
      const old = await this.#find(id, number)
      content = old && (await this.#read(old))
    } catch (error) {
      return unavailable(
        isDamage(error)
          ? error.message
          : `Version ${number} of ${editionLabel(id)} could not be read: ${this.#sayFault(error)}.`,
      )
    }
    if (!content) {
      const message = `Version ${number} of ${editionLabel(id)} holds no list, so it cannot be restored. Choose another version.`
      return { ok: false, error: { code: 'not-found', message } }
    }
    const { fileName, sourceHash, systems, rmaxSum } = content.version
    return this.#append(id, expected, writeList(content.systems), NO_ISSUES, null, {
      state: 'list',
      fileName,
      sourceHash,
      systems,
      rmaxSum,
      restores: number,
    })
  }

  async source(id: EditionId, number: number): Promise<Uint8Array | null> {
    await this.#cache.refresh()
    let wanted = await this.#find(id, number)
    // A restored version shares the file of the one that it restores.
    while (wanted && wanted.restores !== null) wanted = await this.#find(id, wanted.restores)
    return wanted && wanted.version > 0
      ? ((await this.#cache.envelope(id, wanted.version))?.source ?? null)
      : null
  }

  #snapshot(id: EditionId): Version | null {
    return this.#bundled.versions().find(({ edition }) => edition === id) ?? null
  }

  async #find(id: EditionId, number: number): Promise<Version | null> {
    return number === 0 ? this.#snapshot(id) : this.#cache.head(id, number)
  }

  /** All whole versions, oldest first. */
  async #whole(id: EditionId): Promise<Version[]> {
    const beneath = this.#snapshot(id)
    return [...(beneath ? [beneath] : []), ...(await this.#cache.heads(id))]
  }

  async #read(version: Version): Promise<KeptEdition | null> {
    if (version.state === 'removed') return null
    return version.version === 0
      ? this.#bundled.edition(version.edition)
      : this.#cache.systems(version.edition, version.version)
  }

  /** Says what is the matter to whoever asks, and all of it to the log. */
  #sayFault(error: unknown): string {
    console.error(`The store failed: ${logFault(error)}`)
    return sayFault(error)
  }

  /**
   * What a writer who saw `expected` cannot have seen; null where there is nothing. A damaged version that they saw
   * while it was whole is no hindrance: what follows it may repair it.
   */
  #unseen(id: EditionId, expected: number, newest: Version | undefined) {
    if (newest ? newest.version === expected : expected === NONE) return null
    const sawDamaged =
      expected > (newest?.version ?? NONE) && this.#cache.numbers(id).includes(expected)
    if (sawDamaged) return null
    return newest
      ? conflict(id, newest)
      : unavailable(`There is no list of ${editionLabel(id)} that could be changed.`)
  }

  /** Creates the next version unless there is one that the writer has not seen. */
  async #append(
    id: EditionId,
    expected: number,
    csv: string,
    issues: readonly Issue[],
    source: Uint8Array | null,
    facts: Facts,
  ): Promise<Result<Version, KeepFailure>> {
    try {
      await this.#cache.refreshNow()
      const unseen = this.#unseen(id, expected, (await this.#whole(id)).at(-1))
      if (unseen) return unseen
      // What is damaged keeps its number: the next one follows every name that is taken.
      const number = (this.#cache.numbers(id).at(-1) ?? 0) + 1
      if (number > LAST_NUMBER)
        return unavailable(
          `No version can follow number ${LAST_NUMBER} of ${editionLabel(id)}. Look at the list’s history: a file that is no version has that number. Move it out of the store, and save again.`,
        )
      const version: Version = {
        edition: id,
        version: number,
        origin: 'uploaded',
        keptAt: new Date(this.#clock.now()).toISOString(),
        hash: sha256(csv),
        ...facts,
      }
      return await this.#create({ version, issues, csv, source })
    } catch (error) {
      return unavailable(
        `The store could not be written: ${this.#sayFault(error)}. Look at the list’s history before you try again.`,
      )
    }
  }

  async #create(envelope: Envelope): Promise<Result<Version, KeepFailure>> {
    const { version } = envelope
    const bytes = pack(envelope)
    const outcome = await this.#log.create(version, bytes)
    // A create whose answer was lost on the way is repeated by the client, and meets itself.
    const ours = outcome === 'created' || isEqual(await this.#log.read(version), bytes)
    await this.#cache.refreshNow()
    if (ours) return { ok: true, value: version }
    const after = (await this.#whole(version.edition)).at(-1)
    if (after) return conflict(version.edition, after)
    throw new Error(`version ${version.version} exists and cannot be found`)
  }
}

/** Lays the versions of a log over the bundled lists. */
export function openOverlay(bundled: Bundled, log: VersionLog, clock: Clock = CLOCK): ListStore {
  return new OverlayStore(bundled, log, clock)
}
