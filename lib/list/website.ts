import type { Issue } from '../model/issue'
import type { Cell, Sheet } from './cell'
import { headerKey } from './columns'
import { finding, quote } from './finding'
import { type FoundHeader, findHeader } from './header'

/** What the website prints of a system in one cell. */
type Parts = {
  name: string | null
  computer: string
  manufacturer: string
  site: string
  country: string
  /** Whether another way of parting name, computer and manufacturer is as likely. */
  unsure: boolean
}

/** The columns into which the website's cell is taken apart. */
const FIELDS = ['Name', 'Computer', 'Manufacturer', 'Site', 'Country'] as const

/** Makers whose names hold a comma, on any list until June 2026; the last comma of a line parts the computer from others. */
const MAKERS_WITH_COMMA: readonly string[] = [
  'AMD, ASUS, FIAS, GSI',
  'Bull, Atos Group',
  'Format, Bull, Atos Group',
  'HPE, GALAXY',
  'IPE, Nvidia, Tyan',
  'IPE, nVidia Tesla C2050, Tyan',
  'NVIDIA, Inspur',
  'Niagara Computers, Supermicro',
  'T-Platforms, Intel, Dell',
  'Tsinghua University, ShenZhen University',
  'YANDEX, NVIDIA',
]

/** Computers whose own names hold the dash that parts a name from a computer, from November 2011 to June 2026. */
const COMPUTERS_WITH_DASH: readonly string[] = [
  'Appro Xtreme-X3 Server - ',
  'HP POD - ',
  'HPE Cray EX - ',
  'SKIF Aurora Platform - ',
]

const DASH = ' - '
const COMMA = ', '

/** Where a line may part a name from a computer: dashes outside brackets, before any frequency. */
function dashesOf(line: string): number[] {
  const found: number[] = []
  let depth = 0
  for (let at = 0; at < line.length; at++) {
    if (line[at] === '(') depth++
    else if (line[at] === ')') depth = Math.max(0, depth - 1)
    else if (depth === 0 && line.startsWith(DASH, at)) {
      const before = line.slice(0, at + DASH.length)
      if (/\d\s?[GM]Hz/i.test(before)) break
      if (!COMPUTERS_WITH_DASH.some((known) => before.endsWith(known))) found.push(at)
    }
  }
  return found
}

/** `Name - Computer`; a name may hold a comma or a dash, too: `ITO - Subsystem A - PRIMERGY CX2550 M4, Xeon …`. */
function nameAndComputer(line: string): Pick<Parts, 'name' | 'computer' | 'unsure'> {
  const dashes = dashesOf(line)
  const comma = line.indexOf(',')
  const before = dashes.filter((at) => comma < 0 || at < comma)
  const at = before.at(-1) ?? dashes[0]
  if (at === undefined) return { name: null, computer: line, unsure: false }
  return {
    name: line.slice(0, at).trim() || null,
    computer: line.slice(at + DASH.length).trim(),
    unsure: dashes.length > 1 || before.length === 0,
  }
}

/** `Computer, Manufacturer`. */
function makerOf(line: string): { rest: string; manufacturer: string } | null {
  const known = MAKERS_WITH_COMMA.filter((maker) => line.endsWith(COMMA + maker)).sort(
    (a, b) => b.length - a.length,
  )[0]
  const manufacturer = known ?? line.slice(line.lastIndexOf(COMMA) + COMMA.length).trim()
  const at = line.length - manufacturer.length - COMMA.length
  return at > 0 && manufacturer !== '' && line.startsWith(COMMA, at)
    ? { rest: line.slice(0, at).trim(), manufacturer }
    : null
}

const linesOf = (cell: Cell | undefined): string[] =>
  String(cell ?? '')
    .split(/\r\n?|\n/)
    .map((line) => line.replace(/[\s\u00a0]+/g, ' ').trim())
    .filter((line) => line !== '')

/** The website since 2019: name, computer and maker in the first line, then the site, then the country. */
function partsOfCell(cell: Cell | undefined): Parts | null {
  const lines = linesOf(cell)
  const [country, site] = [lines.at(-1), lines.at(-2)]
  const made = makerOf(lines.slice(0, -2).join(' '))
  if (lines.length < 3 || country === undefined || site === undefined || !made) return null
  return { ...nameAndComputer(made.rest), manufacturer: made.manufacturer, site, country }
}

/** The website before: the site and its country in one cell, name and computer above the maker in another. */
function partsOfTwoCells(system: Cell | undefined, place: Cell | undefined): Parts | null {
  const [lines, places] = [linesOf(system), linesOf(place)]
  const [manufacturer, country] = [lines.at(-1), places.at(-1)]
  if (lines.length < 2 || places.length < 2 || !manufacturer || !country) return null
  return {
    ...nameAndComputer(lines.slice(0, -1).join(' ')),
    manufacturer,
    site: places.slice(0, -1).join(' '),
    country,
  }
}

/**
 * Text copied from the page loses the frames of its cells: the lines of one cell stand in rows of their own. A row that
 * ends in the column of systems is joined with those below it until it is as long as the header.
 */
