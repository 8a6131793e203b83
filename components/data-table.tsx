import type { SvgNode } from '@/lib/scene/svg-node'
import { TOUCH } from './look'
import { element, inner, NOT_GIVEN } from './markup'
import { ScrollRegion } from './scroll-region'
import { HIDDEN_CAPTION, lookOf, PRINTED, UNIT_LOOK } from './table'

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

/** How the cells of each column look. */
const looksOf = ({ columns }: Cells) =>
  columns.map(({ key, numeric }) =>
    lookOf({ numeric, look: UNBROKEN.includes(key) ? 'whitespace-nowrap' : undefined }),
  )

function headerRow({ columns }: Cells, looks: readonly (string | undefined)[]): SvgNode {
  const cells = columns.map(({ label, unit }, at) =>
    element('th', { scope: 'col', class: looks[at] }, [
      label,
      ...(unit ? [element('span', { class: UNIT_LOOK }, [` ${unit}`])] : []),
    ]),
  )
  return element('thead', {}, [element('tr', {}, cells)])
}

/** A row, of which one cell leads to the page of what the row is about; the first is its head. */
function bodyRow(
  { columns, links }: Cells,
  cells: Cells['rows'][number],
  row: number,
  looks: readonly (string | undefined)[],
): SvgNode {
  const href = links?.hrefs[row]
  const named = columns.findIndex(({ key }) => key === links?.column)
  // A system without a name is reached by the row's first cell.
  const place = cells[named] ? named : 0
  return element(
    'tr',
    {},
    columns.map((_, at) => {
      const cell = cells[at] ?? NOT_GIVEN
      const leads = href !== undefined && at === place
      const child = leads ? element('a', { class: TOUCH, href }, [cell]) : cell
      return at === 0
        ? element('th', { scope: 'row', class: looks[at] }, [child])
        : element('td', { class: looks[at] }, [child])
    }),
  )
}

/** What stands in a table, as one text: a chart has hundreds of cells that never change. */
function tableText(data: Cells, caption: string) {
  const looks = looksOf(data)
  return inner([
    element('caption', { class: HIDDEN_CAPTION }, [caption]),
    headerRow(data, looks),
    element(
      'tbody',
      {},
      data.rows.map((cells, row) => bodyRow(data, cells, row, looks)),
    ),
  ])
}

/**
 * A chart's figures as a table.
 * @param all where all rows stand, if not here: a last line names the rest and leads to them.
 */
export function DataTable(props: { data: Cells; caption: string; all?: string }) {
  const { data, caption, all } = props
  const { rows, count } = data
  return (
    <>
      <ScrollRegion label={caption} rows={rows.length}>
        <table
          className={PRINTED}
          // biome-ignore lint/security/noDangerouslySetInnerHtml: hundreds of cells as one string of our escaping serialiser, see lib/scene/svg
          dangerouslySetInnerHTML={tableText(data, caption)}
        />
      </ScrollRegion>
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
