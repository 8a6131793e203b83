import { sumOf, sumRmax } from '../list/sum'
import type { System } from '../model/system'
import type { ListRecord, RecordList } from '../record/record'
import type { RankRule } from './counting'
import { FLOPS, formatPrinted, formatThree, inUnit, type Unit } from './figure'
import type { Measure } from './measure'
import { METRICS, type Metric, type MetricId } from './metric'

/** Figures that are followed through time besides those of one list. */
export type TimeOnlyId =
  | 'top-10'
  | 'top-100'
  | 'rank-1'
  | 'rank-10'
  | 'rank-100'
  | 'rank-500'
  | 'energy-efficiency'
  | 'hpcg'
  | 'age'
  | 'newcomers'
  | 'concentration'

/** Figures that are followed through time. */
export type TimeMetricId = MetricId | TimeOnlyId

/** The list on which a group is measured, and all lists with it. */
export type Moment = { list: RecordList; record: ListRecord; ranks: RankRule }

/** A figure over some systems of a list, for every list. */
export type TimeMetric = Omit<Metric, 'id' | 'measure'> & {
  id: TimeMetricId
  /** Whether groups that share no system add up to the whole, so that they can be stacked. */
  additive: boolean
  /** Whether it grows so much that a logarithmic scale is the natural one. */
  grows: boolean
  /** Whether its name is what is counted, in the plural: new systems. */
  plural?: true
  /** Whether it hangs on all lists before, those outside the span too. */
  remembers?: true
  /** Whether it hangs on whether systems of equal Rmax share a rank, or stand where they are printed. */
  byRank?: true
  measure: (systems: readonly System[], moment: Moment) => Measure
}

const PLAIN: readonly Unit[] = [{ unit: '', factor: 1 }]
const YEARS: readonly Unit[] = [{ unit: 'years', factor: 1 }]
const PER_WATT: readonly Unit[] = [{ unit: 'Gflops/W', factor: 1 }]

const rounded = (value: number, unit: Unit) =>
  `${formatThree(inUnit(value, unit))} ${unit.unit}`.trim()
const whole = (value: number, unit: Unit) =>
  `${formatPrinted(inUnit(value, unit))} ${unit.unit}`.trim()

function measured(
  systems: readonly System[],
  isKnown: (system: System) => boolean,
  take: (known: readonly System[]) => number | null,
): Measure {
  const known = systems.filter(isKnown)
  return {
    value: known.length ? take(known) : null,
    known: known.length,
    missing: systems.length - known.length,
  }
}

const hasRmax = ({ rmax }: System) => rmax !== null

/** Rmax of the system at a rank among those measured, highest first. */
const atRank =
  (rank: number) =>
  (systems: readonly System[]): Measure =>
    measured(systems, hasRmax, (known) => {
      const sorted = known.flatMap(({ rmax }) => rmax ?? []).sort((a, b) => b - a)
      return sorted[rank - 1] ?? null
    })

/** How few of the systems, largest first, hold half of their Rmax together. */
function holdHalf(systems: readonly System[]): Measure {
  return measured(systems, hasRmax, (known) => {
    const half = sumRmax(known) / 2
    const sorted = known.flatMap(({ rmax }) => rmax ?? []).sort((a, b) => b - a)
    let sum = 0
    return (
      sorted.findIndex((rmax) => {
        sum += rmax
        return sum >= half
      }) + 1
    )
  })
}

/** Years from installation to the list, by the year that the list prints. */
function meanAge(systems: readonly System[], { list }: Moment): Measure {
  const year = Number(list.id.slice(0, 4))
  return measured(
    systems,
    (system) => system.year !== null,
    (known) =>
      known.reduce((sum, system) => sum + (year - (system.year ?? year)), 0) / known.length,
  )
}

/** The systems that stand on no list before, of each list of a record. */
const firstSeen = new WeakMap<ListRecord, ReadonlySet<System>>()

function firstSeenIn(record: ListRecord): ReadonlySet<System> {
  const known =
    firstSeen.get(record) ??
    new Set(record.machines.flatMap(({ appearances: [first] }) => first?.system ?? []))
  firstSeen.set(record, known)
  return known
}

function newcomers(systems: readonly System[], { record }: Moment): Measure {
  const first = firstSeenIn(record)
  const value = systems.filter((system) => first.has(system)).length
  return { value, known: systems.length, missing: 0 }
}

const ofRank = (rank: 1 | 10 | 100 | 500): TimeMetric => ({
  id: `rank-${rank}`,
  label: `Rmax at rank ${rank}`,
  name: `Rmax at rank ${rank}`,
  ofSystems: `Rmax at rank ${rank} of`,
  phrase: `Rmax at rank ${rank}`,
  unit: 'TFlop/s',
  better: 'higher',
  counts: false,
  needs: 'Rmax',
  additive: false,
  grows: true,
  measure: atRank(rank),
  units: FLOPS,
  format: whole,
})

