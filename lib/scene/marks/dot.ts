import { REST } from '../../figure/figure'
import type { Shape } from '../../model/organisation'
import { shapePath, shapeReach } from '../shape'
import { circleAround, type MarkKind, round } from './mark'

/** Radius in ems of the type: of the grey rest's dots, of an organisation's, of the focus', and alone in a band. */
const REST_DOT = 0.16
const DOT = 0.31
const FOCUS_DOT = 0.4
const BAND_DOT = 0.46
/** No dot is smaller, in pixels. */
const SMALLEST = 1.6

/** The line ends that draw a dot of no length as a shape of their own. */
const CAPS: Readonly<Partial<Record<Shape, string>>> = { circle: 'round', square: 'square' }

/** The radius of the grey rest's dots, by which a plane keeps its marks off its sides. */
export const restDot = (base: number): number => Math.max(SMALLEST, base * REST_DOT)

/** A datum at a point, in the shape of its series. A rim of ink sets the focus apart; rims on hundreds would be all that is seen. */
export const dot: MarkKind = {
  size: ({ key, focus }, base, band) => {
    if (band !== null) return base * BAND_DOT
    return key === REST ? restDot(base) : base * (focus ? FOCUS_DOT : DOT)
  },
  draw: (mark, look, colour) => ({
    tag: 'path',
    attrs: {
      'data-mark': mark.id,
      fill: colour(look.colour),
      d: shapePath(look.shape, mark.x, mark.y, mark.size),
      ...(look.focus
        ? { stroke: colour('ink'), 'stroke-width': round(Math.max(1.25, mark.size * 0.16)) }
        : {}),
    },
    children: [],
  }),
  drawSeries: (marks, look, colour, near) => {
    const [first] = marks
    if (!first) return []
    const path = ({ x, y, size }: (typeof marks)[number]) =>
      shapePath(look.shape, near(x), near(y), size)
    if (look.focus) {
      const { 'data-mark': _, d: __, ...shared } = dot.draw(first, look, colour).attrs
      const children = marks.map((mark) => ({
        tag: 'path',
        attrs: { d: path(mark) },
        children: [],
      }))
      return [{ tag: 'g', attrs: { 'data-marks': look.key, ...shared }, children }]
    }
    const named = { 'data-marks': look.key }
    const cap = CAPS[look.shape]
    if (!cap) {
      const attrs = { ...named, d: marks.map(path).join(''), fill: colour(look.colour) }
      return [{ tag: 'path', attrs, children: [] }]
    }
    // Dots without a rim look the same as one path, whatever lies over what.
    const attrs = {
      ...named,
      d: marks.map(({ x, y }) => `M${near(x)} ${near(y)}h0`).join(''),
      stroke: colour(look.colour),
      'stroke-width': round(2 * shapeReach(look.shape, first.size)),
      'stroke-linecap': cap,
    }
    return [{ tag: 'path', attrs, children: [] }]
  },
  joined: false,
  bounds: ({ x, y, size }, { shape }) => {
    const reach = shapeReach(shape, size)
    return { left: x - reach, right: x + reach, top: y - reach, bottom: y + reach }
  },
  distance: (mark, { x, y }) => (mark.x - x) ** 2 + (mark.y - y) ** 2,
  ring: (mark) => circleAround(mark, mark.size),
  walk: 'all',
}
