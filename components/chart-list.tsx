import { preload } from 'react-dom'
import { type Chart, ChartFigure } from './chart-figure'
import { ExplorerMenu } from './charts/explorer/explorer-menu'
import { ExportMenu } from './export/export-menu'

/**
 * The charts of a page; beneath each what can be taken away of it.
 * @param soonest whether the first of them is the first of the page: it is pointed at soonest, and what it answers with is
 * asked for while the browser still lays out the page. The address is the one by which `charts/pointing/picture` asks.
 */
export function Charts(props: { charts: readonly Chart[]; soonest?: boolean }) {
  const { charts, soonest = true } = props
  const [first] = charts
  if (first && soonest)
    preload(`${first.source}&width=${first.drawn}`, {
      as: 'fetch',
      crossOrigin: 'anonymous',
      fetchPriority: 'low',
    })
  return charts.map((chart) => (
    <ChartFigure key={chart.id} chart={chart}>
      <div className="mt-3 flex flex-wrap gap-x-6 gap-y-2 phone:gap-y-0">
        {chart.anew && <ExplorerMenu {...chart.anew} />}
        <ExportMenu {...chart.offered} />
      </div>
    </ChartFigure>
  ))
}
