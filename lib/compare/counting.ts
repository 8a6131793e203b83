import type { System } from '../model/system'

/** How a system of several makers counts: for each, for the one that is named first, or for none of them. */
export type JointRule = 'each' | 'first' | 'none'

/** Whether every entry counts, or each design once: systems of equal Rmax, Rpeak and computer are one. */
export type CopyRule = 'every' | 'distinct'

/** Whether systems of equal Rmax share a rank, or stand where they are printed. */
export type RankRule = 'tied' | 'printed'

/** How systems are counted. */
export type Counting = { joint: JointRule; copies: CopyRule; ranks: RankRule }

/** How the product counts where nobody chooses. */
export const DEFAULT_COUNTING: Counting = { joint: 'each', copies: 'every', ranks: 'tied' }

/** The systems that count: all of them, or the first of each design in rank order. */
export function countedSystems(systems: readonly System[], copies: CopyRule): readonly System[] {
  if (copies === 'every') return systems
  const seen = new Set<string>()
  return systems.filter(({ rmax, rpeak, computer }) => {
    const design = `${rmax}\n${rpeak}\n${computer}`
    if (seen.has(design)) return false
    seen.add(design)
    return true
  })
}

/** What a system with several names in a field counts for; the joint ones are one group of their own under `none`. */
export function countedNames(names: readonly string[], joint: JointRule): readonly string[] {
  if (names.length < 2 || joint === 'each') return names
  return joint === 'first' ? names.slice(0, 1) : [JOINT]
}

/** The group of systems of several makers where these count for none of them. */
export const JOINT = 'Several together'
