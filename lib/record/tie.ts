import type { System } from '../model/system'

/** A shared place: the first rank of those that share it, and how many they are. */
export type Tie = { rank: number; size: number }

/**
 * The ties of a list: systems of equal Rmax share the first of their ranks, and the printed order among them means nothing.
 * @param systems in rank order.
 * @returns by printed rank, only systems that share; a system alone at its Rmax is not in it.
 */
export function findTies(systems: readonly System[]): ReadonlyMap<number, Tie> {
  const ties = new Map<number, Tie>()
  let start = 0
  for (let index = 1; index <= systems.length; index++) {
    const first = systems[start]
    if (first && systems[index]?.rmax === first.rmax && first.rmax !== null) continue
    if (first && index - start > 1) {
      const tie = { rank: first.rank, size: index - start }
      for (const system of systems.slice(start, index)) ties.set(system.rank, tie)
    }
    start = index
  }
  return ties
}

/** A rank as the field writes it: `10`, or `=32` where it is shared. */
export function rankLabel(rank: number, ties: ReadonlyMap<number, Tie>): string {
  const tie = ties.get(rank)
  return tie ? `=${tie.rank}` : String(rank)
}
