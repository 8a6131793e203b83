import { join } from 'node:path'
import { openBundled } from './bundled'
import { openFolder } from './folder'
import { openOverlay } from './overlay-store'
import type { ListStore } from './store'

/** The variables that say where lists are kept; `docs/hosting.md` documents them. */
export type StoreEnvironment = Readonly<Record<string, string | undefined>>

// A server may load this module more than once; a process has one store all the same.
const held = globalThis as { top500Store?: Promise<ListStore> }

async function build(env: StoreEnvironment): Promise<ListStore> {
  const { AZURE_STORAGE_CONNECTION_STRING: connection, AZURE_STORAGE_CONTAINER: container } = env
  const mustExist = env.TOP500_STORE_MUST_EXIST === '1'
  // The client of the blob store is loaded only where it is used.
  const log = connection
    ? await (await import('./blob')).openBlobs(connection, container || 'top500', { mustExist })
    : openFolder(env.TOP500_DATA_DIR || join(process.cwd(), '.data'), { mustExist })
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
