import type { EditionId } from '../model/edition'
import type { ListStore } from './store'

/** A version of a list by its content: its number, and the hash that tells it from every other. */
export type Pin = { edition: EditionId; version: number; hash: string }

/**
 * Lists as they were: of each list that is pinned the version that it names, wherever that stands in the history, and
 * no other list.
 * @returns null where one of them is not there any more.
 */
export async function pinned(
  store: ListStore,
  pins: readonly Pin[],
): Promise<Pick<ListStore, 'current' | 'edition'> | null> {
  const versions = await Promise.all(
    pins.map(async ({ edition, version, hash }) => {
      const alike = (await store.history(edition)).filter(
        (one) => one.state === 'list' && one.hash === hash,
      )
      return alike.find((one) => one.version === version) ?? alike[0] ?? null
    }),
  )
  const found = versions.filter((version) => version !== null)
  if (found.length < pins.length) return null
  const byEdition = new Map(found.map((version) => [version.edition, version]))
  return {
    current: async () => [...found].sort((a, b) => (a.edition < b.edition ? -1 : 1)),
    edition: async (id, number) => {
      const version = byEdition.get(id)
      if (!version || (number !== undefined && number !== version.version)) return null
      return store.edition(id, version.version)
    },
  }
}
