import { ScrollRegion } from '@/components/scroll-region'
import type { Field, System } from '@/lib/model/system'
import { sayCell } from './words'

/** The columns by which a person recognises a list. */
const COLUMNS: readonly {
  field: Field
  label: string
  unit?: string
  numeric?: true
  className?: string
}[] = [
  // A phone has room for one of the two, and most systems have a name by which they are known.
  { field: 'computer', label: 'Computer', className: 'wide-only' },
  { field: 'site', label: 'Site' },
  { field: 'country', label: 'Country' },
  { field: 'cores', label: 'Cores', numeric: true },
  { field: 'rmax', label: 'Rmax', unit: 'Tflop/s', numeric: true },
  { field: 'rpeak', label: 'Rpeak', unit: 'Tflop/s', numeric: true },
]

/** A refused file may give one rank twice. */
const keyed = (systems: readonly System[]) =>
  systems.map((system, row) => ({ key: `${row} ${system.rank}`, system }))

/**
 * Systems as a list prints them.
 * @param parts runs of systems; between two of them stands how many are left out.
 */
export function SystemsTable(props: {
  caption: string
  parts: readonly (readonly System[])[]
  left?: number
}) {
  const { caption, parts, left = 0 } = props
  const systems = parts.flat()
  const named = systems.some(({ name }) => name !== null)
  const columns = COLUMNS.filter(
    ({ field }) =>
      (field !== 'computer' || named) && systems.some((system) => system[field] !== null),
  )
  return (
    <ScrollRegion label={caption}>
      <table className="table rows">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className="num">
              Rank
            </th>
            <th scope="col">System</th>
            {columns.map(({ field, label, unit, numeric, className }) => (
              <th key={field} scope="col" className={numeric ? 'num' : className}>
                {label}
                {unit && <span className="unit"> {unit}</span>}
              </th>
            ))}
          </tr>
        </thead>
        {parts.map((part, index) => (
          <tbody key={part[0]?.rank ?? index}>
            {index > 0 && left > 0 && (
              <tr>
                <td className="between" colSpan={columns.length + 2}>
                  {left} more between these
                </td>
              </tr>
            )}
            {keyed(part).map(({ key, system }) => (
              <tr key={key}>
                <td className="num">{system.rank}</td>
                <td>{system.name ?? system.computer ?? 'No name'}</td>
                {columns.map(({ field, numeric, className }) => (
                  <td key={field} className={numeric ? 'num' : className}>
                    {sayCell(system[field]) ?? <span className="missing">not given</span>}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </ScrollRegion>
  )
}
