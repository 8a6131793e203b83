import type { ReactNode } from 'react'
import type { Chart } from '@/components/chart-figure'
import { Charts } from '@/components/chart-list'
import { Disclosure } from '@/components/disclosure'
import { EVEN_COLUMNS, type FigureItem, FigureList } from '@/components/figure-list'
import { FIELD, PAGE, SOURCE, STRONG_BUTTON, SUBTITLE, TOUCH } from '@/components/look'
import { MoreRows } from '@/components/more-rows'
import { Notices } from '@/components/notices'
import type { Option } from '@/components/sentence'
import { Table, WIDE_ROWS } from '@/components/table'
import { type ThemeLink, ThemeLinks } from '@/components/theme-links'
import type { Notice } from '@/lib/link/codec'
import type { View } from '@/lib/link/view'
import { type StoryLink, StoryLinks } from './links'

/** A system of either list: its name and site, its ranks, and what changed. */
export type ChangeLine = {
  system: StoryLink
  site: string | null
  before: string | null
  after: string | null
  moved: string | null
  rmax: string | null
  changed: string | null
}

/** The controls that choose by what systems are grouped. */
export type GroupsProps = {
  group: string
  groups: readonly Option[]
  /** How systems of several makers count; null where there are none. */
  joint: string | null
  kept: readonly Kept[]
}

/** A parameter that a form carries along unseen. */
type Kept = { name: string; value: string }

/** A previous rank that the list before does not confirm, with both rows. */
export type AuditLine = {
  system: StoryLink
  rank: string
  printed: string
  stood: string
  there: StoryLink | null
}

/** Everything that the page of two lists shows. */
export type ChangesPageProps = {
  /** What changed, in a sentence. */
  headline: string
  form: {
    from: string
    to: string
    options: readonly Option[]
    kept: readonly Kept[]
  }
  counts: readonly FigureItem[]
  sections: readonly {
    key: string
    title: string
    about: string
    lines: readonly ChangeLine[]
    /** How many there are, and where more or fewer are shown; null where all stand here. */
    total: number
    more: StoryLink | null
  }[]
  groups: GroupsProps
  audit: { title: string; about: string; lines: readonly AuditLine[] } | null
  links: readonly StoryLink[]
  charts: readonly Chart[]
  /** Those of the groups, which stand beneath their controls. */
  groupCharts: readonly Chart[]
  notices: readonly Notice[]
  source: string
  theme: View['theme']
  themes: readonly ThemeLink[]
}

