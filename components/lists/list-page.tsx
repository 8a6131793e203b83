import { Fragment } from 'react'
import { ListLinks, type ListLinksProps } from '@/components/list-links'
import { LINE, PAGE, SOURCE, SUBTITLE, TOUCH } from '@/components/look'
import { Table, WIDE_ROWS } from '@/components/table'
import { type ThemeLink, ThemeLinks } from '@/components/theme-links'
import type { View } from '@/lib/link/view'

type Link = { label: string; href: string }

/** Everything that the page of a list shows. */
export type ListPageProps = {
  label: string
  number: number
  /** What the list holds, in a sentence. */
  lead: string
  /** Which version of it this is. */
  origin: string
  listLinks: ListLinksProps
  compare: string
  versions: string
  allLists: string
  downloads: readonly Link[]
  columns: readonly { key: string; label: string; unit: string | null; numeric: boolean }[]
  /** Systems in rank order, a cell for each column; a text of null is what the list does not give. */
  rows: readonly {
    rank: number
    cells: readonly { text: string | null; aside: string | null }[]
  }[]
  /** Where more or fewer columns are shown. */
  more: Link
  theme: View['theme']
  themes: readonly ThemeLink[]
}

function Systems({ columns, rows, label }: Pick<ListPageProps, 'columns' | 'rows' | 'label'>) {
  return (
    <Table
      caption={`The systems on the list of ${label}, by rank`}
      look={WIDE_ROWS}
      columns={columns}
      // By its name a system is known, and by its computer on lists that give no names.
      head={columns.some(({ key }) => key === 'name') ? 'name' : 'computer'}
      parts={[
        {
          key: 'all',
          rows: rows.map(({ rank, cells }) => ({
            key: rank,
            id: `rank-${rank}`,
            cells: cells.map(({ text, aside }, at) =>
              aside === null ? (
                (text ?? '–')
              ) : (
                <Fragment key={columns[at]?.key}>
                  {text}
                  <span className="block font-normal text-muted">{aside}</span>
                </Fragment>
              ),
            ),
          })),
        },
      ]}
    />
  )
}

/** A list itself: every system on it, with what the list says of each. */
export function ListPage(page: ListPageProps) {
  return (
    <main id="content" className={PAGE} data-theme={page.theme}>
      <p className="print:hidden">
        <a className={TOUCH} href={page.allLists}>
          All lists
        </a>
      </p>
      <ListLinks {...page.listLinks} />
      <h1>
        The list of {page.label}, no. {page.number}
      </h1>
      <p className="mt-2">{page.lead}</p>
      <p className={`print:hidden ${LINE}`}>
        <a className={TOUCH} href={page.compare}>
          Compare organisations on it
        </a>
        <a className={TOUCH} href={page.versions}>
          Versions
        </a>
        {page.downloads.map(({ label, href }) => (
          <a key={href} className={TOUCH} href={href}>
            {label}
          </a>
        ))}
      </p>
      <section aria-labelledby="systems">
        <h2 id="systems">The systems</h2>
        <p className={SUBTITLE}>
          As the list prints them; “=” marks a rank that systems of equal Rmax share, and “–” what
          the list does not give. Columns that this list gives nowhere are left out.{' '}
          <a className={`print:hidden ${TOUCH}`} href={page.more.href}>
            {page.more.label}
          </a>
        </p>
        <Systems columns={page.columns} rows={page.rows} label={page.label} />
      </section>
      <footer className={SOURCE}>
        <p>{page.origin}</p>
        <ThemeLinks links={page.themes} />
      </footer>
    </main>
  )
}
