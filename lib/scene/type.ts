/** Sizes of type in a chart, in pixels, all derived from one. */
export type TypeSizes = {
  base: number
  title: number
  small: number
  line: number
  /** What is kept free around everything; none on the page, which has its own. */
  margin: number
}

/** The frame that a figure is laid out for, in pixels. */
export type Frame = {
  width: number
  /** Without a height the chart takes what its content needs. */
  height?: number
  /** Whether title, source, notes and link stand inside: in pictures, not on the page, which has them beside the chart. */
  words: boolean
}

/** Type on the page, which has its own frame around the chart. */
const PAGE_TYPE = { narrow: 12, wide: 13 } as const
/** A frame is narrow where it is as wide as a phone. */
export const NARROW = 480
/** Below this nobody reads; a picture that needs less has more words than its frame can hold. */
const SMALLEST_TYPE = 7

/** Sizes of type from the base size. */
export function typeSizes(base: number, margin = Math.round(base * 1.5)): TypeSizes {
  return {
    base,
    title: Math.round(base * 1.55 * 2) / 2,
    small: Math.round(base * 0.82 * 2) / 2,
    line: 1.35,
    margin,
  }
}

/**
 * The base size of a picture's type, before its words are known. It follows the area, as pictures are shown at about the
 * same size whatever their pixels; a line keeps forty-two ems and a picture twenty-seven lines.
 */
export function pictureBase(width: number, height: number): number {
  const most = Math.min(width / 42, height / 27)
  const wanted = Math.max(Math.sqrt(width * height) / 43, 11)
  return Math.round(Math.min(wanted, most) * 2) / 2
}

/** How much smaller the type of a picture may be so that names of two lines have room. */
const REDUCED = 0.8
/** How much larger the type of a picture is that would stand half empty otherwise. */
const ENLARGED = 1.3

/** How a layout stands to its frame: `cut` where names end in an ellipsis that would be longer in smaller type. */
export type Fit = { fits: boolean; ample: boolean; cut: boolean }

/**
 * Lays a chart out in the largest type in which it has room: in a picture from {@link pictureBase} down, or somewhat above
 * it where there is room in plenty (`ample`); on the page in the page's own.
 */
export function fitType<T extends Fit>(
  { width, height, words }: Frame,
  attempt: (sizes: TypeSizes) => T,
): T {
  if (height === undefined) {
    const base = width < NARROW ? PAGE_TYPE.narrow : PAGE_TYPE.wide
    return attempt(words ? typeSizes(base) : typeSizes(base, 0))
  }
  const at = (base: number) =>
    attempt(words ? typeSizes(base) : typeSizes(base, Math.round(base * 0.9)))
  let base = pictureBase(width, height)
  const enlarged = at(Math.round(base * ENLARGED * 2) / 2)
  if (enlarged.fits && enlarged.ample) return enlarged
  let tried = at(base)
  while (!tried.fits && base > SMALLEST_TYPE) {
    base -= 0.5
    tried = at(base)
  }
  for (let smaller = base - 0.5; tried.cut && smaller >= base * REDUCED; smaller -= 0.5) {
    const next = at(smaller)
    if (next.fits && !next.cut) return next
  }
  return tried
}
