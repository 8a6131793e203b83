import { Disclosure } from '@/components/disclosure'
import { ListLinks, type ListLinksProps } from '@/components/list-links'
import {
  BUTTON,
  FIELD,
  LINE,
  LISTS_TABLE,
  PAGE,
  QUIET_BUTTON,
  SOURCE,
  SUBTITLE,
  TOUCH,
  TROUBLE,
} from '@/components/look'
import { Table, type TableColumn } from '@/components/table'
import { type ThemeLink, ThemeLinks } from '@/components/theme-links'
import type { Access } from '@/lib/access/access'
import type { Difference } from '@/lib/compare/difference'
import type { View } from '@/lib/link/view'
import type { System } from '@/lib/model/system'
import { AccessNote, type SignIn } from './access-note'
import { DifferenceView } from './difference-view'
import { SystemsTable } from './systems-table'

/** One version as the history names it. */
export type VersionLine = {
  version: number
  when: string
  /** ISO 8601; null for what came with the program. */
  keptAt: string | null
  what: string
  fileName: string | null
  systems: string | null
  rmaxSum: string | null
  /** Hex SHA-256 of the list, whole; null for a removal. */
  hash: string | null
  now: boolean
  see: string | null
  csv: string | null
  source: string | null
  /** Where a form restores it; null where there is nothing to restore or nobody may. */
  restore: string | null
}

/** Two versions laid side by side. */
export type Compared = {
  old: { version: number; label: string }
  new: { version: number; label: string }
  difference: Difference
}

/** Everything that the history of a list shows. */
export type HistoryPageProps = {
  edition: string
  label: string
  number: number
  listLinks: ListLinksProps
  /** What is shown of the list at present. */
  state: string
  /** What was just done, or why it was not. */
  notice: string | null
  /** What somebody else changed in the meantime; null where nobody did. */
  meanwhile: Compared | null
  versions: readonly VersionLine[]
  /** What lies among the versions and cannot be used, a sentence each. */
  problems: readonly string[]
  /** Where a form removes the list; null where it is removed, or nobody may. */
  remove: string | null
  compare: { choices: readonly { value: number; label: string }[]; compared: Compared | null }
  /** The version whose systems stand at the end of the page. */
  seen: {
    label: string
    hashes: string
    systems: readonly System[]
    /** How many systems the version holds. */
    total: number
    /** Null where all of them stand here. */
    more: { label: string; href: string } | null
  } | null
  /** The list itself; null where it is not shown. */
  listHref: string | null
  compareHref: string | null
  allLists: string
  access: Access
  signIn: SignIn
  here: string
  theme: View['theme']
  themes: readonly ThemeLink[]
}

/** Enough of a hash to tell two by eye. */
const SHORT_HASH = 12

function VersionActions({ line, label }: { line: VersionLine; label: string }) {
  const named = `version ${line.version} of ${label}`
  return (
    <>
      {line.see && (
        <a href={line.see} aria-label={`See ${named}`}>
          See
        </a>
      )}
      {line.csv && (
        <a href={line.csv} aria-label={`${named} as CSV`}>
          CSV
        </a>
      )}
      {line.source && (
        <a href={line.source} aria-label={`${named}, the original file`}>
          Original file
        </a>
      )}
      {line.restore && (
        <form action={line.restore} method="post">
          <button type="submit" className={QUIET_BUTTON} aria-label={`Restore ${named}`}>
            Restore
          </button>
        </form>
      )}
    </>
  )
}

function WhatWasDone({ line }: { line: VersionLine }) {
  return (
    <>
      {line.what}
      {line.fileName && (
        <span className="block max-w-80 font-normal wrap-anywhere text-muted">{line.fileName}</span>
      )}
      {line.now && <span className="block font-normal text-muted">shown now</span>}
    </>
  )
}

const COLUMNS: readonly TableColumn[] = [
  { key: 'number', label: 'No.', numeric: true },
  { key: 'what', label: 'What was done, with which file' },
  { key: 'when', label: 'When' },
  { key: 'actions', label: 'Actions', look: 'ways print:hidden' },
  { key: 'systems', label: 'Systems', numeric: true },
  { key: 'sum', label: 'Sum of Rmax', numeric: true },
  { key: 'hash', label: 'SHA-256' },
]

function VersionsTable({ versions, label }: Pick<HistoryPageProps, 'versions' | 'label'>) {
  const rows = versions.map((line) => ({
    key: line.version,
    cells: [
      line.version,
      <WhatWasDone key="what" line={line} />,
      line.keptAt ? (
        <time key="when" dateTime={line.keptAt}>
          {line.when}
        </time>
      ) : (
        line.when
      ),
      <VersionActions key="actions" line={line} label={label} />,
      line.systems ?? '–',
      line.rmaxSum ?? '–',
      line.hash?.slice(0, SHORT_HASH) ?? '–',
    ],
  }))
  return (
    <Table
      caption={`Versions of ${label}, newest first`}
      look={LISTS_TABLE}
      columns={COLUMNS}
      head="number"
      parts={[{ key: 'all', rows }]}
    />
  )
}

