import type { GrowthWords } from '@/lib/compare/time-words'
import type { Notice } from '@/lib/link/codec'
import type { View } from '@/lib/link/view'
import { EarlyChoiceScript } from './approach-script'
import type { Chart } from './chart-figure'
import { Charts } from './chart-list'
import { NOTES, PAGE, SOURCE, SUBTITLE, TOUCH } from './look'
import { NameSuggestions } from './name-suggestions'
import { Notices } from './notices'
import { type OtherView, OtherViews } from './other-views'
import { SoftNavigation } from './soft-navigation'
import { still } from './still'
import { Table, type TableColumn, WIDE_ROWS } from './table'
import { type ThemeLink, ThemeLinks } from './theme-links'
import { type TimeChoices, TimeSentence } from './time-sentence'
import { type Told, Words } from './told'

/** The figures of every list, the newest first, each with its way to that list. */
export type ListRows = {
  columns: readonly TableColumn[]
  lines: readonly { key: string; label: string; href: string; cells: readonly (string | null)[] }[]
  total: number
  more: { label: string; href: string } | null
}

/** Everything that the page through time shows. */
export type TimePageProps = {
  headline: Told
  /** Other views of the same. */
  links: readonly OtherView[]
  theme: View['theme']
  themes: readonly ThemeLink[]
  choices: TimeChoices
  names: { known: { __html: string }; source: string }
  notices: readonly Notice[]
  charts: readonly Chart[]
  /** What can be said of growth; empty where nothing grows steadily. */
  growth: readonly GrowthWords[]
  rows: ListRows
  source: string
}

/** All lists together: the answer, its chart, what can be said of growth, and every list with its figures. */
export function TimePage(
  page: TimePageProps & {
    nonce: string | undefined
  },
) {
  const { choices } = page
  return (
    <main id="content" className={PAGE} data-theme={page.theme}>
      <EarlyChoiceScript nonce={page.nonce} />
      {still(
        <h1>
          <Words told={page.headline} />
        </h1>,
      )}
      <TimeSentence choices={choices} names={<NameSuggestions id="names" {...page.names} />} />
      {still(<OtherViews links={page.links} />)}
      <Notices notices={page.notices} />
      <Charts charts={page.charts} />
      {page.growth.length > 0 && <Growth growth={page.growth} />}
      <Lists rows={page.rows} />
      <footer className={SOURCE}>
        <p>{page.source}</p>
        <ThemeLinks links={page.themes} />
      </footer>
      <SoftNavigation values={controlsOf(page)} />
    </main>
  )
}

/** What each control of the sentence has to show. */
function controlsOf({ choices, notices }: TimePageProps): Record<string, string> {
  const { metric, of, organisations, top, since, until, way, axis, copies } = choices
  const { joint, milestones } = choices
  return {
    metric: metric.now,
    of: of.now,
    ...(organisations ? { focus: organisations.focus.now } : {}),
    ...(top ? { top: top.now } : {}),
    since: since.now,
    until: until.now,
    as: way.now,
    axis: axis.now,
    copies: copies.now,
    ...(joint ? { joint: joint.now } : {}),
    ...(milestones ? { milestones: milestones.now } : {}),
    // A name that nobody has stays in its line, to be mended.
    add: notices.find(({ parameter }) => parameter === 'add')?.value ?? '',
  }
}

const AHEAD = [1, 3, 5] as const

const GROWTH_COLUMNS: readonly TableColumn[] = [
  { key: 'figure', label: 'Figure', look: 'whitespace-nowrap' },
  { key: 'growth', label: 'Fitted growth', look: 'whitespace-nowrap' },
  { key: 'span', label: 'Fitted to' },
  { key: 'error', label: 'Half of these lists lie within', numeric: true },
  ...AHEAD.map(
    (years): TableColumn => ({
      key: `after-${years}`,
      label: `Missed after ${years} ${years === 1 ? 'year' : 'years'} by`,
      numeric: true,
    }),
  ),
]

/** Lines of steady growth, each with how such lines did in the past. */
function Growth({ growth }: { growth: readonly GrowthWords[] }) {
  return (
    <section aria-labelledby="growth-title">
      <h2 id="growth-title">How steadily it grew, and how far such lines can be trusted</h2>
      <p className={SUBTITLE}>
        A line of steady growth, fitted to the newest lists of the span above. The last columns say
        how far lines that were fitted in the same way up to each past list missed what came later:
        half of them by no more than this.
      </p>
      <Table
        caption="Fitted growth, with its error and its record"
        look={WIDE_ROWS}
        columns={GROWTH_COLUMNS}
        head="figure"
        parts={[
          {
            key: 'all',
            rows: growth.map(({ label, growth: fitted, span, error, missed }) => ({
              key: label,
              cells: [
                label,
                fitted,
                span ?? '–',
                error ?? '–',
                ...AHEAD.map((ahead) => missed.find(({ years }) => years === ahead)?.text ?? '–'),
              ],
            })),
          },
        ]}
      />
      <ul className={NOTES}>
        <li>This is no forecast: it says how far one would have gone wrong.</li>
      </ul>
    </section>
  )
}

/** Every list with its figures, the newest first. */
function Lists({ rows: { columns, lines, total, more } }: { rows: ListRows }) {
  return (
    <section id="lists" aria-labelledby="lists-title">
      <h2 id="lists-title">The lists</h2>
      <Table
        caption={`The figures of each list, ${lines.length} of ${total} lists. Each leads to its list.`}
        label="The figures of each list"
        look={WIDE_ROWS}
        columns={columns}
        head="list"
        parts={[
          {
            key: 'all',
            rows: lines.map(({ key, label, href, cells }) => ({
              key,
              cells: [
                <a key={href} className={TOUCH} href={href}>
                  {label}
                </a>,
                ...cells,
              ],
            })),
          },
        ]}
      />
      {more && (
        <p className="mt-4 print:hidden">
          <a className={TOUCH} href={`${more.href}#lists`} data-view>
            {more.label}
          </a>
        </p>
      )}
    </section>
  )
}
