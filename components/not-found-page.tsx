import { PAGE } from './look'
import { element, inner } from './markup'

const linkOf = ({ label, href }: { label: string; href: string }) =>
  element('li', {}, [element('a', { class: 'inline-block leading-[44px]', href }, [label])])

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
          <ul
            className="lists mt-4 grid grid-cols-[repeat(auto-fill,minmax(10rem,1fr))]"
            // biome-ignore lint/security/noDangerouslySetInnerHtml: a link for each of all lists, as one string of our escaping serialiser, see `markup`
            dangerouslySetInnerHTML={inner(lists.map(linkOf))}
          />
        </section>
      )}
    </main>
  )
}
