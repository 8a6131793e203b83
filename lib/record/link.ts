import type { Edition } from '../model/edition'
import type { Field, System } from '../model/system'
import { isSameFigure } from './precision'

/**
 * How a row was found to be the same system as a row of an earlier list.
 * `system-id`: both print the same System ID. `previous-rank`: the list says where it stood, and what it says of itself
 * agrees. `rows`: neither is printed; site, computer and figures agree.
 */
export type LinkRule = 'system-id' | 'previous-rank' | 'rows'

/** A row of a list linked to the row of an earlier one. */
export type Link = {
  /** Place of the row among the systems of the later list. */
  at: number
  /** Place of the row among the systems of the earlier list. */
  from: number
  rule: LinkRule
  /** The fields in which both agree, of those that the rule looks at. */
  agrees: readonly Field[]
  /** Whether another row of the earlier list agrees as well, so that the choice between them is by rank order alone. */
  twins: boolean
}

/** What two rows agreeing in a field say for their being one system, and what their differing says against it. */
const WEIGHTS: readonly { field: Field; agree: number; differ: number }[] = [
  { field: 'rmax', agree: 4, differ: 0 },
  { field: 'site', agree: 3, differ: 0 },
  { field: 'computer', agree: 3, differ: 0 },
  { field: 'name', agree: 3, differ: -2 },
  { field: 'rpeak', agree: 1.5, differ: 0 },
  { field: 'cores', agree: 1.5, differ: 0 },
  { field: 'nmax', agree: 1.5, differ: 0 },
  { field: 'year', agree: 1, differ: -0.5 },
  { field: 'power', agree: 1, differ: 0 },
  { field: 'firstAppearance', agree: 1, differ: -3 },
  { field: 'nhalf', agree: 0.5, differ: 0 },
  { field: 'country', agree: 0.5, differ: -4 },
  { field: 'manufacturer', agree: 0.5, differ: 0 },
  { field: 'segment', agree: 0.25, differ: 0 },
]

const agreesIn = (before: System, after: System, field: Field): boolean => {
  const [a, b] = [before[field], after[field]]
  return typeof a === 'number' && typeof b === 'number' ? isSameFigure(a, b) : a === b
}

/** Least weight for one system: a site with its computer, or Rmax with Rpeak, cores and year. Tried on the lists with System IDs. */
const LEAST = 7

/** What a printed previous rank says for the row that stood there, or within the few places that a revision moves. */
const PREVIOUS = { exact: 4, near: 2, reach: 3 } as const

/** A row that may be the same system, with the weight of what speaks for it. */
type Candidate = { at: number; from: number; weight: number }

function weigh(before: System, after: System): number {
  let weight = 0
  for (const { field, agree, differ } of WEIGHTS) {
    const [a, b] = [before[field], after[field]]
    if (a !== null && b !== null) weight += agreesIn(before, after, field) ? agree : differ
  }
  if (after.previousRank === null) return weight
  const off = Math.abs(after.previousRank - before.rank)
  return weight + (off === 0 ? PREVIOUS.exact : off <= PREVIOUS.reach ? PREVIOUS.near : 0)
}

/** The fields in which two rows agree, and the previous rank where it leads from one to the other. */
function agreement(before: System, after: System): Field[] {
  const agrees = WEIGHTS.flatMap(({ field }) =>
    before[field] !== null && agreesIn(before, after, field) ? [field] : [],
  )
  return after.previousRank === before.rank ? [...agrees, 'previousRank'] : agrees
}

/** Places of rows by what they print in the fields by which candidates are looked up. */
const LOOKED_UP: readonly Field[] = ['rmax', 'site', 'name']

function indexRows(
  systems: readonly System[],
  taken: ReadonlySet<number>,
): ReadonlyMap<string, readonly number[]> {
  const index = new Map<string, number[]>()
  for (const [place, system] of systems.entries())
    for (const field of LOOKED_UP) {
      if (taken.has(place)) continue
      const value = system[field]
      if (value === null) continue
      const key = `${field} ${value}`
      const places = index.get(key)
      if (places) places.push(place)
      else index.set(key, [place])
    }
  return index
}

/** Whether a list that prints previous ranks prints none for a row: it was not on the list before. */
const isPrintedNew = (system: System, printsPrevious: boolean) =>
  printsPrevious && system.previousRank === null

/** Rows that are linked already. */
type Taken = { at: ReadonlySet<number>; from: ReadonlySet<number> }

