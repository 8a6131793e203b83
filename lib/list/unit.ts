import type { EditionId } from '../model/edition'
import type { Issue } from '../model/issue'
import { SILENT_UNITS, UNITS } from './columns'
import { finding, quote } from './finding'
import type { FoundColumn } from './header'

/** The unit of a column of figures: its name, the power of ten to the unit of `System`, and how it is known. */
export type ColumnUnit = {
  label: string
  power: number
  /**
   * `header`: it says so; `age`: lists of that time mean it without a word; `form`: the project's XML always means it;
   * `assumed`: none of these, see the issue.
   */
  from: 'header' | 'age' | 'form' | 'assumed'
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

/**
 * What one core reached at the median of a published list, in GFlop/s: 0.19 to 2.1 until 2003, 3 to 84 from 2004 to
 * 2026. A median on the other side of these is in another unit.
 */
const GFLOPS_PER_CORE: readonly { until: EditionId | null; least: number }[] = [
  { until: '2003-11', least: 0.02 },
  { until: null, least: 0.5 },
]

function leastPerCore(editions: readonly EditionId[]): number | null {
  const found = editions.map(
    (id) => GFLOPS_PER_CORE.find(({ until }) => until === null || id <= until)?.least ?? null,
  )
  const [first = null] = found
  return found.every((one) => one === first) ? first : null
}

/**
 * The unit of Rmax, Rpeak and HPCG in the project's XML, which names none: GFlop/s as published on every list (rank 1 of
 * November 2019 has 148600000.0). Files made by others give TFlop/s, which the performance of a core tells apart.
 * @param perCore Rmax by cores of each row that gives both, in the unit of the file.
 * @param editions every list that the file may be.
 */
export function unitOfXml(
  perCore: readonly number[],
  editions: readonly EditionId[],
  { header }: FoundColumn,
): ColumnUnit {
  const published = { label: 'GFlop/s', power: -3, from: 'form', issues: [] } as const
  const least = leastPerCore(editions)
  const median = perCore.toSorted((a, b) => a - b)[Math.floor(perCore.length / 2)]
  if (least === null || median === undefined || median >= least) return { ...published, issues: [] }
  const gflops = Number((median * 1000).toPrecision(2))
  return {
    label: 'TFlop/s',
    power: 0,
    from: 'assumed',
    issues: [
      finding(
        'warning',
        'unit-by-size',
        { column: header },
        `The XML names no unit. The project’s own gives GFlop/s; these figures are taken as TFlop/s, since a core then reaches ${gflops} GFlop/s at the median, as on published lists, and ${Number(median.toPrecision(2))} GFlop/s otherwise.`,
        'Compare the first and last systems with the published list.',
      ),
    ],
  }
}
