import { type ListPlace, type TopSpan, topSpans, topWords } from '../compare/places'
import { editionLabel } from '../model/edition'
import { prose } from '../model/prose'
import { rankAxis } from './axis'
import { type Figure, type Label, type Mark, type TableColumn, worded } from './figure'
import type { Kind } from './kind'
import {
  askedLabel,
  listParts,
  listsAxis,
  notesAsked,
  placesAsked,
  type RankAsked,
  rmaxWords,
} from './story'

/** Where one performance would rank on every list. */
export const rankOf: Kind = { key: 'rank-of', page: 'rank', figure, rowName: ['list'] }

const ASKED = 'asked'

const markId = ({ list }: ListPlace) => `rank-${list.id}`

/** A place as it is written: `=10` where listed systems reach exactly it. */
export const placeWords = ({ place }: ListPlace): string | null =>
  place && (place.tied > 0 ? `=${place.rank}` : String(place.rank))

function figure(asked: RankAsked): Figure {
  const { record, fleet, axis, permalink } = asked
  const places = placesAsked(asked)
  const listed = places.filter(({ place }) => place !== null)
  const words = rmaxWords(asked)
  const spans = topSpans(places)
  const below = places.filter(({ rmax, place }) => rmax !== null && place === null).length
  const columns = fleet ? [...COLUMNS.slice(0, 1), ...FLEET_COLUMNS, ...COLUMNS.slice(1)] : COLUMNS
  const summed = new Map(fleet?.sums.map(({ list, systems }) => [list, systems.length]))
  const cells = (one: ListPlace) => [
    ...(fleet ? [summed.get(one.list) ?? 0, one.rmax] : []),
    ...cellsOf(one),
  ]
  return {
    ...listParts(record.lists, permalink),
    kind: rankOf.key,
    ...worded({
      title: prose`Where ${words} would rank`,
      subtitle: `${fleet ? 'The sum of their Rmax on every TOP500 list, which is not a valid HPL run' : 'On every TOP500 list'}; a system of equal Rmax shares the rank`,
      notes: [
        ...notesAsked(asked),
        ...(below > 0
          ? [
              `On ${below} of ${places.length} lists it is below the last system, and stands nowhere.`,
            ]
          : []),
      ],
    }),
    description: spans.map((span) => `${topWords(span)}.`).join(' '),
    layout: {
      type: 'plane',
      legend: [{ series: ASKED, absent: listed.length === 0 }],
      legendAt: 'top',
    },
    x: listsAxis(record.lists),
    y: rankAxis(axis),
    series: [
      { key: ASKED, label: askedLabel(asked), colour: 'blue', shape: 'circle', focus: true },
    ],
    marks: places.flatMap((one, at): Mark[] =>
      one.place
        ? [
            {
              type: 'line',
              id: markId(one),
              series: ASKED,
              x: one.list.id,
              y: one.place.rank,
              ...(at > 0 && !places[at - 1]?.place ? { gap: true } : {}),
              row: one.list.id,
            },
          ]
        : [],
    ),
    labels: labelsOf(listed.at(-1), spans),
    table: { columns, rows: places.map((one) => [one.list.id, ...cells(one)]) },
    rows: {
      columns: columns.map(({ key, label, unit }) => ({ key, label, unit })),
      byKey: Object.fromEntries(
        listed.map((one) => [one.list.id, [editionLabel(one.list.id), ...cells(one)]]),
      ),
    },
  }
}

/** Names for where it left the heads of the lists, and for its last place. */
function labelsOf(last: ListPlace | undefined, spans: readonly TopSpan[]): Label[] {
  const left = spans.flatMap(({ until, top, still }): Label[] =>
    until === null || still
      ? []
      : [{ mark: `rank-${until}`, name: `Top ${top} until ${editionLabel(until)}`, suffix: '' }],
  )
  const place = last && placeWords(last)
  const stood = left.some(({ mark }) => last && mark === markId(last))
  return last && place && !stood ? [...left, { mark: markId(last), name: place, suffix: '' }] : left
}

const column = (key: string, label: string, numeric = false, unit: string | null = null) =>
  ({ key, label, unit, numeric }) satisfies TableColumn

const COLUMNS: readonly TableColumn[] = [
  column('list', 'List'),
  column('shared-rank', 'Rank'),
  column('tied', 'Systems of exactly this Rmax', true),
  column('first', 'Rmax of rank 1', true, 'TFlop/s'),
  column('last', 'Rmax of the last rank', true, 'TFlop/s'),
]

/** What a fleet has besides, on each list. */
const FLEET_COLUMNS: readonly TableColumn[] = [
  column('systems', 'Systems added up', true),
  column('sum', 'Sum of Rmax, not a valid HPL run', true, 'TFlop/s'),
]

const cellsOf = (one: ListPlace) => [
  placeWords(one),
  one.place?.tied ?? null,
  one.list.performances[0] ?? null,
  one.list.performances.at(-1) ?? null,
]
