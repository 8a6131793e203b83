import '../page.css'
import '../lists.css'
import { ScrollRegion } from '@/components/scroll-region'
import { type ThemeLink, ThemeLinks } from '@/components/theme-links'
import type { Access } from '@/lib/access/access'
import type { View } from '@/lib/link/view'
import { AccessNote, type SignIn } from './access-note'
import { Door } from './door'
import type { EditionChoice } from './edition-choice'
import { type BringList, PlainDoor } from './plain-door'

/** One list as the table names it. */
export type ListLine = {
  edition: string
  label: string
  number: number
  systems: string
  rmaxSum: string
  /** Where it comes from: `as published`, or which version and since when. */
  origin: string
  compare: string
  history: string
}

/** A list that is not shown, and how it can be again. */
export type HiddenLine = { label: string; words: string; history: string }

/** Everything that the page of all lists shows. */
export type ListsPageProps = {
  headline: string
  /** Which published lists are not at hand; null where none is missing. */
  gaps: string | null
  decades: readonly { label: string; lines: readonly ListLine[] }[]
  hidden: readonly HiddenLine[]
  editions: readonly EditionChoice[]
  access: Access
  /** Who may change lists. */
  writers: string
  bring: BringList
  signIn: SignIn
  here: string
  theme: View['theme']
  themes: readonly ThemeLink[]
}

const COLUMNS = 5

function ListsTable({ decades }: Pick<ListsPageProps, 'decades'>) {
  const caption = 'The lists at hand, newest first'
  return (
    <ScrollRegion label={caption}>
      <table className="table all-lists">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">List and its history</th>
            <th scope="col" className="num wide-only">
              No.
            </th>
            <th scope="col" className="num wide-only">
              Systems
            </th>
            <th scope="col" className="num">
              Sum of Rmax
            </th>
            <th scope="col" className="print:hidden">
              Look and take
            </th>
            <th scope="col">Origin</th>
          </tr>
        </thead>
        {decades.map(({ label, lines }) => (
          <tbody key={label}>
            <tr className="decade">
              <th scope="rowgroup" colSpan={COLUMNS + 1}>
                {label}
              </th>
            </tr>
            {lines.map((line) => (
              <tr key={line.edition}>
                <th scope="row">
                  <a href={line.history} aria-label={`History of ${line.label}`}>
                    {line.label}
                  </a>
                </th>
                <td className="num wide-only">{line.number}</td>
                <td className="num wide-only">{line.systems}</td>
                <td className="num">{line.rmaxSum}</td>
                <td className="ways print:hidden">
                  <a href={line.compare} aria-label={`Compare on the list of ${line.label}`}>
                    Compare
                  </a>
                  <a href={`/api/lists/${line.edition}.csv`} aria-label={`${line.label} as CSV`}>
                    CSV
                  </a>
                  <a href={`/api/lists/${line.edition}.json`} aria-label={`${line.label} as JSON`}>
                    JSON
                  </a>
                </td>
                <td>{line.origin}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </ScrollRegion>
  )
}

/** All lists, and the door by which new ones come. */
export function ListsPage(page: ListsPageProps) {
  return (
    <main id="content" className="page lists-page" data-theme={page.theme}>
      <h1>{page.headline}</h1>
      <section aria-labelledby="bring" className="print:hidden">
        <h2 id="bring">Bring a list</h2>
        <AccessNote
          access={page.access}
          signIn={page.signIn}
          next={page.here}
          writers={page.writers}
        />
        {page.access.write && (
          <>
            <div className="scripted">
              <Door editions={page.editions} />
            </div>
            <noscript>
              <PlainDoor editions={page.editions} bring={page.bring} />
            </noscript>
          </>
        )}
      </section>
      <section aria-labelledby="all">
        <h2 id="all">The lists at hand</h2>
        {page.gaps && <p className="subtitle">{page.gaps}</p>}
        {page.decades.length === 0 ? (
          <p>No list is at hand. Bring one to begin.</p>
        ) : (
          <ListsTable decades={page.decades} />
        )}
      </section>
      {page.hidden.length > 0 && (
        <section aria-labelledby="hidden">
          <h2 id="hidden">Not shown at present</h2>
          <ul className="plain-list">
            {page.hidden.map(({ label, words, history }) => (
              <li key={label}>
                <a href={history}>{label}</a>: {words}
              </li>
            ))}
          </ul>
        </section>
      )}
      <footer className="source">
        <p>
          Scripts do the same by HTTP: <code>POST /api/lists</code> with the field <code>file</code>
          , and <code>?dry-run</code> to keep nothing.
        </p>
        <ThemeLinks links={page.themes} />
      </footer>
    </main>
  )
}
