import { whenIdle } from './idle'

/** A long table that nobody has come near yet, see `scroll-region`. */
const WAITING = '[data-waits]'

/**
 * Lays long tables out while nobody does anything, one after the other: a reader who scrolls fast finds them, and so does
 * a picture of the whole page, for which browsers bring nothing near.
 */
export function layOutTables(): void {
  const [next] = document.querySelectorAll(WAITING)
  if (!next) return
  whenIdle(() => {
    next.removeAttribute('data-waits')
    layOutTables()
  })
}
