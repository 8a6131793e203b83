import { editionLabel, editionNumber } from '../model/edition'
import type { Field, System } from '../model/system'
import type { Neighbour } from './neighbour'

/** A figure of a system in relation to its Rmax, which ranks guard; it changes little from list to list. */
export type Relation = {
  /** The figure that is doubted where the relation is not as expected. */
  field: Field
  /** The figure's name in a sentence. */
  label: string
  /** Grows with the figure; null where the row does not give what it takes. */
  of: (system: System) => number | null
  /** What the middle system has, in words. */
  words: (value: string) => string
  /** What every list has in the middle, where it hardly changes with time; else the neighbours tell. */
  always?: number
  /** By how much the middle may change from one list to the next. */
  drift: number
  /** Another figure that it takes besides Rmax, which may be the wrong one. */
  takes?: Field
  /** How many times more or less than the middle a single row may have. */
  spread: number
}

const over = (figure: number | null, rmax: number | null) =>
  figure !== null && rmax !== null && rmax > 0 && figure > 0 ? figure / rmax : null

/**
 * THE table of what is held against Rmax. Bounds were measured on all 67 published lists: from one to the next, the
 * middle changes by at most 1.3 (Rpeak), 1.8 (cores, power) and 1.8 times (energy efficiency).
 */
export const RELATIONS: readonly Relation[] = [
  {
    field: 'rpeak',
    label: 'Rpeak',
    of: ({ rpeak, rmax }) => over(rpeak, rmax),
    words: (value) => `the middle system has ${value} TFlop/s of it for each TFlop/s of Rmax`,
    always: 1.5,
    drift: 1,
    spread: 14,
  },
  {
    field: 'cores',
    label: 'The number of cores',
    of: ({ cores, rmax }) => over(cores, rmax),
    words: (value) => `the middle system has ${value} for each TFlop/s of Rmax`,
    drift: 1.15,
    spread: 100,
  },
  {
    field: 'power',
    label: 'Power',
    of: ({ power, rmax }) => over(power, rmax),
    words: (value) => `the middle system takes ${value} kW for each TFlop/s of Rmax`,
    drift: 1.15,
    spread: 30,
  },
  {
    field: 'energyEfficiency',
    label: 'Energy efficiency',
    of: ({ energyEfficiency, power, rmax }) => {
      const own = over(rmax, power)
      return own === null ? null : over(energyEfficiency, own)
    },
    words: (value) => `the middle system has ${value} times what Rmax by power gives`,
    always: 1,
    takes: 'power',
    drift: 1,
    spread: 1.5,
  },
  {
    field: 'energyEfficiency',
    label: 'Energy efficiency',
    of: ({ energyEfficiency }) => energyEfficiency,
    words: (value) => `the middle system has ${value} GFlops/W`,
    drift: 1.15,
    spread: 50,
  },
]

const median = (values: readonly number[]) => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? null
}

/** Fewer rows than this tell nothing of a list's middle. */
const FEWEST = 20

/** A relation over a list: its middle, and the least and greatest of a row. */
export type Measured = { middle: number; least: number; greatest: number }

/** A relation measured over a list; null where too few rows give it. */
export function measured(relation: Relation, systems: readonly System[]): Measured | null {
  const values = systems.flatMap((system) => relation.of(system) ?? [])
  const middle = values.length < FEWEST ? null : median(values)
  return middle === null
    ? null
    : { middle, least: Math.min(...values), greatest: Math.max(...values) }
}

/** What a relation is expected to be in the middle of a list, by how much it may be off, and who tells it. */
export type Expected = { middle: number; tolerance: number; by: string }

/** By how many times a middle may be off before it is doubted, beside a neighbouring list. */
const TOLERANCE = 2.2

/** What the neighbours, or all lists, lead to expect of a relation on a list; null where nobody tells. */
export function expected(
  relation: Relation,
  edition: Neighbour['id'],
  neighbours: readonly Neighbour[],
): Expected | null {
  const number = editionNumber(edition)
  const told = neighbours.flatMap(({ id, systems }) => {
    const middle = measured(relation, systems)?.middle
    return middle ? [{ id, middle, at: editionNumber(id) - number }] : []
  })
  if (relation.always !== undefined)
    return { middle: relation.always, tolerance: TOLERANCE, by: 'every published list leads' }
  const [one, other] = told
  if (!one) return null
  const nearest = Math.min(...told.map(({ at }) => Math.abs(at)))
  const share = other ? one.at / (one.at - other.at) : 0
  return {
    middle: other ? one.middle ** (1 - share) * other.middle ** share : one.middle,
    tolerance: TOLERANCE * relation.drift ** nearest,
    by: other
      ? `${editionLabel(one.id)} and ${editionLabel(other.id)} lead`
      : `${editionLabel(one.id)} leads`,
  }
}
