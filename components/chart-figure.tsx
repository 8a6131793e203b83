import type { ReactNode } from 'react'
import type { ExplorerLink } from './charts/explorer/explorer-menu'
import { type Cells, DataTable } from './data-table'
import { Disclosure } from './disclosure'
import type { ExportLink } from './export/export-menu'
import { NOTES, SUBTITLE } from './look'
import { still } from './still'
import { plainTold, type Told, Words } from './told'

/** The arrow keys move between the marks of a chart, so it must be reachable by keyboard. */
const FOCUSABLE = 0

/**
 * A chart fades while one of its organisations is pointed at; once it answers, a name in it is part of its mark. See
 * `charts/pointing`.
 */
const PICTURE =
  'group/chart @container relative mt-4 data-live:[&_a]:pointer-events-none data-leads:cursor-pointer not-print:data-redrawn:[&>[data-frame]]:hidden! data-highlight:[&>:not([data-layer=highlight])_:is([data-mark],[data-marks])]:opacity-35 motion-safe:[&_:is([data-mark],[data-marks])]:[transition:opacity_120ms] [&_svg]:overflow-visible [&_svg]:[font-family:inherit] print:[&_svg]:h-auto print:[&_svg]:max-h-[105mm] print:[&_svg]:w-auto print:[&_svg]:max-w-full'

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
  /** Width of the frame that is drawn, in pixels. */
  drawn: number
  /** Address of the page with the whole table. */
  tablePage: string
  /** The places of its drawings, one for each width of the frame, as markup of our own serialiser: one is drawn. */
  picture: string
  /** Where what it is drawn anew from is to be had; null where nothing of it can be changed. */
  anew: ExplorerLink | null
  /** Where what can be taken away of it is to be had. */
  offered: ExportLink
}

/** A chart of the page: title, picture, what is missing, and the same figures as a table. */
export function ChartFigure({ chart, children }: { chart: Chart; children?: ReactNode }) {
  const id = `chart-${chart.id}`
  return (
    <section className="figure" aria-labelledby={id}>
      {still(
        <h2 id={id}>
          <Words told={chart.heading} />
        </h2>,
      )}
      {still(
        <p className={SUBTITLE}>
          <Words told={chart.subtitle} />
        </p>,
      )}
      <figure
        className={PICTURE}
        data-chart={chart.id}
        data-source={chart.source}
        aria-label={chart.title}
        tabIndex={FOCUSABLE}
        // What answers pointers writes here before React comes.
        suppressHydrationWarning
        // biome-ignore lint/security/noDangerouslySetInnerHtml: a thousand elements as one string of our escaping serialiser, see lib/scene/svg
        dangerouslySetInnerHTML={{ __html: chart.picture }}
      />
      {chart.notes.length > 0 &&
        still(
          <ul className={NOTES}>
            {chart.notes.map((note) => (
              <li key={plainTold(note)}>
                <Words told={note} />
              </li>
            ))}
          </ul>,
        )}
      <Disclosure summary="The same figures as a table">
        <DataTable
          data={chart.table}
          caption={`${chart.title}, as a table`}
          all={chart.tablePage}
        />
      </Disclosure>
      {children}
    </section>
  )
}
