'use client'

import {
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { ChartSpec, Mark } from '@/lib/chart/spec'
import { Highlight } from './highlight'
import { markAt, neighbour } from './nearest'
import { Plot } from './plot'
import type { Approach } from './takeover'
import { Tip } from './tip'

/** How far from a mark a pointer may be and still mean it, in pixels of the frame. */
const REACH = { mouse: 24, touch: 44 }

/** Waits until Recharts has drawn, at most this many frames, before the server's picture goes. */
const PATIENCE = 30

/** The mark that is pointed at, and by what. */
type Active = { mark: Mark; by: 'pointer' | 'keyboard' } | null

/** What a screen reader is told of a mark: the same words as the tip, as one sentence. */
function spoken(mark: Mark): string {
  return `${mark.tip.map(({ label, text }) => (label ? `${label} ${text}` : text)).join(', ')}.`
}

/**
 * The interactive chart: Recharts' drawing of the spec, and what answers a pointer, a finger or the arrow keys.
 *
 * @param host the focusable element around it, which receives the keys.
 * @param approach where the pointer was that called for it.
 * @param onReady called once, when every mark is drawn.
 */
export function LiveChart(props: {
  spec: ChartSpec
  host: HTMLElement
  approach: RefObject<Approach>
  onReady: () => void
}) {
  const { spec, host, approach, onReady } = props
  const [active, setActive] = useState<Active>(null)
  const latest = useRef<Active>(null)
  latest.current = active

  const point = useCallback(
    (at: { clientX: number; clientY: number }, reach: number) => {
      const picture = host.querySelector('.chart-live')?.getBoundingClientRect()
      if (!picture || picture.width === 0) return
      const scale = spec.frame.width / picture.width
      const mark = markAt(
        spec.marks,
        (at.clientX - picture.left) * scale,
        (at.clientY - picture.top) * scale,
        reach * scale,
      )
      setActive(mark ? { mark, by: 'pointer' } : null)
    },
    [spec, host],
  )

  useEffect(() => {
    const onMove = (event: PointerEvent) => {
      if (event.pointerType !== 'touch') point(event, REACH.mouse)
    }
    const onTap = (event: PointerEvent) => {
      if (event.pointerType === 'touch') point(event, REACH.touch)
    }
    const onLeave = (event: PointerEvent) => {
      if (event.pointerType !== 'touch') setActive(null)
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.target !== host || event.altKey || event.ctrlKey || event.metaKey) return
      if (event.key === 'Escape') {
        setActive(null)
        return
      }
      const mark = neighbour(spec, latest.current?.mark ?? null, event.key)
      if (!mark) return
      event.preventDefault()
      setActive({ mark, by: 'keyboard' })
    }
    const onBlur = () => setActive(null)
    host.addEventListener('pointermove', onMove)
    host.addEventListener('pointerdown', onTap)
    host.addEventListener('pointerleave', onLeave)
    host.addEventListener('keydown', onKey)
    host.addEventListener('blur', onBlur)
    return () => {
      host.removeEventListener('pointermove', onMove)
      host.removeEventListener('pointerdown', onTap)
      host.removeEventListener('pointerleave', onLeave)
      host.removeEventListener('keydown', onKey)
      host.removeEventListener('blur', onBlur)
    }
  }, [host, point, spec])

  useLayoutEffect(() => {
    let frame = 0
    let waited = 0
    const look = () => {
      const drawn = host.querySelectorAll('.chart-live [data-mark]').length
      if (drawn < spec.marks.length && waited++ < PATIENCE) {
        frame = requestAnimationFrame(look)
        return
      }
      onReady()
      if (approach.current) point(approach.current, REACH.touch)
    }
    frame = requestAnimationFrame(look)
    return () => cancelAnimationFrame(frame)
  }, [host, spec, approach, point, onReady])

  const series = spec.series.find(({ key }) => key === active?.mark.series)
  const ofOrganisation = series !== undefined && series.paint !== 'context'
  const plot = useMemo(() => <Plot spec={spec} />, [spec])

  return (
    <div className="chart-live" data-highlight={ofOrganisation || undefined}>
      {plot}
      {active && <Highlight spec={spec} mark={active.mark} />}
      {active && <Tip frame={spec.frame} mark={active.mark} />}
      <p className="sr-only" aria-live="polite">
        {active?.by === 'keyboard' ? spoken(active.mark) : ''}
      </p>
    </div>
  )
}
