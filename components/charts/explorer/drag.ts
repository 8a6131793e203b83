import { type RefObject, useEffect } from 'react'
import type { Value } from '@/lib/figure/figure'
import type { Scene } from '@/lib/scene/scene'

/** A pointer that moves less than this, in pixels of the screen, has clicked. */
const LEAST = 8

const BRUSH = 'pointer-events-none absolute border-x border-ink bg-ink/10'

/** The first and the last value of the marks between two places, in pixels of the frame; null where there are not two. */
export function spanBetween({ marks }: Scene, one: number, other: number): [Value, Value] | null {
  const within = marks
    .filter(({ x }) => x >= Math.min(one, other) && x <= Math.max(one, other))
    .sort((a, b) => a.x - b.x)
  const from = within.at(0)?.values.x
  const to = within.at(-1)?.values.x
  return from === undefined || to === undefined || from === to ? null : [from, to]
}

/** What is under way while a pointer is down: where it began, where the picture is, and what shows the span. */
type Drag = { begun: number; picture: DOMRect; scene: Scene; brush: HTMLElement }

const placeOf = ({ picture, scene }: Drag, clientX: number) =>
  ((clientX - picture.left) * scene.frame.width) / picture.width

function showBrush({ brush, picture, scene, begun }: Drag, figure: HTMLElement, now: number): void {
  const box = figure.getBoundingClientRect()
  const scale = picture.width / scene.frame.width
  const left = Math.max(Math.min(begun, now), picture.left + scene.plot.left * scale)
  const right = Math.min(Math.max(begun, now), picture.left + scene.plot.right * scale)
  brush.className = BRUSH
  brush.style.left = `${left - box.left}px`
  brush.style.width = `${Math.max(0, right - left)}px`
  brush.style.top = `${picture.top - box.top + scene.plot.top * scale}px`
  brush.style.height = `${(scene.plot.bottom - scene.plot.top) * scale}px`
}

/**
 * Lets a mouse draw a span over a chart. A finger scrolls the page, and has the controls.
 * @param latest the scene at hand. @param onSpan told of the span; null where a chart has none.
 */
export function useDrag(
  figure: HTMLElement,
  latest: RefObject<Scene>,
  onSpan: ((from: Value, to: Value) => void) | null,
): void {
  useEffect(() => {
    if (!onSpan) return
    let drag: Drag | null = null
    let dragged = false
    const onDown = (event: PointerEvent) => {
      dragged = false
      const picture = figure.querySelector('[data-layer=live] svg')?.getBoundingClientRect()
      if (event.pointerType === 'touch' || event.button !== 0 || !picture) return
      const brush = document.createElement('div')
      drag = { begun: event.clientX, picture, scene: latest.current, brush }
    }
    const onMove = (event: PointerEvent) => {
      if (!drag || (!dragged && Math.abs(event.clientX - drag.begun) < LEAST)) return
      if (!dragged) figure.append(drag.brush)
      dragged = true
      showBrush(drag, figure, event.clientX)
    }
    const onUp = (event: PointerEvent) => {
      const ended = drag
      drag = null
      ended?.brush.remove()
      if (!ended || !dragged) return
      const span = spanBetween(
        ended.scene,
        placeOf(ended, ended.begun),
        placeOf(ended, event.clientX),
      )
      if (span) onSpan(...span)
    }
    // What was drawn over is not meant to be opened.
    const onClick = (event: MouseEvent) => {
      if (dragged) event.stopPropagation()
      dragged = false
    }
    const onSelect = (event: Event) => event.preventDefault()
    figure.addEventListener('pointerdown', onDown)
    window.addEventListener('pointermove', onMove)
    window.addEventListener('pointerup', onUp)
    figure.addEventListener('click', onClick)
    figure.addEventListener('selectstart', onSelect)
    return () => {
      drag?.brush.remove()
      figure.removeEventListener('pointerdown', onDown)
      window.removeEventListener('pointermove', onMove)
      window.removeEventListener('pointerup', onUp)
      figure.removeEventListener('click', onClick)
      figure.removeEventListener('selectstart', onSelect)
    }
  }, [figure, latest, onSpan])
}
