import type { EditionId } from '../model/edition'
import type { Named } from '../model/prose'
import { type System, systemName } from '../model/system'
import { rowKeyOf } from '../model/system-key'
import { mend } from './mend'
import { type Name, nameOf } from './name'

/** What a system is called where it is shown: names of the ledger, with what the list prints in their place. */
export type ShownNames = {
  site: Name | null
  manufacturer: Name | null
  country: Name | null
  /** The system's own name and its computer, with garbled letters mended. */
  name: string | null
  computer: string | null
}

const mended = (text: string | null) => (text === null ? null : mend(text))

/** What was found of a system of a list; systems do not change, and every view of a list names all of them. */
const found = new WeakMap<System, { edition: EditionId; names: ShownNames }>()

/** The names of a system of a list, for pages and pictures; files keep what is printed. */
export function shownNames(system: System, edition: EditionId): ShownNames {
  const known = found.get(system)
  if (known?.edition === edition) return known.names
  const names = findNames(system, edition)
  found.set(system, { edition, names })
  return names
}

function findNames(system: System, edition: EditionId): ShownNames {
  const { site, manufacturer, country, name, computer } = system
  return {
    site: site === null ? null : nameOf('site', site, edition),
    manufacturer: manufacturer === null ? null : nameOf('manufacturer', manufacturer, edition),
    country: country === null ? null : nameOf('country', country, edition),
    name: mended(name),
    computer: mended(computer),
  }
}

/** What a system of a list is called in sentences, charts and tables: as `systemName` says, by the names of the ledger. */
export function systemLabel(system: System, edition: EditionId): string {
  const { name, site, computer } = shownNames(system, edition)
  return systemName({ name, site: site?.name ?? null, computer, rank: system.rank })
}

/** The same as a name that leads to the system. */
export const namedSystem = (system: System, edition: EditionId): Named => ({
  name: systemLabel(system, edition),
  system: rowKeyOf(system, edition),
})
