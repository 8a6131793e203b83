import type { Issue } from '../model/issue'
import type { PlacedSystem, Printed } from './check'
import { finding } from './finding'

/** Systems that share a rank: from which place on the list, how many, and the how manieth group of the list it is. */
type Group = { rank: number; from: number; of: readonly PlacedSystem[]; number: number }

/** The ways in which ties are ranked, as in sports: 1 2 2 4, 1 3 3 4, 1 2 2 3. */
const CONVENTIONS: readonly ((group: Group) => boolean)[] = [
  ({ rank, from }) => rank === from,
  ({ rank, from, of }) => rank === from + of.length - 1,
  ({ rank, number }) => rank === number,
]

/** Systems in the order of ranks, by the rank that they share. */
function groupsOf(placed: readonly PlacedSystem[]): Group[] {
  const groups: { rank: number; from: number; of: PlacedSystem[]; number: number }[] = []
  for (const [index, one] of placed.entries()) {
    const last = groups.at(-1)
    if (last && last.rank === one.system.rank) last.of.push(one)
    else
      groups.push({
        rank: one.system.rank,
        from: index + 1,
        of: [one],
        number: groups.length + 1,
      })
  }
  return groups
}

/** Whether systems are tied: all with one Rmax, and none the same row twice. */
function isTie({ of }: Group): boolean {
  const [first] = of
  const rows = new Set(of.map(({ system }) => JSON.stringify(system)))
  return (
    first?.system.rmax != null &&
    of.every(({ system }) => system.rmax === first.system.rmax) &&
    rows.size === of.length
  )
}

/**
 * Gives systems that share a printed rank, as ties do, the ranks that the list counts: one each, in the order of the
 * file. Ranks that are shared in none of the usual ways, or by systems of unlike Rmax, stay for others to refuse.
 * @param placed in the order of ranks; changed where ranks are shared.
 */
export function settleTies(placed: PlacedSystem[], printed: Printed): Issue[] {
  if (!placed.some(({ system }, index) => system.rank === placed[index - 1]?.system.rank)) return []
  const groups = groupsOf(placed)
  const ties = groups.filter(({ of }) => of.length > 1)
  const [first] = ties
  if (!first || !ties.every(isTie) || !CONVENTIONS.some((holds) => groups.every(holds))) return []
  for (const { from, of } of groups)
    for (const [index, one] of of.entries()) one.system = { ...one.system, rank: from + index }
  const systems = ties.reduce((sum, { of }) => sum + of.length, 0)
  const { rank, from, of } = first
  return [
    finding(
      'warning',
      'shared-ranks',
      { row: of[0]?.row ?? null, column: printed('rank'), value: rank },
      `${systems} systems share their rank with others of the same Rmax, first ${of.length} at rank ${rank}. The list counts each, so these are ${from} to ${from + of.length - 1}, in the order of the file.`,
      'The order within a tie means nothing; the pages show such systems as tied.',
    ),
  ]
}
