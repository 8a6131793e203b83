/**
 * The widths in which the server draws every chart, in pixels; from which width of its place on the page each is shown,
 * and the classes that show it there and nowhere else.
 */
export const FRAMES = [
  { width: 358, from: 0, shown: '@max-[600px]:block max-w-[430px]' },
  { width: 720, from: 600, shown: '@min-[600px]:@max-[960px]:block max-w-[860px]' },
  { width: 1120, from: 960, shown: '@min-[960px]:block max-w-[1120px]' },
] as const

/** The classes of a chart's picture in a frame. */
export function frameLook(width: number): string {
  const shown = FRAMES.find((frame) => frame.width === width)?.shown ?? ''
  return `hidden [&>svg]:h-auto [&>svg]:w-full ${shown}`
}

/** The frame for a place that is `available` pixels wide. */
export function frameFor(available: number): number {
  return FRAMES.findLast((frame) => available >= frame.from)?.width ?? FRAMES[0].width
}
