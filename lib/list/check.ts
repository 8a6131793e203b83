import type { Issue } from '../model/issue'
import type { Field, System } from '../model/system'
import { finding, quote } from './finding'

/** A system with the row of the spreadsheet in which it stands. */
export type PlacedSystem = { row: number; system: System }

/** The header of a field as the file prints it, for findings. */
export type Printed = (field: Field) => string

/** How many systems a published list has. */
export const LIST_LENGTH = 500

/** Whether a figure never rises from one rank to the next, over the rows that give it; false for fewer than ten. */
function descends(placed: readonly PlacedSystem[], field: 'rmax' | 'hpcg' | 'energyEfficiency') {
  let given = 0
  let above = Number.POSITIVE_INFINITY
  for (const { system } of placed) {
    const value = system[field]
    if (value === null) continue
    if (value > above) return false
    above = value
    given++
  }
  return given >= 10
}

/**
 * Lists of other projects and parts of this one, each with what gives it away.
 * `order` is the figure by which such a list is ranked.
 */
const OTHER_LISTS: readonly {
  code: string
  header: RegExp
  order: 'hpcg' | 'energyEfficiency'
  name: string
}[] = [
  {
    code: 'green500-list',
    header: /green\s*500/i,
    order: 'energyEfficiency',
    name: 'a Green500 list',
  },
  { code: 'hpcg-list', header: /hpcg.*rank/i, order: 'hpcg', name: 'an HPCG list' },
]

/** Names a table that ranks systems by another figure than Rmax; null for one that may be the TOP500. */
export function otherList(
  placed: readonly PlacedSystem[],
  headers: readonly string[],
): Issue | null {
  const byRmax = descends(placed, 'rmax')
  const hasTop500Rank = headers.some((header) => /top\s*500.*rank/i.test(header))
  for (const { code, header, order, name } of OTHER_LISTS) {
    const named = headers.find((text) => header.test(text))
    if (named || (!byRmax && descends(placed, order)))
      return finding(
        'error',
        code,
        { column: named },
        `This is ${name}: ${named ? `it has the column “${quote(named)}”` : `its ranks follow ${order === 'hpcg' ? 'HPCG' : 'energy efficiency'}, not Rmax`}.`,
        'Download the TOP500 list of the same month and use that file; it holds these figures too.',
      )
  }
  if (hasTop500Rank)
    return finding(
      'error',
      'other-list',
      { column: headers.find((header) => /top\s*500.*rank/i.test(header)) },
      'This table gives a TOP500 rank beside a rank of its own, so it is another list made from the TOP500.',
      'Use the TOP500 list itself.',
    )
  return null
}

/** What all rows of a part of a list have in common, if anything: `the country “Germany”`. */
function commonTraits(systems: readonly System[]): string | null {
  const traits = (['segment', 'manufacturer', 'country', 'continent'] as const).flatMap((field) => {
    const values = new Set(systems.map((system) => system[field]))
    const [only] = values
    return values.size === 1 && only ? [`the ${field} “${quote(only, 60)}”`] : []
  })
  return traits.length ? `every system has ${traits.join(', ')}` : null
}

/** Checks that ranks count 1, 2, 3 … 500 once each, and names a part of a list as such. */
export function checkRanks(placed: readonly PlacedSystem[], printed: Printed): Issue[] {
  const found: Issue[] = []
  const seen = new Map<number, number>()
  for (const { row, system } of placed) {
    const earlier = seen.get(system.rank)
    if (earlier === undefined) seen.set(system.rank, row)
    else
      found.push(
        finding(
          'error',
          'duplicate-rank',
          { row, column: printed('rank'), value: system.rank },
          `Rank ${system.rank} stands in row ${earlier} and again in row ${row}.`,
          'Remove the row that was pasted twice.',
        ),
      )
  }
  if (placed.length === LIST_LENGTH && found.length === 0 && seen.has(1) && seen.has(LIST_LENGTH))
    return found
  const trait = commonTraits(placed.map(({ system }) => system))
  const missing = Array.from({ length: LIST_LENGTH }, (_, i) => i + 1).filter(
    (rank) => !seen.has(rank),
  )
  const gap = missing.length
    ? ` The first rank that is missing is ${missing[0]}.`
    : ` The highest rank is ${Math.max(...seen.keys())}.`
  if (placed.length !== LIST_LENGTH || missing.length)
    found.push(
      trait && placed.length < LIST_LENGTH
        ? finding(
            'error',
            'part-of-a-list',
            {},
            `This is a part of a list: ${placed.length} systems, and ${trait}.`,
            'Download the whole list with its 500 systems.',
          )
        : finding(
            'error',
            'incomplete-list',
            {},
            `The file holds ${placed.length} systems; a published list has ${LIST_LENGTH}, ranked 1 to ${LIST_LENGTH}.${gap}`,
            'Download the file again, or add the rows that are missing.',
          ),
    )
  return found
}

