import { writeList } from '../list/csv'
import { sumRmax } from '../list/sum'
import { type EditionId, editionLabel } from '../model/edition'
import type { Issue, Result } from '../model/issue'
import type { Bundled } from './bundled'
import { type Envelope, pack, sha256 } from './envelope'
import { DamagedVersion, openKnown } from './known'
import type { VersionLog } from './log'
import type { Hidden, KeepFailure, KeptEdition, ListStore, Version } from './store'

/** Nobody else's version: the newest of an edition that has none. */
const NONE = -1

const NO_ISSUES: readonly Issue[] = []

const isEqual = (a: Uint8Array | null, b: Uint8Array) => a !== null && Buffer.compare(a, b) === 0

/**
 * The lists: bundled snapshots beneath, versions of a log above. An edition whose newest version is damaged is not
 * shown at all until somebody keeps or restores it.
 */
export function openLayered(bundled: Bundled, log: VersionLog, now = Date.now): ListStore {
  const known = openKnown(log, now)

  const snapshot = (id: EditionId): Version | null => bundled.edition(id)?.version ?? null

  async function find(id: EditionId, number: number): Promise<Version | null> {
    return number === 0 ? snapshot(id) : known.head(id, number)
  }

  /** All whole versions, oldest first. */
  async function whole(id: EditionId): Promise<Version[]> {
    const beneath = snapshot(id)
    return [...(beneath ? [beneath] : []), ...(await known.heads(id))]
  }

  async function read(version: Version): Promise<KeptEdition | null> {
    if (version.state === 'removed') return null
    return version.version === 0
      ? bundled.edition(version.edition)
      : known.systems(version.edition, version.version)
  }

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
      await known.refresh(true)
      // A writer can have seen only a whole version; what follows it must still be the next number of all.
      const before = (await whole(id)).at(-1)
      if (before && before.version !== expected) return conflict(id, before)
      if (!before && expected !== NONE)
        return {
          ok: false,
          error: { code: 'unavailable', message: `There is no list of ${editionLabel(id)}.` },
        }
      const next = (known.numbers(id).at(-1) ?? 0) + 1
      const envelope = make(next)
      const bytes = pack(envelope)
      const place = { edition: id, version: next }
      const outcome = await log.create(place, bytes)
      // A create whose answer was lost on the way is repeated by the client, and meets itself.
      const ours = outcome === 'created' || isEqual(await log.read(place), bytes)
      await known.refresh(true)
      if (ours) return { ok: true, value: envelope.version }
      const after = (await whole(id)).at(-1)
      if (after) return conflict(id, after)
      throw new Error(`version ${next} exists and cannot be found`)
    } catch (error) {
      if (error instanceof DamagedVersion) throw error
      return {
        ok: false,
        error: {
          code: 'unavailable',
          message: `The store could not be written (${error instanceof Error ? error.message : 'unknown reason'}). Look at the history before you try again.`,
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
      await known.refresh()
      const ids = new Set([
        ...bundled.versions().map(({ edition }) => edition),
        ...known.editions(),
      ])
      return [...ids].sort().flatMap((id) => {
        const version = known.newest(id) ?? snapshot(id)
        return version && version !== 'damaged' && version.state === 'list' ? [version] : []
      })
    },
    async hidden() {
      await known.refresh()
      return known
        .editions()
        .sort()
        .flatMap((edition): Hidden[] => {
          const newest = known.newest(edition)
          if (newest === 'damaged') return [{ edition, why: 'damaged', keptAt: null }]
          return newest?.state === 'removed'
            ? [{ edition, why: 'removed', keptAt: newest.keptAt }]
            : []
        })
    },
    async edition(id, number) {
      await known.refresh()
      const wanted = await find(id, number ?? known.numbers(id).at(-1) ?? 0)
      return wanted ? read(wanted) : null
    },
    async history(id) {
      await known.refresh()
      return (await whole(id)).reverse()
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
      await known.refresh()
      const old = await find(id, number)
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
      await known.refresh()
      let wanted = await find(id, number)
      // A restored version shares the file of the one that it restores.
      while (wanted && wanted.restores !== null) wanted = await find(id, wanted.restores)
      return wanted && wanted.version > 0
        ? ((await known.envelope(id, wanted.version))?.source ?? null)
        : null
    },
  }
}
