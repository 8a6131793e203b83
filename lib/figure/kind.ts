import type { Asked } from './answer'
import type { Figure } from './figure'
import type { ChangesAsked, ClaimAsked, RankAsked, SystemAsked } from './story'
import type { TimeAsked } from './time-answer'

/** What the charts of each page are asked; a page is its row here. */
export type AskedOn = {
  comparison: Asked
  time: TimeAsked
  system: SystemAsked
  rank: RankAsked
  changes: ChangesAsked
  claim: ClaimAsked
}

/** A kind of chart of one page: its key in addresses and file names, and what it shows of an answer. */
export type KindOf<P extends keyof AskedOn> = {
  key: string
  /** The page on which it stands. */
  page: P
  figure: (asked: AskedOn[P]) => Figure
  /** The columns of its table that together name a row, for telling which row changed. */
  rowName: readonly string[]
  /** Whether its figures are those of the chosen metric, which is then part of a file's name. */
  byMetric?: boolean
}

/** A kind of chart, whichever page it stands on. */
export type Kind = { [P in keyof AskedOn]: KindOf<P> }[keyof AskedOn]
