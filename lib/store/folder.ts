import { randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { link, mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type EditionId, parseEditionId } from '../model/edition'
import { codeOf, logFault, sayFault } from './fault'
import {
  LARGEST_VERSION,
  type Listing,
  logName,
  type Numbered,
  StoreGone,
  type Stray,
  UnreadableVersion,
  type VersionLog,
} from './log'

/** A half-written file that a killed process left; no writer needs this long. */
const ABANDONED_MS = 60 * 60 * 1000
const VERSION_FILE = /^(\d{6})\.list$/

/** Errors that concern one file or folder alone; any other is one of the whole place, or of this process. */
const OF_ONE_ENTRY: ReadonlySet<string | null> = new Set([
  ...['EACCES', 'EPERM', 'EIO', 'EBADMSG', 'EUCLEAN'],
  ...['EISDIR', 'ENOTDIR', 'ELOOP', 'ENXIO'],
])
/** Those of them by which the entry cannot ever have been a version. */
const OF_A_STRAY: ReadonlySet<string | null> = new Set(['EISDIR', 'ENOTDIR', 'ELOOP', 'ENXIO'])

/** Makes names in a folder durable; some file systems do not let a folder be synced, and then need no help. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } catch (error) {
    if (!['EINVAL', 'EISDIR', 'EPERM'].includes(codeOf(error) ?? '')) throw error
  } finally {
    await handle.close()
  }
}

/** Makes one folder in one that is there. @throws StoreGone where that one is not. */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') throw new StoreGone()
    if (codeOf(error) !== 'EEXIST') throw error
  }
}

/** Removes drafts that nobody writes any more. What cannot be looked at or removed is left where it is. */
async function sweep(drafts: string): Promise<void> {
  for (const name of await readdir(drafts)) {
    const path = join(drafts, name)
    const found = await stat(path).catch(() => null)
    if (found?.isFile() && Date.now() - found.mtimeMs > ABANDONED_MS)
      await rm(path, { force: true }).catch((error) =>
        console.error(`An abandoned draft could not be removed: ${logFault(error)}`),
      )
  }
}

/** Reads a file that should be a version: opened so that nothing waits, and read only if it is a file and not huge. */
async function readVersion(path: string): Promise<Uint8Array> {
  const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK)
  try {
    const found = await handle.stat()
    if (found.isDirectory()) throw new UnreadableVersion('a folder has its name', { isStray: true })
    if (!found.isFile()) throw new UnreadableVersion('it is not a file', { isStray: true })
    if (found.size > LARGEST_VERSION)
      throw new UnreadableVersion('it is larger than any version', { isStray: true })
    return await handle.readFile()
  } finally {
    await handle.close()
  }
}

/** Writes a file under a name of its own and syncs it. @returns its path. What fails leaves nothing behind. */
async function writeDraft(drafts: string, bytes: Uint8Array): Promise<string> {
  const draft = join(drafts, randomUUID())
  const handle = await open(draft, 'wx')
  try {
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
  } catch (error) {
    await discard(draft)
    throw error
  }
  return draft
}

/** Removes a draft. One that stays is swept later, and is no reason for a keep to fail. */
async function discard(draft: string): Promise<void> {
  await rm(draft, { force: true }).catch((error) =>
    console.error(`A draft could not be removed: ${logFault(error)}`),
  )
}

/** The versions of one list, and what lies among them. */
async function listEdition(lists: string, edition: EditionId): Promise<Listing> {
  const versions: Numbered[] = []
  const strays: Stray[] = []
  const unlisted: { edition: EditionId; problem: string }[] = []
  try {
    for (const file of await readdir(join(lists, edition))) {
      const version = Number(VERSION_FILE.exec(file)?.[1] ?? 0)
      if (version > 0) versions.push({ edition, version })
      else
        strays.push({ edition, name: `${edition}/${file}`, problem: 'its name is not a version’s' })
    }
  } catch (error) {
    const code = codeOf(error)
    if (code === 'ENOTDIR' || code === 'ELOOP')
      strays.push({ edition, name: edition, problem: sayFault(error) })
    else if (OF_ONE_ENTRY.has(code)) unlisted.push({ edition, problem: sayFault(error) })
    else if (code !== 'ENOENT') throw error
  }
  return { versions, strays, unlisted }
}

/**
 * Versions in a folder: `lists/YYYY-MM/000001.list`. A version is written beside, synced, and then linked to its name,
 * which fails if the name is taken: whatever moment the power goes, a name has its whole content or does not exist.
 * @param mustExist whether a folder without a store in it is an error from the start, and not a store to begin.
 */
export function openFolder(folder: string, { mustExist = false } = {}): VersionLog {
  const lists = join(folder, 'lists')
  const drafts = join(folder, 'drafts')
  // A store that was there once is never begun anew in its place: its disk may only be away.
  let begun = mustExist
  let swept: Promise<void> | null = null

  async function begin(): Promise<void> {
    if (!begun) await mkdir(lists, { recursive: true })
    begun = true
    await stat(lists).catch((error) => {
      throw codeOf(error) === 'ENOENT' ? new StoreGone() : error
    })
    await makeFolder(drafts)
    swept ??= sweep(drafts).catch((error) =>
      console.error(`Abandoned drafts could not be looked for: ${logFault(error)}`),
    )
    await swept
  }

  async function names(): Promise<string[]> {
    try {
      const found = await readdir(lists)
      begun = true
      return found
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw error
      if (begun) throw new StoreGone()
      return []
    }
  }

  return {
    async list() {
      const found = await names()
      const strays = found
        .filter((name) => parseEditionId(name) === null)
        .map((name): Stray => ({ edition: null, name, problem: 'its name is not a list’s' }))
      const listings = await Promise.all(
        found.flatMap((name) => {
          const edition = parseEditionId(name)
          return edition ? [listEdition(lists, edition)] : []
        }),
      )
      return {
        versions: listings.flatMap(({ versions }) => versions),
        strays: [...strays, ...listings.flatMap((listing) => listing.strays)],
        unlisted: listings.flatMap(({ unlisted }) => unlisted),
      }
    },
    async read(version) {
      try {
        return await readVersion(join(lists, logName(version)))
      } catch (error) {
        const code = codeOf(error)
        if (code === 'ENOENT') return null
        if (!OF_ONE_ENTRY.has(code)) throw error
        throw new UnreadableVersion(sayFault(error), { isStray: OF_A_STRAY.has(code) })
      }
    },
    async create(version, bytes) {
      const target = join(lists, logName(version))
      await begin()
      const draft = await writeDraft(drafts, bytes)
      try {
        await makeFolder(dirname(target))
        await link(draft, target)
      } catch (error) {
        if (codeOf(error) === 'EEXIST') return 'exists'
        throw error
      } finally {
        await discard(draft)
      }
      await syncFolder(dirname(target))
      await syncFolder(lists)
      return 'created'
    },
  }
}
