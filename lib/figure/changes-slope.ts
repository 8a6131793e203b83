import { changeSentence, type Fate, fateOf, rowsOfChanges } from '../compare/changes'
import { listed } from '../compare/figure'
import { editionLabel } from '../model/edition'
import { systemLabel } from '../names/shown'
import { changesBetween, printedRank, sharedRank } from '../record/change'
import type { Appearance } from '../record/record'
import type { Figure, Label, Mark, Series, TableColumn } from './figure'
import type { Kind } from './kind'
import { type ChangesAsked, listParts } from './story'

/** The first places of two lists, with a line for each system that stands on both. */
export const changesSlope: Kind = {
  key: 'changes-slope',
  page: 'changes',
  figure,
  rowName: ['system'],
}

/** More places than these cannot be told apart in a picture. */
const PLACES = 10

/** How what became of a system looks; in the order in which they are drawn. */
const LOOKS: readonly Pick<Series, 'colour' | 'shape' | 'focus' | 'label' | 'key'>[] = [
  { key: 'stayed', label: 'On both lists', colour: 'context', shape: 'circle', focus: false },
  {
    key: 'gone',
    label: 'On the earlier list alone',
    colour: 'red',
    shape: 'triangle',
    focus: false,
  },
  { key: 'returned', label: 'Returned', colour: 'purple', shape: 'square', focus: false },
  { key: 'upgraded', label: 'Upgraded', colour: 'orange', shape: 'diamond', focus: false },
  { key: 'new', label: 'New', colour: 'blue', shape: 'circle', focus: true },
]

type Line = { key: string; fate: Fate; before: Appearance | null; after: Appearance | null }

const within = (row: Appearance | null) => row !== null && sharedRank(row) <= PLACES

function figure({ record, from, to, permalink }: ChangesAsked): Figure {
  const changes = changesBetween(record, from, to)
  const lines = rowsOfChanges(changes)
    .map((row): Line => ({ ...row, key: row.machine.key, fate: fateOf(row) }))
    .filter(({ before, after }) => within(before) || within(after))
  const drawn = (row: Appearance | null) => (row && within(row) ? row : null)
  const fates = LOOKS.filter(({ key }) => lines.some(({ fate }) => fate === key))
  // A series is joined by its marks' order, so each system on both lists has a series of its own.
  const series = fates.flatMap((look): Series[] =>
    lines
      .filter(({ fate }) => fate === look.key)
      .map(({ key }, at): Series => ({ ...look, key: at === 0 ? look.key : `${look.key} ${key}` })),
  )
  const seriesFor = new Map(
    fates.flatMap((look) =>
      lines
        .filter(({ fate }) => fate === look.key)
        .map((line, at) => [line, at === 0 ? look.key : `${look.key} ${line.key}`] as const),
    ),
  )
  return {
    ...listParts(from === to ? [from] : [from, to], permalink),
    kind: changesSlope.key,
    title: `The first ${PLACES} of ${listed([...new Set([from, to])].map(({ id }) => editionLabel(id)))}`,
    subtitle: `A line for each system that holds such a place on both lists, else a mark; systems of equal Rmax share a place`,
    notes: [],
    description: changeSentence(changes),
    layout: {
      type: 'plane',
      legend: fates.map(({ key }) => ({ series: key, absent: false })),
      legendAt: 'top',
    },
    x: {
      type: 'band',
      domain: [...new Set([from, to])].map(({ id }) => editionLabel(id)),
      label: 'List',
      divisor: 1,
    },
    y: {
      type: 'linear',
      domain: [1, PLACES],
      label: 'Rank',
      divisor: 1,
      ends: true,
      reversed: true,
    },
    series,
    marks: lines.flatMap((line) => {
      const own = seriesFor.get(line) ?? line.fate
      // Of a list that is compared with itself each system stands there once.
      const [left, right] = [from === to ? null : drawn(line.before), drawn(line.after)]
      const type = left && right ? ('line' as const) : ('dot' as const)
      return [
        ...(left ? [markOf(line, own, 'before', left, type)] : []),
        ...(right ? [markOf(line, own, 'after', right, type)] : []),
      ]
    }),
    labels: labelsOf(
      lines.filter(({ after }) => within(after)),
      'after',
    ),
    ...tableOf(lines),
  }
}

function markOf(
  line: Line,
  series: string,
  side: 'before' | 'after',
  row: Appearance,
  type: Mark['type'],
): Mark {
  return {
    type,
    id: `${side}-${line.key}`,
    series,
    x: editionLabel(row.list.id),
    y: sharedRank(row),
    row: line.key,
  }
}

/** A name at the end of each line, one for all systems of a tie. */
function labelsOf(lines: readonly Line[], side: 'after'): Label[] {
  const byPlace = new Map<number, Line[]>()
  for (const line of lines) {
    const row = line[side]
    if (row) byPlace.set(sharedRank(row), [...(byPlace.get(sharedRank(row)) ?? []), line])
  }
  return [...byPlace.values()].flatMap((alike): Label[] => {
    const [first] = alike
    const row = first?.[side]
    if (!first || !row) return []
    const more = alike.length > 1 ? ` and ${alike.length - 1} more` : ''
    return [
      {
        mark: `${side}-${first.key}`,
        name: systemLabel(row.system, row.list.id),
        suffix: more,
      },
    ]
  })
}

const column = (key: string, label: string, numeric = false, unit: string | null = null) =>
  ({ key, label, unit, numeric }) satisfies TableColumn

const COLUMNS: readonly TableColumn[] = [
  column('called', 'Name'),
  column('before', 'Rank before'),
  column('after', 'Rank after'),
  column('fate', 'What became of it'),
  column('rmax-before', 'Rmax before', true, 'TFlop/s'),
  column('rmax-after', 'Rmax after', true, 'TFlop/s'),
  column('system', 'System'),
]

function tableOf(lines: readonly Line[]): Pick<Figure, 'table' | 'rows'> {
  const words = new Map(LOOKS.map(({ key, label }) => [key, label]))
  const cells = lines.map(({ key, fate, before, after }) => {
    const row = after ?? before
    return [
      row ? systemLabel(row.system, row.list.id) : '',
      before && printedRank(before),
      after && printedRank(after),
      words.get(fate) ?? fate,
      before?.system.rmax ?? null,
      after?.system.rmax ?? null,
      key,
    ]
  })
  return {
    table: { columns: COLUMNS, rows: cells },
    rows: {
      columns: COLUMNS.slice(0, -1).map(({ key, label, unit }) => ({ key, label, unit })),
      byKey: Object.fromEntries(lines.map(({ key }, at) => [key, (cells[at] ?? []).slice(0, -1)])),
      page: '/systems/',
    },
  }
}
