import type { Asked } from './answer'
import type { Figure } from './figure'
import type { TimeAsked } from './time-answer'

/** What is asked of the charts of each page. */
type Pages = { comparison: Asked; time: TimeAsked }

/** A kind of chart of one page: its key in addresses and file names, and what it shows of an answer. */
export type KindOf<P extends keyof Pages> = {
  key: string
  /** The page on which it stands. */
  page: P
  figure: (asked: Pages[P]) => Figure
  /** The columns of its table that together name a row, for telling which row changed. */
  rowName: readonly string[]
  /** Whether its figures are those of the chosen metric, which is then part of a file's name. */
  byMetric?: boolean
}

/** A kind of chart. */
export type Kind = { [P in keyof Pages]: KindOf<P> }[keyof Pages]
