import { ScrollRegion } from './scroll-region'

/** A table in words: numbers are written out, null is what the list does not give. */
export type Cells = {
  columns: readonly { key: string; label: string; unit: string | null; numeric: boolean }[]
  rows: readonly (readonly (string | null)[])[]
}

/**
 * A chart's figures as a table.
 * @param limit rows shown at most; the rest are named in a last line with a link to all of them.
 */
export function DataTable(props: { data: Cells; caption: string; limit?: number; all?: string }) {
  const { data, caption, limit = Number.POSITIVE_INFINITY, all } = props
  const rows = data.rows.slice(0, limit)
  const left = data.rows.length - rows.length
  return (
    <>
      <ScrollRegion label={caption}>
        <table className="table">
          <caption className="sr-only">{caption}</caption>
          <thead>
            <tr>
              {data.columns.map((column) => (
                <th key={column.key} scope="col" className={lookOf(column)}>
                  {column.label}
                  {column.unit && <span className="unit"> {column.unit}</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.join(' ')}>
                {row.map((cell, column) => (
                  <Cell
                    key={data.columns[column]?.key ?? column}
                    head={column === 0}
                    look={lookOf(data.columns[column])}
                    value={cell}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {left > 0 && all && (
        <p className="more">
          <a className="print:hidden" href={all}>
            All {data.rows.length} rows
          </a>
          <span className="hidden print:inline">
            The first {rows.length} of {data.rows.length} rows.
          </span>
        </p>
      )}
    </>
  )
}

/** Columns of words that stay on one line, as they are short or read as one. */
const UNBROKEN: readonly string[] = ['country', 'shared-rank']

function lookOf(column: Cells['columns'][number] | undefined): string | undefined {
  if (!column) return undefined
  return column.numeric ? 'num' : UNBROKEN.includes(column.key) ? 'short' : undefined
}

function Cell(props: { head: boolean; look: string | undefined; value: string | null }) {
  const { head, look, value } = props
  const text = value ?? <span className="missing">not given</span>
  if (head)
    return (
      <th scope="row" className={look}>
        {text}
      </th>
    )
  return <td className={look}>{text}</td>
}