/** Checks the figures of each row: Rmax is there, positive, in the order of ranks, and not above Rpeak. */
export function checkFigures(placed: readonly PlacedSystem[], printed: Printed): Issue[] {
  const found: Issue[] = []
  let above: PlacedSystem | null = null
  for (const here of placed) {
    const { row, system } = here
    const { rmax, rpeak } = system
    if (rmax === null || rmax <= 0) {
      found.push(
        finding(
          'error',
          'rmax-missing',
          { row, column: printed('rmax'), value: rmax },
          `Row ${row} (rank ${system.rank}) has no Rmax${rmax === null ? '' : ' above 0'}; every system on a list has one.`,
          'Compare the row with the published file.',
        ),
      )
      continue
    }
    if (above?.system.rmax && rmax > above.system.rmax)
      found.push(
        finding(
          'error',
          'rank-order',
          { row, column: printed('rmax'), value: rmax },
          `Row ${row} (rank ${system.rank}) has an Rmax of ${rmax} TFlop/s, above the ${above.system.rmax} TFlop/s of rank ${above.system.rank}.`,
          'Ranks follow Rmax: look for a figure in another unit, or columns that were sorted apart.',
        ),
      )
    if (rpeak !== null && rpeak > 0 && rmax > rpeak)
      found.push(
        finding(
          'warning',
          'rmax-above-rpeak',
          { row, column: printed('rmax'), value: rmax },
          `Row ${row} (rank ${system.rank}) has an Rmax of ${rmax} TFlop/s above its Rpeak of ${rpeak} TFlop/s.`,
          'It is kept as printed; its HPL efficiency comes out above 100 %.',
        ),
      )
    above = here
  }
  return found
}

/** UTF-8 that somebody once read as Windows-1252 (`SupercomputaciÃ³n`), and letters lost for good. */
const GARBLED = /[\u00C2\u00C3][\u0080-\u00BF]|\u00E2\u20AC|\uFFFD/

/** Checks the texts of each row: one identity for one system, and letters that look garbled. */
export function checkTexts(placed: readonly PlacedSystem[], printed: Printed): Issue[] {
  const found: Issue[] = []
  const seen = new Map<string, number>()
  for (const { row, system } of placed) {
    const { systemId } = system
    const earlier = systemId === null ? undefined : seen.get(systemId)
    if (systemId !== null && earlier === undefined) seen.set(systemId, row)
    if (earlier !== undefined)
      found.push(
        finding(
          'warning',
          'duplicate-system',
          { row, column: printed('systemId'), value: systemId },
          `The System ID ${systemId} stands in row ${earlier} and again in row ${row}.`,
          'Both rows are kept; see whether one was pasted twice.',
        ),
      )
    for (const field of ['name', 'site', 'manufacturer', 'country', 'computer'] as const) {
      const text = system[field]
      if (text === null || !GARBLED.test(text)) continue
      found.push(
        finding(
          'warning',
          'garbled-letters',
          { row, column: printed(field), value: text },
          `Row ${row} has letters that look garbled: “${text}”.`,
          'It is kept as printed. If many names look so, the file was saved in the wrong encoding; save it again as UTF-8.',
        ),
      )
    }
  }
  return found
}
