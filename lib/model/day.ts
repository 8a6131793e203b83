const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** A day in words that are the same for every reader: `19 May 2020` for `2020-05-19`; a bare month or year stays one. */
export function dayWords(date: string): string {
  const [year, month, day] = date.split('-')
  return [day === undefined ? undefined : Number(day), MONTHS[Number(month) - 1], year]
    .filter((part) => part !== undefined)
    .join(' ')
}
