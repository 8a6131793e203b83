import type { EditionId } from '../model/edition'

/** A positive figure at a list. */
export type Dated = { edition: EditionId; value: number }

/** A line fitted to the logarithms of figures: steady growth by a factor a year. */
export type Growth = {
  /** First and last list of the span. */
  since: EditionId
  until: EditionId
  /** How many lists it rests on. */
  lists: number
  /** The figure is multiplied by this every year: 1.5 is growth by half. */
  perYear: number
  /** Half of the figures lie within a factor of `1 + error` of the line, either way; 0.1 is ten percent. */
  error: number
  /** The figure of the line at a list, also beyond its span. */
  at: (edition: EditionId) => number
}

/** How far lines that were fitted up to past lists missed what came later. */
export type Backtest = {
  /** Years ahead. */
  years: number
  /** How many past lists it was tried on. */
  tries: number
  /** Half of the tries missed by at most this factor minus one, either way. */
  error: number
}

/** Fewer lists than these say nothing of growth. */
export const FEWEST_LISTS = 6

/** A list's date in years: June is half a year before November of the same year, near enough for a line. */
export function yearOf(edition: EditionId): number {
  return Number(edition.slice(0, 4)) + (edition.endsWith('-06') ? 5.5 : 10.5) / 12
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1] ?? 0, sorted[middle] ?? 0]
  return (low + high) / 2
}

/** How far two positive figures are apart, as a factor minus one: 0.1 for 100 and 110, either way. */
const apart = (a: number, b: number) => Math.exp(Math.abs(Math.log(a / b))) - 1

/**
 * Fits steady growth to figures by least squares on their logarithms.
 * @returns null where fewer than {@link FEWEST_LISTS} figures are above 0: there is too little to say.
 */
export function fitGrowth(figures: readonly Dated[]): Growth | null {
  const known = figures.filter(({ value }) => value > 0)
  const [first] = known
  const last = known.at(-1)
  if (!first || !last || known.length < FEWEST_LISTS) return null
  const points = known.map(({ edition, value }) => ({ x: yearOf(edition), y: Math.log(value) }))
  const meanX = points.reduce((sum, { x }) => sum + x, 0) / points.length
  const meanY = points.reduce((sum, { y }) => sum + y, 0) / points.length
  const spread = points.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0)
  const slope = points.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0) / spread
  const at = (edition: EditionId) => Math.exp(meanY + slope * (yearOf(edition) - meanX))
  return {
    since: first.edition,
    until: last.edition,
    lists: known.length,
    perYear: Math.exp(slope),
    error: median(known.map(({ edition, value }) => apart(value, at(edition)))),
    at,
  }
}

/** How far ahead the record of a forecast is told, in years. */
const AHEAD = [1, 3, 5] as const

/** How many lists before a past one its line is fitted to: ten years, as long as growth was steady at a time. */
export const FITTED_LISTS = 20

/**
 * The record of such lines: each past list with enough before it gets a line fitted up to it, whose forecast is held
 * against the figure one, three and five years later.
 * @param figures every list's, oldest first.
 */
export function backtest(figures: readonly Dated[]): Backtest[] {
  const byEdition = new Map(figures.map(({ edition, value }) => [edition as string, value]))
  return AHEAD.flatMap((years): Backtest[] => {
    const errors = figures.flatMap(({ edition }, index) => {
      const later = `${Number(edition.slice(0, 4)) + years}${edition.slice(4)}` as EditionId
      const came = byEdition.get(later)
      const growth = fitGrowth(figures.slice(Math.max(0, index + 1 - FITTED_LISTS), index + 1))
      return came && growth ? [apart(growth.at(later), came)] : []
    })
    return errors.length ? [{ years, tries: errors.length, error: median(errors) }] : []
  })
}
