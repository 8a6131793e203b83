import type { Series } from '../../figure/figure'
import type { Box, ColourRole, Look, PlacedMark } from '../scene'
import type { SvgNode } from '../svg-node'

/** Turns a role into what a drawing paints with: a custom property of the page, or a fixed colour. */
export type Colour = (role: ColourRole) => string

/** A kind of mark: everything that pictures, pages, pointers and arrow keys need to know of it. */
export type MarkKind = {
  /** Radius or thickness in pixels. @param band thickness of the band's marks; null in a plane. */
  size: (series: Series, base: number, band: number | null) => number
  /** One mark as an element. */
  draw: (mark: PlacedMark, look: Look, colour: Colour) => SvgNode
  /**
   * The marks of one series in few bytes, for a page: it looks as `draw` would
   * draw each. @param near rounds to what the drawing can show.
   */
  drawSeries: (
    marks: readonly PlacedMark[],
    look: Look,
    colour: Colour,
    near: (value: number) => number,
  ) => SvgNode[]
  /** Whether marks are only seen together, as the points of a line are. */
  joined: boolean
  /** What a mark covers. */
  bounds: (mark: PlacedMark, look: Look) => Box
  /** Squared distance from a point to a mark, in pixels. @param joined the marks before and after it in a line. */
  distance: (
    mark: PlacedMark,
    at: { x: number; y: number },
    joined: { before?: PlacedMark; after?: PlacedMark },
  ) => number
  /** What is drawn around a mark that is pointed at. */
  ring: (mark: PlacedMark, look: Look) => SvgNode
  /** Where the keys to the left and right lead: through all marks of a plane, or along the mark's own series. */
  walk: 'all' | 'series'
}

/** Pixels to a hundredth, which no eye and no raster tells from more. */
export function round(value: number): number {
  return Math.round(value * 100) / 100
}

/** Pixels to a tenth, where bytes count more than what a screen cannot show. */
export function tenth(value: number): number {
  return Math.round(value * 10) / 10
}

/** A rectangle as an element. */
export function rect(attrs: SvgNode['attrs']): SvgNode {
  return { tag: 'rect', attrs, children: [] }
}

/** A circle around a mark, a little larger than it. */
export function circleAround({ x, y }: PlacedMark, reach: number): SvgNode {
  return { tag: 'circle', attrs: { cx: round(x), cy: round(y), r: round(reach + 4) }, children: [] }
}
