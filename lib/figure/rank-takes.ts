import { flopsUnit, formatFlops } from '../compare/figure'
import type { Dated, Growth } from '../compare/growth'
import { growthOf, growthWords, takenBy } from '../compare/places'
import { sumOf } from '../link/performance'
import { editionLabel } from '../model/edition'
import { roundOut } from './axis'
import type { Axis, Figure, Label, Mark, MarkType, Series, TableColumn } from './figure'
import type { Kind } from './kind'
import { listParts, listsAxis, type RankAsked, rmaxWords } from './story'

/** What a rank took on every list, the growth that is fitted to it, and the performance that is asked about. */
export const rankTakes: Kind = { key: 'rank-takes', page: 'rank', figure, rowName: ['list'] }

const TOOK = 'took'
const FITTED = 'fitted'
const ASKED = 'asked'

function figure({ record, rmax, machine, rank, permalink }: RankAsked): Figure {
  const taken = takenBy(record, rank)
  const growth = growthOf(taken)
  const asked = sumOf(rmax)
  const first = taken[0]
  const last = taken.at(-1)
  const series = seriesOf(rank, growth, rmaxWords({ rmax, machine }))
  return {
    ...listParts(record.lists, permalink),
    kind: rankTakes.key,
    title: `What rank ${rank} took`,
    subtitle: `Rmax of the system at rank ${rank} on every TOP500 list, with the growth that is fitted to it`,
    notes: growth ? [growthWords(rank, growth)] : ['There are too few lists to fit any growth.'],
    description:
      first && last
        ? `Rank ${rank} took ${formatFlops(first.value)} in ${editionLabel(first.edition)} and ${formatFlops(last.value)} in ${editionLabel(last.edition)}.`
        : `No list has a rank ${rank}.`,
    layout: {
      type: 'plane',
      legend: series.map(({ key }) => ({ series: key, absent: false })),
      legendAt: 'top',
    },
    x: listsAxis(record.lists),
    y: axisOf([
      ...taken.flatMap(({ edition, value }) => (growth ? [value, growth.at(edition)] : [value])),
      asked,
    ]),
    series,
    marks: [
      ...marksOf(
        'line',
        ASKED,
        [record.lists[0], record.lists.at(-1)].flatMap((list) =>
          list ? [{ edition: list.id, value: asked }] : [],
        ),
      ),
      ...(growth
        ? marksOf(
            'line',
            FITTED,
            taken.map(({ edition }) => ({ edition, value: growth.at(edition) })),
          )
        : []),
      ...marksOf('line', TOOK, taken),
    ],
    labels: [first, last].flatMap((one): Label[] =>
      one ? [{ mark: `${TOOK}-${one.edition}`, name: formatFlops(one.value), suffix: '' }] : [],
    ),
    table: { columns: COLUMNS, rows: taken.map((one) => [one.edition, ...cellsOf(one, growth)]) },
    rows: {
      columns: COLUMNS.map(({ key, label, unit }) => ({ key, label, unit })),
      byKey: Object.fromEntries(
        taken.map((one) => [one.edition, [editionLabel(one.edition), ...cellsOf(one, growth)]]),
      ),
    },
  }
}

function seriesOf(rank: number, growth: Growth | null, asked: string): Series[] {
  const fitted: Series = {
    key: FITTED,
    label: growth ? `Fitted growth, ${Math.round((growth.perYear - 1) * 100)} % a year` : '',
    colour: 'context',
    shape: 'circle',
    focus: false,
  }
  return [
    { key: ASKED, label: asked, colour: 'orange', shape: 'square', focus: false },
    ...(growth ? [fitted] : []),
    { key: TOOK, label: `Rmax of rank ${rank}`, colour: 'blue', shape: 'circle', focus: true },
  ]
}

const marksOf = (type: MarkType, series: string, points: readonly Dated[]): Mark[] =>
  points.map(({ edition, value }) => ({
    type,
    id: `${series}-${edition}`,
    series,
    x: edition,
    y: value,
    row: edition,
  }))

function axisOf(values: readonly number[]): Axis {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const { unit, factor } = flopsUnit(Math.sqrt(low * high))
  return {
    type: 'log',
    domain: [roundOut(low * 0.98, 'down'), roundOut(high * 1.02, 'up')],
    label: `Rmax, ${unit}, logarithmic`,
    divisor: factor,
  }
}

const COLUMNS: readonly TableColumn[] = [
  { key: 'list', label: 'List', unit: null, numeric: false },
  { key: 'rmax', label: 'Rmax', unit: 'TFlop/s', numeric: true },
  { key: 'fitted', label: 'Fitted', unit: 'TFlop/s', numeric: true },
]

const cellsOf = ({ edition, value }: Dated, growth: Growth | null) => [
  value,
  growth && Number(growth.at(edition).toPrecision(4)),
]
