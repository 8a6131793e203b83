import type { Judged } from '../claim/judge'
import type { JointRule } from '../compare/counting'
import { formatFlopsPrinted } from '../compare/figure'
import { type Fleet, fleetNotes, fleetPlaces, fleetWords } from '../compare/fleet'
import { machineWords } from '../compare/history'
import { placesOf } from '../compare/places'
import { type Performance, sumOf } from '../link/performance'
import { editionLabel } from '../model/edition'
import { type Prose, plain, prose } from '../model/prose'
import type { ListRecord, Machine, RecordList } from '../record/record'
import type { Axis, Figure, ListSource } from './figure'

/** What is asked of the charts of one system. */
export type SystemAsked = {
  record: ListRecord
  machine: Machine
  axis: 'log' | 'linear'
  permalink: string | null
}

/** What is asked of the charts of the page `/rank`. */
export type RankAsked = {
  record: ListRecord
  rmax: Performance
  /** The listed system whose Rmax this is; null for a figure. */
  machine: Machine | null
  /** The systems of an organisation, which are asked about as one machine in place of `rmax`; null for none. */
  fleet: Fleet | null
  /** The rank of which is told what it took. */
  rank: number
  axis: 'log' | 'linear'
  permalink: string | null
}

/** What is asked of the charts of two lists. */
export type ChangesAsked = {
  record: ListRecord
  from: RecordList
  to: RecordList
  /** By what the systems of both lists are grouped, and how those of several makers count. */
  group: string
  joint: JointRule
  permalink: string | null
}

/** What is asked of the chart of one statement: what the lists make of it. */
export type ClaimAsked = {
  record: ListRecord
  /** The list by which it is judged. */
  list: RecordList
  judged: Judged
  permalink: string | null
}

/** A list of the record as figures name it. */
export const listSource = ({ id, version }: RecordList): ListSource => ({
  edition: id,
  version: version.version,
  hash: version.hash,
})

/** The line that says from which lists a figure is. */
export function listsLine(lists: readonly RecordList[]): string {
  const [first] = lists
  const last = lists.at(-1)
  if (!first || !last) return 'Source: no list.'
  const uploaded = lists.filter(({ version }) => version.version > 0).length
  const versions =
    uploaded === 0 ? 'as published' : `as published but for ${uploaded} uploaded here`
  const between = lists.length === 2 ? 'and' : 'to'
  return first === last
    ? `Source: TOP500 list no. ${first.number}, ${editionLabel(first.id)} (${versions}).`
    : `Source: TOP500 lists no. ${first.number} ${between} ${last.number}, ${editionLabel(first.id)} ${between} ${editionLabel(last.id)} (${versions}).`
}

type AskedAbout = Pick<RankAsked, 'rmax' | 'machine' | 'fleet'>

/** Where what is asked about would rank on every list, oldest first. */
export const placesAsked = ({
  record,
  rmax,
  fleet,
}: Pick<RankAsked, 'record' | 'rmax' | 'fleet'>) =>
  fleet ? fleetPlaces(fleet) : placesOf(record, sumOf(rmax))

/** What must be known of what is asked about, one sentence each. */
export const notesAsked = ({ rmax, fleet }: Pick<RankAsked, 'rmax' | 'fleet'>): string[] => [
  ...(fleet || rmax.parts.length > 1 ? [FLEET_NOTE] : []),
  ...(fleet ? fleetNotes(fleet) : []),
]

/** What is asked about in words: `30.05 Pflop/s`, a system with its Rmax, or the systems of an organisation. */
export function rmaxWords({ rmax, machine, fleet }: AskedAbout): Prose {
  if (fleet) return fleetWords(fleet)
  const figure = formatFlopsPrinted(sumOf(rmax))
  if (machine) return prose`${machineWords(machine)} with ${figure}`
  return rmax.parts.length > 1 ? `${figure}, the sum of ${rmax.parts.length} systems` : figure
}

/** The same as the name of a line. */
export const askedLabel = (asked: AskedAbout): string =>
  asked.fleet ? plain(rmaxWords(asked)).replace(/^the s/, 'S') : plain(rmaxWords(asked))

/** What must be known of several systems that are asked about as one. */
export const FLEET_NOTE =
  'The figure is a sum over several systems, and no valid HPL run: systems that are added up have not solved one problem together.'

/** An axis of time over lists; of one list alone, half a year around it. */
export function listsAxis(lists: readonly Pick<RecordList, 'id'>[]): Axis {
  const first = lists[0]?.id ?? '1993-06'
  const last = lists.at(-1)?.id ?? first
  const until = first === last ? `${Number(last.slice(0, 4)) + 1}${last.slice(4)}` : last
  return { type: 'time', domain: [first, until], label: 'List', divisor: 1 }
}

/** The parts that all of these figures have. */
export function listParts(
  lists: readonly RecordList[],
  permalink: string | null,
): Pick<Figure, 'source' | 'lists' | 'permalink'> {
  return { source: listsLine(lists), lists: lists.map(listSource), permalink }
}
