import { join } from 'node:path'
import { openBundled } from './bundled'
import { type EndedSessions, openEndedSessions, openFolderSessions } from './ended-sessions'
import { openFolder } from './folder'
import { openOverlay } from './overlay-store'
import type { ListStore } from './store'

/** The variables that say where lists are kept; `docs/hosting.md` documents them. */
export type StoreEnvironment = Readonly<Record<string, string | undefined>>

// A server may load this module more than once; a process has one store all the same.
const held = globalThis as {
  top500Store?: Promise<ListStore>
  top500EndedSessions?: EndedSessions
}

/** Where the environment says that lists are kept. */
function placeOf(env: StoreEnvironment) {
  const { AZURE_STORAGE_CONNECTION_STRING: connection, AZURE_STORAGE_CONTAINER: container } = env
  return connection
    ? { connection, container: container || 'top500', folder: null }
    : { connection: null, folder: env.TOP500_DATA_DIR || join(process.cwd(), '.data') }
}

async function build(env: StoreEnvironment): Promise<ListStore> {
  const place = placeOf(env)
  const mustExist = env.TOP500_STORE_MUST_EXIST === '1'
  // The client of the blob store is loaded only where it is used.
  const log =
    place.folder === null
      ? await (await import('./blob')).openBlobs(place.connection, place.container, { mustExist })
      : openFolder(place.folder, { mustExist })
  return openOverlay(openBundled(), log)
}

/** The store of this process, opened once. */
export function openStore(env: StoreEnvironment = process.env): Promise<ListStore> {
  // A store that could not be reached is tried again at the next request.
  held.top500Store ??= build(env).catch((error: unknown) => {
    held.top500Store = undefined
    throw error
  })
  return held.top500Store
}

/** The sessions that were ended, of this process and of all that share its store. */
export function endedSessions(env: StoreEnvironment = process.env): EndedSessions {
  held.top500EndedSessions ??= openEndedSessions(async () => {
    const place = placeOf(env)
    return place.folder === null
      ? (await import('./blob')).openBlobSessions(place.connection, place.container)
      : openFolderSessions(place.folder)
  })
  return held.top500EndedSessions
}
