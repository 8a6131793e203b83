import type { Comparison } from '../compare/comparison'
import { flopsUnit } from '../compare/figure'
import { sentenceOf } from '../compare/headline'
import { COUNTS_FOR, fieldColumn, type RowColumn, SHARED_RANK } from '../compare/rows'
import { rankRmaxTitle } from '../compare/title'
import { plain } from '../model/prose'
import type { System } from '../model/system'
import { systemLabel } from '../names/shown'
import { rankLabel } from '../record/tie'
import { type Asked, commonNotes, commonParts, focusOf } from './answer'
import { rankAxis, roundOut } from './axis'
import { type Axis, type Figure, type Label, type Mark, REST, worded } from './figure'
import type { KindOf } from './kind'
import { rowKey, systemRows, systemTable } from './system-table'

/** How many systems of the focus are named; more names than this are read in the table. */
const MOST_NAMED = 6

/** All systems by rank against Rmax: the list in grey, the organisations in colour, the focus by name. */
export const rankRmax: KindOf<'comparison'> = {
  key: 'rank-rmax',
  page: 'comparison',
  figure,
  rowName: ['rank'],
}

const markId = (system: System) => `rank-${system.rank}`

function figure(asked: Asked): Figure {
  const { comparison, axis } = asked
  const { systems, groups, others } = comparison
  const parts = commonParts(asked)
  const drawn = systems.filter(({ rmax }) => rmax !== null)
  return {
    ...parts,
    kind: rankRmax.key,
    ...worded({ ...rankRmaxTitle(comparison), notes: commonNotes(comparison) }),
    description: groups.map((group) => plain(sentenceOf(group, comparison))).join(' '),
    layout: {
      type: 'plane',
      // The legend keeps the order of the view, which does not change with the counts.
      legend: [
        ...groups.map(({ organisation, matches }) => ({
          series: organisation.key,
          absent: matches.length === 0,
        })),
        { series: REST, absent: others.systems.length === 0 },
      ],
      legendAt: 'top',
    },
    x: rankAxis(axis, systems.at(-1)?.rank),
    y: performanceAxis(systems),
    marks: marksOf(comparison, parts.series, drawn),
    labels: focusNames(comparison),
    table: systemTable(comparison, COLUMNS, systems),
    rows: systemRows(comparison, drawn),
  }
}

function performanceAxis(systems: readonly System[]): Axis {
  const values = systems.flatMap(({ rmax }) => (rmax !== null && rmax > 0 ? [rmax] : []))
  const low = values.length ? Math.min(...values) : 1
  const high = values.length ? Math.max(...values) : 10
  const { unit, factor } = flopsUnit(Math.sqrt(low * high))
  return {
    type: 'log',
    domain: [roundOut(low, 'down'), roundOut(high * 1.02, 'up')],
    label: `Rmax, ${unit}, logarithmic`,
    divisor: factor,
  }
}

/** A system of several organisations has the colour of the focus where it is one of them, else of the first. */
function marksOf(
  { groups }: Comparison,
  series: Figure['series'],
  systems: readonly System[],
): Mark[] {
  const owner = new Map<System, string>()
  for (const { organisation, matches, focus } of groups)
    for (const { system } of matches)
      if (focus || !owner.has(system)) owner.set(system, organisation.key)
  return series.flatMap(({ key }) =>
    systems
      .filter((system) => (owner.get(system) ?? REST) === key)
      .map(
        (system): Mark => ({
          type: 'dot',
          id: markId(system),
          series: key,
          x: system.rank,
          y: system.rmax ?? 0,
          row: rowKey(system),
        }),
      ),
  )
}

/** Names for the focus's marks, one for all systems of a tie. */
function focusNames(comparison: Comparison): Label[] {
  const matches = focusOf(comparison)?.matches ?? []
  const placeOf = ({ rank }: System) => comparison.ties.get(rank)?.rank ?? rank
  /** The first system of each place, and how many there are. */
  const places = new Map<number, { system: System; alike: number }>()
  for (const { system } of matches) {
    const place = placeOf(system)
    const held = places.get(place)
    if (held) held.alike++
    else places.set(place, { system, alike: 1 })
  }
  return [...places.values()].slice(0, MOST_NAMED).map(({ system, alike }) => {
    const more = alike > 1 ? ` and ${alike - 1} more` : ''
    return {
      mark: markId(system),
      name: systemLabel(system, comparison.edition),
      suffix: `${more}, rank ${rankLabel(system.rank, comparison.ties)}`,
    }
  })
}

const COLUMNS: readonly RowColumn[] = [
  fieldColumn('rank'),
  SHARED_RANK,
  fieldColumn('name'),
  COUNTS_FOR,
  ...(
    ['site', 'manufacturer', 'country', 'rmax', 'rpeak', 'cores', 'accelerator', 'power'] as const
  ).map(fieldColumn),
]
