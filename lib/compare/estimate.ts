import type { System } from '../model/system'
import { placeOf } from '../record/rank'
import type { RecordList } from '../record/record'
import { dimensionOf } from './grouping'

/** What somebody assumes of a system that is on no list. */
export type Assumptions = {
  /** An accelerator family, by its name. */
  family: string
  accelerators: number
  /** What lists count as accelerator cores, for each accelerator. */
  each: number
  /** How much of the system runs HPL, in percent. */
  share: number
  /** Whether the range is that of the middle half of the listed systems, or of all. */
  spread: 'half' | 'all'
}

/** A listed system with what it reaches for each accelerator core. */
export type Measured = {
  system: System
  /** Rmax for each accelerator core, TFlop/s. */
  perCore: number
}

/** Between which bounds an Rmax may lie, and from which listed systems that follows. */
export type Estimate = {
  /** TFlop/s. */
  low: number
  high: number
  /** The listed systems by Rmax for each accelerator core, lowest first. */
  measured: readonly Measured[]
  /** The two of them that give the bounds. */
  bounds: readonly [Measured, Measured]
  /** Where the bounds would have ranked; null for below the last system. */
  ranks: { low: number | null; high: number | null }
}

/** Fewer listed systems than these give no range. */
export const LEAST_MEASURED = 4

/** The systems of a list with accelerators of one family alone, by what they reach for each accelerator core, lowest first. */
export function measuredOf({ systems, id }: RecordList, family: string): readonly Measured[] {
  const dimension = dimensionOf('accelerator-family')
  return systems
    .flatMap((system): Measured[] => {
      const { rmax, acceleratorCores: cores } = system
      const names = dimension?.of(system, id) ?? []
      return rmax !== null && cores && names.length === 1 && names[0] === family
        ? [{ system, perCore: rmax / cores }]
        : []
    })
    .sort((a, b) => a.perCore - b.perCore)
}

/**
 * Between which bounds the Rmax of a system may lie, by what listed systems with the same accelerators reach for each core
 * of these. It is no measurement.
 * @returns null where too few listed systems have them.
 */
export function estimateRmax(
  list: RecordList,
  { family, accelerators, each, share, spread }: Assumptions,
): Estimate | null {
  const measured = measuredOf(list, family)
  if (measured.length < LEAST_MEASURED) return null
  // A quarter of them lie below the middle half, and a quarter above.
  const at = (part: number) => Math.min(measured.length - 1, Math.floor(measured.length * part))
  const [first, last] = spread === 'half' ? [at(0.25), at(0.75)] : [0, measured.length - 1]
  const [from, to] = [measured[first], measured[last]]
  if (!from || !to) return null
  const of = ({ perCore }: Measured) => accelerators * each * (share / 100) * perCore
  const [low, high] = [of(from), of(to)]
  return {
    low,
    high,
    measured,
    bounds: [from, to],
    ranks: {
      low: placeOf(list, low)?.rank ?? null,
      high: placeOf(list, high)?.rank ?? null,
    },
  }
}
