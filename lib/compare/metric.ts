import { sumOf } from '../list/sum'
import type { System } from '../model/system'
import type { Tie } from '../record/tie'
import { FLOPS, formatPrinted, formatThree, inUnit, type Unit, unitFor } from './figure'
import type { Measure } from './measure'

/** The figures by which organisations are compared. */
export type MetricId = 'rmax' | 'share' | 'systems' | 'best-rank' | 'efficiency' | 'cores' | 'power'

/** What a figure over some systems needs to know of the list: its sum of Rmax in TFlop/s, and its ties by printed rank. */
export type WholeList = { rmax: number; ties: ReadonlyMap<number, Tie> }

/** One figure over some systems of a list: what it is called, how it is taken, and how it is written. */
export type Metric = {
  id: MetricId
  /** As a column says it, with all that has to be known. */
  label: string
  /** As titles and axes say it: “*Total Rmax* by builder”. */
  name: string
  /** Before the systems of one organisation: “*Total Rmax of* systems built by Fujitsu”. */
  ofSystems: string
  /** As the sentence of the controls says it: “by *total Rmax*”. */
  phrase: string
  /** Unit of `value`; null for a count or rank. */
  unit: string | null
  better: 'higher' | 'lower'
  /** Whether it counts, so that an axis has whole numbers only. */
  counts: boolean
  /** What its values are on an axis, if not amounts from 0 to the highest: amounts to a bound, or ranks from 1 on. */
  axis?: { type: 'amount'; to?: number; steps?: readonly number[] } | { type: 'rank' }
  /** What a row must give to be counted, for “known for 0 of 5 systems”. */
  needs: string
  measure: (systems: readonly System[], list: WholeList) => Measure
  /** The units in which readers are told of it, largest first; `unit` is empty where none is written. */
  units: readonly Unit[]
  /** A sum, or another figure over several systems, in such a unit. */
  format: (value: number, unit: Unit) => string
  /** The figure of a single system as printed, where that has more digits than `format` writes. */
  formatSingle?: (value: number, unit: Unit) => string
  /** What a reader must know of its figures. */
  note?: string
}

/** A percentage, and a count, as they are. */
const PERCENT: readonly Unit[] = [{ unit: '%', factor: 1 }]
const PLAIN: readonly Unit[] = [{ unit: '', factor: 1 }]

const rounded = (value: number, unit: Unit) =>
  `${formatThree(inUnit(value, unit))} ${unit.unit}`.trim()
const printed = (value: number, unit: Unit) =>
  `${formatPrinted(inUnit(value, unit))} ${unit.unit}`.trim()

