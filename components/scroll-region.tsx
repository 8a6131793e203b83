import type { ReactNode } from 'react'

/** What scrolls must be reachable by keyboard, although it is no control. */
const FOCUSABLE = 0

const REGION = 'mt-4 overflow-x-auto overscroll-x-contain print:overflow-visible'

/**
 * The room that a table of so many rows or more is taken to need until it is laid out, in steps from long to short; after
 * that the browser remembers what it took. A shorter one is laid out at once.
 */
const ROOMS: readonly { rows: number; look: string }[] = [
  { rows: 400, look: '[contain-intrinsic-block-size:auto_20000px]' },
  { rows: 100, look: '[contain-intrinsic-block-size:auto_6000px]' },
  { rows: 40, look: '[contain-intrinsic-block-size:auto_2400px]' },
  { rows: 20, look: '[contain-intrinsic-block-size:auto_1200px]' },
  { rows: 10, look: '[contain-intrinsic-block-size:auto_600px]' },
]

/** A long table costs the page nothing before somebody comes near it or nobody does anything, see `pointing/waiting-tables`. */
const WAITS = 'scripting:not-print:data-waits:[content-visibility:auto]'

/**
 * Holds what may be wider than the page: it scrolls by itself, by keyboard too, and says what it is.
 * @param rows how many rows there are of a table.
 */
export function ScrollRegion(props: { label: string; rows: number; children: ReactNode }) {
  const { label, rows, children } = props
  const room = ROOMS.find((one) => rows >= one.rows)
  return (
    <section
      className={room ? `${REGION} ${WAITS} ${room.look}` : REGION}
      aria-label={label}
      tabIndex={FOCUSABLE}
      data-waits={room && ''}
      // It waits no longer when React comes.
      suppressHydrationWarning
    >
      {children}
    </section>
  )
}
