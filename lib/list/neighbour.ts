import { type Edition, type EditionId, editionNumber } from '../model/edition'

/** A list beside which another one stands on the timeline. */
export type Neighbour = Pick<Edition, 'id' | 'systems'>

/** The nearest lists before and after one, of those that there are; the list itself is none of them. */
export function neighboursOf(
  edition: EditionId,
  available: readonly EditionId[],
): { before: EditionId | null; after: EditionId | null } {
  const number = editionNumber(edition)
  let before: EditionId | null = null
  let after: EditionId | null = null
  for (const id of available) {
    const at = editionNumber(id)
    if (at < number && (before === null || at > editionNumber(before))) before = id
    if (at > number && (after === null || at < editionNumber(after))) after = id
  }
  return { before, after }
}
