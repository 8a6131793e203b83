import type { MetricId } from './compare/metric'
import type { EditionId } from './model/edition'
import type { Lens } from './model/organisation'

/** Everything that a link to the comparison page says. */
export type View = {
  /** `?list=2021-11` */
  list: EditionId
  /** `?by=built-by` */
  lens: Lens
  /** `?focus=azure`: an organisation's key. */
  focus: string
  /** `?with=meta&with=ibm`: the others, in the order in which they are shown. */
  beside: readonly string[]
  /** `?metric=rmax` */
  metric: MetricId
  /** `?scale=log`: the rank axis. */
  scale: 'log' | 'linear'
  /** `?theme=system` */
  theme: 'system' | 'light' | 'dark'
  /** `?sort=rank`, `?sort=-rmax`: column of the table of rows, descending with a minus. */
  sort: string
  /** `?rows=all`: whether the table shows every row or the first ones. */
  rows: 'some' | 'all'
}

/** A parameter that was not understood, and what is shown instead. */
export type Notice = { parameter: string; value: string; message: string }
