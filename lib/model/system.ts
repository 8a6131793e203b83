/**
 * One row of a list, as printed. Text is trimmed and freed of invisible characters, nothing else.
 * A figure that the list does not give is null, never 0.
 */
export type System = {
  /** Printed rank, 1…500. Systems of equal Rmax tie; see `compare/ties`. */
  rank: number
  /** Rank on the list before; null for a new system, and on lists before June 2012, which do not say. */
  previousRank: number | null
  /** Number of the list on which the system first appeared; from June 2012. */
  firstAppearance: number | null
  /** Rank on that first list; from June 2012. */
  firstRank: number | null
  /** The system's own name; many have none. From November 2011. */
  name: string | null
  computer: string | null
  site: string | null
  manufacturer: string | null
  country: string | null
  /** Year of installation or last major update. */
  year: number | null
  segment: string | null
  /** Total cores, accelerator units included; called processors before 2008. */
  cores: number | null
  acceleratorCores: number | null
  /** Maximal LINPACK performance achieved, TFlop/s. */
  rmax: number | null
  /** Theoretical peak performance, TFlop/s. */
  rpeak: number | null
  nmax: number | null
  nhalf: number | null
  /** High Performance Conjugate Gradients result, TFlop/s; from June 2017. */
  hpcg: number | null
  /** Power, kW; from 2008. */
  power: number | null
  powerSource: string | null
  /** Energy efficiency as printed, GFlops/W. */
  energyEfficiency: number | null
  memory: number | null
  architecture: string | null
  processor: string | null
  processorTechnology: string | null
  /** MHz. */
  processorSpeed: number | null
  operatingSystem: string | null
  osFamily: string | null
  /** As printed; `None` where the list says that there is none, null where it does not say. */
  accelerator: string | null
  coresPerSocket: number | null
  processorGeneration: string | null
  systemModel: string | null
  systemFamily: string | null
  interconnectFamily: string | null
  interconnect: string | null
  applicationArea: string | null
  region: string | null
  continent: string | null
  /** From November 2017. */
  siteId: string | null
  /** From November 2017; the system's identity across lists. */
  systemId: string | null
  /** Cores on which Rmax was measured, where they are not all; printed on June 2010 alone. */
  measuredSize: number | null
}

/** A name of a field of {@link System}; `model/field` has a row for each. */
export type Field = keyof System

/** What a system is called, everywhere: by its name, and where it has none by its site, its computer or its rank; see `names/shown`. */
export function systemName({
  name,
  site,
  computer,
  rank,
}: Pick<System, 'name' | 'site' | 'computer' | 'rank'>): string {
  return name ?? site ?? computer ?? `Rank ${rank}`
}
