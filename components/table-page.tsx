import type { Notice } from '@/lib/link/codec'
import type { View } from '@/lib/link/view'
import { type Cells, DataTable } from './data-table'
import { ListLinks, type ListLinksProps } from './list-links'
import { NOTES, PAGE, SOURCE, SUBTITLE, TOUCH } from './look'
import { Notices } from './notices'
import { plainTold, type Told, Words } from './told'

/** A chart's whole table on a page of its own. */
export type TablePageProps = {
  /** Key of the kind of chart. */
  kind: string
  title: string
  /** The title with links, and so the words around the table. */
  heading: Told
  subtitle: Told
  notices: readonly Notice[]
  notes: readonly Told[]
  source: string
  data: Cells
  theme: View['theme']
  back: string
  /** What that is: `the comparison`. */
  backTo: string
  /** Null where the figures are not those of one list. */
  listLinks: ListLinksProps | null
}

export function TablePage(page: TablePageProps) {
  return (
    <main id="content" className={PAGE} data-theme={page.theme}>
      <p className="mb-4 text-small print:hidden">
        <a className={TOUCH} href={page.back}>
          Back to {page.backTo}
        </a>
      </p>
      {page.listLinks && <ListLinks {...page.listLinks} />}
      <h1>
        <Words told={page.heading} />
      </h1>
      <p className={SUBTITLE}>
        <Words told={page.subtitle} />
      </p>
      <Notices notices={page.notices} />
      <div className="mr-[calc((100%-100vw)/2+1rem)] print:mr-0!">
        <DataTable data={page.data} caption={`${page.title}, as a table`} />
      </div>
      <ul className={NOTES}>
        {page.notes.map((note) => (
          <li key={plainTold(note)}>
            <Words told={note} />
          </li>
        ))}
      </ul>
      <footer className={SOURCE}>
        <p>{page.source}</p>
      </footer>
    </main>
  )
}
