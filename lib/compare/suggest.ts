import type { AliasField } from '../model/organisation'
import type { System } from '../model/system'
import { ORGANISATIONS } from './organisations'

/** A name that may be added to a comparison. */
export type Suggestion = {
  key: string
  label: string
  /** What the name is. */
  kind: 'organisation' | AliasField
  /** Rows of the list under exactly this name; null for a known organisation, which has many names. */
  systems: number | null
}

const FIELDS: readonly AliasField[] = ['manufacturer', 'site', 'country']

/** All names that a list offers for comparison: the known organisations, then manufacturers, sites and countries by number of systems. */
export function suggestions(systems: readonly System[]): Suggestion[] {
  const known = ORGANISATIONS.map(
    ({ key, label }): Suggestion => ({ key, label, kind: 'organisation', systems: null }),
  )
  const names = FIELDS.flatMap((field) => {
    const counts = new Map<string, number>()
    for (const system of systems) {
      const name = system[field]
      if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1)
    }
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

const plain = (text: string) =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/\s+/gu, ' ').trim().toLowerCase()

/**
 * The key that a typed text means: a key itself, else a name in any letter case, else the only name that begins with it.
 * @returns null and the nearest names where the text means none, or more than one.
 */
export function resolveName(
  typed: string,
  offered: readonly Suggestion[],
): { key: string } | { key: null; nearest: string[] } {
  const text = plain(typed)
  if (text === '') return { key: null, nearest: [] }
  const sure =
    offered.find(({ key }) => key === typed.trim()) ??
    offered.find(({ label }) => plain(label) === text) ??
    offered.find(({ kind, label }) => `${plain(label)} (${kind})` === text)
  if (sure) return { key: sure.key }
  const begins = offered.filter(({ label }) => plain(label).startsWith(text))
  const [only] = begins
  if (only && begins.length === 1) return { key: only.key }
  const nearest = [...begins, ...offered.filter(({ label }) => plain(label).includes(text))]
  return { key: null, nearest: [...new Set(nearest.map(({ label }) => label))].slice(0, 5) }
}
