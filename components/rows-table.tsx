import type { SvgNode } from '@/lib/scene/svg-node'
import { TOUCH } from './look'
import { element, inner, NOT_GIVEN } from './markup'
import { MoreRows } from './more-rows'
import { lookOf, Table, type TableColumn, WIDE_ROWS } from './table'

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

type Children = SvgNode['children']

/** What is said beneath a name. */
const beneath = (words: string) =>
  element('span', { class: 'block font-normal text-muted' }, [words])

const holderOf = ({ label, reason }: Holder) =>
  element('span', { class: 'block' }, [label, beneath(reason)])

const nameOf = ({ name, printed, mended }: ShownName): Children =>
  printed === null
    ? [name]
    : [name, beneath(`printed ${mended ? 'with garbled letters, as' : 'as'} “${printed}”`)]

/** What stands in a cell; null where the list gives nothing. */
function cellOf(cell: RowsCell): Children | null {
  if (cell === null) return null
  if (typeof cell === 'string') return [cell]
  return 'name' in cell ? nameOf(cell) : cell.map(holderOf)
}

/** The column that names the systems. */
const HEAD = 'name'

function lineOf({ href, cells }: Rows['lines'][number], columns: Rows['columns']): SvgNode {
  return element(
    'tr',
    {},
    columns.map((column, at) => {
      const said = cellOf(cells[at] ?? null)
      const look = lookOf(column)
      return column.key === HEAD
        ? element('th', { scope: 'row', class: look }, [
            element('a', { class: TOUCH, href }, said ?? []),
          ])
        : element('td', { class: look }, said ?? [NOT_GIVEN])
    }),
  )
}

/** Every system that is shown, with the alias by which its organisation matched it. */
export function RowsTable({ rows }: { rows: Rows }) {
  const { columns, lines, total, more } = rows
  if (total === 0)
    return <p>No system of this list matches. Add an organisation or choose another list above.</p>
  const text = inner(lines.map((line) => lineOf(line, columns)))
  return (
    <>
      <Table
        caption={`The systems shown, ${lines.length} of ${total}. The links in the headers sort.`}
        label="The systems shown, as a table"
        look={WIDE_ROWS}
        columns={columns}
        head={HEAD}
        parts={[{ key: 'all', text, count: lines.length }]}
      />
      <MoreRows
        shown={lines.length}
        total={total}
        more={more && { ...more, href: `${more.href}#rows` }}
        soft
      />
    </>
  )
}
