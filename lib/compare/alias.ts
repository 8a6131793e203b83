import type { EditionId } from '../model/edition'
import type { Alias, AliasField, Lens, Organisation } from '../model/organisation'
import type { System } from '../model/system'

/** The field in which each lens looks. */
export const LENS_FIELD: Readonly<Record<Lens, AliasField>> = {
  'built-by': 'manufacturer',
  'run-by': 'site',
}

/** Written between the partners of a joint manufacturer in all lists so far: slash, comma, and once a backslash. */
const BETWEEN = /\s*[/,\\]\s*/u

/** The partners that a manufacturer as printed names: one for `Fujitsu`, three for `IBM / NVIDIA / Mellanox`. */
export function partnersOf(manufacturer: string): string[] {
  return manufacturer.split(BETWEEN).filter((name) => name !== '')
}

/** Whether an alias holds for a list at all, by its span. */
export function holdsFor(alias: Alias, edition: EditionId): boolean {
  return (!alias.from || alias.from <= edition) && (!alias.to || edition <= alias.to)
}

const MATCHES: Readonly<Record<Alias['match'], (printed: string, name: string) => boolean>> = {
  exact: (printed, name) => printed === name,
  prefix: (printed, name) => printed.startsWith(name),
  partner: (printed, name) => printed === name || partnersOf(printed).includes(name),
}

/** Whether a system stands under an alias, on whatever list. */
export function matches(alias: Alias, system: System): boolean {
  const printed = system[alias.field]
  if (printed === null || !MATCHES[alias.match](printed, alias.name)) return false
  return !alias.where || system[alias.where.field] === alias.where.name
}

/**
 * The aliases by which an organisation is found through a lens on a list. An organisation that has names in one field
 * only — a country, or a name picked from a list — is found by that field through either lens.
 */
export function aliasesFor(
  organisation: Organisation,
  lens: Lens,
  edition: EditionId,
): readonly Alias[] {
  const fields = new Set(organisation.aliases.map(({ field }) => field))
  const [only] = fields
  const adHoc = fields.size === 1 && organisation.key.includes(':')
  const field = adHoc && only ? only : LENS_FIELD[lens]
  return organisation.aliases.filter((alias) => alias.field === field && holdsFor(alias, edition))
}
