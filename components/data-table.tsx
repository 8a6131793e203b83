import type { ReactNode } from 'react'
import { TOUCH } from './look'
import { Table, type TableColumn } from './table'

/** A table in words: numbers are written out, null is what the list does not give. */
export type Cells = {
  columns: readonly { key: string; label: string; unit: string | null; numeric: boolean }[]
  /** The rows that are shown, of so many. */
  rows: readonly (readonly (string | null)[])[]
  count: number
  /** Where the rows lead, each by the cell of one column. */
  links?: { column: string; hrefs: readonly string[] }
}

/** Columns of words that stay on one line, as they are short or read as one. */
const UNBROKEN: readonly string[] = ['country', 'shared-rank']

/** A row's cells, of which one leads to the page of what the row is about. */
function linked(
  { columns, links }: Cells,
  cells: Cells['rows'][number],
  row: number,
): readonly ReactNode[] {
  const href = links?.hrefs[row]
  if (!href) return cells
  const named = columns.findIndex(({ key }) => key === links.column)
  // A system without a name is reached by the row's first cell.
  const place = cells[named] ? named : 0
  return cells.map((cell, at) =>
    at === place ? (
      <a key={href} className={TOUCH} href={href}>
        {cell}
      </a>
    ) : (
      cell
    ),
  )
}

/**
 * A chart's figures as a table.
 * @param all where all rows stand, if not here: a last line names the rest and leads to them.
 */
export function DataTable(props: { data: Cells; caption: string; all?: string }) {
  const { data, caption, all } = props
  const { rows, count } = data
  const columns = data.columns.map(
    (column): TableColumn => ({
      ...column,
      look: UNBROKEN.includes(column.key) ? 'whitespace-nowrap' : undefined,
    }),
  )
  return (
    <>
      <Table
        caption={caption}
        columns={columns}
        head={columns[0]?.key ?? null}
        parts={[
          {
            key: 'all',
            rows: rows.map((cells, at) => ({
              key: cells.join(' '),
              cells: linked(data, cells, at),
            })),
          },
        ]}
      />
      {count > rows.length && all && (
        <p className="mt-4">
          <a className={`print:hidden ${TOUCH}`} href={all}>
            All {count} rows
          </a>
          <span className="hidden print:inline">
            The first {rows.length} of {count} rows.
          </span>
        </p>
      )}
    </>
  )
}
