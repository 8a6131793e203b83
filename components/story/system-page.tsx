import type { Chart } from '@/components/chart-figure'
import { Charts } from '@/components/chart-list'
import { EVEN_COLUMNS, type FigureItem, FigureList } from '@/components/figure-list'
import { PAGE, SOURCE, SUBTITLE, TOUCH } from '@/components/look'
import { Notices } from '@/components/notices'
import { Table, WIDE_ROWS } from '@/components/table'
import { type ThemeLink, ThemeLinks } from '@/components/theme-links'
import { type Told, Words } from '@/components/told'
import type { Notice } from '@/lib/link/codec'
import type { View } from '@/lib/link/view'
import { type StoryLink, StoryLinks } from './links'

/** A system on one list. */
export type SystemLine = {
  list: StoryLink
  rank: string
  /** Who shares the rank; null for nobody. */
  shared: string | null
  rmax: string | null
  rpeak: string | null
  /** What differs from the list before, one text each. */
  upgraded: readonly string[]
  renamed: readonly string[]
  how: string
}

/** Everything that the page of a system shows. */
export type SystemPageProps = {
  label: string
  computer: string | null
  /** Its life in a sentence. */
  lead: Told
  figures: readonly FigureItem[]
  /** What its last list says of it. */
  facts: readonly { label: string; text: string }[]
  factsOf: string
  lines: readonly SystemLine[]
  /** How its rows were linked, and how sure that is. */
  identity: readonly string[]
  links: readonly StoryLink[]
  axis: StoryLink
  charts: readonly Chart[]
  notices: readonly Notice[]
  source: string
  theme: View['theme']
  themes: readonly ThemeLink[]
}

const COLUMNS = [
  { key: 'list', label: 'List', look: 'whitespace-nowrap' },
  { key: 'rank', label: 'Rank', numeric: true },
  { key: 'rmax', label: 'Rmax', unit: 'Tflop/s', numeric: true },
  { key: 'rpeak', label: 'Rpeak', unit: 'Tflop/s', numeric: true },
  { key: 'changed', label: 'Changed since the list before' },
  { key: 'how', label: 'How it is known to be the same' },
]

function Changed({ upgraded, renamed }: Pick<SystemLine, 'upgraded' | 'renamed'>) {
  if (upgraded.length + renamed.length === 0) return '–'
  return (
    <>
      {upgraded.map((text) => (
        <strong key={text} className="block font-strong">
          {text}
        </strong>
      ))}
      {renamed.map((text) => (
        <span key={text} className="block">
          {text}
        </span>
      ))}
    </>
  )
}

function Rank({ rank, shared }: Pick<SystemLine, 'rank' | 'shared'>) {
  return (
    <>
      {rank}
      {shared && <span className="block text-muted">{shared}</span>}
    </>
  )
}

function Lines({ lines, label }: Pick<SystemPageProps, 'lines' | 'label'>) {
  return (
    <Table
      caption={`${label} on every list`}
      look={WIDE_ROWS}
      columns={COLUMNS}
      head="list"
      parts={[
        {
          key: 'all',
          rows: lines.map(({ list, rank, shared, rmax, rpeak, upgraded, renamed, how }) => ({
            key: list.href,
            cells: [
              <a key="list" className={TOUCH} href={list.href}>
                {list.label}
              </a>,
              <Rank key="rank" rank={rank} shared={shared} />,
              rmax,
              rpeak,
              <Changed key="changed" upgraded={upgraded} renamed={renamed} />,
              <span key="how" className="text-muted">
                {how}
              </span>,
            ],
          })),
        },
      ]}
    />
  )
}

/** One system through time. */
export function SystemPage(page: SystemPageProps) {
  return (
    <main id="content" className={PAGE} data-theme={page.theme}>
      <h1>{page.label}</h1>
      {page.computer && <p className={SUBTITLE}>{page.computer}</p>}
      <p className="mt-3 text-lead text-pretty">
        <Words told={page.lead} />
      </p>
      <FigureList items={page.figures} look={EVEN_COLUMNS} />
      <StoryLinks links={page.links} />
      <Notices notices={page.notices} />
      <Charts charts={page.charts} />
      <p className={`print:hidden ${SUBTITLE}`}>
        <a className={TOUCH} href={page.axis.href}>
          {page.axis.label}
        </a>
      </p>
      <section aria-labelledby="lists">
        <h2 id="lists">On every list</h2>
        <p className={SUBTITLE}>
          “=” marks a rank that systems of equal Rmax share. Upgrades, that is another Rmax or
          Rpeak, stand in bold; names are as the lists print them.
        </p>
        <Lines lines={page.lines} label={page.label} />
        <ul className={`mt-4 text-small text-muted [&>li]:mt-1 [&>li]:max-w-[52em]`}>
          {page.identity.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="facts">
        <h2 id="facts">What the list of {page.factsOf} says of it</h2>
        <dl className="mt-4 grid grid-cols-[minmax(9rem,auto)_1fr] gap-x-6 gap-y-1 text-small phone:grid-cols-1">
          {page.facts.map(({ label, text }) => (
            <div key={label} className="contents phone:block">
              <dt className="text-muted">{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </section>
      <footer className={SOURCE}>
        <p>{page.source}</p>
        <ThemeLinks links={page.themes} />
      </footer>
    </main>
  )
}
