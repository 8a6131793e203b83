import { ScrollRegion } from './scroll-region'

/** A column's header: its words, the link that sorts by it, and how it is sorted now. */
export type RowsHeader = {
  key: string
  label: string
  unit: string | null
  numeric: boolean
  href: string
  sorted: 'ascending' | 'descending' | null
}

/** A name, with what the list prints in its place; null where it prints the name. */
export type RowsName = { name: string; printed: string | null; mended: boolean }

/** One system, with the reason for standing here. */
export type RowsLine = {
  /** Printed rank, which no other line has. */
  key: number
  /** The rank as it is shown: `=32` where several share it. */
  rank: string
  name: string | null
  computer: string | null
  holders: readonly { key: string; label: string; reason: string }[]
  site: RowsName | null
  manufacturer: RowsName | null
  country: RowsName | null
  rmax: string | null
  rpeak: string | null
  cores: string | null
  power: string | null
}

export type Rows = {
  headers: readonly RowsHeader[]
  lines: readonly RowsLine[]
  /** How many systems there are in all, and the link that shows the others or fewer; null where all stand here. */
  total: number
  more: { label: string; href: string } | null
}

/** What stands where the list gives nothing. */
const NOT_GIVEN = <span className="missing">not given</span>

function NameCell({ name }: { name: RowsName | null }) {
  if (name === null) return NOT_GIVEN
  return (
    <>
      {name.name}
      {name.printed !== null && (
        <span className="aside">
          {name.mended ? 'printed with garbled letters, as' : 'printed as'} “{name.printed}”
        </span>
      )}
    </>
  )
}

/** Every system that is shown, with the alias by which its organisation matched it. */
export function RowsTable({ rows }: { rows: Rows }) {
  if (rows.total === 0)
    return <p>No system of this list matches. Add an organisation or choose another list above.</p>
  return (
    <>
      <ScrollRegion label="The systems shown, as a table">
        <table className="table rows">
          <caption className="sr-only">
            The systems shown, {rows.lines.length} of {rows.total}. The links in the headers sort.
          </caption>
          <thead>
            <tr>
              {rows.headers.map((header) => (
                <th
                  key={header.key}
                  scope="col"
                  className={header.numeric ? 'num' : undefined}
                  aria-sort={header.sorted ?? undefined}
                >
                  <a href={`${header.href}#rows`} data-view>
                    {header.label}
                    {header.unit && <span className="unit"> {header.unit}</span>}
                    {header.sorted && (
                      <span aria-hidden="true">{header.sorted === 'ascending' ? ' ↑' : ' ↓'}</span>
                    )}
                  </a>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.lines.map((line) => (
              <tr key={line.key}>
                <td className="num">{line.rank}</td>
                <th scope="row">{line.name ?? line.computer ?? 'No name'}</th>
                <td>
                  {line.holders.map((holder) => (
                    <span key={holder.key} className="holder">
                      {holder.label}
                      <span className="aside">{holder.reason}</span>
                    </span>
                  ))}
                </td>
                <td>
                  <NameCell name={line.site} />
                </td>
                <td>
                  <NameCell name={line.manufacturer} />
                </td>
                <td className="short">
                  <NameCell name={line.country} />
                </td>
                <td className="num">{line.rmax ?? NOT_GIVEN}</td>
                <td className="num">{line.rpeak ?? NOT_GIVEN}</td>
                <td className="num">{line.cores ?? NOT_GIVEN}</td>
                <td className="num">{line.power ?? NOT_GIVEN}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {rows.lines.length < rows.total && (
        <p className="hidden print:block">
          The first {rows.lines.length} of {rows.total} systems.
        </p>
      )}
      {rows.more && (
        <p className="more print:hidden">
          <a href={`${rows.more.href}#rows`} data-view>
            {rows.more.label}
          </a>
        </p>
      )}
    </>
  )
}
