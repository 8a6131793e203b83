import { randomUUID } from 'node:crypto'
import { link, mkdir, open, readdir, readFile, rm, stat, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { parseEditionId } from '../model/edition'
import { logName, type Numbered, type VersionLog } from './log'

/** A half-written file that a killed process left; no writer needs this long. */
const ABANDONED_MS = 60 * 60 * 1000
const VERSION_FILE = /^(\d{6})\.list$/

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}

/** Makes names in a folder durable; some file systems do not let a folder be synced, and then need no help. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } catch (error) {
    if (!isCode(error, 'EINVAL') && !isCode(error, 'EISDIR') && !isCode(error, 'EPERM')) throw error
  } finally {
    await handle.close()
  }
}

async function names(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (isCode(error, 'ENOENT')) return []
    throw error
  }
}

/**
 * Versions in a folder: `lists/YYYY-MM/000001.list`. A version is written beside, synced, and then linked to its name,
 * which fails if the name is taken: whatever moment the power goes, a name has its whole content or does not exist.
 */
export function openFolder(folder: string): VersionLog {
  const lists = join(folder, 'lists')
  const drafts = join(folder, 'drafts')
  let swept: Promise<void> | null = null

  const sweep = async () => {
    for (const name of await names(drafts)) {
      const path = join(drafts, name)
      const found = await stat(path).catch(() => null)
      if (found && Date.now() - found.mtimeMs > ABANDONED_MS) await rm(path, { force: true })
    }
  }

  return {
    async list() {
      const editions = (await names(lists)).flatMap((name) => parseEditionId(name) ?? [])
      const found = await Promise.all(
        editions.map(async (edition): Promise<Numbered[]> => {
          const files = await names(join(lists, edition))
          return files.flatMap((file) => {
            const number = VERSION_FILE.exec(file)?.[1]
            return number ? [{ edition, version: Number(number) }] : []
          })
        }),
      )
      return found.flat()
    },
    async read(version) {
      try {
        return await readFile(join(lists, logName(version)))
      } catch (error) {
        if (isCode(error, 'ENOENT')) return null
        throw error
      }
    },
    async create(version, bytes) {
      const target = join(lists, logName(version))
      await mkdir(dirname(target), { recursive: true })
      await mkdir(drafts, { recursive: true })
      swept ??= sweep()
      await swept
      const draft = join(drafts, randomUUID())
      const handle = await open(draft, 'wx')
      try {
        await handle.writeFile(bytes)
        await handle.sync()
      } finally {
        await handle.close()
      }
      try {
        await link(draft, target)
      } catch (error) {
        if (isCode(error, 'EEXIST')) return 'exists'
        throw error
      } finally {
        await unlink(draft)
      }
      await syncFolder(dirname(target))
      await syncFolder(lists)
      return 'created'
    },
  }
}
