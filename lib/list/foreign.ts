import type { Issue } from '../model/issue'
import type { Cell } from './cell'
import { finding } from './finding'

/** Tables of other projects that rank computers, each with headers that only it has. */
const TABLES: readonly { code: string; name: string; header: RegExp }[] = [
  { code: 'green500-list', name: 'a Green500 list', header: /green\s*500/i },
  { code: 'graph500-list', name: 'a Graph500 list', header: /graph\s*500|\bGTEPS\b/i },
  { code: 'io500-list', name: 'an IO500 list', header: /\bio\s*500\b/i },
  { code: 'hpl-mxp-list', name: 'an HPL-MxP list', header: /hpl-?(?:mxp|ai)\b/i },
  { code: 'hpcg-list', name: 'an HPCG list', header: /hpcg/i },
]

const SEARCHED_ROWS = 60

/** Why a table without a known header row is refused: another project's list by name, or no list at all. */
export function foreignTable(rows: readonly (readonly Cell[])[]): Issue {
  for (const [index, cells] of rows.slice(0, SEARCHED_ROWS).entries()) {
    for (const cell of cells.slice(0, 100)) {
      if (typeof cell !== 'string' || cell.length > 120) continue
      const table = TABLES.find(({ header }) => header.test(cell))
      if (!table) continue
      return finding(
        'error',
        table.code,
        { row: index + 1, value: cell },
        `This looks like ${table.name}: row ${index + 1} says “${cell.trim()}”, and no row names the columns of a TOP500 list.`,
        'Download the TOP500 list of the same month from top500.org and use that file.',
      )
    }
  }
  return finding(
    'error',
    'no-header',
    {},
    'No row names the columns of a TOP500 list (Rank, Site, Manufacturer, Country, Rmax and so on).',
    'Use the file that top500.org offers for download, or add a header row.',
  )
}
