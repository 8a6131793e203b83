import type { Figure, Rows } from '../figure/figure'
import { round } from './marks/mark'
import type { Scene } from './scene'

/** A chart as the browser needs it: the scene of its frame, and the rows that its marks tell. */
export type LiveChart = { scene: Scene; rows: Rows }

/** A scene with its places to a hundredth of a pixel, which no eye tells from more: half the bytes. */
export function liveChart({ rows }: Figure, scene: Scene): LiveChart {
  return {
    scene: {
      ...scene,
      marks: scene.marks.map((mark) => ({
        ...mark,
        x: round(mark.x),
        y: round(mark.y),
        size: round(mark.size),
      })),
    },
    rows,
  }
}
