import { type Edition, editionLabel } from '../model/edition'
import type { Issue } from '../model/issue'
import type { Field, System } from '../model/system'
import { likelyCause, likelyUnit, timesWords } from './cause'
import { finding } from './finding'
import type { Neighbour } from './neighbour'
import { expected, type Measured, measured, RELATIONS, type Relation } from './relation'
import { sumRmax } from './sum'
import { checkTimeline } from './timeline'

/** Where the systems of a list stand in the file: the row of each, in their order, and the headers as printed. */
export type Origin = { rowOf: readonly number[]; printed: (field: Field) => string }

/** A middle that is this many times further off than what is doubted is refused. */
const REFUSED = 2
/** Where this many of the rows that give a figure are in doubt, a part of the column is in another unit. */
const MANY = { rows: 10, share: 0.05 }
/** A figure of one and the same system that changes by more than this from a list to the next is doubted. */
const SAME_SYSTEM = 6
/** A row of a neighbour may be exceeded by this much before it is no precedent any more. */
const PRECEDENT = 2

const three = (value: number) =>
  value >= 1000
    ? Math.round(Number(value.toPrecision(3))).toLocaleString('en')
    : String(Number(value.toPrecision(3)))

/** Why and how a person may answer an issue of this kind. */
const CONFIRM = 'Correct them, or confirm that the figures are right.'

/** The kinds of errors that a person may answer by confirming the figures. */
const CONFIRMABLE: ReadonlySet<string> = new Set([
  'off-the-timeline',
  'implausible-column',
  'implausible-rows',
])

/** Whether a file is refused for nothing but figures that a person may confirm. */
export function asksForFigures(issues: readonly Pick<Issue, 'severity' | 'code'>[]): boolean {
  const errors = issues.filter(({ severity }) => severity === 'error')
  return errors.length > 0 && errors.every(({ code }) => CONFIRMABLE.has(code))
}

/** An issue after the person has confirmed the figures: told still, and no reason to refuse any more. */
const confirmedIssue = (issue: Issue): Issue =>
  issue.severity === 'error' && CONFIRMABLE.has(issue.code)
    ? { ...issue, severity: 'warning', remedy: 'It was taken, as the figures were confirmed.' }
    : issue

function checkColumn(
  relation: Relation,
  own: Measured,
  edition: Edition,
  neighbours: readonly Neighbour[],
  origin: Origin,
): Issue | null {
  const known = expected(relation, edition.id, neighbours)
  if (!known) return null
  const ratio = own.middle / known.middle
  const off = Math.max(ratio, 1 / ratio)
  if (off <= known.tolerance) return null
  const { field, label, words } = relation
  const unit = likelyUnit(field, ratio)
  const column = origin.printed(field)
  return finding(
    off > known.tolerance * REFUSED ? 'error' : 'warning',
    'implausible-column',
    { column, value: three(own.middle) },
    `${label} is about ${timesWords(ratio)} than ${known.by} to expect${likelyCause(field, ratio)}: ${words(three(own.middle))}, where about ${three(known.middle)} is expected.`,
    unit
      ? `If the figures are in ${unit.meant.label}, write that unit into the header in square brackets; if they are right, confirm them.`
      : CONFIRM,
  )
}

/** A figure of a row that is doubted. */
type Doubt = {
  index: number
  field: Field
  value: number
  ratio: number
  words: string
  /** Another figure of the row on which the doubt rests. */
  takes?: Field | undefined
}

/** What tells one and the same system on two lists: its System ID, else its site, computer and name together. */
const identity = ({ systemId, site, computer, name }: System) =>
  systemId ?? `${site ?? ''}\n${computer ?? ''}\n${name ?? ''}`

/** The systems of a list by what tells them; those that share it with another are left out. */
function unique(systems: readonly System[]): Map<string, System> {
  const found = new Map<string, System>()
  const shared = new Set<string>()
  for (const system of systems) {
    const key = identity(system)
    if (found.has(key)) shared.add(key)
    found.set(key, system)
  }
  for (const key of shared) found.delete(key)
  return found
}

const COMPARED = ['rmax', 'rpeak', 'cores', 'power', 'energyEfficiency'] as const
const WORDS: Readonly<Record<(typeof COMPARED)[number], (value: string) => string>> = {
  rmax: (value) => `an Rmax of ${value} TFlop/s`,
  rpeak: (value) => `an Rpeak of ${value} TFlop/s`,
  cores: (value) => `${value} cores`,
  power: (value) => `a power of ${value} kW`,
  energyEfficiency: (value) => `an energy efficiency of ${value} GFlops/W`,
}

const ratioOf = (here: number | null, there: number | null) =>
  here !== null && there !== null && here > 0 && there > 0 ? here / there : null
const far = (ratio: number, bound: number) => ratio > bound || ratio < 1 / bound

/** Figures that the very same system has otherwise on a neighbouring list. An upgrade changes cores and Rmax together. */
function checkSameSystems(edition: Edition, neighbours: readonly Neighbour[]): Doubt[] {
  const found: Doubt[] = []
  const own = unique(edition.systems)
  const others = neighbours.map(({ id, systems }) => ({ id, systems: unique(systems) }))
  for (const [index, system] of edition.systems.entries()) {
    const key = identity(system)
    const other = own.has(key) ? others.find(({ systems }) => systems.has(key)) : undefined
    const there = other?.systems.get(key)
    if (!other || !there) continue
    const cores = ratioOf(system.cores, there.cores)
    const rmax = ratioOf(system.rmax, there.rmax)
    for (const field of COMPARED) {
      const value = system[field]
      const ratio = ratioOf(value, there[field])
      if (value === null || ratio === null || !far(ratio, SAME_SYSTEM)) continue
      const grown = field === 'cores' ? rmax : cores
      if (grown !== null && !far(ratio / grown, SAME_SYSTEM / 2)) continue
      const words = `${WORDS[field](three(value))}; on ${editionLabel(other.id)} the same system has ${three(there[field] ?? 0)}, so this is about ${timesWords(ratio)}`
      found.push({ index, field, value, ratio, words })
    }
  }
  return found
}

