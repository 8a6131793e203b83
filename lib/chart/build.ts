import type { Comparison } from '../compare/comparison'
import type { Layout } from './draft'
import { buildRankRmax } from './rank-rmax'
import { buildRankStrip } from './rank-strip'
import type { ChartKind, ChartSpec } from './spec'
import { buildTotals } from './totals'

/** The kinds of chart in the order of the page, each with what builds it. A new chart is a new row. */
export const CHART_KINDS: Readonly<
  Record<ChartKind, (comparison: Comparison, layout: Layout) => ChartSpec>
> = {
  'rank-rmax': buildRankRmax,
  totals: buildTotals,
  'rank-strip': buildRankStrip,
}

/** A finished chart of a comparison. */
export function buildChart(
  comparison: Comparison,
  layout: Layout & { kind: ChartKind },
): ChartSpec {
  return CHART_KINDS[layout.kind](comparison, layout)
}
