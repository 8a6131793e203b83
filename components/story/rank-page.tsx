import type { Chart } from '@/components/chart-figure'
import { Charts } from '@/components/chart-list'
import { EVEN_COLUMNS, type FigureItem, FigureList } from '@/components/figure-list'
import { FIELD, PAGE, SOURCE, STRONG_BUTTON, SUBTITLE, TOUCH } from '@/components/look'
import { NameSuggestions } from '@/components/name-suggestions'
import { Notices } from '@/components/notices'
import { Table } from '@/components/table'
import { type ThemeLink, ThemeLinks } from '@/components/theme-links'
import { type Told, Words } from '@/components/told'
import type { Notice } from '@/lib/link/codec'
import type { View } from '@/lib/link/view'
import type { Lens } from '@/lib/model/organisation'
import { type StoryLink, StoryLinks } from './links'

/** Everything that the page `/rank` shows. */
export type RankPageProps = {
  /** The answer in a sentence. */
  headline: Told
  /** What must be known of a sum; null for a single figure. */
  warning: string | null
  form: {
    /** A performance, a system or an organisation, as it stands in the field. */
    asked: string
    /** Which systems are those of an organisation. */
    lens: Lens
    rank: number
    /** Names of organisations to choose from, and where more of them are to be had. */
    known: { __html: string }
    names: string
    kept: readonly { name: string; value: string }[]
  }
  /** Whether the systems of an organisation are added up on each list. */
  isFleet: boolean
  spans: readonly FigureItem[]
  lines: readonly {
    list: StoryLink
    /** How many systems are added up, and to what; null where nothing is. */
    systems: string | null
    sum: string | null
    rank: string | null
    took: string | null
  }[]
  rankColumn: string
  links: readonly StoryLink[]
  charts: readonly Chart[]
  notices: readonly Notice[]
  source: string
  theme: View['theme']
  themes: readonly ThemeLink[]
}

const LENSES: readonly { value: Lens; label: string }[] = [
  { value: 'built-by', label: 'those that it built' },
  { value: 'run-by', label: 'those that it runs' },
]

function RankForm({ asked, lens, rank, known, names, kept }: RankPageProps['form']) {
  return (
    <form action="/rank" className="mt-6 flex flex-wrap items-end gap-x-4 gap-y-3 print:hidden">
      {kept.map(({ name, value }) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label className="grid gap-1">
        <span className="text-small text-muted">
          Rmax with its unit, or a listed system or organisation
        </span>
        <input
          className={`${FIELD} w-[18rem]`}
          name="rmax"
          list="rank-names"
          defaultValue={asked}
          maxLength={200}
          autoComplete="off"
          placeholder="30.05 PF"
          enterKeyHint="go"
        />
      </label>
      <label className="grid gap-1">
        <span className="text-small text-muted">Systems of an organisation</span>
        <select className={FIELD} name="by" defaultValue={lens}>
          {LENSES.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <label className="grid gap-1">
        <span className="text-small text-muted">What took rank</span>
        <input
          className={`${FIELD} w-[6rem]`}
          name="rank"
          type="number"
          min={1}
          max={500}
          defaultValue={rank}
        />
      </label>
      <button type="submit" className={STRONG_BUTTON}>
        Show
      </button>
      <p className="basis-full text-small text-muted">
        As 30.05 PF, 96,41 Pflop/s or 2 EF; several with a plus between are added up. A comma before
        three digits groups thousands. Of an organisation, as Microsoft Azure, the systems on each
        list are added up to one machine.
      </p>
      <NameSuggestions id="rank-names" known={known} source={names} />
    </form>
  )
}

const SUM_COLUMNS = [
  { key: 'systems', label: 'Systems', numeric: true },
  { key: 'sum', label: 'Sum of Rmax', unit: 'Tflop/s', numeric: true },
]

/** Where a performance would rank on every list, and what a rank took. */
export function RankPage(page: RankPageProps) {
  return (
    <main id="content" className={PAGE} data-theme={page.theme}>
      <h1>
        <Words told={page.headline} />
      </h1>
      {page.warning && <p className="mt-3 border-l-3 border-ink pl-4">{page.warning}</p>}
      <RankForm {...page.form} />
      <Notices notices={page.notices} />
      <FigureList items={page.spans} look={EVEN_COLUMNS} />
      <StoryLinks links={page.links} />
      <Charts charts={page.charts} />
      <section aria-labelledby="lists">
        <h2 id="lists">On every list</h2>
        <p className={SUBTITLE}>
          “=” marks a rank that it shares with listed systems of exactly this Rmax, and “–” a list{' '}
          {page.isFleet ? 'without any system to add up' : 'whose last system is faster'}.
        </p>
        <Table
          caption="Its rank on every list, the newest first"
          columns={[
            { key: 'list', label: 'List', look: 'whitespace-nowrap' },
            ...(page.isFleet ? SUM_COLUMNS : []),
            { key: 'rank', label: 'Rank', numeric: true },
            { key: 'took', label: page.rankColumn, unit: 'Tflop/s', numeric: true },
          ]}
          head="list"
          parts={[
            {
              key: 'all',
              rows: page.lines.map(({ list, systems, sum, rank, took }) => ({
                key: list.href,
                cells: [
                  <a key="list" className={TOUCH} href={list.href}>
                    {list.label}
                  </a>,
                  ...(page.isFleet ? [systems, sum ?? '–'] : []),
                  rank ?? '–',
                  took,
                ],
              })),
            },
          ]}
        />
      </section>
      <footer className={SOURCE}>
        <p>{page.source}</p>
        <ThemeLinks links={page.themes} />
      </footer>
    </main>
  )
}
