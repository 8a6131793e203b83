import type { Chart } from '@/components/chart-figure'
import { Charts } from '@/components/chart-list'
import { PAGE, SOURCE } from '@/components/look'
import { Notices } from '@/components/notices'
import { Table, type TableColumn } from '@/components/table'
import { type ThemeLink, ThemeLinks } from '@/components/theme-links'
import { plainTold, type Told, Words } from '@/components/told'
import type { Notice } from '@/lib/link/codec'
import type { View } from '@/lib/link/view'
import { type StoryLink, StoryLinks } from './links'

/** A chapter of a story that the lists tell. */
export type Chapter = {
  id: string
  title: string
  paragraphs: readonly Told[]
  table: {
    caption: string
    columns: readonly TableColumn[]
    rows: readonly { key: string; cells: readonly (string | StoryLink | null)[] }[]
  } | null
  chart: Chart | null
  links: readonly StoryLink[]
}

/** Everything that a story shows. */
export type ToldPageProps = {
  title: string
  lead: Told
  chapters: readonly Chapter[]
  notices: readonly Notice[]
  source: string
  theme: View['theme']
  themes: readonly ThemeLink[]
}

function ChapterTable({ table, id }: { table: NonNullable<Chapter['table']>; id: string }) {
  const { caption, columns, rows } = table
  return (
    <div className="mt-4">
      <Table
        caption={caption}
        columns={columns}
        head={columns[0]?.key ?? ''}
        parts={[
          {
            key: id,
            rows: rows.map(({ key, cells }) => ({
              key,
              cells: cells.map((cell) =>
                cell !== null && typeof cell === 'object' ? (
                  <Words key={cell.href} told={[cell]} />
                ) : (
                  cell
                ),
              ),
            })),
          },
        ]}
      />
    </div>
  )
}

/** A story in chapters: sentences, tables and charts, every figure of which comes from the lists. */
export function ToldPage(page: ToldPageProps) {
  const first = page.chapters.find(({ chart }) => chart)?.chart
  return (
    <main id="content" className={PAGE} data-theme={page.theme}>
      <h1 className="max-w-[28em]">{page.title}</h1>
      <p className="mt-3 max-w-[40em] phone:leading-[2]">
        <Words told={page.lead} />
      </p>
      <Notices notices={page.notices} />
      {page.chapters.map(({ id, title, paragraphs, table, chart, links }) => (
        <section key={id} id={id} aria-labelledby={`${id}-title`} className="mt-14">
          <h2 id={`${id}-title`}>{title}</h2>
          {paragraphs.map((told) => (
            <p key={plainTold(told)} className="mt-3 max-w-[40em] phone:leading-[2]">
              <Words told={told} />
            </p>
          ))}
          {table && <ChapterTable table={table} id={id} />}
          {links.length > 0 && <StoryLinks links={links} />}
          {chart && <Charts charts={[chart]} soonest={chart === first} />}
        </section>
      ))}
      <footer className={SOURCE}>
        <p>{page.source}</p>
        <ThemeLinks links={page.themes} />
      </footer>
    </main>
  )
}
