'use client'

import { type ComponentProps, useCallback, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { LONGEST_SEARCH } from '@/lib/link/story'
import { BUTTON } from './look'
import type { SearchCombobox, Typed } from './search-combobox'

/** What the field is, whether it suggests or not. */
const FIELD = {
  id: 'site-search',
  className:
    'w-[13rem] border border-faint bg-paper px-2 py-0.5 leading-6 text-ink placeholder:text-muted phone:min-h-11 phone:w-[10rem]',
  type: 'search',
  name: 'q',
  maxLength: LONGEST_SEARCH,
  'aria-label': 'Search systems, sites, makers and lists',
  'aria-keyshortcuts': '/ Control+K',
  placeholder: 'Search, or press /',
  enterKeyHint: 'search',
} as const satisfies ComponentProps<'input'>

/**
 * The search of every page: a form that works without script. What suggests as one types is loaded when somebody comes
 * to the field, and takes its place with what was typed by then.
 */
export function SearchField() {
  const field = useRef<HTMLInputElement>(null)
  const [loaded, setLoaded] = useState<{
    Combobox: typeof SearchCombobox
    typed: Typed
  } | null>(null)

  const load = useCallback(async () => {
    try {
      const { SearchCombobox: Combobox } = await import('./search-combobox')
      const input = field.current
      if (!input) return
      const { value, selectionStart, selectionEnd } = input
      const focused = document.activeElement === input
      const typed = { value, focused, from: selectionStart, to: selectionEnd }
      // At once, or what is typed until React finds the time would be lost.
      flushSync(() => setLoaded({ Combobox, typed }))
    } catch {
      // The form stays as it is, and leads to the page.
    }
  }, [])

  // Somebody may have come to the field before the page's scripts did.
  useEffect(() => {
    if (document.activeElement === field.current) void load()
  }, [load])

  return (
    <search className="print:hidden">
      <form action="/search">
        {loaded ? (
          <loaded.Combobox typed={loaded.typed} field={FIELD} />
        ) : (
          <input ref={field} {...FIELD} autoComplete="off" onFocus={() => void load()} />
        )}
        <button type="submit" className={`not-focus-visible:sr-only ${BUTTON}`}>
          Search
        </button>
      </form>
    </search>
  )
}
