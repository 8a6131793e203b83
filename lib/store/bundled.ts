import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readList } from '../list/csv'
import { type EditionId, editionNumber } from '../model/edition'
import { hashOf, INDEX, type IndexEntry, readIndex } from './snapshot-index'
import type { KeptEdition, Version } from './store'

/** The snapshots that come with the program: read-only, and the same for as long as it runs. */
export type Bundled = {
  /** Oldest first, from the index alone: no list is parsed. */
  versions(): readonly Version[]
  edition(id: EditionId): KeptEdition | null
  /** The snapshot's own CSV. */
  csv(id: EditionId): string | null
}

/** The folder of snapshots, seen from where every command of the project runs. */
export const SNAPSHOTS = join(process.cwd(), 'data', 'lists')

function versionOf({ edition, hash, systems, rmaxSum }: IndexEntry): Version {
  return {
    edition,
    version: 0,
    origin: 'bundled',
    state: 'list',
    keptAt: null,
    fileName: null,
    hash,
    sourceHash: null,
    systems,
    rmaxSum,
    restores: null,
  }
}

/**
 * Opens the folder of `YYYY-MM.csv` snapshots beside the index that the importer writes. Each list is read and parsed
 * when it is first asked for.
 * @throws if the folder or its index is missing, and later if a snapshot is not the one that the index names: the
 * program is then incomplete.
 */
export function openBundled(folder: string = SNAPSHOTS): Bundled {
  const versions = readIndex(
    readFileSync(join(/* turbopackIgnore: true */ folder, INDEX), 'utf8'),
  ).map(versionOf)
  const byEdition = new Map(versions.map((version) => [version.edition, version]))
  // All that are bundled take 36 MB parsed, so that none has to go.
  const held = new Map<EditionId, KeptEdition>()

  const csv = (id: EditionId): string | null => {
    const version = byEdition.get(id)
    if (!version) return null
    const text = readFileSync(join(folder, `${id}.csv`), 'utf8')
    if (hashOf(text) !== version.hash)
      throw new Error(`The bundled list ${id} is not the one that ${INDEX} names; import it again.`)
    return text
  }
  const edition = (id: EditionId): KeptEdition | null => {
    const parsed = held.get(id)
    if (parsed) return parsed
    const version = byEdition.get(id)
    const text = csv(id)
    if (!version || text === null) return null
    const read = { id, number: editionNumber(id), systems: readList(text), version }
    held.set(id, read)
    return read
  }
  return { versions: () => versions, edition, csv }
}
