import { changesByGroup } from './changes-by-group'
import { changesSlope } from './changes-slope'
import { claimVerdict } from './claim-verdict'
import { development } from './development'
import { groupRanks } from './group-ranks'
import { groupTiles } from './group-tiles'
import { groupsOnList } from './groups-on-list'
import type { Kind } from './kind'
import { overTime } from './over-time'
import { rankHistory } from './rank-history'
import { rankOf } from './rank-of'
import { rankRmax } from './rank-rmax'
import { rankStrip } from './rank-strip'
import { rankTakes } from './rank-takes'
import { sharesOverTime } from './shares-over-time'
import { smallMultiples } from './small-multiples'
import { totals } from './totals'

/** THE table of the kinds of chart, in the order of their pages. A new kind is its file and its row here. */
export const KINDS: readonly Kind[] = [
  rankRmax,
  totals,
  rankStrip,
  development,
  overTime,
  sharesOverTime,
  smallMultiples,
  groupsOnList,
  groupTiles,
  groupRanks,
  rankHistory,
  rankOf,
  rankTakes,
  changesSlope,
  changesByGroup,
  claimVerdict,
]

/** The kind of a key; null for a word that is none. */
export function kindOf(key: string): Kind | null {
  return KINDS.find((kind) => kind.key === key) ?? null
}
