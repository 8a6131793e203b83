import { type MarkKind, rect, round } from './mark'

/** How far the ring of a bar reaches over its sides, in pixels. */
const OVER = 3

/** An amount as a length along x. It is met along its whole length. */
export const bar: MarkKind = {
  size: (_, base, band) => band ?? base,
  draw: (mark, look, colour) => {
    const from = mark.from ?? mark.x
    return rect({
      'data-mark': mark.id,
      fill: colour(look.colour),
      x: round(from),
      y: round(mark.y - mark.size / 2),
      width: round(Math.max(mark.x - from, 1)),
      height: round(mark.size),
    })
  },
  drawSeries: (marks, look, colour) => marks.map((mark) => bar.draw(mark, look, colour)),
  joined: false,
  bounds: ({ x, y, size, from = x }) => ({
    left: Math.min(from, x),
    right: Math.max(from, x),
    top: y - size / 2,
    bottom: y + size / 2,
  }),
  distance: ({ x, y, size, from = x }, at) => {
    const dx = Math.max(0, Math.min(x, from) - at.x, at.x - Math.max(x, from))
    const dy = Math.max(0, Math.abs(y - at.y) - size / 2)
    return dx * dx + dy * dy
  },
  ring: ({ x, y, size }) => ({
    tag: 'path',
    attrs: { d: `M${round(x)} ${round(y - size / 2 - OVER)}v${round(size + 2 * OVER)}` },
    children: [],
  }),
  walk: 'series',
}
