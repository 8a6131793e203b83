import type { System } from './system'

/** A list's name, `YYYY-MM`; the month is 06 or 11. Sorts in time order as text. */
export type EditionId = `${number}-${'06' | '11'}`

/** One published list: its identity and its systems in the order of the file (ascending rank). */
export type Edition = {
  id: EditionId
  /** 1 = June 1993, 2 = November 1993, … 58 = November 2021. */
  number: number
  systems: readonly System[]
}

const FIRST_YEAR = 1993

/**
 * Reads `YYYY-MM` as a list's name.
 * @returns null for any other text, for months other than June and November, and before June 1993.
 */
export function parseEditionId(text: string): EditionId | null {
  const match = /^(\d{4})-(06|11)$/.exec(text)
  return match && Number(match[1]) >= FIRST_YEAR ? (text as EditionId) : null
}

/** The list's number as the TOP500 project counts them: 1 for `1993-06`, 58 for `2021-11`. */
export function editionNumber(id: EditionId): number {
  return (Number(id.slice(0, 4)) - FIRST_YEAR) * 2 + (id.endsWith('-06') ? 1 : 2)
}

/** The inverse of {@link editionNumber}; null unless `number` is a whole number from 1 up. */
export function editionOfNumber(number: number): EditionId | null {
  if (!Number.isInteger(number) || number < 1) return null
  const year = FIRST_YEAR + Math.floor((number - 1) / 2)
  return parseEditionId(`${year}-${number % 2 === 1 ? '06' : '11'}`)
}

/** The name that a reader knows: `November 2021` for `2021-11`. */
export function editionLabel(id: EditionId): string {
  return `${id.endsWith('-06') ? 'June' : 'November'} ${id.slice(0, 4)}`
}

/** The lists beside one: the one before and after among those that there are, and the newest where it is another. */
export type Neighbours = {
  earlier: EditionId | null
  later: EditionId | null
  newest: EditionId | null
}

/**
 * The lists before and after one.
 * @param editions the available lists, oldest first; `id` need not be among them.
 */
export function neighboursOf(editions: readonly EditionId[], id: EditionId): Neighbours {
  const newest = editions.at(-1) ?? null
  return {
    earlier: editions.findLast((edition) => edition < id) ?? null,
    later: editions.find((edition) => edition > id) ?? null,
    newest: newest === id ? null : newest,
  }
}