function Select(props: { name: string; label: string; now: string; options: readonly Option[] }) {
  return (
    <label className="grid gap-1">
      <span className="text-small text-muted">{props.label}</span>
      <select className={FIELD} name={props.name} defaultValue={props.now}>
        {props.options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </label>
  )
}

const Kept = ({ kept }: { kept: readonly Kept[] }) =>
  kept.map(({ name, value }) => <input key={name} type="hidden" name={name} value={value} />)

function ChangesForm({ from, to, options, kept }: ChangesPageProps['form']) {
  return (
    <form action="/changes" className="mt-6 flex flex-wrap items-end gap-4 print:hidden">
      <Kept kept={kept} />
      <Select name="from" label="From the list of" now={from} options={options} />
      <Select name="to" label="to the list of" now={to} options={options} />
      <button type="submit" className={STRONG_BUTTON}>
        Show
      </button>
    </form>
  )
}

const link = ({ label, href }: StoryLink) => (
  <a className={TOUCH} href={href}>
    {label}
  </a>
)

const CHANGE_COLUMNS = [
  { key: 'system', label: 'System' },
  { key: 'site', label: 'Site' },
  { key: 'before', label: 'Before', numeric: true },
  { key: 'after', label: 'After', numeric: true },
  { key: 'moved', label: 'Moved', numeric: true },
  { key: 'rmax', label: 'Rmax', unit: 'Tflop/s', numeric: true },
  { key: 'changed', label: 'Changed' },
]

function ChangeTable({ title, lines }: { title: string; lines: readonly ChangeLine[] }) {
  const given = CHANGE_COLUMNS.map(({ key }) => key as keyof ChangeLine).filter((key) =>
    lines.some((line) => line[key] !== null),
  )
  return (
    <Table
      caption={`${title}, as a table`}
      look={WIDE_ROWS}
      columns={CHANGE_COLUMNS.filter(({ key }) => given.some((one) => one === key))}
      head="system"
      parts={[
        {
          key: 'all',
          rows: lines.map((line) => ({
            key: line.system.href,
            cells: given.map((key) =>
              key === 'system' ? link(line.system) : ((line[key] as string | null) ?? '–'),
            ),
          })),
        },
      ]}
    />
  )
}

const JOINT: readonly Option[] = [
  { value: 'each', label: 'for each maker' },
  { value: 'first', label: 'for the first maker named' },
  { value: 'none', label: 'for none of their makers' },
]

/** What changed by group, all groups together being the lists. */
function Groups({ form, children }: { form: GroupsProps; children: ReactNode }) {
  return (
    <section aria-labelledby="groups">
      <h2 id="groups">By group</h2>
      <form
        action="/changes#groups"
        className="mt-3 flex flex-wrap items-end gap-4 print:hidden"
        aria-label="By what systems are grouped"
      >
        <Kept kept={form.kept} />
        <Select name="group" label="Systems by" now={form.group} options={form.groups} />
        {form.joint !== null && (
          <Select
            name="joint"
            label="Systems of several makers count"
            now={form.joint}
            options={JOINT}
          />
        )}
        <button type="submit" className={STRONG_BUTTON}>
          Group the systems
        </button>
      </form>
      {children}
    </section>
  )
}

function Audit({ audit }: { audit: NonNullable<ChangesPageProps['audit']> }) {
  return (
    <section aria-labelledby="audit">
      <h2 id="audit">{audit.title}</h2>
      <p className={SUBTITLE}>{audit.about}</p>
      {audit.lines.length > 0 && (
        <Disclosure summary="The rows">
          <Table
            caption="Previous ranks that the list before does not confirm"
            look={WIDE_ROWS}
            columns={[
              { key: 'system', label: 'System' },
              { key: 'rank', label: 'Rank now', numeric: true },
              { key: 'printed', label: 'Printed previous rank', numeric: true },
              { key: 'stood', label: 'Rank on the list before', numeric: true },
              { key: 'there', label: 'Who stood at the printed rank' },
            ]}
            head="system"
            parts={[
              {
                key: 'all',
                rows: audit.lines.map((line) => ({
                  key: line.system.href,
                  cells: [
                    link(line.system),
                    line.rank,
                    line.printed,
                    line.stood,
                    line.there ? link(line.there) : 'nobody',
                  ],
                })),
              },
            ]}
          />
        </Disclosure>
      )}
    </section>
  )
}

/** What changed between two lists. */
export function ChangesPage(page: ChangesPageProps) {
  return (
    <main id="content" className={PAGE} data-theme={page.theme}>
      <h1>{page.headline}</h1>
      <ChangesForm {...page.form} />
      <Notices notices={page.notices} />
      <FigureList items={page.counts} look={EVEN_COLUMNS} />
      <StoryLinks links={page.links} />
      <Charts charts={page.charts} />
      <Groups form={page.groups}>
        <Charts charts={page.groupCharts} soonest={page.charts.length === 0} />
      </Groups>
      {page.sections.map(({ key, title, about, lines, total, more }) => (
        <section key={key} aria-labelledby={key}>
          <h2 id={key}>{title}</h2>
          <p className={SUBTITLE}>{about}</p>
          {lines.length > 0 && <ChangeTable title={title} lines={lines} />}
          <MoreRows shown={lines.length} total={total} more={more} />
        </section>
      ))}
      {page.audit && <Audit audit={page.audit} />}
      <footer className={SOURCE}>
        <p>{page.source}</p>
        <ThemeLinks links={page.themes} />
      </footer>
    </main>
  )
}
