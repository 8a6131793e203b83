import { useLayoutEffect } from 'react'
import type { Rows } from '@/lib/figure/figure'
import { MARKS } from '@/lib/scene/marks/marks'
import type { Scene } from '@/lib/scene/scene'

/** Waits until Recharts has drawn, at most this many frames, before the server's picture goes. */
const PATIENCE = 30

/** How many elements Recharts draws for the marks: one for each, or for each series of a line. */
const elementsOf = ({ marks }: Scene) =>
  new Set(marks.map(({ id, series, type }) => (MARKS[type].joined ? series : id))).size

const tell = (figure: HTMLElement, detail: { scene: Scene; rows: Rows } | null) =>
  figure.dispatchEvent(new CustomEvent('redrawn', { bubbles: true, detail }))

/** Tells what answers pointers, see `pointing/layer`, that a chart was drawn anew, once it is; and when it is gone. */
export function useDrawn(figure: HTMLElement, scene: Scene, rows: Rows): void {
  useLayoutEffect(() => {
    const elements = elementsOf(scene)
    let frame = 0
    let waited = 0
    const look = () => {
      const drawn = figure.querySelectorAll(
        '[data-layer=live] :is([data-mark], [data-marks])',
      ).length
      if (drawn < elements && waited++ < PATIENCE) frame = requestAnimationFrame(look)
      else tell(figure, { scene, rows })
    }
    frame = requestAnimationFrame(look)
    return () => cancelAnimationFrame(frame)
  }, [figure, scene, rows])
  useLayoutEffect(() => () => void tell(figure, null), [figure])
}
