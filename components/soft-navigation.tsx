'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useLayoutEffect, useRef, useState, useTransition } from 'react'
import { BUTTON } from './look'
import { currentPlace, type Place, returnTo } from './place'
import { viewLink } from './view-link'

/** What a link or form must carry to be followed without loading the page anew. */
const SOFT_LINK = 'a[data-view]'
const SOFT_FORM = 'form[data-view]'

declare global {
  interface Window {
    /** Ends what `approach-script` does for choices that are made before this component is there. */
    early?: AbortController
    /** The query of such a choice. */
    earlyChoice?: string
  }
}

/** What a form asks for, as the query of a link. */
function queryOf(form: HTMLFormElement): string {
  const query = new URLSearchParams()
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string') query.append(name, value)
  return query.toString()
}

/** Shows in the form's controls what the page shows. */
function setControls(values: Readonly<Record<string, string>>): void {
  const form = document.querySelector(SOFT_FORM)
  if (!(form instanceof HTMLFormElement)) return
  for (const control of form.elements) {
    if (!(control instanceof HTMLSelectElement || control instanceof HTMLInputElement)) continue
    const value = control.type === 'hidden' ? undefined : values[control.name]
    if (value === undefined) continue
    const select = control instanceof HTMLSelectElement
    control.value = select && ![...control.options].some((one) => one.value === value) ? '' : value
  }
}

/**
 * Follows the page's own links and its form without a new page load, so that scroll position, focus and whatever is
 * open stay. Where the server does not answer the page stays too, says so, and asks again. Without it every link and
 * the form work as the browser has them.
 *
 * @param values what each named control of the form has to show for the view at hand, so that the
 *   controls follow the back button too.
 */
export function SoftNavigation({ values }: { values: Readonly<Record<string, string>> }) {
  const router = useRouter()
  const [asking, setAsking] = useState(false)
  const [away, setAway] = useState(false)
  const [moving, startTransition] = useTransition()
  const asked = useRef<AbortController | null>(null)
  const place = useRef<Place | null>(null)
  const nudge = useRef<EventTarget>(null)

  const cancel = useCallback(() => {
    asked.current?.abort()
    asked.current = null
    setAsking(false)
    setAway(false)
  }, [])

  const go = useCallback(
    async (query: string) => {
      asked.current?.abort()
      const asking = new AbortController()
      asked.current = asking
      nudge.current ??= new EventTarget()
      setAsking(true)
      const href = await viewLink(query, {
        signal: asking.signal,
        onAway: () => setAway(true),
        nudge: nudge.current,
      })
      if (href === null) return
      startTransition(() => {
        cancel()
        place.current = currentPlace()
        router.push(href, { scroll: false })
      })
    },
    [router, cancel],
  )

  // Before an early choice is shown, which asks for another view than the one at hand.
  useEffect(() => setControls(values), [values])

  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      if (event.defaultPrevented || event.button !== 0) return
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
      const link = event.target instanceof Element ? event.target.closest(SOFT_LINK) : null
      if (!(link instanceof HTMLAnchorElement) || link.target) return
      event.preventDefault()
      void go(link.search.slice(1))
    }
    const onChange = (event: Event) => {
      const control = event.target
      if (control instanceof HTMLSelectElement && control.form?.matches(SOFT_FORM)) {
        control.form.requestSubmit()
      }
    }
    const onSubmit = (event: SubmitEvent) => {
      const form = event.target
      if (!(form instanceof HTMLFormElement) || !form.matches(SOFT_FORM)) return
      event.preventDefault()
      void go(queryOf(form))
    }

    window.early?.abort()
    const early = window.earlyChoice
    if (early !== undefined) {
      setControls(Object.fromEntries(new URLSearchParams(early)))
      void go(early)
    }
    window.earlyChoice = undefined
    document.addEventListener('click', onClick)
    document.addEventListener('change', onChange)
    document.addEventListener('submit', onSubmit)
    // Who goes back or forward asks for something else.
    window.addEventListener('popstate', cancel)
    return () => {
      document.removeEventListener('click', onClick)
      document.removeEventListener('change', onChange)
      document.removeEventListener('submit', onSubmit)
      window.removeEventListener('popstate', cancel)
    }
  }, [go, cancel])

  // Before the new view is painted, so that nothing is seen to jump.
  useLayoutEffect(() => {
    if (!moving && place.current) {
      returnTo(place.current)
      place.current = null
    }
    const busy = asking || moving
    const show = () => document.documentElement.toggleAttribute('data-pending', busy)
    if (busy) {
      show()
      return
    }
    // Once the new view is painted: until then the browser must not move the page, see the style sheet.
    const painted = requestAnimationFrame(() => requestAnimationFrame(show))
    return () => cancelAnimationFrame(painted)
  }, [asking, moving])

  return (
    <div role="status">
      {away && (
        <AwayNote
          onNow={() => nudge.current?.dispatchEvent(new Event('now'))}
          onKeep={() => {
            cancel()
            setControls(values)
          }}
        />
      )}
    </div>
  )
}

/** What is said while the server does not answer. */
function AwayNote({ onNow, onKeep }: { onNow: () => void; onKeep: () => void }) {
  return (
    <p className="fixed inset-x-0 bottom-0 z-3 max-w-none border-t border-ink bg-paper px-[max(1rem,calc((100%-1120px)/2))] py-3">
      The server does not answer. The page still shows what you chose before, and asks again every
      few seconds.{' '}
      <button type="button" className={BUTTON} onClick={onNow}>
        Ask now
      </button>{' '}
      <button type="button" className={BUTTON} onClick={onKeep}>
        Keep this view
      </button>
    </p>
  )
}
