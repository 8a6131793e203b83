'use client'

import { PAGE, QUIET_BUTTON } from '@/components/look'
/** What a reader sees when a page failed; the server's log holds the reason under the same number. */
export default function PageError({
  error,
  reset,
}: {
  error: Error & { digest?: string }
  reset: () => void
}) {
  return (
    <main id="content" className={`${PAGE} [&>h1]:mb-4 [&>p]:mb-3`}>
      <h1>This page could not be made</h1>
      <p>
        The fault is ours, not the link’s.
        {error.digest === undefined ? '' : ` The server noted it as ${error.digest}.`}
      </p>
      <p>
        <button type="button" className={QUIET_BUTTON} onClick={reset}>
          Try again
        </button>
      </p>
      <p>
        <a href="/">Go to the comparison of November 2021</a>
      </p>
    </main>
  )
}
