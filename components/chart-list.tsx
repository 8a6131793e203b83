import { type Chart, ChartFigure } from './chart-figure'
import { type ExportChoices, ExportMenu } from './export/export-menu'

/** The charts of a page; beneath each what can be taken away of it. */
export function Charts(props: {
  charts: readonly Chart[]
  /** By the charts' ids. */
  exports: Readonly<Record<string, ExportChoices>>
}) {
  return props.charts.map((chart) => {
    const offered = props.exports[chart.id]
    return (
      <ChartFigure key={chart.id} chart={chart}>
        {offered && <ExportMenu {...offered} />}
      </ChartFigure>
    )
  })
}
