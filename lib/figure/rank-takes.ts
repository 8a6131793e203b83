import { flopsUnit, formatFlops } from '../compare/figure'
import type { Dated, Growth } from '../compare/growth'
import { growthOf, growthWords, type ListPlace, takenBy } from '../compare/places'
import { editionLabel } from '../model/edition'
import { roundOut } from './axis'
import type { Axis, Figure, Label, Mark, MarkType, Series, TableColumn } from './figure'
import type { Kind } from './kind'
import { askedLabel, listParts, listsAxis, notesAsked, placesAsked, type RankAsked } from './story'

/** What a rank took on every list, the growth that is fitted to it, and the performance that is asked about. */
export const rankTakes: Kind = { key: 'rank-takes', page: 'rank', figure, rowName: ['list'] }

const TOOK = 'took'
const FITTED = 'fitted'
const ASKED = 'asked'

function figure(asked: RankAsked): Figure {
  const { record, rank, permalink } = asked
  const taken = takenBy(record, rank)
  const growth = growthOf(taken)
  const about = aboutOf(asked)
  const first = taken[0]
  const last = taken.at(-1)
  const series = seriesOf(rank, growth, asked)
  return {
    ...listParts(record.lists, permalink),
    kind: rankTakes.key,
    title: `What rank ${rank} took`,
    subtitle: `Rmax of the system at rank ${rank} on every TOP500 list, with the growth that is fitted to it`,
    notes: [
      growth ? growthWords(rank, growth) : 'There are too few lists to fit any growth.',
      ...notesAsked(asked),
    ],
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
      ...about.map(({ value }) => value),
    ]),
    series,
    marks: [
      ...marksOf('line', ASKED, about),
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
    ...tableOf(taken, growth, asked.fleet ? about : null),
  }
}

/** A figure on a list; one that is not joined to the list before has a gap there. */
type About = Dated & { gap?: boolean }

/** What is asked about: the same on every list, and so its two ends; or what a fleet adds up to on each. */
function aboutOf(asked: RankAsked): About[] {
  const places = placesAsked(asked)
  if (!asked.fleet) return [places[0], places.at(-1)].flatMap((one) => pointOf(one))
  return places.flatMap((one, at) =>
    pointOf(one).map((value) => ({
      ...value,
      ...(at > 0 && (places[at - 1]?.rmax ?? null) === null ? { gap: true } : {}),
    })),
  )
}

const pointOf = (one: ListPlace | undefined): Dated[] =>
  one && one.rmax !== null ? [{ edition: one.list.id, value: one.rmax }] : []

function seriesOf(rank: number, growth: Growth | null, asked: RankAsked): Series[] {
  const fitted: Series = {
    key: FITTED,
    label: growth ? `Fitted growth, ${Math.round((growth.perYear - 1) * 100)} % a year` : '',
    colour: 'context',
    shape: 'circle',
    focus: false,
  }
  return [
    { key: ASKED, label: askedLabel(asked), colour: 'orange', shape: 'square', focus: false },
    ...(growth ? [fitted] : []),
    { key: TOOK, label: `Rmax of rank ${rank}`, colour: 'blue', shape: 'circle', focus: true },
  ]
}

const marksOf = (type: MarkType, series: string, points: readonly About[]): Mark[] =>
  points.map(({ edition, value, gap }) => ({
    type,
    id: `${series}-${edition}`,
    series,
    x: edition,
    y: value,
    row: edition,
    ...(gap ? { gap } : {}),
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

/** What a fleet has besides, on each list. */
const SUM: TableColumn = {
  key: 'sum',
  label: 'Sum of the fleet, not a valid HPL run',
  unit: 'TFlop/s',
  numeric: true,
}

/** @param sums what a fleet adds up to; null where nothing of the kind is asked. */
function tableOf(
  taken: readonly Dated[],
  growth: Growth | null,
  sums: readonly Dated[] | null,
): Pick<Figure, 'table' | 'rows'> {
  const columns = sums ? [...COLUMNS, SUM] : COLUMNS
  const summed = new Map(sums?.map(({ edition, value }) => [edition, value]))
  const cells = ({ edition, value }: Dated) => [
    value,
    growth && Number(growth.at(edition).toPrecision(4)),
    ...(sums ? [summed.get(edition) ?? null] : []),
  ]
  return {
    table: { columns, rows: taken.map((one) => [one.edition, ...cells(one)]) },
    rows: {
      columns: columns.map(({ key, label, unit }) => ({ key, label, unit })),
      byKey: Object.fromEntries(
        taken.map((one) => [one.edition, [editionLabel(one.edition), ...cells(one)]]),
      ),
    },
  }
}
