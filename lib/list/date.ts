import type { Cell } from './cell'

const DAY = 24 * 60 * 60 * 1000
/** Day 0 of spreadsheet programs, which count days and show them as dates. */
const DAY_ZERO = Date.UTC(1899, 11, 30)
/** Serial days of 1927 and 2119: no year of a system is as great as the first, and no list is as late as the last. */
const SERIAL_DAYS = { first: 10_000, last: 80_000 }

/** `2021-11-01`, `11/1/2021`, `1.11.21`, `1-Nov-2021`, `Nov-21`, with or without a time. */
const DATE =
  /^\s*(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/. ](?:\d{1,2}|\p{L}{3,9})\.?[-/. ]\d{2,4}|\p{L}{3,9}[-/.]\d{2,4})(?:[T ].{0,20})?\s*$/u

/**
 * The date that a cell holds where a year is meant: `2021-11-01` for the serial day 44501, and a date that is written
 * out as it is.
 * @param value the cell as a number, where it is one.
 * @returns null where it holds none.
 */
export function dateIn(cell: Cell, value: number | null): string | null {
  if (value !== null)
    return value >= SERIAL_DAYS.first && value <= SERIAL_DAYS.last
      ? new Date(DAY_ZERO + Math.floor(value) * DAY).toISOString().slice(0, 10)
      : null
  return typeof cell === 'string' && cell.length <= 40 && DATE.test(cell) ? cell.trim() : null
}
