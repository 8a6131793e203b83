import type { Comparison } from '../compare/comparison'
import { rankLabel } from '../compare/tie'
import { COLUMNS, type Column } from '../list/columns'
import { holdersOf } from './answer'
import type { DataTable } from './figure'

/** `Rmax [TFlop/s]` is a name and a unit. */
function columnOf({ field, label, kind }: Column): DataTable['columns'][number] {
  const [, name = label, unit = null] = /^(.*?)(?: \[(.+)\])?$/.exec(label) ?? []
  return { key: field, label: name, unit, numeric: kind === 'whole' || kind === 'number' }
}

/** Which alias brought a system in, as the table of rows on the page says it. */
function reasonsOf(comparison: Comparison): ReadonlyMap<unknown, string> {
  const reasons = new Map<unknown, string>()
  for (const { organisation, matches } of comparison.groups)
    for (const { system, alias } of matches) {
      const begins = alias.match === 'prefix' ? 'beginning with ' : ''
      const reason = `${organisation.label}: ${alias.field} ${begins}“${alias.name.trim()}”`
      const before = reasons.get(system)
      reasons.set(system, before ? `${before}; ${reason}` : reason)
    }
  return reasons
}

/**
 * The rows that a chart's figures are made from: every system of the list with every column as printed, in rank order,
 * and for which organisations of the view it counts, and by which alias.
 */
export function underlyingRows(comparison: Comparison): DataTable {
  const holders = holdersOf(comparison)
  const reasons = reasonsOf(comparison)
  return {
    columns: [
      { key: 'shared-rank', label: 'Shared rank', unit: null, numeric: false },
      { key: 'counts-for', label: 'Counts for', unit: null, numeric: false },
      { key: 'matched-by', label: 'Matched by', unit: null, numeric: false },
      ...COLUMNS.map(columnOf),
    ],
    rows: comparison.systems.map((system) => [
      rankLabel(system.rank, comparison.ties),
      holders.get(system)?.join('; ') ?? null,
      reasons.get(system) ?? null,
      ...COLUMNS.map(({ field }) => system[field]),
    ]),
  }
}
