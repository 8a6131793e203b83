/**
 * The widths in which the server draws every chart, in pixels, and from which width of its place on the page
 * each is shown. `charts.css` holds the same limits as container queries.
 */
export const FRAMES = [
  { width: 358, from: 0 },
  { width: 720, from: 600 },
  { width: 1120, from: 960 },
] as const

/** The frame for a place that is `available` pixels wide. */
export function frameFor(available: number): number {
  return FRAMES.findLast((frame) => available >= frame.from)?.width ?? FRAMES[0].width
}
