import { ListLinks, type ListLinksProps } from '@/components/list-links'
import { ASIDE, BUTTON, FIELD, LINE, NOTES, PAGE, SOURCE, SUBTITLE, TOUCH } from '@/components/look'
import { Notices } from '@/components/notices'
import { ReportedSystems } from '@/components/reported-systems'
import { type ThemeLink, ThemeLinks } from '@/components/theme-links'
import { plainTold, type Told, Words } from '@/components/told'
import type { ReportedSystem } from '@/data/reported/reported'
import type { Notice } from '@/lib/link/codec'
import type { View } from '@/lib/link/view'
import type { EditionId } from '@/lib/model/edition'
import { ComposeForm, type ComposeFormProps } from './compose-form'

/** A statement with its verdict, and what decides it. */
export type ClaimLine = {
  id: string
  /** Its own page, with a picture and a citation; of a sentence that is read from a text, of each thing that it says. */
  pages: readonly { label: string; href: string }[]
  /** Whether these say how a sentence was understood. */
  isRead: boolean
  statement: string
  verdict: string
  /** What the lists say, one sentence for each thing that it states and each way to count. */
  sentences: readonly Told[]
  nearMisses: readonly Told[]
  note: string | null
  rows: readonly {
    list: EditionId
    /** `10`, or `=32` where it is shared. */
    place: string
    system: string
    rmax: string | null
    href: string
  }[]
  /** How many rows decide it besides those that are named. */
  more: number
}

/** Everything that the page of claims shows. */
export type ClaimsPageProps = {
  lead: string
  /** The text that was pasted, empty for the article’s statements; what can be read of one, and how long it may be. */
  say: string
  readable: string
  longest: number
  /** The sentences of it that were not understood, and the place of each in the text. */
  left: readonly { at: number; text: string }[]
  /** Back to the article’s statements; null where they are shown. */
  article: string | null
  listLinks: ListLinksProps
  /** The form for composing a claim. */
  form: ComposeFormProps
  /** The lists to choose from, newest first. */
  choices: readonly { value: EditionId; label: string }[]
  list: EditionId
  notices: readonly Notice[]
  claims: readonly ClaimLine[]
  /** Systems that were announced and are on no list. */
  reported: readonly ReportedSystem[]
  compare: string
  /** The page that tells the article’s question with charts. */
  story: string
  source: string
  theme: View['theme']
  themes: readonly ThemeLink[]
}

function Rows({ rows, more }: Pick<ClaimLine, 'rows' | 'more'>) {
  if (rows.length === 0) return null
  return (
    <ul className={`mt-2 flex flex-wrap gap-x-6 gap-y-1 ${ASIDE}`} aria-label="Rows that decide it">
      {rows.map(({ list, place, system, rmax, href }) => (
        <li key={href}>
          {`Rank ${place} of ${list}${rmax === null ? '' : `, ${rmax}`}: `}
          <a className={TOUCH} href={href}>
            {system}
          </a>
        </li>
      ))}
      {more > 0 && <li>{`and ${more} more rows`}</li>}
    </ul>
  )
}

function ClaimArticle({ claim }: { claim: ClaimLine }) {
  const { id, pages, isRead, statement, verdict, sentences, nearMisses, note, rows, more } = claim
  return (
    <article id={id} className="mt-8 border-t border-grid pt-4" aria-labelledby={`${id}-said`}>
      <p className="font-strong">{verdict}</p>
      <h2 id={`${id}-said`} className="mt-1 max-w-[40em]">
        <a className="no-underline hover:underline" href={`#${id}`}>
          “{statement}”
        </a>
      </h2>
      {sentences.map((sentence) => (
        <p key={plainTold(sentence)} className="mt-2 max-w-[52em]">
          <Words told={sentence} />
        </p>
      ))}
      <Rows rows={rows} more={more} />
      {pages.length > 0 && (
        <ul
          className={`mt-2 flex flex-wrap gap-x-6 print:hidden ${ASIDE}`}
          aria-label="Pages, each with a picture and a citation"
        >
          {isRead && <li>Understood as:</li>}
          {pages.map(({ label, href }) => (
            <li key={href}>
              <a className={TOUCH} href={href}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      )}
      <ul className={`mt-2 ${NOTES}`}>
        {[...nearMisses, ...(note ? [[note]] : [])].map((text) => (
          <li key={plainTold(text)}>
            <Words told={text} />
          </li>
        ))}
      </ul>
    </article>
  )
}

function ClaimsForm(page: ClaimsPageProps) {
  return (
    <form action="/claims" method="get" className="mt-4">
      <label htmlFor="claims-say">A text with statements about the list</label>
      <textarea
        id="claims-say"
        name="say"
        rows={3}
        maxLength={page.longest}
        className={`mt-1 block w-full max-w-[52em] ${FIELD}`}
        defaultValue={page.say}
        placeholder="China 219, US 116 in June 2019."
        aria-describedby="claims-readable"
      />
      <p id="claims-readable" className={SUBTITLE}>
        {page.readable} Rules and names read it, no language model.
      </p>
      <div className={LINE}>
        <label htmlFor="claims-list">On the list of</label>
        <select id="claims-list" name="list" className={FIELD} defaultValue={page.list}>
          {page.choices.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
        {page.theme !== 'system' && <input type="hidden" name="theme" value={page.theme} />}
        <button type="submit" className={BUTTON}>
          Check
        </button>
        {page.article && (
          <a className={TOUCH} href={page.article}>
            The article’s statements
          </a>
        )}
        <a className={TOUCH} href={page.compare}>
          Compare organisations on the list
        </a>
        <a className={TOUCH} href={page.story}>
          The story of Azure’s five
        </a>
      </div>
    </form>
  )
}

/** The statements of the article, each with what a list says of it. */
export function ClaimsPage(page: ClaimsPageProps) {
  return (
    <main id="content" className={PAGE} data-theme={page.theme}>
      <ListLinks {...page.listLinks} />
      <h1>True, false, or it depends</h1>
      <p className="mt-2 max-w-[52em]">{page.lead}</p>
      <p className={SUBTITLE}>
        Statements held against the rows of the lists: an article’s on Microsoft’s place in
        supercomputing, in our words, or those of any text. A figure holds within the precision in
        which it is written, and what a list does not give is never called false.
      </p>
      <ClaimsForm {...page} />
      <ComposeForm {...page.form} />
      <Notices notices={page.notices} />
      {page.claims.map((claim) => (
        <ClaimArticle key={claim.id} claim={claim} />
      ))}
      {page.left.length > 0 && (
        <section className="mt-8 border-t border-grid pt-4" aria-labelledby="not-understood">
          <h2 id="not-understood">Not understood</h2>
          {page.left.map(({ at, text }) => (
            <p key={at} className="mt-2 max-w-[52em] wrap-anywhere text-muted">
              {text}
            </p>
          ))}
        </section>
      )}
      <div className="mt-14">
        <ReportedSystems systems={page.reported} estimates={page.theme} />
      </div>
      <footer className={SOURCE}>
        <p>{page.source}</p>
        <ThemeLinks links={page.themes} />
      </footer>
    </main>
  )
}
