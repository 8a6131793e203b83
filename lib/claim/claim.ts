import type { EditionId } from '../model/edition'
import type { Lens } from '../model/organisation'
import type { Field } from '../model/system'

/** What the systems that a claim speaks of have in common; several conditions hold together. */
export type Condition =
  /** In a group of a dimension, `lib/compare/grouping`: of the country China, with NVIDIA’s accelerators. */
  | { is: 'group'; by: string; name: string }
  /** An organisation’s, built or run; where nothing is said of which, both are readings. */
  | { is: 'organisation'; key: string; lens?: Lens }
  /** Among the first by rank. */
  | { is: 'top'; count: number }
  /** Of at least so much Rmax, in TFlop/s. */
  | { is: 'reaches'; tflops: number }
  /** Not on the list before. */
  | { is: 'new' }
  /** Of which a printed field holds a text. */
  | { is: 'printed'; field: Field; text: string }

/** A figure over systems of a list. */
export type GroupFigure = 'systems' | 'share-of-systems' | 'rmax' | 'share-of-rmax' | 'mean-cores'

/** A figure of one system. */
export type SystemFigure =
  | 'rank'
  | 'rmax'
  | 'rpeak'
  | 'cores'
  | 'cpu-cores'
  | 'energy-efficiency'
  | 'hpl-efficiency'
  | 'hpcg'

/** What a claim gives a figure for. */
export type Question =
  | { ask: GroupFigure; of: readonly Condition[] }
  /** The Rmax of a rank: what it takes to enter, for 500. */
  | { ask: 'rmax-of-rank'; rank: number }
  /** A figure of the system of this name on the list. */
  | { ask: 'figure'; figure: SystemFigure; system: string }
  /** How many of the first systems hold half of the list’s Rmax together. */
  | { ask: 'half' }
  /** By how much a figure changed since another list, in percent. */
  | { ask: 'growth'; of: Question; since: EditionId }
  /** Where the last system of the list would have ranked on another list. */
  | { ask: 'rank-of-last'; on: EditionId }

/** One thing that a statement says. */
export type Part =
  | {
      says: 'figure'
      question: Question
      /** As it is written: its decimals say how exact it is meant. */
      stated: string
      /** In which it is written: `Pflop/s`; the figure’s own unit where absent. */
      unit?: string
      /** Whether the figure is meant as it is, or as the least or the most; as it is where absent. */
      is?: 'exactly' | 'at-least' | 'at-most'
      /** The list that this part speaks of, where it is another than the statement’s. */
      on?: EditionId
    }
  /** That a system is the only one for which conditions hold. */
  | { says: 'only'; system: string; of: readonly Condition[] }
  /** That the figure of some systems is higher than that of others. */
  | { says: 'more'; figure: GroupFigure; of: readonly Condition[]; than: readonly Condition[] }
  /** That no other of the systems has a higher figure than one. */
  | { says: 'most'; system: string; figure: SystemFigure; of: readonly Condition[] }
  /** That what is printed of a system names these. */
  | { says: 'uses'; system: string; texts: readonly string[] }
  /** That a system has risen or fallen in rank since another list; equal systems share a rank. */
  | { says: 'moved'; system: string; way: 'risen' | 'fallen'; since: EditionId }
  /** That a system had rank 1 on any list up to this one. */
  | { says: 'was-first'; system: string }
  /** What no list can tell, and why. */
  | { says: 'unlisted'; because: string }

/** A statement about a list, and what of it can be looked up. */
export type Claim = {
  /** Stable key, in links and in answers. */
  id: string
  /** In our own words. */
  statement: string
  /** All must hold. */
  parts: readonly Part[]
  /** What a reader should know whatever the verdict. */
  note?: string
}
