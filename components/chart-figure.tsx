import type { ReactNode } from 'react'
import type { ChartKind } from '@/lib/chart/spec'
import type { SvgNode } from '@/lib/chart/svg'
import { Takeover } from './charts/takeover'
import { type Cells, DataTable } from './data-table'
import { SvgPicture } from './svg-picture'

/** Rows of a chart's table that the page itself holds; the others are one link away. */
const ROWS_ON_PAGE = 12

/** A chart with its words, its pictures and its table, ready to be shown. */
export type Figure = {
  kind: ChartKind
  title: string
  subtitle: string
  notes: readonly string[]
  table: Cells
  /** Address of the ChartSpec, without `width`. */
  source: string
  /** Address of the page with the whole table. */
  tablePage: string
  /** One drawing for each width of the frame. */
  pictures: readonly { width: number; drawing: SvgNode }[]
}

/** A chart of the page: title, picture, what is missing, and the same figures as a table. */
export function ChartFigure({ figure, children }: { figure: Figure; children?: ReactNode }) {
  const id = `chart-${figure.kind}`
  return (
    <section className="figure" aria-labelledby={id}>
      <h2 id={id}>{figure.title}</h2>
      <p className="subtitle">{figure.subtitle}</p>
      <Takeover kind={figure.kind} source={figure.source} label={figure.title}>
        {figure.pictures.map(({ width, drawing }) => (
          <div key={width} className={`frame frame-${width}`}>
            <SvgPicture node={drawing} />
          </div>
        ))}
      </Takeover>
      {figure.notes.length > 0 && (
        <ul className="notes">
          {figure.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      <details className="as-table">
        <summary>The same figures as a table</summary>
        <DataTable
          data={figure.table}
          caption={`${figure.title}, as a table`}
          limit={ROWS_ON_PAGE}
          all={figure.tablePage}
        />
      </details>
      {children}
    </section>
  )
}
