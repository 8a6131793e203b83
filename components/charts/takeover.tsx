'use client'

import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import type { LiveChart as Live } from '@/lib/scene/live'
import type { Approach } from './approach'
import { frameFor } from './frames'
import type { LiveChart } from './live'

declare global {
  interface Window {
    /** The event that woke the page's scripts; see `approach-script`. */
    approach?: Event
  }
}

/** The arrow keys move between the marks of a chart, so it must be reachable by keyboard. */
const FOCUSABLE = 0

type Loaded = { address: string; chart: Live; Chart: typeof LiveChart }

/**
 * Holds a chart that the server drew, and lets the interactive one take its place when a pointer, a finger
 * or the keyboard comes near. Nothing is loaded before, and nothing moves when it comes: both are drawn
 * from the same scene.
 *
 * @param id of the chart, unique on its page.
 * @param source where its scene is to be had, without `width`; carries a query.
 * @param label the name that assistive technology reads for the whole.
 * @param children the server's pictures, one per width.
 */
export function Takeover(props: {
  id: string
  source: string
  label: string
  children: ReactNode
}) {
  const { id, source, label, children } = props
  const host = useRef<HTMLElement>(null)
  const approach = useRef<Approach>(null)
  const wanted = useRef<string | null>(null)
  const [frame, setFrame] = useState<number | null>(null)
  const [loaded, setLoaded] = useState<Loaded | null>(null)
  const [readyFor, setReadyFor] = useState<Loaded | null>(null)
  const address = frame === null ? null : `${source}&width=${frame}`
  const live = loaded?.address === address ? loaded : null
  const ready = live !== null && readyFor === live

  const load = useCallback(async () => {
    if (address === null || wanted.current === address) return
    wanted.current = address
    try {
      const [{ LiveChart: Chart }, answer] = await Promise.all([import('./live'), fetch(address)])
      if (!answer.ok) throw new Error(`The chart's data answered ${answer.status}`)
      const chart: Live = await answer.json()
      if (wanted.current === address) setLoaded({ address, chart, Chart })
    } catch {
      // The picture that the server drew stays, and the next approach tries again.
      wanted.current = null
    }
  }, [address])

  useEffect(() => {
    if (!host.current) return
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setFrame(frameFor(entry.contentRect.width))
    })
    observer.observe(host.current)
    return () => observer.disconnect()
  }, [])

  useEffect(() => {
    const element = host.current
    if (!element) return
    // Somebody who came before the script did has asked already; so has one who stayed when the view changed.
    if (element.matches(':hover, :focus-within')) {
      if (window.approach instanceof PointerEvent) approach.current ??= window.approach
      void load()
    }
    const onPointer = (event: PointerEvent) => {
      approach.current = { clientX: event.clientX, clientY: event.clientY }
      void load()
    }
    const onFocus = () => void load()
    element.addEventListener('pointerenter', onPointer)
    element.addEventListener('pointermove', onPointer)
    element.addEventListener('pointerdown', onPointer)
    element.addEventListener('focusin', onFocus)
    return () => {
      element.removeEventListener('pointerenter', onPointer)
      element.removeEventListener('pointermove', onPointer)
      element.removeEventListener('pointerdown', onPointer)
      element.removeEventListener('focusin', onFocus)
    }
  }, [load])

  const onReady = useCallback(() => setReadyFor(live), [live])

  return (
    <figure
      ref={host}
      className="group/chart @container relative mt-4 [&_svg]:overflow-visible [&_svg]:[font-family:inherit] print:[&_svg]:h-auto print:[&_svg]:max-h-[105mm] print:[&_svg]:w-auto print:[&_svg]:max-w-full"
      data-chart={id}
      data-live={ready || undefined}
      role={ready ? 'application' : undefined}
      aria-label={ready ? `${label}. Arrow keys move between the marks, Escape leaves.` : label}
      tabIndex={FOCUSABLE}
    >
      <div data-layer="still" className={ready ? 'hidden print:block' : undefined}>
        {children}
      </div>
      {live && host.current && (
        <live.Chart
          key={live.address}
          chart={live.chart}
          host={host.current}
          approach={approach}
          onReady={onReady}
        />
      )}
    </figure>
  )
}
