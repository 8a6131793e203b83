import type { Asked } from './answer'
import type { Figure } from './figure'

/** A kind of chart: its key in addresses and file names, and what it shows of an answer. */
export type Kind = {
  key: string
  /** The page on which it stands. */
  page: 'comparison'
  figure: (asked: Asked) => Figure
  /** The columns of its table that together name a row, for telling which row changed. */
  rowName: readonly string[]
  /** Whether its figures are those of the chosen metric, which is then part of a file's name. */
  byMetric?: boolean
}
