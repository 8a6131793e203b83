import { SITE_LINE } from './look'
import { SearchField } from './search-field'
import { SearchKeys } from './search-keys'
import { still } from './still'

/** The pages that the header leads to; a page adds its row when it exists. */
const PAGES: readonly { href: string; label: string }[] = [
  { href: '/', label: 'Compare' },
  { href: '/time', label: 'Through time' },
  { href: '/claims', label: 'Claims' },
  { href: '/changes', label: 'Changes' },
  { href: '/rank', label: 'Ranks' },
  { href: '/lists', label: 'Lists' },
  { href: '/verify', label: 'Verify a picture' },
]

const SITE_LINK =
  'inline-block py-1 leading-6 decoration-1 underline-offset-[0.2em] hover:underline phone:min-w-11 phone:py-0 phone:leading-[44px]'

/** The way to the other pages, the same on every page. */
const WAYS = still(
  <nav aria-label="Pages" className="ml-auto phone:order-last phone:ml-0 phone:basis-full">
    <ul className="flex flex-wrap gap-x-6 phone:gap-x-4">
      {PAGES.map(({ href, label }) => (
        <li key={href}>
          <a className={SITE_LINK} href={href}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  </nav>,
)

/** Wordmark, the way to the other pages, and the search. Plain links: a page is complete without script. */
export function SiteHeader({ nonce }: { nonce: string | undefined }) {
  return (
    <header className="text-small text-muted print:hidden">
      <div className={SITE_LINE}>
        <a className={`${SITE_LINK} font-strong text-ink`} href="/">
          TOP500 Compare
        </a>
        {WAYS}
        <SearchField />
        <SearchKeys nonce={nonce} />
      </div>
    </header>
  )
}
