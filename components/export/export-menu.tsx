'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { BUTTON, LINE, MENU, QUIET_LINK, SUMMARY } from '../look'
import type { ExportChoices, ExportForm } from './export-form'

/** Where a chart's menu is to be had. */
export type ExportLink = {
  /** Of the chart, unique on its page. */
  id: string
  title: string
  /** Address of what the menu offers. */
  source: string
  /** Address of the page that offers the same. */
  page: string
}

type Loaded = { source: string; choices: ExportChoices; Form: typeof ExportForm }

/** What a menu holds, fetched once it is open; `failed` where it could not be had. */
function useChoices(source: string) {
  const [loaded, setLoaded] = useState<Loaded | null>(null)
  const [failed, setFailed] = useState(false)
  const load = useCallback(async () => {
    setFailed(false)
    try {
      const [answer, { ExportForm: Form }] = await Promise.all([
        fetch(source),
        import('./export-form'),
      ])
      if (!answer.ok) throw new Error(`The menu answered ${answer.status}`)
      const choices: ExportChoices = await answer.json()
      setLoaded({ source, choices, Form })
    } catch {
      setFailed(true)
    }
  }, [source])
  return { loaded: loaded?.source === source ? loaded : null, failed, load }
}

/**
 * The one menu of a chart: pictures, data and words to take away. It is made when it is opened; without script a page
 * offers the same.
 */
export function ExportMenu({ title, source, page }: ExportLink) {
  const menu = useRef<HTMLDetailsElement>(null)
  const [open, setOpen] = useState(false)
  const { loaded, failed, load } = useChoices(source)

  // It may have been opened before the page woke.
  useEffect(() => setOpen(menu.current?.open ?? false), [])
  useEffect(() => {
    if (open) void load()
  }, [open, load])

  return (
    <details
      className={`export ${MENU}`}
      ref={menu}
      onToggle={(event) => {
        if (event.target === event.currentTarget) setOpen(event.currentTarget.open)
      }}
    >
      <summary className={SUMMARY}>
        Export<span className="sr-only"> “{title}”</span>
      </summary>
      {loaded ? (
        <loaded.Form {...loaded.choices} />
      ) : (
        <p className={LINE} role="status">
          <span className="noscript:hidden">
            {failed ? 'The server does not answer.' : 'Loading…'}
          </span>
          {failed && (
            <button type="button" className={BUTTON} onClick={() => void load()}>
              Try again
            </button>
          )}
          <a className={`${QUIET_LINK} phone:leading-[44px] scripting:hidden`} href={page}>
            Pictures, data and words of this chart
          </a>
        </p>
      )}
    </details>
  )
}
