import type { Comparison, Group } from '../compare/comparison'
import { formatFlops, formatPrinted, listed } from '../compare/figure'
import { jointNote } from '../compare/headline'
import { rankLabel } from '../compare/tie'
import { editionLabel } from '../model/edition'
import type { System } from '../model/system'
import type { ChartSpec, Mark, Series } from './spec'

/** How a chart is to be laid out. */
export type Layout = {
  /** Frame in pixels; without a height the chart takes what its content needs. */
  width: number
  height?: number
  /** Whether title, source, notes and link stand inside the frame: in pictures, not on the page. */
  block: boolean
  /** The rank axis. */
  axis: 'log' | 'linear'
  permalink: string | null
}

/** The key of the grey rest among the series. */
export const REST = 'rest'

/** The series of a comparison as they are drawn: the grey rest, then those with most systems, that few cover none, and the focus on top. */
export function seriesOf(comparison: Comparison): Series[] {
  const byCount = [...comparison.groups].sort((a, b) => b.matches.length - a.matches.length)
  const groups = byCount.map(
    ({ organisation, focus }): Series => ({
      key: organisation.key,
      label: organisation.label,
      paint: organisation.hue,
      shape: organisation.shape,
      focus,
    }),
  )
  return [
    { key: REST, label: 'All others', paint: 'context', shape: 'circle', focus: false },
    ...groups.filter(({ focus }) => !focus),
    ...groups.filter(({ focus }) => focus),
  ]
}

/** The focus of a comparison; a comparison always has one. */
export function focusOf(comparison: Comparison): Group | undefined {
  return comparison.groups.find(({ focus }) => focus)
}

/** What a system is called where it has no name of its own. */
export function systemLabel(system: System): string {
  return system.name ?? system.site ?? system.computer ?? `Rank ${system.rank}`
}

/** `built by` or `run by`, as titles say it. */
export function lensWords(comparison: Comparison): string {
  return comparison.lens === 'built-by' ? 'built by' : 'run by'
}

/** Which list, with its number. */
export function listWords(comparison: Comparison): string {
  return `TOP500 list of ${editionLabel(comparison.edition)}`
}

/** The line that says where the figures come from. */
export function sourceLine(comparison: Comparison): string {
  const version =
    comparison.version === 0 ? 'as published' : `version ${comparison.version} kept here`
  return `Source: TOP500 list no. ${comparison.number}, ${editionLabel(comparison.edition)} (${version}, ${comparison.hash.slice(0, 8)}).`
}

/** What a reader who points at a system is told; only what the list gives. */
export function systemTip(
  system: System,
  comparison: Comparison,
  holders: readonly string[],
): Mark['tip'] {
  const rows: [string, string | null][] = [
    ['', systemLabel(system)],
    ['Rank', rankLabel(system.rank, comparison.ties)],
    ['Counts for', holders.length ? listed(holders) : null],
    ['Site', system.name === null && system.site !== null ? null : system.site],
    ['Manufacturer', system.manufacturer],
    ['Country', system.country],
    ['Rmax', system.rmax === null ? null : `${formatPrinted(system.rmax)} Tflop/s`],
    ['Rpeak', system.rpeak === null ? null : `${formatPrinted(system.rpeak)} Tflop/s`],
    ['Cores', system.cores === null ? null : formatPrinted(system.cores)],
    ['Accelerator', system.accelerator],
    ['Power', system.power === null ? null : `${formatPrinted(system.power)} kW`],
  ]
  return rows.flatMap(([label, text]) => (text === null ? [] : [{ label, text }]))
}

/** Which organisations each system counts for, by label, in the order of the view. */
export function holdersOf(comparison: Comparison): ReadonlyMap<System, readonly string[]> {
  const holders = new Map<System, string[]>()
  for (const { organisation, matches } of comparison.groups)
    for (const { system } of matches)
      holders.set(system, [...(holders.get(system) ?? []), organisation.label])
  return holders
}

/** The notes that every chart of a comparison carries. */
export function commonNotes(comparison: Comparison): string[] {
  const joint = jointNote(comparison)
  return joint ? [joint] : []
}

/** The parts of a spec that do not depend on the kind. */
export function specHead(
  comparison: Comparison,
  layout: Layout,
): Pick<ChartSpec, 'source' | 'permalink' | 'lists' | 'series'> {
  return {
    source: sourceLine(comparison),
    permalink: layout.permalink,
    lists: [{ edition: comparison.edition, version: comparison.version, hash: comparison.hash }],
    series: seriesOf(comparison),
  }
}

/** `Voyager-EUS2 (rank 10, 30.1 Pflop/s)`. */
export function systemWords(system: System, comparison: Comparison): string {
  return `${systemLabel(system)} (rank ${rankLabel(system.rank, comparison.ties)}${system.rmax === null ? '' : `, ${formatFlops(system.rmax)}`})`
}
