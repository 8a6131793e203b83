'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { Figure } from '@/lib/figure/figure'
import { BUTTON, LINE, MENU, SUMMARY } from '../../look'
import type { Explorer } from './explorer'

/** Where a chart's own figures are to be had, to draw it anew. */
export type ExplorerLink = { id: string; title: string; source: string }

type Loaded = { source: string; figure: Figure; host: HTMLElement; Draw: typeof Explorer }

const placeOf = (id: string) =>
  document.querySelector<HTMLElement>(`[data-chart="${CSS.escape(id)}"]`)

/** The figures of a chart and what draws it, fetched once they are wanted; `failed` where they could not be had. */
function useFigure({ id, source }: ExplorerLink) {
  const [loaded, setLoaded] = useState<Loaded | null>(null)
  const [failed, setFailed] = useState(false)
  const load = useCallback(async () => {
    setFailed(false)
    try {
      const [answer, { Explorer: Draw }] = await Promise.all([fetch(source), import('./explorer')])
      const host = placeOf(id)
      if (!answer.ok || !host) throw new Error(`The chart answered ${answer.status}`)
      const figure: Figure = await answer.json()
      setLoaded({ source, figure, host, Draw })
    } catch {
      setFailed(true)
    }
  }, [id, source])
  return { loaded: loaded?.source === source ? loaded : null, failed, load }
}

/** The menu of a chart that lets a reader look closer: zoom into a span, hide series, change a scale, without another page. */
export function ExplorerMenu(link: ExplorerLink) {
  const menu = useRef<HTMLDetailsElement>(null)
  const [open, setOpen] = useState(false)
  const { loaded, failed, load } = useFigure(link)

  // It may have been opened before the page woke.
  useEffect(() => setOpen(menu.current?.open ?? false), [])
  useEffect(() => {
    if (open) void load()
  }, [open, load])

  return (
    <details
      className={`explore ${MENU} noscript:hidden`}
      ref={menu}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary className={SUMMARY}>
        Zoom and hide<span className="sr-only"> in “{link.title}”</span>
      </summary>
      {open && loaded ? (
        <loaded.Draw key={loaded.source} host={loaded.host} of={loaded.figure} />
      ) : (
        <p className={LINE} role="status">
          {failed ? 'The server does not answer.' : 'Loading…'}
          {failed && (
            <button type="button" className={BUTTON} onClick={() => void load()}>
              Try again
            </button>
          )}
        </p>
      )}
    </details>
  )
}
