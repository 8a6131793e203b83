import type { Comparison } from '../compare/comparison'
import { counted, formatPrinted } from '../compare/figure'
import { sentenceOf } from '../compare/headline'
import { fieldColumn, type RowColumn, SHARED_RANK } from '../compare/rows'
import { rankStripTitle } from '../compare/title'
import { plain } from '../model/prose'
import { type Asked, commonNotes, commonParts } from './answer'
import { bandAxis, rankAxis } from './axis'
import { type DataTable, type Figure, type Mark, REST, worded } from './figure'
import type { KindOf } from './kind'
import { lateTable } from './late-table'
import { columnsOf, rowCells, rowKey, systemRows } from './system-table'

/** One line for each organisation, a tick at the rank of each of its systems. */
export const rankStrip: KindOf<'comparison'> = {
  key: 'rank-strip',
  page: 'comparison',
  figure,
  rowName: ['organisation', 'rank'],
}

function figure(asked: Asked): Figure {
  const { comparison, axis } = asked
  const { groups } = comparison
  const parts = commonParts(asked)
  const series = parts.series.filter(({ key }) => key !== REST)
  return {
    ...parts,
    kind: rankStrip.key,
    ...worded({ ...rankStripTitle(comparison), notes: commonNotes(comparison) }),
    description: groups.map((group) => plain(sentenceOf(group, comparison))).join(' '),
    layout: {
      type: 'bands',
      bands: groups.map(({ organisation, matches }) => ({
        series: organisation.key,
        text: counted(matches.length, 'system'),
        short: formatPrinted(matches.length),
        given: matches.length > 0,
      })),
      textAt: 'margin',
      rail: true,
      rest: null,
    },
    x: rankAxis(axis, comparison.systems.at(-1)?.rank),
    y: bandAxis(
      'Organisation',
      groups.map(({ organisation }) => organisation.key),
    ),
    series,
    marks: [false, true].flatMap((focus) => marksOf(comparison, focus)),
    labels: [],
    table: tableOf(comparison),
    rows: systemRows(
      comparison,
      groups.flatMap(({ matches }) => matches.map(({ system }) => system)),
    ),
  }
}

/** The ticks of the focus, or of all others. */
function marksOf({ groups }: Comparison, focus: boolean): Mark[] {
  return groups
    .filter((group) => group.focus === focus)
    .flatMap(({ organisation: { key }, matches }) =>
      matches.map(
        ({ system }): Mark => ({
          type: 'tick',
          id: `${key} ${system.rank}`,
          series: key,
          x: system.rank,
          y: key,
          row: rowKey(system),
        }),
      ),
    )
}

const COLUMNS: readonly RowColumn[] = [
  fieldColumn('rank'),
  SHARED_RANK,
  ...(['name', 'site', 'rmax'] as const).map(fieldColumn),
]

/** The systems of each organisation, one organisation after the other. */
function tableOf(comparison: Comparison): DataTable {
  const own = { key: 'organisation', label: 'Organisation', unit: null, numeric: false }
  const lines = comparison.groups.flatMap(({ organisation: { label }, matches }) =>
    matches.map(({ system }) => ({ label, system })),
  )
  return lateTable([own, ...columnsOf(COLUMNS)], lines, (some) => {
    const systems = some.map(({ system }) => system)
    return rowCells(comparison, COLUMNS, systems).map((cells, at) => [
      some[at]?.label ?? null,
      ...cells,
    ])
  })
}