/** Every pair of free rows that may be one system, strongest first, then in rank order, so that twins keep theirs. */
function candidatesOf(
  before: readonly System[],
  after: readonly System[],
  taken: Taken,
): Candidate[] {
  const index = indexRows(before, taken.from)
  const printsPrevious = after.some(({ previousRank }) => previousRank !== null)
  const candidates: Candidate[] = []
  for (const [at, system] of after.entries()) {
    if (taken.at.has(at) || isPrintedNew(system, printsPrevious)) continue
    const places = new Set(
      LOOKED_UP.flatMap((field) => index.get(`${field} ${system[field]}`) ?? []),
    )
    for (const from of places) {
      const earlier = before[from]
      if (!earlier) continue
      const weight = weigh(earlier, system)
      if (weight >= LEAST) candidates.push({ at, from, weight })
    }
  }
  return candidates.sort((a, b) => b.weight - a.weight || a.from - b.from || a.at - b.at)
}

/** Links that are still free, by what the rows say of themselves. */
function linkByRows(before: readonly System[], after: readonly System[], taken: Taken): Link[] {
  const usedAt = new Set(taken.at)
  const usedFrom = new Set(taken.from)
  const candidates = candidatesOf(before, after, taken)
  const best = new Map<number, { weight: number; rivals: number }>()
  for (const { at, weight } of candidates) {
    const one = best.get(at)
    if (!one) best.set(at, { weight, rivals: 0 })
    else if (one.weight === weight) one.rivals++
  }
  const links: Link[] = []
  for (const { at, from } of candidates) {
    const [earlier, system] = [before[from], after[at]]
    if (usedAt.has(at) || usedFrom.has(from) || !earlier || !system) continue
    usedAt.add(at)
    usedFrom.add(from)
    const agrees = agreement(earlier, system)
    const rule = agrees.includes('previousRank') ? 'previous-rank' : 'rows'
    links.push({ at, from, rule, agrees, twins: (best.get(at)?.rivals ?? 0) > 0 })
  }
  return [...links, ...linkByPlace(before, after, usedAt, usedFrom)]
}

/** A row whose printed previous rank leads to a row of the same site or country that nobody else claims was that one. */
function linkByPlace(
  before: readonly System[],
  after: readonly System[],
  usedAt: ReadonlySet<number>,
  usedFrom: ReadonlySet<number>,
): Link[] {
  const places = new Map(before.map(({ rank }, place) => [rank, place]))
  return after.flatMap((system, at): Link[] => {
    const from = system.previousRank === null ? undefined : places.get(system.previousRank)
    const earlier = from === undefined ? undefined : before[from]
    if (from === undefined || !earlier || usedAt.has(at) || usedFrom.has(from)) return []
    const agrees = (['site', 'country', 'manufacturer'] as const).filter(
      (field) => earlier[field] !== null && earlier[field] === system[field],
    )
    return agrees.includes('site') || agrees.length === 2
      ? [{ at, from, rule: 'previous-rank', agrees: ['previousRank', ...agrees], twins: false }]
      : []
  })
}

/**
 * Links the rows of two neighbouring lists, one to one.
 * Where both print System IDs these decide; a row whose ID the earlier list does not have is linked only where the list
 * says where it stood, the row there has an ID that is gone, and the two agree in Rmax and site: the ID was then changed.
 * Elsewhere rows are linked by what they say of themselves, strongest agreement first.
 */
export function linkLists(before: Edition, after: Edition): Link[] {
  const ids = new Map(
    before.systems.flatMap(({ systemId }, from) => (systemId === null ? [] : [[systemId, from]])),
  )
  const sure = after.systems.flatMap(({ systemId }, at): Link[] => {
    const from = systemId === null ? undefined : ids.get(systemId)
    return from === undefined
      ? []
      : [{ at, from, rule: 'system-id', agrees: ['systemId'], twins: false }]
  })
  const taken = {
    at: new Set(sure.map(({ at }) => at)),
    from: new Set(sure.map(({ from }) => from)),
  }
  const rest = linkByRows(before.systems, after.systems, taken).filter(({ at, from, agrees }) => {
    const [old, now] = [before.systems[from]?.systemId, after.systems[at]?.systemId]
    if (!old || !now) return true
    return (['previousRank', 'rmax', 'site'] as const).every((field) => agrees.includes(field))
  })
  return [...sure, ...rest].sort((a, b) => a.at - b.at)
}
