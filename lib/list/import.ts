import type { Edition, EditionId } from '../model/edition'
import type { Issue, Result } from '../model/issue'
import type { System } from '../model/system'
import { gradedFindings } from './finding'
import { type Parsed, parseSheet } from './parse'
import { readSheet } from './read'
import { sumRmax } from './sum'
import { checkTimeline, type Neighbour } from './timeline'

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
}

/** What is known of a file besides its bytes. */
export type ImportHints = {
  fileName: string | null
  /** Which list the person says it is. */
  edition?: EditionId | null
  /** The lists at hand, by which a wrong unit is noticed. */
  neighbours?: readonly Neighbour[]
}

/**
 * The one way from bytes to a list: read, parse, check against the neighbours.
 * @returns issues alone where the file is no table; otherwise a report, whose `edition` is null if an error was found.
 */
export function importList(bytes: Uint8Array, hints: ImportHints): Result<ImportReport> {
  const sheet = readSheet(bytes, hints.fileName)
  if (!sheet.ok) return sheet
  const { systems, ...parsed } = parseSheet(sheet.value, hints.edition ?? null)
  const rmaxSum = sumRmax(systems)
  const late: Issue[] = parsed.id
    ? checkTimeline({ edition: parsed.id, rmaxSum }, hints.neighbours ?? [])
    : []
  const refused = late.some(({ severity }) => severity === 'error')
  const { fileName, format, encoding, delimiter, sheetName } = sheet.value
  return {
    ok: true,
    value: {
      ...parsed,
      edition: refused ? null : parsed.edition,
      issues: gradedFindings([...late, ...parsed.issues]),
      fileName,
      format,
      encoding,
      delimiter,
      sheetName,
      rows: systems.length,
      rmaxSum,
      first: systems.slice(0, 5),
      last: systems.slice(-5),
    },
  }
}