/** The sum of Rmax and the Rmax of the first and the last system: how the list as a whole developed. */
export const DEVELOPMENT: readonly TimeMetricId[] = ['rmax', 'rank-1', 'rank-500']

const ADDITIVE: ReadonlySet<MetricId> = new Set(['rmax', 'share', 'systems', 'cores', 'power'])
const GROWING: ReadonlySet<MetricId> = new Set(['rmax', 'cores', 'power'])

/** The ties of a list, which are none where the printed ranks are asked for. */
const tiesOf = ({ list, ranks }: Moment): RecordList['ties'] =>
  ranks === 'tied' ? list.ties : NO_TIES

const NO_TIES: RecordList['ties'] = new Map()

/** How many of the systems are among the first so many of the list; a tie that reaches in is wholly among them. */
const amongFirst =
  (top: number) =>
  (systems: readonly System[], moment: Moment): Measure => {
    const ties = tiesOf(moment)
    const within = ({ rank }: System) => (ties.get(rank)?.rank ?? rank) <= top
    return { value: systems.filter(within).length, known: systems.length, missing: 0 }
  }

const ofTop = (top: 10 | 100): TimeMetric => ({
  id: `top-${top}`,
  label: `Systems in the top ${top}`,
  name: `Systems in the top ${top}`,
  ofSystems: `Systems in the top ${top} of`,
  phrase: `systems in the top ${top}`,
  unit: null,
  better: 'higher',
  counts: true,
  needs: 'a rank',
  additive: true,
  grows: false,
  byRank: true,
  plural: true,
  measure: amongFirst(top),
  units: PLAIN,
  format: whole,
})

/** The figures of one list, taken on every list. */
const ON_ONE_LIST = METRICS.map(
  (metric): TimeMetric => ({
    ...metric,
    additive: ADDITIVE.has(metric.id),
    grows: GROWING.has(metric.id),
    ...(metric.axis?.type === 'rank' ? { byRank: true as const } : {}),
    measure: (systems, moment) =>
      metric.measure(systems, { rmax: moment.list.rmaxSum, ties: tiesOf(moment) }),
  }),
)

/** THE table of figures through time, in the order in which they are offered. */
export const TIME_METRICS: readonly TimeMetric[] = [
  ...ON_ONE_LIST,
  ofTop(10),
  ofTop(100),
  ofRank(1),
  ofRank(10),
  ofRank(100),
  ofRank(500),
  {
    id: 'energy-efficiency',
    label: 'Energy efficiency (Rmax over power, of the systems that give it)',
    name: 'Energy efficiency',
    ofSystems: 'Energy efficiency of',
    phrase: 'energy efficiency',
    unit: 'GFlops/W',
    better: 'higher',
    counts: false,
    needs: 'Rmax and power',
    additive: false,
    grows: true,
    measure: (systems) =>
      measured(
        systems,
        ({ rmax, power }) => rmax !== null && power !== null && power > 0,
        (known) => sumOf(known, 'rmax') / sumOf(known, 'power'),
      ),
    units: PER_WATT,
    format: rounded,
  },
  {
    id: 'hpcg',
    label: 'Total HPCG, of the systems that give it',
    name: 'Total HPCG',
    ofSystems: 'Total HPCG of',
    phrase: 'total HPCG',
    unit: 'TFlop/s',
    better: 'higher',
    counts: false,
    needs: 'HPCG',
    additive: true,
    grows: true,
    measure: (systems) =>
      measured(
        systems,
        ({ hpcg }) => hpcg !== null,
        (known) => sumOf(known, 'hpcg'),
      ),
    units: FLOPS,
    format: rounded,
  },
  {
    id: 'age',
    label: 'Mean age, years from installation or last major update to the list',
    name: 'Mean age',
    ofSystems: 'Mean age of',
    phrase: 'mean age',
    unit: 'years',
    better: 'lower',
    counts: false,
    needs: 'a year of installation',
    additive: false,
    grows: false,
    measure: meanAge,
    units: YEARS,
    format: rounded,
  },
  {
    id: 'newcomers',
    label: 'New systems, which stand on no list before',
    name: 'New systems',
    ofSystems: 'New systems among',
    phrase: 'new systems',
    unit: null,
    better: 'higher',
    counts: true,
    needs: 'a rank',
    additive: true,
    grows: false,
    remembers: true,
    plural: true,
    measure: newcomers,
    units: PLAIN,
    format: whole,
  },
  {
    id: 'concentration',
    label: 'Systems that hold half of the Rmax',
    name: 'Systems that hold half of the Rmax',
    ofSystems: 'Systems that hold half of the Rmax of',
    phrase: 'how many systems hold half of Rmax',
    unit: null,
    better: 'lower',
    counts: true,
    needs: 'Rmax',
    additive: false,
    grows: false,
    plural: true,
    measure: holdHalf,
    units: PLAIN,
    format: whole,
  },
]

/** The figure of a key; null for any other text. */
export function timeMetricOf(id: string): TimeMetric | null {
  return TIME_METRICS.find((one) => one.id === id) ?? null
}
