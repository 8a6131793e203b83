import { ORGANISATIONS } from '../../data/organisations/organisations'
import type { AliasField, Hue, Organisation, Shape } from '../model/organisation'

export { ORGANISATIONS }

/** Every hue and shape that an organisation can have. */
export const HUES: readonly Hue[] = [
  'blue',
  'orange',
  'green',
  'red',
  'purple',
  'sky',
  'brown',
  'pink',
]
export const SHAPES: readonly Shape[] = ['circle', 'square', 'diamond', 'triangle']
const FIELDS: readonly AliasField[] = ['manufacturer', 'site', 'country']

/** FNV-1a: spreads similar names over hues and shapes, the same on every machine. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (const char of text) value = Math.imul(value ^ (char.codePointAt(0) ?? 0), 0x01000193)
  return value >>> 0
}

/** Colour and shape of anybody or anything without a row of its own: they follow from its key, the same everywhere. */
export function lookOf(key: string): Pick<Organisation, 'hue' | 'shape'> {
  const seed = hash(key)
  return {
    hue: HUES[seed % HUES.length] ?? 'brown',
    shape: SHAPES[(seed >>> 8) % SHAPES.length] ?? 'circle',
  }
}

/** Names longer than this are on no list. */
export const LONGEST_NAME = 200

/**
 * The organisation of a key: a known one, or any name as `manufacturer:…`, `site:…` or `country:…`. Whether some list has
 * the name, and whether it is a spelling of another, the names of all lists tell.
 * Colour and shape of the latter follow from the name, so that they stay when others come and go.
 * @returns null for a word that is no known key, and for a field without a name.
 */
export function organisationOf(key: string): Organisation | null {
  const known = ORGANISATIONS.find((organisation) => organisation.key === key)
  if (known) return known
  const colon = key.indexOf(':')
  const field = FIELDS.find((candidate) => candidate === key.slice(0, Math.max(colon, 0)))
  const name = key.slice(colon + 1)
  if (!field || name.trim() === '' || name.length > LONGEST_NAME) return null
  return {
    key,
    label: name,
    ...lookOf(key),
    aliases: [{ field, name, match: field === 'manufacturer' ? 'partner' : 'exact' }],
  }
}
