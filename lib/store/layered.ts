import { LRUCache } from 'lru-cache'
import { readList, writeList } from '../list/csv'
import { sumRmax } from '../list/sum'
import { type EditionId, editionLabel, editionNumber } from '../model/edition'
import type { Issue, Result } from '../model/issue'
import type { Bundled } from './bundled'
import { type Envelope, pack, sha256, unpack } from './envelope'
import { logName, type VersionLog } from './log'
import type { KeepFailure, KeptEdition, ListStore, Version } from './store'

/** How long a process may show what it knows before it looks for versions that another one kept. */
const FRESH_MS = 1000
/** Parsed lists held in memory, about one megabyte each: more than all lists there are. */
const HELD_LISTS = 96

/** Nobody else's version: the newest of an edition that has none. */
const NONE = -1

/** Thrown where a stored version fails its own hashes: showing another one instead would be a wrong answer. */
export class DamagedVersion extends Error {}

/**
 * The lists: bundled snapshots beneath, versions of a log above.
 * Stored versions never change, so each is read at most once in the life of a process as long as memory holds it.
 */
export function openLayered(bundled: Bundled, log: VersionLog, now = Date.now): ListStore {
  /** Heads of all stored versions, newest last. */
  const heads = new Map<EditionId, Version[]>()
  const held = new LRUCache<string, KeptEdition>({ max: HELD_LISTS })
  let lookedAt = Number.NEGATIVE_INFINITY
  let looking: Promise<void> | null = null

  async function load(edition: EditionId, version: number): Promise<Envelope | null> {
    const bytes = await log.read({ edition, version })
    if (!bytes) return null
    const read = unpack(bytes, logName({ edition, version }))
    if (!read.ok) throw new DamagedVersion(read.error)
    const { csv, ...envelope } = read.value
    if (csv !== '')
      held.set(`${edition}/${version}`, {
        id: edition,
        number: editionNumber(edition),
        systems: readList(csv),
        version: envelope.version,
      })
    return read.value
  }

  async function look(): Promise<void> {
    const found = await log.list()
    for (const { edition, version } of found.sort((a, b) => a.version - b.version)) {
      const known = heads.get(edition) ?? []
      if (known.some((head) => head.version === version)) continue
      const envelope = await load(edition, version)
      if (envelope) heads.set(edition, [...known, envelope.version])
    }
    lookedAt = now()
  }

  /** Looks for new versions, at most once a second unless `always`; callers at the same moment share one look. */
  async function refresh(always = false): Promise<void> {
    if (!always && now() - lookedAt < FRESH_MS) return
    if (always && looking) await looking
    looking ??= look().finally(() => {
      looking = null
    })
    await looking
  }

  const newest = (id: EditionId): Version | null =>
    heads.get(id)?.at(-1) ?? bundled.edition(id)?.version ?? null

  async function read(version: Version): Promise<KeptEdition | null> {
    if (version.state === 'removed') return null
    if (version.version === 0) return bundled.edition(version.edition)
    const key = `${version.edition}/${version.version}`
    if (!held.has(key)) await load(version.edition, version.version)
    return held.get(key) ?? null
  }

  const find = (id: EditionId, version: number): Version | null =>
    version === 0
      ? (bundled.edition(id)?.version ?? null)
      : (heads.get(id)?.find((head) => head.version === version) ?? null)

  function conflict(id: EditionId, current: Version): Result<Version, KeepFailure> {
    const by = current.fileName ? ` from “${current.fileName}”` : ''
    return {
      ok: false,
      error: {
        code: 'conflict',
        current,
        message: `Somebody kept version ${current.version} of ${editionLabel(id)}${by} in the meantime. Nothing of yours was kept; compare the two and keep again.`,
      },
    }
  }

  async function append(
    id: EditionId,
    expected: number,
    make: (next: number) => Envelope,
  ): Promise<Result<Version, KeepFailure>> {
    try {
      await refresh(true)
      const before = newest(id)
      if (before && before.version !== expected) return conflict(id, before)
      if (!before && expected !== NONE)
        return {
          ok: false,
          error: { code: 'unavailable', message: `There is no list of ${editionLabel(id)}.` },
        }
      const next = Math.max(before?.version ?? 0, 0) + 1
      const envelope = make(next)
      const outcome = await log.create({ edition: id, version: next }, pack(envelope))
      await refresh(true)
      const after = newest(id)
      if (outcome === 'created') return { ok: true, value: envelope.version }
      if (after) return conflict(id, after)
      throw new Error(`version ${next} exists and cannot be found`)
    } catch (error) {
      if (error instanceof DamagedVersion) throw error
      return {
        ok: false,
        error: {
          code: 'unavailable',
          message: `The store could not be written (${error instanceof Error ? error.message : 'unknown reason'}). Nothing was kept; try again.`,
        },
      }
    }
  }

  const version = (
    id: EditionId,
    number: number,
    csv: string,
    rest: Pick<Version, 'state' | 'fileName' | 'sourceHash' | 'systems' | 'rmaxSum' | 'restores'>,
  ): Version => ({
    edition: id,
    version: number,
    origin: 'uploaded',
    keptAt: new Date(now()).toISOString(),
    hash: sha256(csv),
    ...rest,
  })

  return {
    async current() {
      await refresh()
      const ids = new Set([...bundled.versions().map(({ edition }) => edition), ...heads.keys()])
      return [...ids].sort().flatMap((id) => {
        const version = newest(id)
        return version && version.state === 'list' ? [version] : []
      })
    },
    async edition(id, number) {
      await refresh()
      const wanted = number === undefined ? newest(id) : find(id, number)
      return wanted ? read(wanted) : null
    },
    async history(id) {
      await refresh()
      const snapshot = bundled.edition(id)?.version
      return [...(snapshot ? [snapshot] : []), ...(heads.get(id) ?? [])].reverse()
    },
    async keep({ edition, expected, fileName, source, issues }) {
      const csv = writeList(edition.systems)
      return append(edition.id, expected, (number) => ({
        version: version(edition.id, number, csv, {
          state: 'list',
          fileName,
          sourceHash: source ? sha256(source) : null,
          systems: edition.systems.length,
          rmaxSum: sumRmax(edition.systems),
          restores: null,
        }),
        issues,
        csv,
        source,
      }))
    },
    async remove(id, expected) {
      return append(id, expected, (number) => ({
        version: version(id, number, '', {
          state: 'removed',
          fileName: null,
          sourceHash: null,
          systems: 0,
          rmaxSum: 0,
          restores: null,
        }),
        issues: NO_ISSUES,
        csv: '',
        source: null,
      }))
    },
    async restore(id, number, expected) {
      await refresh()
      const old = find(id, number)
      const content = old ? await read(old) : null
      if (!old || !content)
        return {
          ok: false,
          error: {
            code: 'unavailable',
            message: `Version ${number} of ${editionLabel(id)} holds no list, so it cannot be restored. Choose another version.`,
          },
        }
      const csv = writeList(content.systems)
      return append(id, expected, (next) => ({
        version: version(id, next, csv, {
          state: 'list',
          fileName: old.fileName,
          sourceHash: old.sourceHash,
          systems: old.systems,
          rmaxSum: old.rmaxSum,
          restores: number,
        }),
        issues: NO_ISSUES,
        csv,
        source: null,
      }))
    },
    async source(id, number) {
      await refresh()
      let wanted = find(id, number)
      // A restored version shares the file of the one that it restores.
      while (wanted && wanted.restores !== null) wanted = find(id, wanted.restores)
      return wanted && wanted.version > 0
        ? ((await load(id, wanted.version))?.source ?? null)
        : null
    },
  }
}

const NO_ISSUES: readonly Issue[] = []
