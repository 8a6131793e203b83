import { DIMENSIONS, type Dimension, groupWords } from '../compare/grouping'
import type { EditionId } from '../model/edition'
import type { System } from '../model/system'
import { type Codec, type Params, single } from './codec'
import { type Link, parseLink, writeLink } from './link'

/** Longer texts are no name of a group. */
const LONGEST = 200

/** The groups that are asked for, by the keys of their dimensions: `{ country: 'China' }`. */
export type Filtered = Readonly<Record<string, string>>

/** A way to ask for some systems of a list: what holds for them, how that is said, and how a link says it. */
export type Filter = {
  /** Its dimension, whose key is the parameter: `?country=China`. */
  dimension: Dimension
  codec: Codec<string | null>
  /** Whether a system is in a group; joint makers are in the group of each. */
  holds: (system: System, edition: EditionId, name: string) => boolean
  /** As the end of “systems …”: `in China`. */
  words: (name: string) => string
}

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()

/** THE filters, one for each way to group systems. */
export const FILTERS: readonly Filter[] = DIMENSIONS.map((dimension) => ({
  dimension,
  codec: single<string | null>({
    parameter: dimension.key,
    default: null,
    read: (text) => (text.length <= LONGEST ? text : null),
    write: (value) => value ?? '',
    expected: `a name of ${LONGEST} letters at most`,
  }),
  holds: (system, edition, name) => dimension.of(system, edition).includes(name),
  words: (name) => groupWords(dimension, name),
}))

/**
 * What is asked for by the names that the list’s groups have: a link may have another letter case, or name a group as the
 * list prints it, `Korea, South`. What is no group of the list stays as it is.
 */
export function settleFiltered(
  filtered: Filtered,
  systems: readonly System[],
  edition: EditionId,
): Filtered {
  const nameOf = ({ of, named }: Dimension, asked: string): string => {
    const names = systems.flatMap((system) => of(system, edition))
    const printed = named && systems.find((system) => same(system[named] ?? '', asked))
    return (
      names.find((name) => same(name, asked)) ??
      (printed ? (of(printed, edition)[0] ?? asked) : asked)
    )
  }
  return Object.fromEntries(
    askedOf(filtered).map(({ filter, name }) => [
      filter.dimension.key,
      nameOf(filter.dimension, name),
    ]),
  )
}

const LINK: Link<Record<string, string | null>> = Object.fromEntries(
  FILTERS.map(({ dimension, codec }) => [dimension.key, codec]),
)

/** What a link asks for; a text that can be no group counts as left out. */
export function parseFiltered(params: Params): Filtered {
  const { values } = parseLink(LINK, params, null)
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, name]) => (name === null ? [] : [[key, name]])),
  )
}

/** What is asked for as parameters of a link. */
export function writeFiltered(filtered: Filtered): URLSearchParams {
  return writeLink(LINK, filtered)
}

/** The filters that are asked for, each with its group, in the order of the table. */
const askedOf = (filtered: Filtered) =>
  FILTERS.flatMap((filter) => {
    const name = filtered[filter.dimension.key]
    return name === undefined ? [] : [{ filter, name }]
  })

/** The systems for which all that is asked for holds, in their order. */
export function filterSystems(
  systems: readonly System[],
  edition: EditionId,
  filtered: Filtered,
): readonly System[] {
  const asked = askedOf(filtered)
  return systems.filter((system) =>
    asked.every(({ filter, name }) => filter.holds(system, edition, name)),
  )
}

/** What is asked for as the end of “systems …”: `in China, built by Lenovo`; empty where nothing is. */
export function filterWords(filtered: Filtered): string {
  return askedOf(filtered)
    .map(({ filter, name }) => filter.words(name))
    .join(', ')
}

/** A group that can be asked for, and its systems among those for which everything else holds. */
export type FilterChoice = { name: string; systems: number }

/** The groups of a filter by their numbers of systems, given what else is asked for. */
export function filterChoices(
  { dimension }: Filter,
  systems: readonly System[],
  edition: EditionId,
  filtered: Filtered,
): FilterChoice[] {
  const { [dimension.key]: own, ...others } = filtered
  const counts = new Map<string, number>()
  for (const system of filterSystems(systems, edition, others))
    for (const name of dimension.of(system, edition)) counts.set(name, (counts.get(name) ?? 0) + 1)
  // What is asked for stands among the choices, also where no system is left.
  if (own !== undefined && !counts.has(own)) counts.set(own, 0)
  return [...counts]
    .map(([name, count]) => ({ name, systems: count }))
    .sort((a, b) => b.systems - a.systems || a.name.localeCompare(b.name, 'en'))
}
