import type { ReportedSystem } from '@/data/reported/reported'
import type { Notice } from '@/lib/link/codec'
import type { View } from '@/lib/link/view'
import { EarlyChoiceScript } from './approach-script'
import type { Chart } from './chart-figure'
import { Charts } from './chart-list'
import { EVEN_COLUMNS, type FigureItem, FigureList } from './figure-list'
import { ListLinks, type ListLinksProps } from './list-links'
import { PAGE, SOURCE, SUBTITLE } from './look'
import { NameSuggestions } from './name-suggestions'
import { Notices } from './notices'
import { type OtherView, OtherViews } from './other-views'
import { ReportedSystems } from './reported-systems'
import { type Rows, RowsTable } from './rows-table'
import { Sentence, type SentenceChoices } from './sentence'
import { SoftNavigation } from './soft-navigation'
import { still } from './still'
import { type ThemeLink, ThemeLinks } from './theme-links'
import { type Told, Words } from './told'

/** Everything that the comparison page shows. */
export type ComparisonPageProps = {
  headline: Told
  listLinks: ListLinksProps
  /** The same organisations on all lists, and this list by what it is made of. */
  ways: readonly OtherView[]
  /** What the list prints for the organisation in focus, where that is not its name. */
  printed: readonly string[]
  /** What the organisation in focus hides in its name; null for most. */
  note: string | null
  figures: readonly FigureItem[]
  theme: View['theme']
  themes: readonly ThemeLink[]
  choices: SentenceChoices
  names: { known: { __html: string }; source: string }
  notices: readonly Notice[]
  charts: readonly Chart[]
  reported: readonly ReportedSystem[]
  rows: Rows
  source: string
}

/** Keeps a figure on one line with its unit, and a rank with its word. */
function unbroken(piece: Told[number]): Told[number] {
  return typeof piece === 'string'
    ? piece
        .replace(/(\d) (?=[EPTG]flop|%)/g, '$1\u00a0')
        .replace(/\b(ranks?|at) (?=\d)/g, '$1\u00a0')
    : piece
}

/** The comparison, in the order in which the question unfolds; beneath each chart what can be taken away of it. */
export function ComparisonPage(
  page: ComparisonPageProps & {
    nonce: string | undefined
  },
) {
  const { choices } = page
  return (
    <main id="content" className={PAGE} data-theme={page.theme}>
      <EarlyChoiceScript nonce={page.nonce} />
      <ListLinks {...page.listLinks} />
      {still(
        <h1>
          <Words told={page.headline.map(unbroken)} />
        </h1>,
      )}
      {page.printed.length > 0 && <p className={SUBTITLE}>{page.printed.join(' ')}</p>}
      {still(<FigureList items={page.figures} look={EVEN_COLUMNS} />)}
      <Sentence choices={choices} names={<NameSuggestions id="names" {...page.names} />} />
      {still(<OtherViews links={page.ways} />)}
      <Notices notices={page.notices} />
      <Charts charts={page.charts} />
      {still(<ReportedSystems systems={page.reported} estimates={page.theme} />)}
      <section id="rows" className="print:break-before-page" aria-labelledby="rows-title">
        <h2 id="rows-title">The systems</h2>
        {page.note && <p className={SUBTITLE}>{page.note}</p>}
        <RowsTable rows={page.rows} />
      </section>
      <footer className={SOURCE}>
        <p>{page.source}</p>
        <ThemeLinks links={page.themes} />
      </footer>
      <SoftNavigation
        values={{
          list: choices.lists.now,
          by: choices.lens.now,
          focus: choices.focus.now,
          metric: choices.metric.now,
          axis: choices.axis.now,
          // A name that nobody has stays in its line, to be mended.
          add: page.notices.find(({ parameter }) => parameter === 'add')?.value ?? '',
        }}
      />
    </main>
  )
}
