import { PAGE } from './look'
/** Says that an address leads nowhere, and names the lists that there are. */
export function NotFoundPage({ lists }: { lists: readonly { label: string; href: string }[] }) {
  return (
    <main id="content" className={PAGE}>
      <h1>There is no such list or page</h1>
      {lists.length === 0 ? (
        <p>No lists yet. Upload one on the page “Lists” to begin.</p>
      ) : (
        <section aria-labelledby="lists">
          <h2 id="lists">Available lists</h2>
          <ul className="lists mt-4 grid grid-cols-[repeat(auto-fill,minmax(10rem,1fr))]">
            {lists.map(({ label, href }) => (
              <li key={href}>
                <a className="inline-block leading-[44px]" href={href}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </main>
  )
}
