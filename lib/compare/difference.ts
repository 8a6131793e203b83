import { sumRmax } from '../list/sum'
import type { Edition, EditionId } from '../model/edition'
import { FIELDS, headerOf } from '../model/field'
import { type System, systemName } from '../model/system'

/** A system in a few words: its name, or what stands for one. */
export type Named = { rank: number; name: string; rmax: number | null }

/** A list in the figures by which one is told from another. */
export type ListFigures = {
  edition: EditionId
  systems: number
  /** Sum of Rmax, TFlop/s. */
  rmaxSum: number
  /** Rank 1 and the last rank; null for an empty list. */
  top: Named | null
  entry: Named | null
}

/** How many systems two lists have in common, and how many stand on one of them only. */
export type Overlap = { shared: number; joined: number; left: number }

/** A cell that two versions of a list fill differently. */
export type CellChange = {
  /** Rank on the later version. */
  rank: number
  name: string
  /** The column in our own words, with its unit. */
  column: string
  before: string | number | null
  after: string | number | null
}

/** What a version of a list changes against another one. */
export type Difference = Overlap & {
  /** How many cells differ in the systems that both have, and in how many systems. */
  cells: number
  changedSystems: number
  /** The columns that differ, most cells first. */
  columns: readonly { column: string; cells: number }[]
  /** The first of the cells that differ, of the systems that are new, and of those that are gone. */
  changes: readonly CellChange[]
  newcomers: readonly Named[]
  leavers: readonly Named[]
}

/** More examples than these are not read. */
const MOST_CHANGES = 60
const MOST_NAMED = 20

const named = (system: System): Named => ({
  rank: system.rank,
  name: systemName(system),
  rmax: system.rmax,
})

/** The figures of a list. */
export function listFigures({ id, systems }: Edition): ListFigures {
  const [top] = systems
  const entry = systems.at(-1)
  return {
    edition: id,
    systems: systems.length,
    rmaxSum: sumRmax(systems),
    top: top ? named(top) : null,
    entry: entry ? named(entry) : null,
  }
}

type Pair = { before: System; after: System }
type Links = { pairs: readonly Pair[]; joined: readonly System[]; left: readonly System[] }

/** Whether the later list follows at once and says where its systems stood before. */
const saysPrevious = (before: Edition, after: Edition) =>
  after.number === before.number + 1 &&
  after.systems.some(({ previousRank }) => previousRank !== null)

const hasIds = ({ systems }: Edition) => systems.every(({ systemId }) => systemId !== null)

/**
 * By what a system is known again, the surest first. Each step looks only at systems that no step before it has linked;
 * a key of null links nothing.
 */
const STEPS: readonly {
  holds: (before: Edition, after: Edition) => boolean
  before: (system: System) => string | null
  after: (system: System) => string | null
}[] = [
  { holds: () => true, before: ({ systemId }) => systemId, after: ({ systemId }) => systemId },
  {
    holds: saysPrevious,
    before: ({ rank }) => String(rank),
    after: ({ previousRank }) => (previousRank === null ? null : String(previousRank)),
  },
  {
    // Where identities or previous ranks are printed, what they do not link is another system.
    holds: (before, after) => !saysPrevious(before, after) && !(hasIds(before) && hasIds(after)),
    before: ({ site, computer, rmax }) => JSON.stringify([site, computer, rmax]),
    after: ({ site, computer, rmax }) => JSON.stringify([site, computer, rmax]),
  },
  {
    // What two versions of one list print at one rank is one system, however much of it was corrected.
    holds: (before, after) => before.id === after.id,
    before: ({ rank }) => String(rank),
    after: ({ rank }) => String(rank),
  },
]

/** Finds the systems of one list on another: see {@link STEPS}. */
function link(before: Edition, after: Edition): Links {
  const pairs: Pair[] = []
  let left: readonly System[] = before.systems
  let joined: readonly System[] = after.systems
  for (const step of STEPS) {
    if (!step.holds(before, after)) continue
    const waiting = new Map<string, System[]>()
    for (const system of left) {
      const key = step.before(system)
      if (key !== null) waiting.set(key, [...(waiting.get(key) ?? []), system])
    }
    const linked = new Set<System>()
    joined = joined.filter((system) => {
      const key = step.after(system)
      const earlier = key === null ? undefined : waiting.get(key)?.shift()
      if (!earlier) return true
      pairs.push({ before: earlier, after: system })
      linked.add(earlier)
      return false
    })
    left = left.filter((system) => !linked.has(system))
  }
  return { pairs: pairs.sort((a, b) => a.after.rank - b.after.rank), joined, left }
}

const counts = ({ pairs, joined, left }: Links): Overlap => ({
  shared: pairs.length,
  joined: joined.length,
  left: left.length,
})

/**
 * How many systems two lists share: by System ID, by the previous rank that the later one prints, else by site,
 * computer and Rmax.
 */
export function overlap(before: Edition, after: Edition): Overlap {
  return counts(link(before, after))
}

/** What one version of a list changes against another version of it, cell by cell. */
export function difference(before: Edition, after: Edition): Difference {
  const links = link(before, after)
  const changes = links.pairs.flatMap((pair) =>
    FIELDS.flatMap((row): CellChange[] =>
      pair.before[row.key] === pair.after[row.key]
        ? []
        : [
            {
              rank: pair.after.rank,
              name: named(pair.after).name,
              column: headerOf(row),
              before: pair.before[row.key],
              after: pair.after[row.key],
            },
          ],
    ),
  )
  const columns = new Map<string, number>()
  for (const { column } of changes) columns.set(column, (columns.get(column) ?? 0) + 1)
  return {
    ...counts(links),
    cells: changes.length,
    changedSystems: new Set(changes.map(({ rank }) => rank)).size,
    columns: [...columns]
      .map(([column, cells]) => ({ column, cells }))
      .sort((a, b) => b.cells - a.cells),
    changes: changes.slice(0, MOST_CHANGES),
    newcomers: links.joined.slice(0, MOST_NAMED).map(named),
    leavers: links.left.slice(0, MOST_NAMED).map(named),
  }
}
