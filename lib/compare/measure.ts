/**
 * A figure over several rows. `value` is null where no row gives it.
 * `known + missing` is the number of rows; a missing row is never counted as 0.
 */
export type Measure = { value: number | null; known: number; missing: number }
