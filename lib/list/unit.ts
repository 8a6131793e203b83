import type { EditionId } from '../model/edition'
import type { Issue } from '../model/issue'
import { SILENT_UNITS, UNITS } from './columns'
import { finding, quote } from './finding'
import type { FoundColumn } from './header'

/** The unit of a column of figures: its name, the power of ten to the unit of `System`, and how it is known. */
export type ColumnUnit = {
  label: string
  power: number
  /** `header`: it says so; `age`: lists of that time mean it without a word; `assumed`: neither, see the issue. */
  from: 'header' | 'age' | 'assumed'
  issues: Issue[]
}

/**
 * The unit in which a file gives a column.
 * @param editions every list that the file may be; a silent unit must be the same on all of them.
 * @param row the row of the headers, from 1.
 */
export function unitOf(
  { column, unit, header }: FoundColumn,
  editions: readonly EditionId[],
  row: number,
): ColumnUnit {
  if (unit && unit !== 'unknown')
    return { power: unit.power, label: unit.label, from: 'header', issues: [] }
  const known = UNITS.filter((one) => one.quantity === column.quantity)
  const own = known.find((one) => one.power === 0)
  const assumed = { power: 0, label: own?.label ?? '', from: 'assumed' as const }
  if (unit === 'unknown') {
    const remedy = `Write one of ${known.map((one) => one.label).join(', ')}.`
    const message = `The header “${quote(header, 60)}” names a unit that is not known for it.`
    return {
      ...assumed,
      issues: [
        finding('error', 'unknown-unit', { row, column: header, value: header }, message, remedy),
      ],
    }
  }
  const silent = SILENT_UNITS.find(
    ({ quantity, until }) =>
      quantity === column.quantity &&
      (until === undefined || (editions.length > 0 && editions.every((id) => id <= until))),
  )
  if (silent) return { power: silent.power, label: silent.label, from: 'age', issues: [] }
  return {
    ...assumed,
    issues: [
      finding(
        'warning',
        'unit-assumed',
        { row, column: header },
        `The header “${quote(header, 60)}” names no unit; ${assumed.label} is taken, as in every list since June 2017.`,
        `Write the unit into the header, as in “${column.label}”, if it is another one.`,
      ),
    ],
  }
}
