import { type Edition, type EditionId, editionLabel } from '../model/edition'
import type { Result } from '../model/issue'
import type { System } from '../model/system'
import { finding, gradedFindings } from './finding'
import { guardFigures } from './guard'
import { LIMITS } from './limits'
import { type FileList, findLists } from './lists'
import type { Neighbour } from './neighbour'
import { type Parsed, parseSheet } from './parse'
import { readTables, safeFileName } from './read'
import { sumRmax } from './sum'

/** One of several lists of a file, by its number from 1. */
export type Part = {
  part: number
  /** Which list it says it is; null where it does not. */
  edition: EditionId | null
  /** Where it stands: `sheet “Nov 2021”`, `rows 2 to 501`. */
  where: string
  systems: number
}

/** What a person is told of a file before it is kept: plain JSON, the same for page, HTTP and command line. */
export type ImportReport = Omit<Parsed, 'systems'> & {
  /** The list, if nothing stands against keeping it. */
  edition: Edition | null
  fileName: string | null
  format: string
  encoding: string | null
  delimiter: string | null
  sheetName: string | null
  rows: number
  /** Sum of Rmax over the systems read, TFlop/s; where `rmaxUnit` is null, in the unit of the file. */
  rmaxSum: number
  first: readonly System[]
  last: readonly System[]
  /** All lists of a file with several, of which one has to be chosen; empty where it has one, or one was chosen. */
  parts: readonly Part[]
}

/** What is known of a file besides its bytes. */
export type ImportHints = {
  fileName: string | null
  /** Which list the person says it is. In a file with several it chooses the one that says so itself. */
  edition?: EditionId | null
  /** Which of several lists is meant, from 1. */
  part?: number | null
}

/** The report of one list; issues alone where its table could not be read. */
function reported({ sheet }: FileList, hints: ImportHints): Result<ImportReport> {
  const unread = sheet.issues.filter(({ severity }) => severity === 'error')
  return unread.length > 0
    ? { ok: false, error: unread }
    : { ok: true, value: report(sheet, hints) }
}

function report(sheet: FileList['sheet'], hints: ImportHints): ImportReport {
  const { systems, ...parsed } = parseSheet(sheet, hints.edition ?? null)
  const rmaxSum = sumRmax(systems)
  const { format, encoding, delimiter, sheetName } = sheet
  return {
    ...parsed,
    fileName: safeFileName(hints.fileName),
    format,
    encoding,
    delimiter,
    sheetName,
    rows: systems.length,
    rmaxSum,
    first: systems.slice(0, 5),
    last: systems.slice(-5),
    parts: [],
  }
}

const noPart = (lists: readonly FileList[], part: number): Result<never> => ({
  ok: false,
  error: [
    finding(
      'error',
      'no-such-part',
      { value: part },
      `The file has ${lists.length === 1 ? 'one list' : `${lists.length} lists`}; there is no list ${part} in it.`,
      'Check the file again and choose one of the lists that it names.',
    ),
  ],
})

const tooMany = (lists: readonly FileList[]): Result<never> => ({
  ok: false,
  error: [
    finding(
      'error',
      'too-many-lists',
      {},
      `The file has ${lists.length} lists; at most ${LIMITS.lists} are told apart in one file.`,
      'Save fewer lists in one file.',
    ),
  ],
})

/** Says that one of the lists has to be chosen, and which there are. */
function several(lists: readonly FileList[], first: FileList, hints: ImportHints): ImportReport {
  const parts = lists.map(({ sheet, where }, index): Part => {
    const { id, systems } = parseSheet(sheet)
    return { part: index + 1, edition: id, where, systems: systems.length }
  })
  const names = parts.map(
    ({ edition, where }) =>
      `${edition ? editionLabel(edition) : 'one that is not named'} (${where})`,
  )
  return {
    ...report({ ...first.sheet, rows: [] }, { fileName: hints.fileName }),
    issues: [
      finding(
        'error',
        'several-lists',
        {},
        `The file holds ${lists.length} lists: ${names.join(', ')}.`,
        'Choose one of them, or save each list in a file of its own.',
      ),
    ],
    parts,
  }
}

/**
 * The one way from bytes to a list: read, tell several lists apart, parse; {@link holdAgainst} then checks one against
 * its neighbours.
 * @returns issues alone where the file is no table; otherwise a report, whose `edition` is null if an error was found.
 * A file with several lists of which none was chosen is reported by its `parts`.
 */
export function importList(bytes: Uint8Array, hints: ImportHints): Result<ImportReport> {
  const tables = readTables(bytes, hints.fileName)
  if (!tables.ok) return tables
  const lists = findLists(tables.value)
  if (lists.length > LIMITS.lists) return tooMany(lists)
  const { part = null, edition = null } = hints
  if (part !== null) {
    const chosen = lists[part - 1]
    return chosen ? reported(chosen, hints) : noPart(lists, part)
  }
  const [first] = lists
  if (!first) return noPart(lists, 1)
  if (lists.length === 1) return reported(first, hints)
  const named = edition ? lists.filter(({ sheet }) => parseSheet(sheet).id === edition) : []
  const [chosen] = named
  if (chosen && named.length === 1) return reported(chosen, hints)
  return { ok: true, value: several(lists, first, hints) }
}

/**
 * Holds a list that was read against its neighbours on the timeline, so that no figure is taken that is a unit or a digit
 * off. A list that is refused already is left as it is.
 * @param neighbours the nearest lists before and after it, as many as there are.
 * @param confirmed whether the person has answered that the figures are right.
 */
export function holdAgainst(
  report: ImportReport,
  neighbours: readonly Neighbour[],
  confirmed: boolean,
): ImportReport {
  const { edition, columns, rowOf } = report
  if (!edition) return report
  const printed = (field: keyof System) =>
    columns.find((column) => column.field === field)?.header ?? field
  const found = guardFigures(edition, neighbours, { origin: { rowOf, printed }, confirmed })
  const refused = found.some(({ severity }) => severity === 'error')
  return {
    ...report,
    edition: refused ? null : edition,
    issues: gradedFindings([...found, ...report.issues]),
  }
}
