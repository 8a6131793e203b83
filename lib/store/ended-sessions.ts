import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { codeOf, logFault } from './fault'

/** Where it is noted which sessions were ended, for every process that shares a store. */
export interface EndedSessions {
  /** Whether a session was ended. @throws if the place cannot be reached. */
  has(id: string): Promise<boolean>
  /** Notes that a session was ended, and forgets what is older than any session lasts. */
  add(id: string): Promise<void>
}

/** How long a session lasts at most: no note of its end is needed for longer. */
export const SESSION_SECONDS = 12 * 60 * 60

/** Whether a note is of no use any more. */
export const isOutlived = (notedAt: number): boolean =>
  Date.now() - notedAt > (SESSION_SECONDS + 60) * 1000

/** Notes in a folder: an empty file for each session that was ended. */
export function openFolderSessions(folder: string): EndedSessions {
  const notes = join(folder, 'sessions')
  return {
    async has(id) {
      try {
        return (await stat(join(notes, id))).isFile()
      } catch (error) {
        if (codeOf(error) === 'ENOENT') return false
        throw error
      }
    },
    async add(id) {
      await mkdir(notes, { recursive: true })
      await writeFile(join(notes, id), '')
      for (const name of await readdir(notes)) {
        const found = await stat(join(notes, name)).catch(() => null)
        if (found?.isFile() && isOutlived(found.mtimeMs))
          await rm(join(notes, name), { force: true })
      }
    },
  }
}

/**
 * What this process ended counts for it at once and always, wherever else that is noted. Where the place cannot be
 * reached, a session of which nothing is known is taken for a good one: all it is good for is to write to that place.
 */
export function openEndedSessions(shared: () => Promise<EndedSessions>): EndedSessions {
  const own = new Set<string>()
  const failed = (error: unknown) =>
    console.error(`Ended sessions could not be looked up or noted: ${logFault(error)}`)
  return {
    async has(id) {
      if (own.has(id)) return true
      try {
        return await (await shared()).has(id)
      } catch (error) {
        failed(error)
        return false
      }
    },
    async add(id) {
      own.add(id)
      await shared()
        .then((place) => place.add(id))
        .catch(failed)
    },
  }
}
