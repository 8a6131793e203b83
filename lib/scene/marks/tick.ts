import type { PlacedMark } from '../scene'
import { circleAround, type MarkKind, rect, round, tenth } from './mark'

/** How much higher the ticks of the focus are. */
const FOCUS = 1.15

/** The width of a tick in pixels; that of the focus is a little wider. */
function widthOf({ size }: PlacedMark, focus: boolean): number {
  const thin = round(Math.min(Math.max(1.5, size * 0.04), 2))
  return focus ? round(thin * 1.2) : thin
}

/** A datum as a short upright line on its band. */
export const tick: MarkKind = {
  size: ({ focus }, base, band) => (band ?? base) * (focus ? FOCUS : 1),
  draw: (mark, look, colour) => {
    const width = widthOf(mark, look.focus)
    return rect({
      'data-mark': mark.id,
      fill: colour(look.colour),
      x: round(mark.x - width / 2),
      y: round(mark.y - mark.size / 2),
      width,
      height: round(mark.size),
    })
  },
  drawSeries: (marks, look, colour) => {
    const [first] = marks
    if (!first) return []
    const attrs = {
      'data-marks': look.key,
      d: marks
        .map(({ x, y, size }) => `M${tenth(x)} ${tenth(y - size / 2)}v${tenth(size)}`)
        .join(''),
      stroke: colour(look.colour),
      'stroke-width': widthOf(first, look.focus),
    }
    return [{ tag: 'path', attrs, children: [] }]
  },
  joined: false,
  bounds: (mark, { focus }) => {
    const half = widthOf(mark, focus) / 2
    const { x, y, size } = mark
    return { left: x - half, right: x + half, top: y - size / 2, bottom: y + size / 2 }
  },
  distance: ({ x, y, size }, at) =>
    (x - at.x) ** 2 + Math.max(0, Math.abs(y - at.y) - size / 2) ** 2,
  ring: (mark) => circleAround(mark, mark.size / 2),
  walk: 'series',
}