/** Figures that stand far from those of all other rows, here and on the neighbours. */
function checkSpread(
  relation: Relation,
  own: Measured,
  systems: readonly System[],
  neighbours: readonly Neighbour[],
): Doubt[] {
  const beside = neighbours.flatMap((one) => measured(relation, one.systems) ?? [])
  // The first lists count one-bit processors; without a neighbour that does so too, no spread is too wide.
  if (beside.length === 0 && relation.always === undefined) return []
  const least = Math.min(...beside.map((one) => one.least / PRECEDENT))
  const greatest = Math.max(...beside.map((one) => one.greatest * PRECEDENT))
  const found: Doubt[] = []
  for (const [index, system] of systems.entries()) {
    const value = relation.of(system)
    const figure = system[relation.field]
    if (value === null || typeof figure !== 'number') continue
    const ratio = value / own.middle
    if (!far(ratio, relation.spread) || (value >= least && value <= greatest)) continue
    // An Rmax above Rpeak is told already.
    if (relation.field === 'rpeak' && ratio < 1) continue
    const field = relation.field as (typeof COMPARED)[number]
    const words = `${WORDS[field](three(figure))}, about ${timesWords(ratio)} than its Rmax and the other systems lead to expect`
    found.push({ index, field, value: figure, ratio, words, takes: relation.takes })
  }
  return found
}

function rowIssues(doubts: readonly Doubt[], systems: readonly System[], origin: Origin): Issue[] {
  const issues: Issue[] = []
  for (const field of new Set(doubts.map((doubt) => doubt.field))) {
    const own = doubts.filter((doubt) => doubt.field === field)
    const column = origin.printed(field)
    const place = ({ index, value }: Doubt) => ({ row: origin.rowOf[index] ?? null, column, value })
    const rank = ({ index }: Doubt) => systems[index]?.rank ?? 0
    const [first] = own
    const given = systems.filter((system) => system[field] !== null).length
    if (first && own.length >= Math.max(MANY.rows, MANY.share * given))
      issues.push(
        finding(
          'error',
          'implausible-rows',
          place(first),
          `${own.length} systems, ranks ${Math.min(...own.map(rank))} to ${Math.max(...own.map(rank))}, have figures in the column “${column}” that do not fit the rest${likelyCause(field, first.ratio)}. The first is rank ${rank(first)}: ${first.words}.`,
          `A part of the column may be in another unit. ${CONFIRM}`,
        ),
      )
    else
      for (const doubt of own)
        issues.push(
          finding(
            'warning',
            'implausible-figure',
            place(doubt),
            `Rank ${rank(doubt)} has ${doubt.words}${likelyCause(field, doubt.ratio)}.`,
            'It is kept as printed; compare it with the published list.',
          ),
        )
  }
  return issues
}

/** Where rows are not known, as in a list from our own store. */
const NOWHERE: Origin = { rowOf: [], printed: (field) => field }

/**
 * Holds every figure of a list against its neighbours on the timeline and against the other rows: the sum of Rmax, then
 * Rpeak, cores, power and energy efficiency in relation to Rmax, as columns and row by row.
 * @param neighbours the nearest lists before and after, as many as there are.
 * @param confirmed whether a person has answered that the figures are right; what would be refused is then a warning.
 */
export function guardFigures(
  edition: Edition,
  neighbours: readonly Neighbour[],
  { origin = NOWHERE, confirmed = false }: { origin?: Origin; confirmed?: boolean } = {},
): Issue[] {
  const { id, systems } = edition
  const timeline = checkTimeline(
    { edition: id, rmaxSum: sumRmax(systems), column: origin.printed('rmax') },
    neighbours.map((one) => ({ edition: one.id, rmaxSum: sumRmax(one.systems) })),
  )
  const issues: Issue[] = [...timeline]
  // Where Rmax itself is in doubt, nothing can be held against it.
  if (!timeline.some(({ severity }) => severity === 'error')) {
    const doubts = new Map<string, Doubt>()
    const doubted = new Set<Field>()
    for (const relation of RELATIONS) {
      const own = measured(relation, systems)
      if (!own || doubted.has(relation.field)) continue
      const issue = checkColumn(relation, own, edition, neighbours, origin)
      if (issue) {
        issues.push(issue)
        doubted.add(relation.field)
        continue
      }
      for (const doubt of checkSpread(relation, own, systems, neighbours))
        doubts.set(`${doubt.index} ${doubt.field}`, doubt)
    }
    for (const doubt of checkSameSystems(edition, neighbours))
      doubts.set(`${doubt.index} ${doubt.field}`, doubt)
    const rows = [...doubts.values()].filter(
      ({ index, field, takes }) =>
        !doubted.has(field) && !(takes && (doubted.has(takes) || doubts.has(`${index} ${takes}`))),
    )
    issues.push(...rowIssues(rows, systems, origin))
  }
  return confirmed ? issues.map(confirmedIssue) : issues
}
