import type { System } from './system'

/** What an empty or numeric field takes, in bytes: a pointer or a number, and its share of the object. */
const FIELD_BYTES = 8
/** What a text takes besides its letters. */
const TEXT_BYTES = 16

/** About how many bytes of memory systems take, so that a cache of lists can be bounded by bytes; one at least. */
export function weightOf(systems: readonly System[]): number {
  let bytes = 1
  for (const system of systems)
    for (const value of Object.values(system))
      bytes += FIELD_BYTES + (typeof value === 'string' ? TEXT_BYTES + 2 * value.length : 0)
  return bytes
}
