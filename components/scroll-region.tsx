import type { ReactNode } from 'react'

/** What scrolls must be reachable by keyboard, although it is no control. */
const FOCUSABLE = 0

/** Holds what may be wider than the page: it scrolls by itself, by keyboard too, and says what it is. */
export function ScrollRegion({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section
      className="mt-4 overflow-x-auto overscroll-x-contain print:overflow-visible"
      aria-label={label}
      tabIndex={FOCUSABLE}
    >
      {children}
    </section>
  )
}
