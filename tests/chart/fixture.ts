import { buildChart } from '@/lib/chart/build'
import type { ChartKind, ChartSpec } from '@/lib/chart/spec'
import { compare } from '@/lib/compare/compare'
import { DEFAULT_VIEW, type View, viewHref } from '@/lib/query'
import { bundledList } from '@/tests/fixtures/lists'

/** A chart of a bundled list as a picture of 1200 × 675, or as asked. */
export function chartOf(
  kind: ChartKind,
  change: Partial<View> = {},
  frame: { width: number; height?: number; block?: boolean } = { width: 1200, height: 675 },
): ChartSpec {
  const view = { ...DEFAULT_VIEW, ...change }
  const block = frame.block ?? true
  return buildChart(compare(bundledList(view.list), view), {
    kind,
    ...frame,
    block,
    axis: view.axis,
    permalink: block ? `https://top500.example${viewHref(view)}` : null,
  })
}
