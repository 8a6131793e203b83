import type { Shape } from '../model/organisation'
import { shapePath, shapeReach } from './shape'
import type { Mark, Paint } from './spec'
import type { SvgNode } from './svg'

/** Pixels to a hundredth, which no eye and no raster tells from more. */
export function round(value: number): number {
  return Math.round(value * 100) / 100
}

/**
 * One mark as an element. The only place that knows how marks look: pictures, pages and the browser's own
 * chart all draw through it.
 */
export function drawMark(mark: Mark, colour: (paint: Paint) => string): SvgNode {
  const named = { 'data-mark': mark.id, fill: colour(mark.paint) }
  if (mark.type === 'bar') {
    const from = mark.from ?? mark.x
    return rect({
      ...named,
      x: round(from),
      y: round(mark.y - mark.size / 2),
      width: round(Math.max(mark.x - from, 1)),
      height: round(mark.size),
    })
  }
  if (mark.type === 'tick') {
    const thick = tickWidth(mark)
    return rect({
      ...named,
      x: round(mark.x - thick / 2),
      y: round(mark.y - mark.size / 2),
      width: thick,
      height: round(mark.size),
    })
  }
  return {
    tag: 'path',
    attrs: {
      ...named,
      d: shapePath(mark.shape, mark.x, mark.y, mark.size),
      // A rim of ink sets the focus apart. The others have none: where hundreds lie over each other, rims are all that
      // would be seen.
      ...(mark.focus
        ? { stroke: colour('ink'), 'stroke-width': round(Math.max(1.25, mark.size * 0.16)) }
        : {}),
    },
    children: [],
  }
}

/**
 * The marks of one series in few bytes, for a page that carries every chart in three widths: what they share is said
 * once, and what has no rim is one path. It looks as {@link drawMark} would draw each.
 */
export function drawSeries(
  key: string,
  all: readonly Mark[],
  colour: (paint: Paint) => string,
): SvgNode[] {
  const marks = all.filter((mark) => mark.series === key)
  const [first] = marks
  if (!first) return []
  if (marks.every((mark) => mark.type === 'tick')) {
    const d = marks
      .map((mark) => `M${tenth(mark.x)} ${tenth(mark.y - mark.size / 2)}v${tenth(mark.size)}`)
      .join('')
    const attrs = { 'data-marks': key, d, stroke: colour(first.paint) }
    return [{ tag: 'path', attrs: { ...attrs, 'stroke-width': tickWidth(first) }, children: [] }]
  }
  if (first.type !== 'dot') return marks.map((mark) => drawMark(mark, colour))
  if (!first.focus) return [oneSpot(key, marks, colour(first.paint))]
  const { 'data-mark': _, d: __, ...shared } = drawMark(first, colour).attrs
  const children = marks.map((mark) => ({
    tag: 'path',
    attrs: { d: shapePath(mark.shape, tenth(mark.x), tenth(mark.y), mark.size) },
    children: [],
  }))
  return [{ tag: 'g', attrs: { 'data-marks': key, ...shared }, children }]
}

/** The line ends that draw a dot of no length as a shape of their own. */
const CAPS: Readonly<Partial<Record<Shape, string>>> = { circle: 'round', square: 'square' }

/** Dots without a rim look the same as one path, whatever lies over what. */
function oneSpot(key: string, marks: readonly Mark[], paint: string): SvgNode {
  const [first] = marks
  const cap = first && CAPS[first.shape]
  if (!first || !cap) {
    const d = marks
      .map((mark) => shapePath(mark.shape, tenth(mark.x), tenth(mark.y), mark.size))
      .join('')
    return { tag: 'path', attrs: { 'data-marks': key, d, fill: paint }, children: [] }
  }
  const d = marks.map((mark) => `M${tenth(mark.x)} ${tenth(mark.y)}h0`).join('')
  const width = round(2 * shapeReach(first.shape, first.size))
  const attrs = { 'data-marks': key, d, stroke: paint, 'stroke-width': width }
  return { tag: 'path', attrs: { ...attrs, 'stroke-linecap': cap }, children: [] }
}

/** Pixels to a tenth, where bytes count more than what a screen cannot show. */
export function tenth(value: number): number {
  return Math.round(value * 10) / 10
}

function tickWidth(mark: Mark): number {
  const thin = round(Math.min(Math.max(1.5, mark.size * 0.04), 2))
  return mark.focus ? round(thin * 1.2) : thin
}

function rect(attrs: SvgNode['attrs']): SvgNode {
  return { tag: 'rect', attrs, children: [] }
}
