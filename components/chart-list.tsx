import { type Chart, ChartFigure } from './chart-figure'
import { ExplorerMenu } from './charts/explorer/explorer-menu'
import { ExportMenu } from './export/export-menu'

/** The charts of a page; beneath each what can be taken away of it. */
export function Charts({ charts }: { charts: readonly Chart[] }) {
  return charts.map((chart) => (
    <ChartFigure key={chart.id} chart={chart}>
      <div className="mt-3 flex flex-wrap gap-x-6 gap-y-2 phone:gap-y-0">
        {chart.anew && <ExplorerMenu {...chart.anew} />}
        <ExportMenu {...chart.offered} />
      </div>
    </ChartFigure>
  ))
}
