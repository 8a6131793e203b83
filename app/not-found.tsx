import type { Metadata } from 'next'

export const metadata: Metadata = { title: 'Not found' }

/** For addresses at which nothing is. A list that does not exist has a page of its own, which names those that do. */
export default function NotFound() {
  return (
    <main id="content" className="plain">
      <h1>There is no page at this address</h1>
      <p>The link may have been cut off on its way, or the page has moved.</p>
      <p>
        <a href="/">Go to the comparison of November 2021</a>
      </p>
    </main>
  )
}
