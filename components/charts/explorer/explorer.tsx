'use client'

import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import type { Figure, Value } from '@/lib/figure/figure'
import { type Narrowing, narrow, narrowable, WHOLE } from '@/lib/figure/narrow'
import { layScene } from '@/lib/scene/lay'
import { frameFor } from '../frames'
import { Plot } from '../plot'
import { Controls, wordsOf } from './controls'
import { useDrag } from './drag'
import { useDrawn } from './drawn'

/** The width of the frame in which a chart is seen; it follows the window. */
function useFrame(figure: HTMLElement): number {
  const [width, setWidth] = useState(() => frameFor(figure.clientWidth))
  useEffect(() => {
    const observer = new ResizeObserver(() => setWidth(frameFor(figure.clientWidth)))
    observer.observe(figure)
    return () => observer.disconnect()
  }, [figure])
  return width
}

/** A place over the server's picture, for as long as it is needed. */
function useLayer(figure: HTMLElement): HTMLElement {
  const layer = useMemo(() => {
    const made = document.createElement('div')
    made.dataset.layer = 'live'
    made.className = LAYER
    return made
  }, [])
  useEffect(() => {
    figure.append(layer)
    return () => layer.remove()
  }, [figure, layer])
  return layer
}

/** Until Recharts has drawn every mark its picture lies unseen over the server's. Pointers go through to the figure. */
const LAYER =
  'invisible absolute inset-0 print:hidden group-data-redrawn/chart:visible group-data-redrawn/chart:relative [&_.recharts-surface]:pointer-events-none [&_.recharts-surface]:h-auto [&_.recharts-surface]:w-full'

/**
 * A chart that its reader takes apart: some of its series, a span of its ranks or lists, another scale. Recharts draws it
 * over the server's picture, from the same scene, and what answers pointers and keys there answers here.
 * @param host the chart's place on the page. @param of the whole chart.
 */
export function Explorer({ host, of }: { host: HTMLElement; of: Figure }) {
  const [asked, setAsked] = useState<Narrowing>(WHOLE)
  const offered = useMemo(() => narrowable(of), [of])
  const width = useFrame(host)
  const scene = useMemo(
    () => layScene(narrow(of, asked), { width, words: false }),
    [of, asked, width],
  )
  const layer = useLayer(host)
  useDrawn(host, scene, of.rows)
  const latest = useRef(scene)
  latest.current = scene
  const onSpan = useCallback(
    (from: Value, to: Value) => setAsked((now) => ({ ...now, from, to })),
    [],
  )
  useDrag(host, latest, offered.stops.length > 0 ? onSpan : null)
  const plot = useMemo(() => <Plot scene={scene} />, [scene])
  return (
    <>
      {createPortal(plot, layer)}
      <Controls figure={of} offered={offered} asked={asked} onAsk={setAsked} />
      <p className="mt-3 text-muted" role="status">
        {wordsOf(of, offered, asked)}
      </p>
    </>
  )
}
