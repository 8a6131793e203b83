import { sumRmax } from '../list/sum'
import type { EditionId } from '../model/edition'
import type { Alias, Lens, Organisation } from '../model/organisation'
import type { System } from '../model/system'
import { makersOf, nameOf } from '../names/name'
import { findTies } from '../record/tie'
import type { KeptEdition } from '../store/store'
import { aliasesFor, matches } from './alias'
import type { Comparison, Group, Match } from './comparison'
import { type MetricId, measureAll, type WholeList } from './metric'
import { ORGANISATIONS, organisationOf } from './organisations'

/** What is to be compared, as the view says it; keys are those of {@link organisationOf}. */
export type Choice = {
  lens: Lens
  metric: MetricId
  focus: string
  beside: readonly string[]
}

/** The other partners of a joint system that was found by one of them. */
function partnersOf(alias: Alias, system: System, edition: EditionId): string[] {
  const printed = system.manufacturer
  if (alias.field !== 'manufacturer' || alias.match !== 'partner' || printed === null) return []
  if (nameOf('manufacturer', printed, edition).name === alias.name) return []
  return makersOf(printed, edition).flatMap(({ name }) => (name === alias.name ? [] : [name]))
}

/** The systems that an organisation holds on a list through a lens, each with the first alias that found it. */
export function findMatches(
  organisation: Organisation,
  systems: readonly System[],
  lens: Lens,
  edition: EditionId,
): Match[] {
  const aliases = aliasesFor(organisation, lens, edition)
  return systems.flatMap((system) => {
    const alias = aliases.find((candidate) => matches(candidate, system, edition))
    return alias ? [{ system, alias, partners: partnersOf(alias, system, edition) }] : []
  })
}

/** What one organisation holds on a list, whoever is beside it. */
type Held = Pick<Group, 'matches' | 'measures'>

/** What is the same in every comparison of a list: its whole, and what known organisations hold of it, by edition, lens and key. */
type ListFacts = WholeList & Comparison['total'] & { held: Map<string, Held> }

/** Lists do not change; a new version has systems of its own. */
const facts = new WeakMap<readonly System[], ListFacts>()

function factsOf(systems: readonly System[]): ListFacts {
  const known = facts.get(systems)
  if (known) return known
  const list = { rmax: sumRmax(systems), ties: findTies(systems) }
  const found = { ...list, measures: measureAll(systems, list), held: new Map<string, Held>() }
  facts.set(systems, found)
  return found
}

/** What an organisation holds on a list through a lens. Names that are picked from lists, of which there is no end, are not remembered. */
function heldBy(organisation: Organisation, { systems, id }: KeptEdition, lens: Lens): Held {
  const list = factsOf(systems)
  const key = `${id} ${lens} ${organisation.key}`
  const known = list.held.get(key)
  if (known) return known
  const found = findMatches(organisation, systems, lens, id)
  const measures = measureAll(
    found.map(({ system }) => system),
    list,
  )
  const held = { matches: found, measures }
  if (ORGANISATIONS.includes(organisation)) list.held.set(key, held)
  return held
}

/**
 * Sees one list through one lens, for a choice of organisations.
 * A joint system counts for each of its partners; the whole list counts every system once.
 * Keys of no organisation are left out: `parseView` has told the reader of them.
 */
export function compare(kept: KeptEdition, choice: Choice): Comparison {
  const { systems } = kept
  const list = factsOf(systems)
  const organisations = [...new Set([choice.focus, ...choice.beside])].flatMap(
    (key) => organisationOf(key) ?? [],
  )
  const groups = organisations.map(
    (organisation): Group => ({
      organisation,
      focus: organisation.key === choice.focus,
      ...heldBy(organisation, kept, choice.lens),
    }),
  )
  const holders = new Map<System, string[]>()
  for (const { organisation, matches: found } of groups)
    for (const { system } of found)
      holders.set(system, [...(holders.get(system) ?? []), organisation.key])
  const others = systems.filter((system) => !holders.has(system))
  return {
    edition: kept.id,
    number: kept.number,
    version: kept.version.version,
    hash: kept.version.hash,
    lens: choice.lens,
    metric: choice.metric,
    systems,
    ties: list.ties,
    groups,
    others: { systems: others, measures: measureAll(others, list) },
    total: { measures: list.measures },
    shared: [...holders]
      .flatMap(([system, keys]) => (keys.length > 1 ? [{ system, groups: keys }] : []))
      .sort((a, b) => a.system.rank - b.system.rank),
  }
}