function joinLines(rows: Sheet['rows'], header: FoundHeader, system: number): Sheet['rows'] {
  const width = rows[header.row]?.length ?? 0
  const joined: (readonly Cell[])[] = [...rows]
  for (let row = header.row + 1; row < rows.length; row++) {
    let cells = rows[row] ?? []
    if (cells.length !== system + 1) continue
    let next = row + 1
    while (cells.length < width && next < rows.length && next - row < 8) {
      const [line = '', ...rest] = rows[next] ?? []
      if (rest.length > 0 && cells.length + rest.length > width) break
      cells = [...cells.slice(0, -1), `${cells.at(-1)}\n${line}`, ...rest]
      next++
    }
    if (cells.length !== width) continue
    joined[row] = cells
    for (let empty = row + 1; empty < next; empty++) joined[empty] = []
    row = next - 1
  }
  return joined
}

const isHeading = (cell: Cell, key: string) => typeof cell === 'string' && headerKey(cell) === key

/** How many cells hold the same as another one. */
function tied(cells: readonly Cell[]): number {
  const counts = new Map<Cell, number>()
  for (const cell of cells) if (cell !== null) counts.set(cell, (counts.get(cell) ?? 0) + 1)
  return [...counts.values()].reduce((sum, count) => sum + (count > 1 ? count : 0), 0)
}

function notTaken(header: string, row: number, cell: Cell, failed: number): Issue {
  return finding(
    'error',
    'no-organisation',
    { row, column: header, value: cell },
    `The column “${quote(header, 60)}” stands for name, computer, manufacturer, site and country at once, and ${failed === 1 ? 'in one row' : `in ${failed} rows`} they cannot be told apart, first in row ${row}: no organisation can be found there.`,
    'Use the file that top500.org offers for download, or copy the table again so that the lines of each cell stay apart.',
  )
}

function taken(header: string, parts: ReadonlyMap<number, Parts>, ties: number): Issue[] {
  const unsure = [...parts].filter(([, one]) => one.unsure).map(([row]) => row)
  const [first] = unsure
  const rounded =
    ties > 0
      ? ` Its figures are rounded: ${ties} systems have the same Rmax as another, which may not be so on the published list.`
      : ''
  const issues = [
    finding(
      'warning',
      'system-column',
      { column: header },
      `The column “${quote(header, 60)}” was taken apart into name, computer, manufacturer, site and country, as the website of the TOP500 prints them.${rounded}`,
      'Use the file that top500.org offers for download if you need every column and every digit.',
    ),
  ]
  if (first !== undefined)
    issues.push(
      finding(
        'warning',
        'name-or-computer',
        { row: first + 1, column: header, value: parts.get(first)?.name ?? null },
        `In ${unsure.length === 1 ? 'one row' : `${unsure.length} rows`} the system’s name cannot be told from its computer for certain: ${unsure.length === 1 ? 'row' : 'rows'} ${unsure
          .slice(0, 10)
          .map((row) => row + 1)
          .join(', ')}${unsure.length > 10 ? ` and ${unsure.length - 10} more` : ''}.`,
        'Compare these names with the website.',
      ),
    )
  return issues
}

/**
 * Takes the website's column “System” apart, in which name, computer, manufacturer, site and country stand together.
 * @returns the sheet with a column for each of them; as it was where it has no such column; with an error where no
 * organisation can be found in it.
 */
export function takeApart(sheet: Sheet): Sheet {
  const header = findHeader(sheet.rows)
  if (!header) return sheet
  const has = (field: string) => header.columns.some(({ column }) => column.field === field)
  const heading = sheet.rows[header.row] ?? []
  const system = heading.findIndex((cell) => isHeading(cell, 'system'))
  if (system < 0 || !has('rank') || has('computer') || has('manufacturer')) return sheet
  const index = (field: string) =>
    header.columns.find(({ column }) => column.field === field)?.index ?? -1
  const [rank, site, rmax] = [index('rank'), index('site'), index('rmax')]
  const rows = joinLines(sheet.rows, header, system)
  const printed = String(heading[system])
  const parts = new Map<number, Parts>()
  const failed: number[] = []
  for (let row = header.row + 1; row < rows.length; row++) {
    const cells = rows[row] ?? []
    if (!/\d/.test(String(cells[rank] ?? ''))) continue
    const one = site < 0 ? partsOfCell(cells[system]) : partsOfTwoCells(cells[system], cells[site])
    if (one) parts.set(row, one)
    else failed.push(row)
  }
  const [first] = failed
  if (first !== undefined) {
    const issue = notTaken(printed, first + 1, rows[first]?.[system] ?? null, failed.length)
    return { ...sheet, rows, issues: [...sheet.issues, issue] }
  }
  if (parts.size === 0) return sheet
  const widths = heading.length
  const apart = rows.map((cells, row) => {
    const one = parts.get(row)
    const added =
      row === header.row
        ? FIELDS
        : one && [one.name, one.computer, one.manufacturer, one.site, one.country]
    if (!added) return cells
    const own = Array.from({ length: widths }, (_, at) =>
      at === system || at === site ? null : (cells[at] ?? null),
    )
    return [...own, ...added, ...cells.slice(widths)]
  })
  const ties = tied([...parts.keys()].map((row) => rows[row]?.[rmax] ?? null))
  return {
    ...sheet,
    rows: apart,
    apart: true,
    issues: [...sheet.issues, ...taken(printed, parts, ties)],
  }
}
