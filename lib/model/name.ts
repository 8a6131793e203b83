import type { EditionId } from './edition'
import type { Field } from './system'

/** The fields whose printed spellings are gathered under names. */
export type NamedField = 'country' | 'continent' | 'manufacturer' | 'site'

/** One way in which the lists print a name. */
export type Spelling = {
  /** As printed, freed of stray spaces. */
  printed: string
  /** The first and the last list that print it, of those that come with the program. */
  on: readonly [first: EditionId, last: EditionId]
  /** Only on those lists does it mean this name; without it, it means this name wherever it is printed. */
  onlyThen?: true
  /** It means this name only on rows that print one of these in another field. */
  where?: { field: Field; is: readonly string[] }
  /** Letters were lost or changed in the published file; the name is what was meant. */
  garbled?: true
  /** Why it means this name, where that is not evident. */
  because?: string
}

/** One name through time, and every other spelling under which the lists print it. */
export type NameRow = {
  /** What pages show; it may be printed too. */
  name: string
  spellings: readonly Spelling[]
}

/** A joint manufacturer that is not written as names separated by slashes or commas; its parts are spellings of makers. */
export type Joint = { printed: string; parts: readonly string[]; because: string }

/** A name whose systems later lists print under another name that is not the same. */
export type Handover = {
  field: 'manufacturer'
  from: string
  to: string
  /** The first list that prints any of its systems under the other name. */
  since: EditionId
  because: string
}

/** An identity whose name changes between lists although nothing says that the names are one. */
export type Correction = {
  /** By which identity the rows are known. */
  by: 'systemId' | 'siteId'
  id: string
  field: NamedField
  /** Every name that the lists give it, the oldest first. */
  names: readonly string[]
  because: string
}
