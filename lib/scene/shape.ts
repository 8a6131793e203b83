import type { Shape } from '../model/organisation'

const n = (value: number) => String(Math.round(value * 100) / 100)

/** Factors that give every shape about the area of the circle of the same radius. */
const REACH: Readonly<Record<Shape, number>> = {
  circle: 1,
  square: 0.89,
  diamond: 1.25,
  triangle: 1.3,
}

/** How far a shape reaches from its middle, in pixels, for the radius of a circle of its area. */
export function shapeReach(shape: Shape, r: number): number {
  return r * REACH[shape]
}

/** The outline of a mark's shape around a point, as an SVG path. @param r radius in pixels. */
export function shapePath(shape: Shape, x: number, y: number, r: number): string {
  const s = shapeReach(shape, r)
  switch (shape) {
    case 'circle':
      return `M${n(x - s)} ${n(y)}a${n(s)} ${n(s)} 0 1 0 ${n(2 * s)} 0a${n(s)} ${n(s)} 0 1 0 ${n(-2 * s)} 0z`
    case 'square':
      return `M${n(x - s)} ${n(y - s)}h${n(2 * s)}v${n(2 * s)}h${n(-2 * s)}z`
    case 'diamond':
      return `M${n(x)} ${n(y - s)}L${n(x + s)} ${n(y)}L${n(x)} ${n(y + s)}L${n(x - s)} ${n(y)}z`
    case 'triangle':
      return `M${n(x)} ${n(y - s)}L${n(x + s * 0.87)} ${n(y + s * 0.5)}L${n(x - s * 0.87)} ${n(y + s * 0.5)}z`
  }
}
