import { REST } from '../../figure/figure'
import type { PlacedMark } from '../scene'
import { circleAround, type MarkKind, round } from './mark'

/** Width of a line in ems of the type: of the grey rest, of a series, and of the focus. */
const REST_WIDTH = 0.09
const WIDTH = 0.14
const FOCUS_WIDTH = 0.22

type Point = { x: number; y: number }

/** Squared distance from a point to a straight line between two others. */
export function toSegment(at: Point, a: Point, b: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const length = dx * dx + dy * dy
  const part = length === 0 ? 0 : ((at.x - a.x) * dx + (at.y - a.y) * dy) / length
  const t = Math.max(0, Math.min(1, part))
  return (a.x + t * dx - at.x) ** 2 + (a.y + t * dy - at.y) ** 2
}

/** The way half of the line to a neighbour, which belongs to this point. */
const halfway = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 })

/** The outline of joined points, begun anew where something in between is not known. */
export function linePath(marks: readonly PlacedMark[], near: (value: number) => number): string {
  return marks
    .map(({ x, y, gap }, at) => `${at === 0 || gap ? 'M' : 'L'}${near(x)} ${near(y)}`)
    .join('')
}

/** A point alone between two gaps would not be seen in a line, so it has a dot of its width. */
const aloneAt = (marks: readonly PlacedMark[], at: number) =>
  (at === 0 || marks[at]?.gap === true) && (at === marks.length - 1 || marks[at + 1]?.gap === true)

/** One point of a line; its series is drawn as a whole. */
export const line: MarkKind = {
  size: ({ key, focus }, base) => base * (key === REST ? REST_WIDTH : focus ? FOCUS_WIDTH : WIDTH),
  draw: (mark, look, colour) => ({
    tag: 'circle',
    attrs: {
      'data-mark': mark.id,
      cx: round(mark.x),
      cy: round(mark.y),
      r: round(mark.size),
      fill: colour(look.colour),
    },
    children: [],
  }),
  drawSeries: (marks, look, colour, near) => {
    const [first] = marks
    if (!first) return []
    const attrs = {
      'data-marks': look.key,
      d: linePath(marks, near),
      stroke: colour(look.colour),
      'stroke-width': round(first.size),
      'stroke-linejoin': 'round',
      'stroke-linecap': 'round',
      fill: 'none',
    }
    return [
      { tag: 'path', attrs, children: [] },
      ...marks.flatMap((mark, at) => (aloneAt(marks, at) ? line.draw(mark, look, colour) : [])),
    ]
  },
  joined: true,
  bounds: ({ x, y, size }) => ({
    left: x - size / 2,
    right: x + size / 2,
    top: y - size / 2,
    bottom: y + size / 2,
  }),
  distance: (mark, at, { before, after }) =>
    Math.min(
      (mark.x - at.x) ** 2 + (mark.y - at.y) ** 2,
      before && !mark.gap ? toSegment(at, mark, halfway(mark, before)) : Number.POSITIVE_INFINITY,
      after && !after.gap ? toSegment(at, mark, halfway(mark, after)) : Number.POSITIVE_INFINITY,
    ),
  ring: (mark) => circleAround(mark, mark.size),
  walk: 'series',
}
