import { PAGE } from './look'
/** Says that a page could not be made. @param trouble what is the matter with the lists; null where the fault is ours. */
export function FailedPage({ trouble }: { trouble: string | null }) {
  return (
    <main id="content" className={`${PAGE} [&>h1]:mb-4 [&>p]:mb-3`}>
      <h1>This page could not be made</h1>
      <p>{trouble ?? 'The fault is the server’s, not the link’s. Its log says more.'}</p>
      <p>
        <a href="/">Go to the comparison of November 2021</a>
      </p>
    </main>
  )
}