function VersionChoice(props: {
  name: string
  label: string
  now: number | undefined
  choices: HistoryPageProps['compare']['choices']
}) {
  const { name, label, now, choices } = props
  return (
    <select className={FIELD} name={name} aria-label={label} defaultValue={now}>
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  )
}

function Comparing({ page }: { page: HistoryPageProps }) {
  const { choices, compared } = page.compare
  return (
    <section id="compare" aria-labelledby="compare-title">
      <h2 id="compare-title">What one version changes against another</h2>
      <form action={`/lists/${page.edition}/versions#compare`} className={LINE}>
        {page.theme !== 'system' && <input type="hidden" name="theme" value={page.theme} />}
        <span>From</span>
        <VersionChoice
          name="old"
          label="The earlier version"
          now={compared?.old.version}
          choices={choices}
        />
        <span>to</span>
        <VersionChoice
          name="new"
          label="The later version"
          now={compared?.new.version}
          choices={choices}
        />
        <button type="submit" className={BUTTON}>
          Compare
        </button>
      </form>
      {compared && (
        <div className="mt-3">
          <DifferenceView
            difference={compared.difference}
            caption={`What differs between ${compared.old.label} and ${compared.new.label}`}
            before={compared.old.label}
            after={compared.new.label}
          />
        </div>
      )}
    </section>
  )
}

function Removing({ action, label }: { action: string; label: string }) {
  return (
    <Disclosure summary={`Remove ${label}`}>
      <p>
        It goes from every menu and chart. Nothing is deleted: the removal is one more version, and
        any version can be restored from this page.
      </p>
      <form action={action} method="post" className={LINE}>
        <button type="submit" className={BUTTON}>
          Remove {label}
        </button>
      </form>
    </Disclosure>
  )
}

/** The history of a list: what was saved, removed and restored, with the ways back. */
export function HistoryPage(page: HistoryPageProps) {
  const { label, meanwhile, seen } = page
  return (
    <main id="content" className={PAGE} data-theme={page.theme}>
      <p className="print:hidden">
        <a className={TOUCH} href={page.allLists}>
          All lists
        </a>
        {page.listHref && (
          <>
            {' · '}
            <a className={TOUCH} href={page.listHref}>
              The list
            </a>
          </>
        )}
      </p>
      <ListLinks {...page.listLinks} />
      <h1>
        Versions of {label}, list no. {page.number}
      </h1>
      <p className="mt-2">
        {page.state}
        {page.compareHref && (
          <>
            {' '}
            <a className={TOUCH} href={page.compareHref}>
              Compare on it.
            </a>
          </>
        )}
      </p>
      {page.notice && (
        <div className={TROUBLE} role="status">
          <p>{page.notice}</p>
          {meanwhile && (
            <DifferenceView
              difference={meanwhile.difference}
              caption="What somebody else changed, cell by cell"
              before={meanwhile.old.label}
              after={meanwhile.new.label}
            />
          )}
        </div>
      )}
      <section aria-labelledby="versions">
        <h2 id="versions">Versions</h2>
        <AccessNote access={page.access} signIn={page.signIn} next={page.here} />
        <VersionsTable versions={page.versions} label={label} />
        {page.problems.length > 0 && (
          <ul className={TROUBLE} aria-label="What cannot be used">
            {page.problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        )}
        {page.remove && <Removing action={page.remove} label={label} />}
      </section>
      {page.compare.choices.length > 1 && <Comparing page={page} />}
      {seen && (
        <section id="see" aria-labelledby="see-title">
          <h2 id="see-title">{seen.label}</h2>
          <p className={`${SUBTITLE} wrap-anywhere`}>{seen.hashes}</p>
          <SystemsTable caption={`${seen.label}, the systems`} parts={[seen.systems]} />
          <p>
            {seen.more && (
              <a className={`print:hidden ${TOUCH}`} href={`${seen.more.href}#see`}>
                {seen.more.label}
              </a>
            )}
            {seen.systems.length < seen.total && (
              <span className="hidden print:inline">
                The first {seen.systems.length} of {seen.total} systems.
              </span>
            )}
          </p>
        </section>
      )}
      <footer className={SOURCE}>
        <p>Versions are only ever added; none is changed or deleted.</p>
        <ThemeLinks links={page.themes} />
      </footer>
    </main>
  )
}
