import { SUBTITLE } from '@/components/look'
import { Table } from '@/components/table'
import type { Difference, Named } from '@/lib/compare/difference'
import { counted, listed } from '@/lib/compare/figure'
import { formatCell } from './format'

const sayNamed = (systems: readonly Named[], all: number) => {
  const names = systems.slice(0, 5).map(({ rank, name }) => `${name} (rank ${rank})`)
  return listed(all > names.length ? [...names, `${all - names.length} more`] : names)
}

/** What differs, in one or two sentences. */
function summary({ cells, changedSystems, columns, joined, left, ...of }: Difference): string {
  if (cells + joined + left === 0) return 'Nothing: every cell of every system is the same in both.'
  const said: string[] = []
  if (cells > 0) {
    const where = columns.slice(0, 4).map(({ column, cells: count }) => `${column} ${count}`)
    const more = columns.length > 4 ? `, and ${columns.length - 4} more columns` : ''
    said.push(
      `${counted(cells, 'cell')} in ${counted(changedSystems, 'system')}: ${where.join(', ')}${more}.`,
    )
  }
  if (joined > 0) said.push(`${counted(joined, 'system')} more: ${sayNamed(of.newcomers, joined)}.`)
  if (left > 0) said.push(`${counted(left, 'system')} less: ${sayNamed(of.leavers, left)}.`)
  return said.join(' ')
}

/** What one version of a list changes against another, with the first of the cells. */
export function DifferenceView(props: {
  difference: Difference
  /** Names the table; no other one on the page may have the same name. */
  caption: string
  /** What the earlier and the later one are called in the head of the table. */
  before: string
  after: string
}) {
  const { difference, caption, before, after } = props
  const { changes, cells } = difference
  return (
    <>
      <p>{summary(difference)}</p>
      {changes.length > 0 && (
        <Table
          caption={caption}
          look="[&_td]:max-w-96 [&_td]:wrap-anywhere"
          columns={[
            { key: 'rank', label: 'Rank', numeric: true },
            { key: 'system', label: 'System' },
            { key: 'column', label: 'Column' },
            { key: 'before', label: before },
            { key: 'after', label: after },
          ]}
          head={null}
          parts={[
            {
              key: 'all',
              rows: changes.map((change) => ({
                key: `${change.rank} ${change.column}`,
                cells: [
                  change.rank,
                  change.name,
                  change.column,
                  formatCell(change.before),
                  formatCell(change.after),
                ],
              })),
            },
          ]}
        />
      )}
      {cells > changes.length && (
        <p className={SUBTITLE}>
          The first {changes.length} of {cells} cells; the rest is of the same kinds.
        </p>
      )}
    </>
  )
}
