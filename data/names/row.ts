import type { EditionId } from '../../lib/model/edition'
import type { NameRow, Spelling } from '../../lib/model/name'

/** A spelling of a name, with the first and the last list that print it and the reason where it is not evident. */
export const as = (
  printed: string,
  first: EditionId,
  last: EditionId,
  because?: string,
  more?: Partial<Spelling>,
): Spelling => ({ printed, on: [first, last], ...(because && { because }), ...more })

/** A name with its other spellings. */
export const row = (name: string, ...spellings: readonly Spelling[]): NameRow => ({
  name,
  spellings,
})
