import type { EditionId } from '../model/edition'
import type { Alias, AliasField, Lens, Organisation } from '../model/organisation'
import type { System } from '../model/system'
import { makersOf, type Name, nameOf } from '../names/name'

/** The field in which each lens looks. */
export const LENS_FIELD: Readonly<Record<Lens, AliasField>> = {
  'built-by': 'manufacturer',
  'run-by': 'site',
}

/** Whether an alias holds for a list at all, by its span. */
export function holdsFor(alias: Alias, edition: EditionId): boolean {
  return (!alias.from || alias.from <= edition) && (!alias.to || edition <= alias.to)
}

const MATCHES: Readonly<
  Record<Alias['match'], (printed: Name, alias: Alias, edition: EditionId) => boolean>
> = {
  exact: ({ name }, alias) => name === alias.name,
  prefix: ({ name, printed }, alias) =>
    name.startsWith(alias.name) || printed.startsWith(alias.name),
  partner: ({ name, printed }, alias, edition) =>
    name === alias.name || makersOf(printed, edition).some((maker) => maker.name === alias.name),
}

function nameIn(field: AliasField, system: System, edition: EditionId): Name | null {
  const printed = system[field]
  return printed === null ? null : nameOf(field, printed, edition, system)
}

/** Whether a system of a list stands under an alias. */
export function matches(alias: Alias, system: System, edition: EditionId): boolean {
  const name = nameIn(alias.field, system, edition)
  if (name === null || !MATCHES[alias.match](name, alias, edition)) return false
  return !alias.where || nameIn(alias.where.field, system, edition)?.name === alias.where.name
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
