import type { EditionId } from './edition'

/** A System ID, or a list and a rank there. */
const KEY = /^(?:\d{1,9}|\d{4}-(?:06|11)-\d{1,4})$/

/** Whether a text may be the key of a system: `180024`, `1997-06-12`. */
export const isSystemKey = (text: string): boolean => KEY.test(text)

/** The key by which a row of a list leads to its system, without looking at other lists. */
export function rowKeyOf(
  { systemId, rank }: { systemId: string | null; rank: number },
  edition: EditionId,
): string {
  return systemId !== null && isSystemKey(systemId) ? systemId : `${edition}-${rank}`
}
