import { sumOf } from '../list/sum'
import type { System } from '../model/system'
import type { Measure } from './comparison'
import { formatFlops, formatPrinted, formatShare, formatThree } from './figure'

/** The figures by which organisations are compared. */
export type MetricId = 'rmax' | 'share' | 'systems' | 'best-rank' | 'efficiency' | 'cores' | 'power'

/** One figure over some systems of a list: what it is called, how it is taken, and how it is written. */
export type Metric = {
  id: MetricId
  /** As a column or axis says it. */
  label: string
  /** As the sentence of the controls says it: “by *total Rmax*”. */
  phrase: string
  /** Unit of `value`; null for a count or rank. */
  unit: string | null
  better: 'higher' | 'lower'
  /** What a row must give to be counted, for “known for 0 of 5 systems”. */
  needs: string
  /** @param listRmax sum of Rmax over the whole list, TFlop/s. */
  measure: (systems: readonly System[], listRmax: number) => Measure
  /** The value in prose, with its unit. */
  format: (value: number) => string
}

function measureOf(
  systems: readonly System[],
  isKnown: (system: System) => boolean,
  take: (known: readonly System[]) => number,
): Measure {
  const known = systems.filter(isKnown)
  return {
    value: known.length ? take(known) : null,
    known: known.length,
    missing: systems.length - known.length,
  }
}

const summed = (field: 'rmax' | 'cores' | 'power') => (systems: readonly System[]) =>
  measureOf(
    systems,
    (system) => system[field] !== null,
    (known) => sumOf(known, field),
  )

/** THE table of metrics, in the order in which they are offered. */
export const METRICS: readonly Metric[] = [
  {
    id: 'rmax',
    label: 'Total Rmax',
    phrase: 'total Rmax',
    unit: 'TFlop/s',
    better: 'higher',
    needs: 'Rmax',
    measure: summed('rmax'),
    format: formatFlops,
  },
  {
    id: 'share',
    label: 'Share of the list’s Rmax',
    phrase: 'share of Rmax',
    unit: '%',
    better: 'higher',
    needs: 'Rmax',
    measure: (systems, listRmax) =>
      measureOf(
        systems,
        ({ rmax }) => rmax !== null && listRmax > 0,
        (known) => (sumOf(known, 'rmax') / listRmax) * 100,
      ),
    format: (value) => formatShare(value / 100),
  },
  {
    id: 'systems',
    label: 'Number of systems',
    phrase: 'number of systems',
    unit: null,
    better: 'higher',
    needs: 'a rank',
    measure: (systems) => ({ value: systems.length, known: systems.length, missing: 0 }),
    format: formatPrinted,
  },
  {
    id: 'best-rank',
    label: 'Best rank',
    phrase: 'best rank',
    unit: null,
    better: 'lower',
    needs: 'a rank',
    measure: (systems) =>
      measureOf(
        systems,
        () => true,
        (known) => Math.min(...known.map(({ rank }) => rank)),
      ),
    format: (value) => `rank ${formatPrinted(value)}`,
  },
  {
    id: 'efficiency',
    label: 'HPL efficiency (Rmax/Rpeak)',
    phrase: 'HPL efficiency',
    unit: '%',
    better: 'higher',
    needs: 'Rmax and Rpeak',
    measure: (systems) =>
      measureOf(
        systems,
        ({ rmax, rpeak }) => rmax !== null && rpeak !== null && rpeak > 0,
        (known) => (sumOf(known, 'rmax') / sumOf(known, 'rpeak')) * 100,
      ),
    format: (value) => `${formatThree(value)} %`,
  },
  {
    id: 'cores',
    label: 'Total cores, accelerator units included',
    phrase: 'total cores',
    unit: 'cores',
    better: 'higher',
    needs: 'cores',
    measure: summed('cores'),
    format: formatPrinted,
  },
  {
    id: 'power',
    label: 'Power',
    phrase: 'power',
    unit: 'kW',
    better: 'higher',
    needs: 'power',
    measure: summed('power'),
    format: (value) => `${formatPrinted(value)} kW`,
  },
]

/** The metric of a known name. */
export function metricOf(id: MetricId): Metric {
  const metric = METRICS.find((candidate) => candidate.id === id)
  if (!metric) throw new Error(`There is no metric ${id}.`)
  return metric
}

/** All metrics of some systems of a list. */
export function measureAll(
  systems: readonly System[],
  listRmax: number,
): Readonly<Record<MetricId, Measure>> {
  return Object.fromEntries(
    METRICS.map(({ id, measure }) => [id, measure(systems, listRmax)]),
  ) as Record<MetricId, Measure>
}
