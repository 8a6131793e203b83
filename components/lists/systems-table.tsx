import { Table, type TableColumn, WIDE_ROWS } from '@/components/table'
import { fieldOf, holdsFigures, unitWords } from '@/lib/model/field'
import { type Field, type System, systemName } from '@/lib/model/system'
import { formatCell } from './format'

/** The fields by which a person recognises a list. */
const FIELDS: readonly Field[] = ['computer', 'site', 'country', 'cores', 'rmax', 'rpeak']

/** A phone has room for one of the two, and most systems have a name by which they are known. */
const WIDE_ONLY: Field = 'computer'

function columnOf(key: Field): TableColumn {
  const field = fieldOf(key)
  return {
    key,
    label: field.label,
    unit: unitWords(field.unit),
    numeric: holdsFigures(field),
    look: key === WIDE_ONLY ? 'phone:hidden' : undefined,
  }
}

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
  const fields = FIELDS.filter((key) => systems.some((system) => system[key] !== null))
  return (
    <Table
      caption={caption}
      look={WIDE_ROWS}
      columns={[
        { key: 'rank', label: fieldOf('rank').label, numeric: true },
        { key: 'called', label: fieldOf('name').label },
        ...fields.map(columnOf),
      ]}
      head={null}
      parts={parts.map((part, index) => ({
        key: part[0]?.rank ?? index,
        gap: index > 0 && left > 0 ? `${left} more between these` : undefined,
        // A refused file may give one rank twice.
        rows: part.map((system, row) => ({
          key: `${row} ${system.rank}`,
          cells: [system.rank, systemName(system), ...fields.map((key) => formatCell(system[key]))],
        })),
      }))}
    />
  )
}
