import { HANDOVERS } from '../../data/names/makers'
import { type EditionId, editionLabel } from '../model/edition'
import type { Alias } from '../model/organisation'
import { makersOf, type Name, nameOf } from '../names/name'
import type { Comparison, Group, Match } from './comparison'
import { listed } from './figure'

/** More spellings than this say nothing new. */
const MOST_SPELLINGS = 6

/** The names by which an alias found a system. */
function foundNames(alias: Alias, { system }: Match, edition: EditionId): readonly Name[] {
  const printed = system[alias.field]
  if (printed === null) return []
  const whole = nameOf(alias.field, printed, edition, system)
  if (alias.field !== 'manufacturer' || whole.name === alias.name) return [whole]
  return makersOf(printed, edition).filter(({ name }) => name === alias.name)
}

const quoted = (texts: readonly string[]) => {
  const shown = texts.slice(0, MOST_SPELLINGS).map((text) => `“${text}”`)
  const more = texts.length - shown.length
  return listed(more > 0 ? [...shown, `${more} more spellings`] : shown)
}

/**
 * What a list prints for the names of an organisation, where it is not the names themselves: one sentence for each name.
 * Garbled letters are told as such.
 */
export function printedNotes(group: Group, { edition }: Pick<Comparison, 'edition'>): string[] {
  const spellings = new Map<string, Map<string, boolean>>()
  for (const match of group.matches)
    for (const { name, printed, mended } of foundNames(match.alias, match, edition))
      if (printed !== name)
        spellings.set(name, (spellings.get(name) ?? new Map()).set(printed, mended))
  return [...spellings].map(([name, texts]) => {
    const garbled = [...texts.values()].every((mended) => mended)
    return `The list of ${editionLabel(edition)} prints ${name} as ${quoted([...texts.keys()])}${garbled ? ', with garbled letters that are mended here' : ''}.`
  })
}

/** Where a list prints systems of an organisation’s makers under another maker, who took over the business. */
export function handoverNotes(group: Group, { edition }: Pick<Comparison, 'edition'>): string[] {
  const makers = new Set(
    group.organisation.aliases.flatMap(({ field, name }) =>
      field === 'manufacturer' ? [name] : [],
    ),
  )
  return HANDOVERS.filter(
    ({ from, to, since }) => makers.has(from) && !makers.has(to) && since <= edition,
  ).map(
    ({ from, to, since, because }) =>
      `From ${editionLabel(since)} on, systems of ${from} are printed as ${to}’s: ${because}`,
  )
}
