import type { KeptEdition, ListStore, Version } from '../store/store'
import { buildRecord, type ListRecord, linksBetween } from './record'

/** What a record is built from. */
type Lists = Pick<ListStore, 'current' | 'edition'>

type Held = { key: string; record: Promise<ListRecord> }

// A server may load this module more than once, for pages and for the API; all of them share the record.
const shared = globalThis as { top500Records?: WeakMap<Lists, Held> }
shared.top500Records ??= new WeakMap()

/** The record of each store as it was last asked for. */
const held = shared.top500Records

async function build(store: Lists, ids: readonly Version[]) {
  const editions: KeptEdition[] = []
  for (const { edition } of ids) {
    const list = await store.edition(edition)
    if (!list) continue
    const before = editions.at(-1)
    if (before) linksBetween(before, list)
    editions.push(list)
    // Reading and linking a list takes tens of milliseconds; others are answered between two.
    await new Promise(setImmediate)
  }
  return buildRecord(editions)
}

/**
 * The record of the lists that a store shows now: built when it is first asked for, and again where a list is newer.
 * Links between lists that did not change are kept, so that one new list costs milliseconds.
 * @throws where the store cannot be read; nothing is kept of that.
 */
export async function openRecord(store: Lists): Promise<ListRecord> {
  const current = await store.current()
  const key = current.map(({ hash, version }) => `${hash}.${version}`).join(' ')
  const known = held.get(store)
  if (known?.key === key) return known.record
  const made: Held = { key, record: build(store, current) }
  held.set(store, made)
  made.record.catch(() => {
    if (held.get(store) === made) held.delete(store)
  })
  return made.record
}
