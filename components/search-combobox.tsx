'use client'

import { Autocomplete } from '@base-ui/react/autocomplete'
import { type ComponentProps, useEffect, useLayoutEffect, useRef, useState } from 'react'

/** What stood in the field when it began to suggest. */
export type Typed = { value: string; focused: boolean; from: number | null; to: number | null }

type Find = { kind: string; key: string; label: string; about: string; href: string }

/** How long somebody types before it is asked what answers, in milliseconds. */
const PAUSE_MS = 120
/** Finds that are suggested; the page has the others. */
const MOST = 8

/** What answers a text, asked when somebody pauses. Where the server does not answer nothing is suggested. */
function useFinds(text: string): readonly Find[] {
  const [finds, setFinds] = useState<readonly Find[]>([])
  useEffect(() => {
    const asking = new AbortController()
    const ask = async () => {
      if (text.trim() === '') return setFinds([])
      try {
        const query = new URLSearchParams({ q: text.trim() })
        const answer = await fetch(`/api/search?${query}`, { signal: asking.signal })
        const { results }: { results: readonly Find[] } = await answer.json()
        setFinds(answer.ok ? results.slice(0, MOST) : [])
      } catch {
        if (!asking.signal.aborted) setFinds([])
      }
    }
    const pause = setTimeout(() => void ask(), PAUSE_MS)
    return () => {
      clearTimeout(pause)
      asking.abort()
    }
  }, [text])
  return finds
}

/** The search field with suggestions. Enter without a suggestion sends the form, as without script. */
export function SearchCombobox(props: { typed: Typed; field: ComponentProps<'input'> }) {
  const { typed, field } = props
  const [text, setText] = useState(typed.value)
  const finds = useFinds(text)
  const input = useRef<HTMLInputElement>(null)

  useLayoutEffect(() => {
    if (!typed.focused) return
    input.current?.focus()
    input.current?.setSelectionRange(typed.from, typed.to)
  }, [typed])

  return (
    <Autocomplete.Root
      items={finds}
      mode="none"
      value={text}
      onValueChange={(value, { reason }) => {
        if (reason !== 'item-press') setText(value)
      }}
      itemToStringValue={({ label }) => label}
    >
      <Autocomplete.Input ref={input} {...field} />
      <Autocomplete.Portal>
        <Autocomplete.Positioner className="z-3" align="end" sideOffset={4}>
          <Autocomplete.Popup className="w-[min(28rem,calc(100vw-2rem))] border border-ink bg-paper text-small empty:hidden">
            <Autocomplete.List>
              {(find: Find) => (
                <Autocomplete.Item
                  key={`${find.kind} ${find.key}`}
                  value={find}
                  className="block cursor-pointer px-3 py-1.5 data-highlighted:bg-ink data-highlighted:text-paper phone:min-h-11"
                  onClick={() => location.assign(find.href)}
                >
                  <span className="block text-text">{find.label}</span>
                  <span className="block">{find.about}</span>
                </Autocomplete.Item>
              )}
            </Autocomplete.List>
          </Autocomplete.Popup>
        </Autocomplete.Positioner>
      </Autocomplete.Portal>
    </Autocomplete.Root>
  )
}
