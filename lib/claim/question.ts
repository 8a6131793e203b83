import { FLOPS, formatPrinted, inUnit } from '../compare/figure'
import { sumRmax } from '../list/sum'
import { editionLabel } from '../model/edition'
import { opening, type Prose, prose } from '../model/prose'
import type { System } from '../model/system'
import { namedSystem, shownNames } from '../names/shown'
import { placeOf } from '../record/rank'
import type { RecordList } from '../record/record'
import type { GroupFigure, Question, SystemFigure } from './claim'
import { type Asked, find, systemsSaid } from './condition'

/** A row that decides a claim. */
export type Evidence = { list: RecordList; system: System }

/** What the lists say to a question. */
export type Answer = {
  /** In `unit`; null where they do not say, for the reason in `words`. */
  value: number | null
  unit: string
  /** The answer as a sentence’s subject: `The Rmax of Frontier on June 2022`; or why there is none, as a sentence. */
  words: Prose
  rows: readonly Evidence[]
}

type Figure<What> = {
  label: string
  unit: string
  of: (what: What, list: RecordList) => number | null
}

/** The figures of one system, in the units in which lists print them. */
export const OF_SYSTEM: Readonly<Record<SystemFigure, Figure<System>>> = {
  rank: { label: 'rank', unit: '', of: ({ rank }) => rank },
  rmax: { label: 'Rmax', unit: 'Tflop/s', of: ({ rmax }) => rmax },
  rpeak: { label: 'Rpeak', unit: 'Tflop/s', of: ({ rpeak }) => rpeak },
  cores: { label: 'number of total cores', unit: '', of: ({ cores }) => cores },
  'cpu-cores': {
    label: 'number of cores that are none of an accelerator’s',
    unit: '',
    of: ({ cores, acceleratorCores }) =>
      cores !== null && acceleratorCores !== null ? cores - acceleratorCores : null,
  },
  'energy-efficiency': {
    label: 'energy efficiency',
    unit: 'Gflops/W',
    of: ({ energyEfficiency }) => energyEfficiency,
  },
  'hpl-efficiency': {
    label: 'HPL efficiency',
    unit: '%',
    of: ({ rmax, rpeak }) => (rmax !== null && rpeak ? (100 * rmax) / rpeak : null),
  },
  hpcg: { label: 'HPCG result', unit: 'Tflop/s', of: ({ hpcg }) => hpcg },
}

function meanCores(systems: readonly System[]): number | null {
  const known = systems.flatMap(({ cores }) => cores ?? [])
  return known.length > 0 ? known.reduce((sum, one) => sum + one, 0) / known.length : null
}

/** The figures over systems; `label` stands before “systems …”. */
const OF_GROUP: Readonly<Record<GroupFigure, Figure<readonly System[]>>> = {
  systems: { label: 'The number of', unit: '', of: (systems) => systems.length },
  'share-of-systems': {
    label: 'The share in the number of systems of',
    unit: '%',
    of: (systems, list) => (100 * systems.length) / list.systems.length,
  },
  rmax: { label: 'The total Rmax of', unit: 'Tflop/s', of: sumRmax },
  'share-of-rmax': {
    label: 'The share in the total Rmax of',
    unit: '%',
    of: (systems, list) => (100 * sumRmax(systems)) / list.rmaxSum,
  },
  'mean-cores': { label: 'The mean number of total cores of', unit: '', of: meanCores },
}

/** The systems of a name on a list, by rank: by the system’s own name, or by its site’s. */
export function systemsNamed(name: string, list: RecordList): readonly System[] {
  const folded = name.toLowerCase()
  const own = list.systems.filter(({ name: printed }) => printed?.toLowerCase() === folded)
  if (own.length > 0) return own
  return list.systems.filter((system) => {
    const { site, computer } = shownNames(system, list.id)
    return site?.name.toLowerCase() === folded || computer?.toLowerCase().startsWith(folded)
  })
}

const missing = (words: Prose): Answer => ({ value: null, unit: '', words, rows: [] })

/** An answer’s subject within a sentence: `the Rmax of Frontier …`. */
export const theWithin = (words: Prose): Prose =>
  opening(words, (text) => text.replace(/^The /, 'the '))

