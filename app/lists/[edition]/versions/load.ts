import { type Difference, difference } from '@/lib/compare/difference'
import type { EditionId } from '@/lib/model/edition'
import { openStore } from '@/lib/store/open'
import type { KeptEdition, ListStore, Problem, Version } from '@/lib/store/store'
import type { ListsLink } from '../../link'

/** Two versions and what differs. */
export type ComparedVersions = { old: Version; new: Version; difference: Difference }

/** What there is of a list, as far as a link asks for it. */
export type History = {
  id: EditionId
  /** Newest first. */
  versions: readonly Version[]
  /** The available lists, oldest first. */
  editions: readonly EditionId[]
  damaged: boolean
  /** What lies among the versions and cannot be used. */
  problems: readonly Problem[]
  compared: ComparedVersions | null
  /** What was changed since the version that a writer had seen. */
  meanwhile: ComparedVersions | null
  seen: KeptEdition | null
}

async function compareVersions(
  store: ListStore,
  id: EditionId,
  old: number | undefined,
  later: number | undefined,
): Promise<ComparedVersions | null> {
  if (old === undefined || later === undefined || old === later) return null
  const [before, after] = await Promise.all([store.edition(id, old), store.edition(id, later)])
  return before && after
    ? { old: before.version, new: after.version, difference: difference(before, after) }
    : null
}

/** Reads the history of a list; null where there is no such list and never was one. */
export async function loadHistory(id: EditionId, link: ListsLink): Promise<History | null> {
  const store = await openStore()
  const versions = await store.history(id)
  const hidden = (await store.hidden()).find(({ edition }) => edition === id)
  const [newest] = versions
  if (!newest && !hidden) return null
  const lists = versions.filter(({ state }) => state === 'list')
  const number = (wanted: number | null, otherwise: Version | undefined) =>
    lists.find(({ version }) => version === wanted)?.version ?? otherwise?.version
  const see = number(link.see, lists[0])
  const saw = versions.find(({ version }) => version === link.saw)
  return {
    id,
    versions,
    editions: (await store.current()).map(({ edition }) => edition),
    damaged: hidden?.why === 'damaged',
    problems: await store.problems(id),
    compared: await compareVersions(
      store,
      id,
      number(link.old, lists[1]),
      number(link.new, lists[0]),
    ),
    meanwhile:
      link.failed === 'conflict'
        ? await compareVersions(store, id, saw?.version, newest?.version)
        : null,
    seen: see === undefined ? null : await store.edition(id, see),
  }
}
