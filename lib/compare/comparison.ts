import type { EditionId } from '../model/edition'
import type { Alias, Lens, Organisation } from '../model/organisation'
import type { System } from '../model/system'
import type { Measure } from './measure'
import type { MetricId } from './metric'

/** A system that an organisation matched, and why. */
export type Match = {
  system: System
  alias: Alias
  /** The names of the other partners of a joint manufacturer; empty for a sole one. */
  partners: readonly string[]
}

/** What one organisation holds on one list. */
export type Group = {
  organisation: Organisation
  focus: boolean
  /** In rank order. */
  matches: readonly Match[]
  measures: Readonly<Record<MetricId, Measure>>
}

/** One list, seen through one lens, for a choice of organisations. Everything that pages and charts show derives from it. */
export type Comparison = {
  edition: EditionId
  number: number
  version: number
  hash: string
  lens: Lens
  metric: MetricId
  /** All systems of the list, in rank order. */
  systems: readonly System[]
  /** Shared rank by system rank: the first rank of its tie, and how many share it. */
  ties: ReadonlyMap<number, { rank: number; size: number }>
  /** The focus first, then the others in the order of the view. */
  groups: readonly Group[]
  /** Systems that no group matched. */
  others: { systems: readonly System[]; measures: Readonly<Record<MetricId, Measure>> }
  /** The whole list, each system counted once. */
  total: { measures: Readonly<Record<MetricId, Measure>> }
  /** Systems that count for more than one of the groups. */
  shared: readonly { system: System; groups: readonly string[] }[]
}
