/**
 * A month or day as a number of years, so that months are equally long on an axis: `2021-11` is 2021.833, `2021-11-15`
 * a little more.
 */
export function yearsOf(date: string): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return year + (month - 1 + (day - 1) / 31) / 12
}
