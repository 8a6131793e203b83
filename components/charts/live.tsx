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
import { spokenTooltip, tooltipOf } from '@/lib/figure/tooltip'
import type { LiveChart as Live } from '@/lib/scene/live'
import { MARKS } from '@/lib/scene/marks/marks'
import type { SceneMark } from '@/lib/scene/scene'
import { markAt, neighbour } from '@/lib/scene/walk'
import type { Approach } from './approach'
import { Highlight } from './highlight'
import { Plot } from './plot'
import { Tip } from './tip'

/** How far from a mark a pointer may be and still mean it, in pixels of the frame. */
const REACH = { mouse: 24, touch: 44 }

/** Waits until Recharts has drawn, at most this many frames, before the server's picture goes. */
const PATIENCE = 30

/**
 * Until Recharts has drawn every mark its picture lies unseen over the server's. Its own layers would take the focus from
 * the chart when they are pressed; the chart finds marks by place.
 */
const LAYER =
  'invisible absolute inset-0 print:hidden group-data-live/chart:visible group-data-live/chart:relative [&_.recharts-surface]:pointer-events-none [&_.recharts-surface]:h-auto [&_.recharts-surface]:w-full data-highlight:[&_.recharts-scatter]:opacity-35 motion-safe:[&_.recharts-scatter]:[transition:opacity_120ms]'

/** How many elements Recharts draws for the marks: one for each, or for each series of a line. */
const elementsOf = ({ marks }: Live['scene']) =>
  new Set(marks.map(({ id, series, type }) => (MARKS[type].joined ? series : id))).size

/** The address of a row's own page, in the theme of this one; null where rows have none. */
function pageOf({ page }: Live['rows'], { row }: SceneMark): string | null {
  if (page === undefined) return null
  const theme = new URLSearchParams(location.search).get('theme')
  return `${page}${row}${theme ? `?${new URLSearchParams({ theme })}` : ''}`
}

/** The mark that is pointed at, and by what. */
type Active = { mark: SceneMark; by: 'pointer' | 'keyboard' } | null

/**
 * The interactive chart: Recharts' drawing of the scene, and what answers a pointer, a finger or the arrow keys.
 *
 * @param host the focusable element around it, which receives the keys.
 * @param approach where the pointer was that called for it.
 * @param onReady called once, when every mark is drawn.
 */
export function LiveChart(props: {
  chart: Live
  host: HTMLElement
  approach: RefObject<Approach>
  onReady: () => void
}) {
  const { chart, host, approach, onReady } = props
  const { scene, rows } = chart
  const [active, setActive] = useState<Active>(null)
  const latest = useRef<Active>(null)
  const elements = useMemo(() => elementsOf(scene), [scene])
  latest.current = active

  const point = useCallback(
    (at: { clientX: number; clientY: number }, reach: number) => {
      const picture = host.querySelector('[data-layer=live]')?.getBoundingClientRect()
      if (!picture || picture.width === 0) return
      const scale = scene.frame.width / picture.width
      const mark = markAt(
        scene,
        {
          x: (at.clientX - picture.left) * scale,
          y: (at.clientY - picture.top) * scale,
        },
        reach * scale,
      )
      setActive(mark ? { mark, by: 'pointer' } : null)
    },
    [scene, host],
  )

  useEffect(() => {
    let shown: string | undefined
    const follow = (mark: SceneMark, beside = false) => {
      const address = pageOf(rows, mark)
      if (address !== null) window.open(address, beside ? '_blank' : '_self')
    }
    const onMove = (event: PointerEvent) => {
      if (event.pointerType !== 'touch') point(event, REACH.mouse)
    }
    const onTap = (event: PointerEvent) => {
      shown = latest.current?.mark.id
      if (event.pointerType === 'touch') point(event, REACH.touch)
    }
    // A finger is told of a mark by its first tap, and follows it by the second.
    const onClick = (event: MouseEvent) => {
      const mark = latest.current?.mark
      const known = !(event instanceof PointerEvent) || event.pointerType !== 'touch'
      if (mark && (known || mark.id === shown)) follow(mark, event.ctrlKey || event.metaKey)
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
      if (event.key === 'Enter' && latest.current) return follow(latest.current.mark)
      const mark = neighbour(scene, latest.current?.mark ?? null, event.key)
      if (!mark) return
      event.preventDefault()
      setActive({ mark, by: 'keyboard' })
    }
    const onBlur = () => setActive(null)
    host.addEventListener('pointermove', onMove)
    host.addEventListener('pointerdown', onTap)
    host.addEventListener('click', onClick)
    host.addEventListener('pointerleave', onLeave)
    host.addEventListener('keydown', onKey)
    host.addEventListener('blur', onBlur)
    return () => {
      host.removeEventListener('pointermove', onMove)
      host.removeEventListener('pointerdown', onTap)
      host.removeEventListener('click', onClick)
      host.removeEventListener('pointerleave', onLeave)
      host.removeEventListener('keydown', onKey)
      host.removeEventListener('blur', onBlur)
    }
  }, [host, point, scene, rows])

  useLayoutEffect(() => {
    let frame = 0
    let waited = 0
    const look = () => {
      const drawn = host.querySelectorAll('[data-layer=live] :is([data-mark], [data-marks])').length
      if (drawn < elements && waited++ < PATIENCE) {
        frame = requestAnimationFrame(look)
        return
      }
      onReady()
      if (approach.current) point(approach.current, REACH.touch)
    }
    frame = requestAnimationFrame(look)
    return () => cancelAnimationFrame(frame)
  }, [host, elements, approach, point, onReady])

  const series = scene.series.find(({ key }) => key === active?.mark.series)
  const ofOrganisation = series !== undefined && series.colour !== 'context'
  const tooltip = active && tooltipOf(rows, active.mark.row)
  const plot = useMemo(() => <Plot scene={scene} />, [scene])

  return (
    <div
      data-layer="live"
      data-highlight={ofOrganisation || undefined}
      className={active && rows.page !== undefined ? `${LAYER} cursor-pointer` : LAYER}
    >
      {plot}
      {active && <Highlight scene={scene} mark={active.mark} />}
      {active && tooltip && (
        <Tip
          frame={scene.frame}
          mark={active.mark}
          tooltip={tooltip}
          leads={rows.page !== undefined}
        />
      )}
      <p className="sr-only" aria-live="polite">
        {active?.by === 'keyboard' && tooltip
          ? `${spokenTooltip(tooltip)}${rows.page === undefined ? '' : ' Enter opens its page.'}`
          : ''}
      </p>
    </div>
  )
}
