import type { Notice } from '@/lib/link/codec'

/** What in the address was not understood, and what is shown instead. */
export function Notices({ notices }: { notices: readonly Notice[] }) {
  if (notices.length === 0) return null
  return (
    <section className="mt-6 border-l-3 border-ink pl-4" aria-label="Not understood">
      <ul className="grid gap-2">
        {notices.map((notice) => (
          <li key={`${notice.parameter} ${notice.value}`} className="wrap-anywhere">
            {notice.message}
          </li>
        ))}
      </ul>
    </section>
  )
}
