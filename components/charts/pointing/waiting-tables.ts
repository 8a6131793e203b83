import { whenIdle } from './idle'

/** A long table that nobody has come near yet, see `scroll-region`. */
const WAITING = '[data-waits]'

/**
 * Lays long tables out while nobody does anything, one after the other: a reader who scrolls fast finds them, and so does
 * a picture of the whole page, for which browsers bring nothing near.
 */
export function layOutTables(): void {
  const next = document.querySelector(WAITING)
  if (!next) return
  whenIdle(() => {
    layOut(next)
    layOutTables()
  })
}

const layOut = (table: Element) => table.removeAttribute('data-waits')

/** Lays all of them out at once, for paper: Chromium would take the scale of the paper from how they were. */
export function layOutAll(): void {
  for (const table of document.querySelectorAll(WAITING)) layOut(table)
}