/** Power, in kW. */
const WATTS: readonly Unit[] = [
  { unit: 'MW', factor: 1e3 },
  { unit: 'kW', factor: 1 },
]

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
    name: 'Total Rmax',
    ofSystems: 'Total Rmax of',
    phrase: 'total Rmax',
    unit: 'TFlop/s',
    better: 'higher',
    counts: false,
    needs: 'Rmax',
    measure: summed('rmax'),
    units: FLOPS,
    format: rounded,
    formatSingle: printed,
  },
  {
    id: 'share',
    label: 'Share of the list’s Rmax',
    name: 'Share of the list’s Rmax',
    ofSystems: 'Share of the list’s Rmax from',
    phrase: 'share of Rmax',
    unit: '%',
    better: 'higher',
    counts: false,
    needs: 'Rmax',
    measure: (systems, list) =>
      measureOf(
        systems,
        ({ rmax }) => rmax !== null && list.rmax > 0,
        (known) => (sumOf(known, 'rmax') / list.rmax) * 100,
      ),
    units: PERCENT,
    format: rounded,
  },
  {
    id: 'systems',
    label: 'Number of systems',
    name: 'Number of systems',
    ofSystems: 'Number of',
    phrase: 'number of systems',
    unit: null,
    better: 'higher',
    counts: true,
    needs: 'a rank',
    measure: (systems) => ({ value: systems.length, known: systems.length, missing: 0 }),
    units: PLAIN,
    format: printed,
  },
  {
    id: 'best-rank',
    label: 'Best rank',
    name: 'Best rank',
    ofSystems: 'Best rank of',
    phrase: 'best rank',
    unit: null,
    better: 'lower',
    counts: true,
    axis: { type: 'rank' },
    needs: 'a rank',
    // Systems of equal Rmax share the first of their ranks, as everywhere.
    measure: (systems, { ties }) =>
      measureOf(
        systems,
        () => true,
        (known) => Math.min(...known.map(({ rank }) => ties.get(rank)?.rank ?? rank)),
      ),
    units: PLAIN,
    format: (value) => `rank ${formatPrinted(value)}`,
  },
  {
    id: 'efficiency',
    label: 'HPL efficiency (Rmax/Rpeak)',
    name: 'HPL efficiency',
    ofSystems: 'HPL efficiency of',
    phrase: 'HPL efficiency',
    unit: '%',
    better: 'higher',
    counts: false,
    axis: { type: 'amount', to: 100, steps: [25, 50] },
    needs: 'Rmax and Rpeak',
    measure: (systems) =>
      measureOf(
        systems,
        ({ rmax, rpeak }) => rmax !== null && rpeak !== null && rpeak > 0,
        (known) => (sumOf(known, 'rmax') / sumOf(known, 'rpeak')) * 100,
      ),
    units: PERCENT,
    format: rounded,
  },
  {
    id: 'cores',
    label: 'Total cores, accelerator units included',
    name: 'Total cores',
    ofSystems: 'Total cores of',
    phrase: 'total cores',
    unit: 'cores',
    better: 'higher',
    counts: true,
    note: 'Cores are the list’s total cores, which count accelerator units too.',
    needs: 'cores',
    measure: summed('cores'),
    units: PLAIN,
    format: printed,
  },
  {
    id: 'power',
    label: 'Power',
    name: 'Total power',
    ofSystems: 'Total power of',
    phrase: 'power',
    unit: 'kW',
    better: 'higher',
    counts: false,
    needs: 'power',
    measure: summed('power'),
    units: WATTS,
    format: rounded,
    formatSingle: printed,
  },
]

/** The metric of a known name. */
export function metricOf(id: MetricId): Metric {
  const metric = METRICS.find((candidate) => candidate.id === id)
  if (!metric) throw new Error(`There is no metric ${id}.`)
  return metric
}

/**
 * The one unit of a metric in which several figures are written side by side, e.g. the axis and the labels of a chart:
 * the one that suits the middle of them, on a scale of powers of ten.
 */
export function commonUnit({ units }: Pick<Metric, 'units'>, values: readonly number[]): Unit {
  const positive = values.filter((value) => value > 0)
  const middle = Math.sqrt(Math.min(...positive) * Math.max(...positive))
  return unitFor(positive.length === 0 ? 1 : Number(middle.toPrecision(3)), units)
}

/**
 * A figure in words with its unit: a sum with three digits, that of a single system as printed.
 * @param unit where it stands beside others (see {@link commonUnit}); else the one in which it reads best.
 * @returns null where no system gives it.
 */
export function measureWords(
  metric: Pick<Metric, 'units' | 'format' | 'formatSingle'>,
  { value, known }: Measure,
  unit?: Unit,
): string | null {
  if (value === null) return null
  if (known === 1 && metric.formatSingle)
    return metric.formatSingle(value, unit ?? unitFor(value, metric.units))
  return metric.format(value, unit ?? commonUnit(metric, [value]))
}

/** All metrics of some systems of a list. */
export function measureAll(
  systems: readonly System[],
  list: WholeList,
): Readonly<Record<MetricId, Measure>> {
  return Object.fromEntries(
    METRICS.map(({ id, measure }) => [id, measure(systems, list)]),
  ) as Record<MetricId, Measure>
}
