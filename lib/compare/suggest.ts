import type { Edition, EditionId } from '../model/edition'
import type { AliasField } from '../model/organisation'
import type { System } from '../model/system'
import { foldName } from '../names/fold'
import { makersOf, nameOf } from '../names/name'
import type { Vocabulary } from '../record/vocabulary'
import { ORGANISATIONS } from './organisations'

/** A name that may be added to a comparison. */
export type Suggestion = {
  key: string
  label: string
  /** What the name is. */
  kind: 'organisation' | AliasField
  /** Systems of the list under this name; null for a known organisation, which has many names. */
  systems: number | null
}

const FIELDS: readonly AliasField[] = ['manufacturer', 'site', 'country']

/**
 * All names that a list offers for comparison: the known organisations, then makers alone and joint, sites and countries by
 * number of systems.
 */
export function suggestions({ id, systems }: Pick<Edition, 'id' | 'systems'>): Suggestion[] {
  const known = ORGANISATIONS.map(
    ({ key, label }): Suggestion => ({ key, label, kind: 'organisation', systems: null }),
  )
  const names = FIELDS.flatMap((field) => {
    const counts = new Map<string, number>()
    for (const system of systems)
      for (const name of namesIn(field, system, id)) counts.set(name, (counts.get(name) ?? 0) + 1)
    return [...counts]
      .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
      .map(
        ([name, count]): Suggestion => ({
          key: `${field}:${name}`,
          label: name,
          kind: field,
          systems: count,
        }),
      )
  })
  return [...known, ...names]
}

/** The names under which a system is found in a field: of a joint maker the whole and each partner. */
function namesIn(field: AliasField, system: System, edition: EditionId): ReadonlySet<string> {
  const printed = system[field]
  if (printed === null) return new Set()
  const partners = field === 'manufacturer' ? makersOf(printed, edition) : []
  return new Set([nameOf(field, printed, edition, system), ...partners].map(({ name }) => name))
}

/** The key that is offered under a name: of a known organisation where one is called so. */
const keyUnder = (field: AliasField, name: string, offered: readonly Suggestion[]) =>
  offered.find(({ kind, label }) => kind === 'organisation' && label === name)?.key ??
  `${field}:${name}`

/** The key that a typed text means by itself, among the names that are offered or else on any list. */
function sureKey(typed: string, offered: readonly Suggestion[], names: Vocabulary): string | null {
  const text = foldName(null, typed)
  const same = offered.find(
    ({ key, kind, label }) =>
      key === typed.trim() ||
      foldName(null, label) === text ||
      foldName(null, `${label} ${kind}`) === text,
  )
  if (same) return same.key
  const elsewhere = FIELDS.flatMap((field) => {
    const name = names.find(field, typed.trim())
    return name === null ? [] : [{ field, name }]
  })
  const here = elsewhere.find(({ field, name }) =>
    offered.some(({ key }) => key === `${field}:${name}`),
  )
  const meant = here ?? elsewhere[0]
  return meant ? keyUnder(meant.field, meant.name, offered) : null
}

/**
 * The key that a typed text means: a key itself, else a name in any spelling, else the only offered name that begins with
 * it.
 * @param offered the names of the list that is looked at. @param names those of all lists.
 * @returns null and the nearest names where the text means none, or more than one.
 */
export function resolveName(
  typed: string,
  offered: readonly Suggestion[],
  names: Vocabulary,
): { key: string } | { key: null; nearest: string[] } {
  const text = foldName(null, typed)
  if (typed.trim() === '') return { key: null, nearest: [] }
  const sure = sureKey(typed, offered, names)
  if (sure !== null) return { key: sure }
  const begins = offered.filter(({ label }) => foldName(null, label).startsWith(text))
  const [only] = begins
  if (only && begins.length === 1) return { key: only.key }
  const holding = offered.filter(({ label }) => foldName(null, label).includes(text))
  const nearest = [
    ...[...begins, ...holding].map(({ label }) => label),
    ...names.nearest(typed).map(({ name }) => name),
  ]
  return { key: null, nearest: [...new Set(nearest)].slice(0, 5) }
}
