import {
  changeWords,
  historyOf,
  historySentence,
  machineLabel,
  machineWords,
  type Step,
  spanOf,
} from '../compare/history'
import { editionLabel } from '../model/edition'
import { fieldOf, unitWords } from '../model/field'
import { plain, prose } from '../model/prose'
import { shownNames } from '../names/shown'
import { sharedRank } from '../record/change'
import { rankAxis, roundOut } from './axis'
import {
  type Figure,
  type Label,
  type Mark,
  type Rows,
  type Series,
  type TableColumn,
  worded,
} from './figure'
import type { Kind } from './kind'
import { listParts, listsAxis, type SystemAsked } from './story'

/** The rank of one system on every list of its life, with its upgrades. */
export const rankHistory: Kind = {
  key: 'rank-history',
  page: 'system',
  figure,
  rowName: ['list'],
}

const STANDS = 'system'
const UPGRADED = 'upgraded'

const lineId = ({ row }: Step) => `rank-${row.list.id}`
const upgradeId = ({ row }: Step) => `upgrade-${row.list.id}`

function figure({ record, machine, axis, permalink }: SystemAsked): Figure {
  const steps = historyOf(machine)
  const lists = spanOf(record, machine)
  const upgrades = steps.filter(({ upgraded }) => upgraded.length > 0)
  const label = machineLabel(machine)
  const lowest = Math.max(...steps.map(({ row }) => sharedRank(row)), 1)
  return {
    ...listParts(lists, permalink),
    kind: rankHistory.key,
    ...worded({
      title: prose`The rank of ${machineWords(machine)}`,
      subtitle: `${spanWords(steps)}; systems of equal Rmax share a rank`,
      notes: notesOf(steps),
    }),
    description: plain(historySentence(record, machine)),
    layout: {
      type: 'plane',
      legend: [
        { series: STANDS, absent: false },
        ...(upgrades.length > 0 ? [{ series: UPGRADED, absent: false }] : []),
      ],
      legendAt: 'top',
    },
    x: listsAxis(lists),
    y: rankAxis(axis, Math.max(10, Math.min(500, roundOut(lowest, 'up')))),
    series: seriesOf(label, upgrades.length > 0),
    marks: [
      ...steps.map(
        (step): Mark => ({
          type: 'line',
          id: lineId(step),
          series: STANDS,
          x: step.row.list.id,
          y: sharedRank(step.row),
          ...(step.afterGap ? { gap: true } : {}),
          row: step.row.list.id,
        }),
      ),
      ...upgrades.map(
        (step): Mark => ({
          type: 'dot',
          id: upgradeId(step),
          series: UPGRADED,
          x: step.row.list.id,
          y: sharedRank(step.row),
          row: step.row.list.id,
        }),
      ),
    ],
    labels: labelsOf(steps),
    table: tableOf(steps),
    rows: rowsOf(steps),
  }
}

/** The lists of its life in words. */
function spanWords(steps: readonly Step[]): string {
  const [first] = steps
  const last = steps.at(-1)
  if (!first || !last) return 'On no list'
  const since = editionLabel(first.row.list.id)
  return first === last
    ? `On the list of ${since} alone`
    : `On every list from ${since} to ${editionLabel(last.row.list.id)}`
}

function seriesOf(label: string, upgraded: boolean): Series[] {
  const own: Series = { key: STANDS, label, colour: 'blue', shape: 'circle', focus: true }
  const changed: Series = {
    key: UPGRADED,
    label: 'Rmax or Rpeak changed',
    colour: 'orange',
    shape: 'diamond',
    focus: false,
  }
  return upgraded ? [own, changed] : [own]
}

function notesOf(steps: readonly Step[]): string[] {
  const gaps = steps.filter(({ afterGap }) => afterGap)
  const sure = steps.filter(({ row }) => row.link !== null && row.link.rule !== 'system-id')
  return [
    ...(gaps.length > 0
      ? [
          `It is missing on lists before ${gaps.map(({ row }) => editionLabel(row.list.id)).join(' and ')}.`,
        ]
      : []),
    ...(sure.length > 0
      ? [
          'Where lists print no System IDs, their rows are linked by what they say of the system; the page of the system says how.',
        ]
      : []),
  ]
}

/** Names for the first, the best and the last place, and for upgrades. */
function labelsOf(steps: readonly Step[]): Label[] {
  const named = new Set<Step | undefined>([
    steps[0],
    steps.at(-1),
    steps.length > 0
      ? steps.reduce((a, b) => (sharedRank(b.row) < sharedRank(a.row) ? b : a))
      : undefined,
  ])
  const places = [...named].flatMap((step): Label[] =>
    step ? [{ mark: lineId(step), name: step.rank, suffix: '' }] : [],
  )
  const rmax = steps.flatMap((step): Label[] => {
    const change = step.upgraded.find(({ field }) => field === 'rmax')
    return change ? [{ mark: upgradeId(step), name: changeWords(change), suffix: '' }] : []
  })
  return [...places, ...rmax]
}

const figureColumn = (key: 'rmax' | 'rpeak' | 'cores' | 'power'): TableColumn => ({
  key,
  label: fieldOf(key).label,
  unit: fieldOf(key).unit ?? null,
  numeric: true,
})
const textColumn = (key: string, label: string): TableColumn => ({
  key,
  label,
  unit: null,
  numeric: false,
})

const COLUMNS: readonly TableColumn[] = [
  textColumn('list', 'List'),
  textColumn('shared-rank', 'Rank'),
  ...(['rmax', 'rpeak', 'cores', 'power'] as const).map(figureColumn),
  textColumn('site', fieldOf('site').label),
  textColumn('manufacturer', fieldOf('manufacturer').label),
]

const cellsOf = ({ row, rank }: Step) => {
  const { system, list } = row
  return [
    list.id,
    rank,
    system.rmax,
    system.rpeak,
    system.cores,
    system.power,
    system.site,
    system.manufacturer,
  ]
}

const tableOf = (steps: readonly Step[]): Figure['table'] => ({
  columns: COLUMNS,
  rows: steps.map(cellsOf),
})

/** What a reader who points at a list is told. */
function rowsOf(steps: readonly Step[]): Rows {
  const columns = [
    ...COLUMNS.slice(0, 4).map(({ key, label, unit }) => ({ key, label, unit: unitWords(unit) })),
    { key: 'site', label: fieldOf('site').label, unit: null },
    { key: 'changed', label: 'Changed', unit: null },
  ]
  return {
    columns,
    byKey: Object.fromEntries(
      steps.map(({ row, rank, upgraded, renamed }) => [
        row.list.id,
        [
          editionLabel(row.list.id),
          rank,
          row.system.rmax,
          row.system.rpeak,
          shownNames(row.system, row.list.id).site?.name ?? null,
          [...upgraded, ...renamed].map(changeWords).join('; ') || null,
        ],
      ]),
    ),
  }
}
