import { FIELD, PAGE, STRONG_BUTTON, SUBTITLE, TOUCH } from '@/components/look'
import { Notices } from '@/components/notices'
import type { Notice } from '@/lib/link/codec'
import { LONGEST_SEARCH } from '@/lib/link/story'
import type { View } from '@/lib/link/view'

/** What was found of one kind, the best first. */
export type FoundGroup = {
  kind: string
  title: string
  finds: readonly { href: string; label: string; about: string }[]
  /** How many more there are; null for none. */
  more: string | null
}

/** Everything that the page `/search` shows. */
export type SearchPageProps = {
  q: string
  headline: string
  about: string
  groups: readonly FoundGroup[]
  notices: readonly Notice[]
  theme: View['theme']
}

/** Finds systems, organisations, sites, countries, makers and lists. */
export function SearchPage({ q, headline, about, groups, notices, theme }: SearchPageProps) {
  return (
    <main id="content" className={PAGE} data-theme={theme}>
      <h1>{headline}</h1>
      <p className={SUBTITLE}>{about}</p>
      <search>
        <form action="/search" className="mt-6 flex flex-wrap gap-3">
          {theme !== 'system' && <input type="hidden" name="theme" value={theme} />}
          <input
            className={`${FIELD} w-[24rem]`}
            type="search"
            name="q"
            defaultValue={q}
            maxLength={LONGEST_SEARCH}
            aria-label="Name, site, computer or number"
            autoComplete="off"
            enterKeyHint="search"
          />
          <button type="submit" className={STRONG_BUTTON}>
            Search
          </button>
        </form>
      </search>
      <Notices notices={notices} />
      {groups.map(({ kind, title, finds, more }) => (
        <section key={kind} aria-labelledby={`found-${kind}`}>
          <h2 id={`found-${kind}`}>{title}</h2>
          <ul className="mt-3 grid gap-2">
            {finds.map(({ href, label, about: told }) => (
              <li key={href}>
                <a className={TOUCH} href={href}>
                  {label}
                </a>{' '}
                <span className="text-small text-muted phone:block">{told}</span>
              </li>
            ))}
          </ul>
          {more && <p className={SUBTITLE}>{more}</p>}
        </section>
      ))}
    </main>
  )
}
