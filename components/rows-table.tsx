import { TOUCH } from './look'
import { Table, type TableColumn, WIDE_ROWS } from './table'

/** An organisation that a system counts for, and why. */
type Holder = { key: string; label: string; reason: string }

/** A name, with what the list prints in its place; null where it prints the name. */
type ShownName = { name: string; printed: string | null; mended: boolean }

/** What a cell says: a text, a name, or the organisations that a system counts for. */
export type RowsCell = string | null | ShownName | readonly Holder[]

/** The systems that are shown, in words. */
export type Rows = {
  columns: readonly TableColumn[]
  /** The printed rank, which no other line has, the page of the system, and a cell for each column. */
  lines: readonly { key: number; href: string; cells: readonly RowsCell[] }[]
  /** How many systems there are in all, and the link that shows the others or fewer; null where all stand here. */
  total: number
  more: { label: string; href: string } | null
}

function Holders({ holders }: { holders: readonly Holder[] }) {
  return holders.map((holder) => (
    <span key={holder.key} className="block">
      {holder.label}
      <span className="block font-normal text-muted">{holder.reason}</span>
    </span>
  ))
}

function NameCell({ name }: { name: ShownName }) {
  return (
    <>
      {name.name}
      {name.printed !== null && (
        <span className="block font-normal text-muted">
          {`printed ${name.mended ? 'with garbled letters, as' : 'as'} “${name.printed}”`}
        </span>
      )}
    </>
  )
}

function cellOf(cell: RowsCell) {
  if (cell === null || typeof cell === 'string') return cell
  return 'name' in cell ? <NameCell name={cell} /> : <Holders holders={cell} />
}

/** The column that names the systems. */
const HEAD = 'name'

/** Every system that is shown, with the alias by which its organisation matched it. */
export function RowsTable({ rows }: { rows: Rows }) {
  const { columns, lines, total, more } = rows
  if (total === 0)
    return <p>No system of this list matches. Add an organisation or choose another list above.</p>
  const shown = lines.map(({ key, href, cells }) => ({
    key,
    cells: cells.map((cell, at) =>
      columns[at]?.key === HEAD ? (
        <a key={HEAD} className={TOUCH} href={href}>
          {cellOf(cell)}
        </a>
      ) : (
        cellOf(cell)
      ),
    ),
  }))
  return (
    <>
      <Table
        caption={`The systems shown, ${lines.length} of ${total}. The links in the headers sort.`}
        label="The systems shown, as a table"
        look={WIDE_ROWS}
        columns={columns}
        head={HEAD}
        parts={[{ key: 'all', rows: shown }]}
      />
      {lines.length < total && (
        <p className="hidden print:block">
          The first {lines.length} of {total} systems.
        </p>
      )}
      {more && (
        <p className="mt-4 print:hidden">
          <a className={TOUCH} href={`${more.href}#rows`} data-view>
            {more.label}
          </a>
        </p>
      )}
    </>
  )
}
