import type { FamilyRow, FamilySpelling } from '../../lib/model/family'
import type { Field } from '../../lib/model/system'

/** Spellings of a field, with their span or reason where there is one. */
export const spelt = (
  field: Field,
  printed: readonly string[],
  rest?: Omit<FamilySpelling, 'field' | 'printed'>,
): FamilySpelling => ({ field, printed, ...rest })

/** Texts of a field that begin so. */
export const begins = (
  field: Field,
  printed: readonly string[],
  rest?: Omit<FamilySpelling, 'field' | 'printed' | 'match'>,
): FamilySpelling => ({ field, printed, match: 'prefix', ...rest })

/** A family with its spellings. */
export const family = (name: string, ...spellings: readonly FamilySpelling[]): FamilyRow => ({
  name,
  spellings,
})

/** Several families in one system, the one that is printed first in front. */
export const joint = (
  joins: readonly string[],
  ...spellings: readonly FamilySpelling[]
): FamilyRow => ({ name: joins.join(' / '), joins, spellings })
