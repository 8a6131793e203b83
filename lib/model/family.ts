import type { EditionId } from './edition'
import type { Field } from './system'

/** Texts of one field that belong to a family, each as the lists print it. */
export type FamilySpelling = {
  field: Field
  /** The texts as printed; with `match: 'prefix'` how they begin, letter case counting. */
  printed: readonly string[]
  match?: 'prefix'
  /** The first and last list on which the texts mean this family; open where absent. */
  from?: EditionId
  to?: EditionId
  /** Why they belong here, where it is not evident. */
  because?: string
}

/**
 * One member of a family table: a name, and every printed text that it stands for. A row with `joins` stands for
 * several members at once, as two makers' accelerators in one system do.
 */
export type FamilyRow = {
  name: string
  spellings: readonly FamilySpelling[]
  joins?: readonly string[]
}

/** Texts that say that the list gives nothing, in the fields of a table. */
export type NotGiven = { field: Field; printed: readonly string[] }

/** A table that sorts what one field of the lists prints, or several, into families. */
export type FamilyTable = {
  /** In the order in which they are tried; the first that holds decides. */
  rows: readonly FamilyRow[]
  notGiven: readonly NotGiven[]
  /** The fields that must be printed for a family to be known at all. */
  fields: readonly Field[]
}
