'use client'

import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { BUTTON, LINE, MENU, SUMMARY } from './look'

/** What a menu beneath a chart is called, and how what it holds is had. */
type LateMenuProps<T> = {
  /** Classes of its own. */
  name: string
  label: string
  /** What follows the label for those who hear it, as every chart has the same menus. */
  about: string
  /** Address of what it holds; another one means other contents. */
  source: string
  /** Fetches that; fails where it cannot be had. */
  load: () => Promise<T>
  /** What stands in it, once that is there. */
  children: (held: T) => ReactNode
  /** Whether that stays as it was left while the menu is closed. */
  lasting?: boolean
  /** What stands in it for readers without script. */
  otherwise?: ReactNode
}

/** What a menu holds, fetched once it is wanted; `failed` where it could not be had. */
function useHeld<T>(source: string, load: () => Promise<T>) {
  const [held, setHeld] = useState<{ source: string; value: T } | null>(null)
  const [failed, setFailed] = useState(false)
  const latest = useRef(load)
  latest.current = load
  const fetchIt = useCallback(async () => {
    setFailed(false)
    try {
      const value = await latest.current()
      setHeld({ source, value })
    } catch {
      setFailed(true)
    }
  }, [source])
  return { held: held?.source === source ? held : null, failed, fetchIt }
}

/** A menu whose contents are fetched when it is opened, and asked for again where the server was away. */
export function LateMenu<T>(props: LateMenuProps<T>) {
  const { name, label, about, source, load, children, lasting, otherwise } = props
  const menu = useRef<HTMLDetailsElement>(null)
  const [open, setOpen] = useState(false)
  const { held, failed, fetchIt } = useHeld(source, load)

  // It may have been opened before the page woke.
  useEffect(() => setOpen(menu.current?.open ?? false), [])
  useEffect(() => {
    if (open) void fetchIt()
  }, [open, fetchIt])

  return (
    <details
      className={`${name} ${MENU}`}
      ref={menu}
      onToggle={(event) => {
        if (event.target === event.currentTarget) setOpen(event.currentTarget.open)
      }}
    >
      <summary className={SUMMARY}>
        {label}
        <span className="sr-only"> {about}</span>
      </summary>
      {held && (open || lasting) ? (
        children(held.value)
      ) : (
        <p className={LINE} role="status">
          <span className="noscript:hidden">
            {failed ? 'The server does not answer.' : 'Loading…'}
          </span>
          {failed && (
            <button type="button" className={BUTTON} onClick={() => void fetchIt()}>
              Try again
            </button>
          )}
          {otherwise}
        </p>
      )}
    </details>
  )
}

/** What an address answers as JSON; fails where it does not. */
export async function fetchJson<T>(address: string): Promise<T> {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`)
  return answer.json()
}
