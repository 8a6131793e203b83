import type { ReactNode } from 'react'
import { TOUCH } from './look'
import { ScrollRegion } from './scroll-region'

/** A column of a table: its name with its unit, how its cells look, and the link that sorts by it. */
export type TableColumn = {
  key: string
  label: string
  unit?: string | null
  /** Figures stand at the right, in figures of one width. */
  numeric?: boolean
  /** Classes of its cells and its header: `whitespace-nowrap` for words that stay on one line. */
  look?: string
  sort?: { href: string; now: 'ascending' | 'descending' | null }
}

/** A row of a table; a cell of null is what is not given. */
export type TableRow = {
  key: string | number
  cells: readonly ReactNode[]
  /** By which a link names the row. */
  id?: string
  /** Whether the row's head is one, where the table has heads; true where it is absent. */
  headed?: boolean
}

/**
 * Rows that belong together, under a name of their own, or behind a word on what is left out before them; or so many rows
 * as one text, see `markup`.
 */
export type TablePart =
  | { key: string | number; name?: string; gap?: string; rows: readonly TableRow[] }
  | { key: string | number; text: { __html: string }; count: number }

/** A table as wide as the page, which a phone gives room for words in every column. */
export const WIDE_ROWS =
  'min-w-full phone:[&_td]:min-w-28 phone:[&_tbody_th]:min-w-28 phone:[&_.num]:min-w-0'

/** On paper a table is whole: as wide as the paper, its headers in as many lines as they need. */
export const PRINTED =
  'print:w-full print:leading-[1.3] print:[&_:is(th,td)]:pr-3 print:[&_thead_th]:whitespace-normal'

/** What names a table for those who do not see it. */
export const HIDDEN_CAPTION = 'sr-only'

/** The unit of a column. */
export const UNIT_LOOK = 'font-normal text-muted'

/** What stands where nothing is given. */
export const NOT_GIVEN_WORDS = 'not given'
export const NOT_GIVEN_LOOK = 'font-normal text-muted'
const NOT_GIVEN = <span className={NOT_GIVEN_LOOK}>{NOT_GIVEN_WORDS}</span>

/** The classes of a column's cells. */
export const lookOf = ({ numeric, look }: Pick<TableColumn, 'numeric' | 'look'>) =>
  [numeric ? 'num' : '', look ?? ''].filter(Boolean).join(' ') || undefined

function Header({ column }: { column: TableColumn }) {
  const { label, unit, sort } = column
  const words = (
    <>
      {label}
      {unit && <span className={UNIT_LOOK}> {unit}</span>}
    </>
  )
  return (
    <th scope="col" className={lookOf(column)} aria-sort={sort?.now ?? undefined}>
      {sort ? (
        <a className={TOUCH} href={sort.href} data-view>
          {words}
          {sort.now && <span aria-hidden="true">{sort.now === 'ascending' ? ' ↑' : ' ↓'}</span>}
        </a>
      ) : (
        words
      )}
    </th>
  )
}

function Row(props: { row: TableRow; columns: readonly TableColumn[]; head: string | null }) {
  const { row, columns, head } = props
  return (
    <tr id={row.id}>
      {columns.map((column, at) => {
        const cell = row.cells[at] ?? NOT_GIVEN
        return column.key === head && row.headed !== false ? (
          <th key={column.key} scope="row" className={lookOf(column)}>
            {cell}
          </th>
        ) : (
          <td key={column.key} className={lookOf(column)}>
            {cell}
          </td>
        )
      })}
    </tr>
  )
}

function Part(props: {
  part: Extract<TablePart, { rows: readonly TableRow[] }>
  first: boolean
  columns: readonly TableColumn[]
  head: string | null
}) {
  const { part, first, columns, head } = props
  const { name, gap, rows } = part
  return (
    <tbody>
      {name && (
        <tr>
          <th
            scope="rowgroup"
            className={`font-normal text-muted ${first ? 'pt-3' : 'pt-6'}`}
            colSpan={columns.length}
          >
            {name}
          </th>
        </tr>
      )}
      {gap && (
        <tr>
          <td className="text-center text-muted" colSpan={columns.length}>
            {gap}
          </td>
        </tr>
      )}
      {rows.map((row) => (
        <Row key={row.key} row={row} columns={columns} head={head} />
      ))}
    </tbody>
  )
}

/**
 * Every table of the product: named for those who do not see it, scrolling by itself where it is wider than the page.
 * @param caption names the table; no other one on the page may have the same name.
 * @param label of the region that scrolls, where it is not the caption.
 * @param head key of the column whose cells name their rows; null for none.
 */
export function Table(props: {
  caption: string
  label?: string
  columns: readonly TableColumn[]
  parts: readonly TablePart[]
  head: string | null
  look?: string
}) {
  const { caption, label = caption, columns, parts, head, look } = props
  const rows = parts.reduce(
    (sum, part) => sum + ('text' in part ? part.count : part.rows.length),
    0,
  )
  return (
    <ScrollRegion label={label} rows={rows}>
      <table className={look ? `${look} ${PRINTED}` : PRINTED}>
        <caption className={HIDDEN_CAPTION}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Header key={column.key} column={column} />
            ))}
          </tr>
        </thead>
        {parts.map((part, at) =>
          'text' in part ? (
            <tbody
              key={part.key}
              // biome-ignore lint/security/noDangerouslySetInnerHtml: hundreds of cells as one string of our escaping serialiser, see `markup`
              dangerouslySetInnerHTML={part.text}
            />
          ) : (
            <Part key={part.key} part={part} first={at === 0} columns={columns} head={head} />
          ),
        )}
      </table>
    </ScrollRegion>
  )
}
