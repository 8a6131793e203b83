'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useTransition } from 'react'

/** What a link or form must carry to be followed without loading the page anew. */
const SOFT_LINK = 'a[data-view]'
const SOFT_FORM = 'form[data-view]'

declare global {
  interface Window {
    /** Ends what `approach-script` does for choices that are made before this component is there. */
    early?: AbortController
  }
}

/**
 * Follows the page's own links and its form without a new page load, so that scroll position, focus and
 * the open chart stay. Draws nothing; without it every link and the form work as the browser has them.
 *
 * @param values what each named control of the form has to show for the view at hand, so that the
 *   controls follow the back button too.
 */
export function SoftNavigation({ values }: { values: Readonly<Record<string, string>> }) {
  const router = useRouter()
  const [pending, startTransition] = useTransition()

  useEffect(() => {
    const go = (href: string) => startTransition(() => router.push(href, { scroll: false }))

    const onClick = (event: MouseEvent) => {
      if (event.defaultPrevented || event.button !== 0) return
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
      const link = event.target instanceof Element ? event.target.closest(SOFT_LINK) : null
      if (!(link instanceof HTMLAnchorElement) || link.target) return
      event.preventDefault()
      go(`${link.pathname}${link.search}`)
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
      const query = new URLSearchParams()
      for (const [name, value] of new FormData(form)) {
        if (typeof value === 'string') query.append(name, value)
      }
      go(`${new URL(form.action).pathname}?${query}`)
    }

    window.early?.abort()
    document.addEventListener('click', onClick)
    document.addEventListener('change', onChange)
    document.addEventListener('submit', onSubmit)
    return () => {
      document.removeEventListener('click', onClick)
      document.removeEventListener('change', onChange)
      document.removeEventListener('submit', onSubmit)
    }
  }, [router])

  useEffect(() => {
    const form = document.querySelector(SOFT_FORM)
    if (!(form instanceof HTMLFormElement)) return
    for (const [name, value] of Object.entries(values)) {
      const control = form.elements.namedItem(name)
      if (control instanceof HTMLSelectElement || control instanceof HTMLInputElement) {
        control.value = value
      }
    }
  }, [values])

  useEffect(() => {
    document.documentElement.toggleAttribute('data-pending', pending)
  }, [pending])

  return null
}
