import { EarlyFilesScript } from '@/components/approach-script'
import { LISTS_TABLE, PAGE, SOURCE, SUBTITLE } from '@/components/look'
import { Table, type TableColumn } from '@/components/table'
import { type ThemeLink, ThemeLinks } from '@/components/theme-links'
import type { Access } from '@/lib/access/access'
import type { View } from '@/lib/link/view'
import { AccessNote, type SignIn } from './access-note'
import type { EditionChoice } from './edition-choice'
import { NoScriptUpload, type UploadList } from './no-script-upload'
import { UploadForm } from './upload-form'

/** One list as the table names it. */
export type ListLine = {
  edition: string
  label: string
  number: number
  systems: string
  rmaxSum: string
  /** Where it comes from: `as published`, or which version and since when. */
  origin: string
  /** The list itself. */
  list: string
  compare: string
  history: string
}

/** A list that is not shown, and how it can be again. */
export type HiddenLine = { label: string; words: string; history: string }

/** Everything that the page of all lists shows. */
export type ListsPageProps = {
  headline: string
  /** Which published lists are not available; null where none is missing. */
  gaps: string | null
  decades: readonly { label: string; lines: readonly ListLine[] }[]
  hidden: readonly HiddenLine[]
  editions: readonly EditionChoice[]
  access: Access
  /** Who may change lists. */
  writers: string
  upload: UploadList
  signIn: SignIn
  here: string
  theme: View['theme']
  themes: readonly ThemeLink[]
}

const COLUMNS: readonly TableColumn[] = [
  { key: 'list', label: 'List' },
  { key: 'number', label: 'No.', numeric: true, look: 'phone:hidden' },
  { key: 'systems', label: 'Systems', numeric: true, look: 'phone:hidden' },
  { key: 'sum', label: 'Sum of Rmax', numeric: true },
  { key: 'actions', label: 'Actions', look: 'ways print:hidden' },
  { key: 'origin', label: 'Origin' },
]

function ListActions({ line }: { line: ListLine }) {
  return (
    <>
      <a href={line.compare} aria-label={`Compare on the list of ${line.label}`}>
        Compare
      </a>
      <a href={line.history} aria-label={`History of ${line.label}`}>
        Versions
      </a>
      <a href={`/api/lists/${line.edition}.csv`} aria-label={`${line.label} as CSV`}>
        CSV
      </a>
      <a href={`/api/lists/${line.edition}.json`} aria-label={`${line.label} as JSON`}>
        JSON
      </a>
    </>
  )
}

function ListsTable({ decades }: Pick<ListsPageProps, 'decades'>) {
  const caption = 'Available lists, newest first'
  return (
    <Table
      caption={caption}
      look={LISTS_TABLE}
      columns={COLUMNS}
      head="list"
      parts={decades.map(({ label, lines }) => ({
        key: label,
        name: label,
        rows: lines.map((line) => ({
          key: line.edition,
          cells: [
            <a key="list" href={line.list}>
              {line.label}
            </a>,
            line.number,
            line.systems,
            line.rmaxSum,
            <ListActions key="actions" line={line} />,
            line.origin,
          ],
        })),
      }))}
    />
  )
}

/** All lists, and the form by which new ones are uploaded. */
export function ListsPage(page: ListsPageProps & { nonce: string | undefined }) {
  return (
    <main id="content" className={PAGE} data-theme={page.theme}>
      <h1>{page.headline}</h1>
      <section aria-labelledby="upload" className="print:hidden">
        <h2 id="upload">Upload a list</h2>
        <AccessNote
          access={page.access}
          signIn={page.signIn}
          next={page.here}
          writers={page.writers}
        />
        {page.access.write && (
          <>
            <EarlyFilesScript nonce={page.nonce} />
            <div className="noscript:hidden">
              <UploadForm editions={page.editions} />
            </div>
            <noscript>
              <NoScriptUpload editions={page.editions} upload={page.upload} />
            </noscript>
          </>
        )}
      </section>
      <section aria-labelledby="all">
        <h2 id="all">Available lists</h2>
        {page.gaps && <p className={SUBTITLE}>{page.gaps}</p>}
        {page.decades.length === 0 ? (
          <p>No lists yet. Upload one to begin.</p>
        ) : (
          <ListsTable decades={page.decades} />
        )}
      </section>
      {page.hidden.length > 0 && (
        <section aria-labelledby="hidden">
          <h2 id="hidden">Not shown at present</h2>
          <ul className="mt-2">
            {page.hidden.map(({ label, words, history }) => (
              <li key={label}>
                <a href={history}>{label}</a>: {words}
              </li>
            ))}
          </ul>
        </section>
      )}
      <footer className={SOURCE}>
        <p>
          Scripts do the same by HTTP: <code>POST /api/lists</code> with the field <code>file</code>
          , and <code>?dry-run</code> to save nothing.
        </p>
        <ThemeLinks links={page.themes} />
      </footer>
    </main>
  )
}
