/**
 * The widths in which the server draws every chart, in pixels; from which width of its place on the page each is shown,
 * and the classes that show it there and nowhere else.
 */
export const FRAMES = [
  { width: 358, from: 0, shown: '@max-[600px]:block max-w-[430px]' },
  { width: 720, from: 600, shown: '@min-[600px]:@max-[960px]:block max-w-[860px]' },
  { width: 1120, from: 960, shown: '@min-[960px]:block max-w-[1120px]' },
] as const

/** Without script, and on paper until something is drawn for it, the one picture that was sent is shown at every width. */
const DRAWN = 'noscript:block! print:block! group-data-paper/chart:print:hidden!'
const EMPTY = 'noscript:hidden! print:hidden!'
/** On paper the middle one is shown, once it is drawn. */
const FOR_PAPER = 'noscript:hidden! print:hidden! group-data-paper/chart:print:block!'

/** Width of the frame for paper; see `pointing/picture`. */
export const PAPER = 720

/** The classes of a chart's picture in a frame. @param drawn whether the server drew it, as one of all frames is. */
export function frameLook(width: number, drawn: boolean): string {
  const shown = FRAMES.find((frame) => frame.width === width)?.shown ?? ''
  const otherwise = drawn ? DRAWN : width === PAPER ? FOR_PAPER : EMPTY
  return `hidden [&>svg]:h-auto [&>svg]:w-full ${shown} ${otherwise}`
}

/** The frame for a place that is `available` pixels wide. */
export function frameFor(available: number): number {
  return FRAMES.findLast((frame) => available >= frame.from)?.width ?? FRAMES[0].width
}

/** The frame that most windows of a device show. */
export const frameOf = (phone: boolean): number => (phone ? FRAMES[0].width : FRAMES[2].width)
