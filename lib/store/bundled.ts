import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readList } from '../list/csv'
import { sumRmax } from '../list/sum'
import { type EditionId, editionNumber, parseEditionId } from '../model/edition'
import type { KeptEdition, Version } from './store'

/** The snapshots that come with the program: read-only, and the same for as long as it runs. */
export type Bundled = {
  /** Oldest first. */
  versions(): readonly Version[]
  edition(id: EditionId): KeptEdition | null
  /** The snapshot's own CSV. */
  csv(id: EditionId): string | null
}

/** The folder of snapshots, seen from where every command of the project runs. */
export const SNAPSHOTS = join(process.cwd(), 'data', 'lists')

/**
 * Opens the folder of `YYYY-MM.csv` snapshots. Each is read at most once, when it is first asked for.
 * @throws if the folder is missing: the program is then incomplete.
 */
export function openBundled(folder: string = SNAPSHOTS): Bundled {
  const ids = readdirSync(folder)
    .flatMap((file) => (file.endsWith('.csv') ? (parseEditionId(file.slice(0, -4)) ?? []) : []))
    .sort()
  const texts = new Map<EditionId, string>()
  const editions = new Map<EditionId, KeptEdition>()
  let versions: readonly Version[] | null = null

  const csv = (id: EditionId): string | null => {
    if (!ids.includes(id)) return null
    const held = texts.get(id) ?? readFileSync(join(folder, `${id}.csv`), 'utf8')
    texts.set(id, held)
    return held
  }
  const edition = (id: EditionId): KeptEdition | null => {
    const held = editions.get(id)
    if (held) return held
    const text = csv(id)
    if (text === null) return null
    const systems = readList(text)
    const version: Version = {
      edition: id,
      version: 0,
      origin: 'bundled',
      state: 'list',
      keptAt: null,
      fileName: null,
      hash: createHash('sha256').update(text).digest('hex'),
      sourceHash: null,
      systems: systems.length,
      rmaxSum: sumRmax(systems),
      restores: null,
    }
    const read = { id, number: editionNumber(id), systems, version }
    editions.set(id, read)
    return read
  }
  return {
    versions: () => {
      versions ??= ids.flatMap((id) => edition(id)?.version ?? [])
      return versions
    },
    edition,
    csv,
  }
}
