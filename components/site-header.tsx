/** The pages that the header leads to; a page adds its row when it exists. */
const PAGES: readonly { href: string; label: string }[] = [
  { href: '/', label: 'Compare' },
  { href: '/lists', label: 'Lists' },
  { href: '/verify', label: 'Verify a picture' },
]

/** Wordmark and the way to the other pages. Plain links: a page is complete without script. */
export function SiteHeader() {
  return (
    <header className="site">
      <div className="site-line">
        <a className="wordmark" href="/">
          TOP500 Compare
        </a>
        <nav aria-label="Pages">
          <ul>
            {PAGES.map(({ href, label }) => (
              <li key={href}>
                <a href={href}>{label}</a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </header>
  )
}
