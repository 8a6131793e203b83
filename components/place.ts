/** Everything in a part of the page that a reader can turn to. */
const CONTROLS = 'a[href], select, input:not([type=hidden]), button, summary'
const PARTS = 'form, nav, section, main'

/** Where a reader is on the page: a control, which one it is in its part, and how far from the top of the page. */
export type Place = { part: Element; at: number; control: HTMLElement; top: number }

const topOf = (control: Element) => control.getBoundingClientRect().top + scrollY

/** The place of the control that has the focus, or null where none has. */
export function currentPlace(): Place | null {
  const control = document.activeElement
  const part = control?.closest(PARTS)
  if (!(control instanceof HTMLElement) || !part) return null
  const at = [...part.querySelectorAll(CONTROLS)].indexOf(control)
  return { part, control, at, top: topOf(control) }
}

/**
 * Turns back to a place after the page has changed: to its control, or where that is gone, to the one that stands
 * there now. What grew or shrank above is scrolled away, unless the control itself has gone further than a screen,
 * as the one that shows more rows does.
 */
export function returnTo({ part, at, control, top }: Place): void {
  const there = part.querySelectorAll<HTMLElement>(CONTROLS)
  const now = control.isConnected ? control : there[Math.min(at, there.length - 1)]
  if (!now) return
  if (document.activeElement === document.body) now.focus({ preventScroll: true })
  const moved = topOf(now) - top
  if (scrollY > 0 && Math.abs(moved) < innerHeight) scrollBy({ top: moved, behavior: 'instant' })
}
