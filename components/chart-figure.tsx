import type { ReactNode } from 'react'
import type { SvgNode } from '@/lib/scene/svg-node'
import { frameLook } from './charts/frames'
import { Takeover } from './charts/takeover'
import { type Cells, DataTable } from './data-table'
import { Disclosure } from './disclosure'
import { NOTES, SUBTITLE } from './look'
import { SvgPicture } from './svg-picture'
import { plainTold, type Told, Words } from './told'

/** Rows of a chart's table that the page itself holds; the others are one link away. */
const ROWS_ON_PAGE = 12

/** A chart with its words, its pictures and its table, ready to be shown. */
export type Chart = {
  /** Unique on its page, where a kind of chart may stand more than once. */
  id: string
  title: string
  /** The title as it stands above the chart, and the words around it, with links where they name systems or organisations. */
  heading: Told
  subtitle: Told
  notes: readonly Told[]
  table: Cells
  /** Address of the scene, without `width`. */
  source: string
  /** Address of the page with the whole table. */
  tablePage: string
  /** One drawing for each width of the frame. */
  pictures: readonly { width: number; drawing: SvgNode }[]
}

/** A chart of the page: title, picture, what is missing, and the same figures as a table. */
export function ChartFigure({ chart, children }: { chart: Chart; children?: ReactNode }) {
  const id = `chart-${chart.id}`
  return (
    <section className="figure" aria-labelledby={id}>
      <h2 id={id}>
        <Words told={chart.heading} />
      </h2>
      <p className={SUBTITLE}>
        <Words told={chart.subtitle} />
      </p>
      <Takeover id={chart.id} source={chart.source} label={chart.title}>
        {chart.pictures.map(({ width, drawing }) => (
          <div key={width} data-frame={width} className={frameLook(width)}>
            <SvgPicture node={drawing} />
          </div>
        ))}
      </Takeover>
      {chart.notes.length > 0 && (
        <ul className={NOTES}>
          {chart.notes.map((note) => (
            <li key={plainTold(note)}>
              <Words told={note} />
            </li>
          ))}
        </ul>
      )}
      <Disclosure summary="The same figures as a table">
        <DataTable
          data={chart.table}
          caption={`${chart.title}, as a table`}
          limit={ROWS_ON_PAGE}
          all={chart.tablePage}
        />
      </Disclosure>
      {children}
    </section>
  )
}
