import { development } from './development'
import { groupsOnList } from './groups-on-list'
import type { Kind } from './kind'
import { overTime } from './over-time'
import { rankRmax } from './rank-rmax'
import { rankStrip } from './rank-strip'
import { sharesOverTime } from './shares-over-time'
import { totals } from './totals'

/** THE table of the kinds of chart, in the order of their pages. A new kind is its file and its row here. */
export const KINDS: readonly Kind[] = [
  rankRmax,
  totals,
  rankStrip,
  development,
  overTime,
  sharesOverTime,
  groupsOnList,
]

/** The kind of a key; null for a word that is none. */
export function kindOf(key: string): Kind | null {
  return KINDS.find((kind) => kind.key === key) ?? null
}