function answerGrowth({ of, since }: Extract<Question, { ask: 'growth' }>, asked: Asked): Answer {
  const before = asked.record.list(since)
  const now = answer(of, asked)
  if (!before) return missing(`There is no list of ${editionLabel(since)} here.`)
  const then = answer(of, { ...asked, list: before })
  if (now.value === null) return now
  if (then.value === null) return then
  if (then.value === 0) return missing(prose`${then.words} is none, so nothing has grown from it.`)
  return {
    value: 100 * (now.value / then.value - 1),
    unit: '%',
    words: prose`The growth since ${editionLabel(since)} (${formatPrinted(Number(then.value.toPrecision(12)))}${then.unit && ` ${then.unit}`}) of ${theWithin(now.words)}`,
    rows: [...then.rows, ...now.rows],
  }
}

function answerRow(question: Extract<Question, { ask: 'figure' }>, asked: Asked): Answer {
  const { list } = asked
  const { label, unit, of } = OF_SYSTEM[question.figure]
  const [system] = systemsNamed(question.system, list)
  if (!system)
    return missing(
      `No system called ${question.system} is on the list of ${editionLabel(list.id)}.`,
    )
  const shared = asked.reading.ranks === 'tied' && question.figure === 'rank'
  const value = shared ? (list.ties.get(system.rank)?.rank ?? system.rank) : of(system, list)
  const named = namedSystem(system, list.id)
  if (value === null)
    return missing(
      prose`The list of ${editionLabel(list.id)} does not give the ${label} of ${named}.`,
    )
  return {
    value,
    unit,
    words: prose`The ${label} of ${named} on the list of ${editionLabel(list.id)}`,
    rows: [{ list, system }],
  }
}

/** The first systems by rank that hold half of the list’s Rmax together. */
function firstHalf({ systems, rmaxSum }: RecordList): readonly System[] {
  let held = 0
  const count = systems.findIndex(({ rmax }) => {
    held += rmax ?? 0
    return 2 * held >= rmaxSum
  })
  return systems.slice(0, count + 1)
}

/** What the lists say to a question, in one of its readings. */
export function answer(question: Question, asked: Asked): Answer {
  const { list, record, reading } = asked
  const label = editionLabel(list.id)
  switch (question.ask) {
    case 'growth':
      return answerGrowth(question, asked)
    case 'figure':
      return answerRow(question, asked)
    case 'rmax-of-rank': {
      const system = list.systems[question.rank - 1]
      if (!system) return missing(`The list of ${label} has no rank ${question.rank}.`)
      return {
        value: system.rmax,
        unit: 'Tflop/s',
        words: `The Rmax of rank ${question.rank} on the list of ${label}`,
        rows: [{ list, system }],
      }
    }
    case 'half': {
      const rows = firstHalf(list)
      return {
        value: rows.length,
        unit: '',
        words: `The number of the first systems that hold half of the total Rmax on the list of ${label}`,
        rows: rows.map((system) => ({ list, system })),
      }
    }
    case 'rank-of-last': {
      const other = record.list(question.on)
      const system = list.systems.at(-1)
      if (!other || !system?.rmax)
        return missing(`There is no list of ${editionLabel(question.on)} here.`)
      return {
        value: placeOf(other, system.rmax)?.rank ?? null,
        unit: '',
        words: `The rank that the last system of the list of ${label} would have had on the list of ${editionLabel(question.on)}`,
        rows: [{ list, system }],
      }
    }
    default: {
      const { label: figure, unit, of } = OF_GROUP[question.ask]
      const systems = find(question.of, asked)
      const words = systemsSaid(question.of, reading, list.id)
      if (systems === null)
        return missing(prose`The list of ${label} does not give what tells ${words} from others.`)
      return {
        value: of(systems, list),
        unit,
        words: prose`${figure} ${words} on the list of ${label}`,
        rows: systems.map((system) => ({ list, system })),
      }
    }
  }
}

/**
 * A figure in the unit in which somebody wrote it.
 * @param written the figure’s own unit where absent. @returns null for a unit of another kind.
 */
export function inWritten(value: number, own: string, written = own): number | null {
  if (written === own) return inUnit(value, { unit: own, factor: 1 })
  const from = FLOPS.find(({ unit }) => unit === written)
  const to = FLOPS.find(({ unit }) => unit === own)
  return from && to ? inUnit(value, { unit: written, factor: from.factor / to.factor }) : null
}
