import type { Edition, EditionId } from '../model/edition'
import { editionLabel, editionNumber } from '../model/edition'
import { holdsFigures } from '../model/field'
import type { Issue } from '../model/issue'
import type { Field, System } from '../model/system'
import { recogniseAge } from './age'
import type { Sheet } from './cell'
import {
  checkFigures,
  checkRanks,
  checkTexts,
  otherList,
  type PlacedSystem,
  type Printed,
} from './check'
import { COLUMNS } from './columns'
import { type Evidence, findEvidence, judgeEvidence } from './detect'
import { type Reading, readDecimals } from './figures'
import { finding, gradedFindings, quote } from './finding'
import { foreignTable } from './foreign'
import {
  absentColumns,
  type FoundColumn,
  type FoundHeader,
  findHeader,
  missingColumns,
} from './header'
import { checkNotation } from './notation'
import { shiftDecimal } from './number'
import { checkOverlong } from './overlong'
import { type FigureColumn, readRows } from './rows'
import { settleTies } from './ties'
import { type ColumnUnit, unitOf, unitOfXml } from './unit'

/** What was understood of a table. `edition` is null where an error keeps the list from being used. */
export type Parsed = {
  edition: Edition | null
  /** Which list it is, where that could be told even if the list is refused. */
  id: EditionId | null
  evidence: readonly Evidence[]
  /** The age of the published file, in words; null for a table that somebody made anew. */
  age: string | null
  /** Unit in which the file gives Rmax, and how that is known; null where it is not, or where the list is not. */
  rmaxUnit: { label: string; from: ColumnUnit['from'] } | null
  /** Row of the spreadsheet that names the columns; null where none does. */
  headerRow: number | null
  columns: readonly { header: string; field: Field }[]
  unknownColumns: readonly string[]
  /** Labels of the columns that a published list of that time has and this file has not. */
  missingColumns: readonly string[]
  /** All systems that could be read, in rank order, even where the list is refused. */
  systems: readonly System[]
  /** The row of the spreadsheet in which each of the systems stands. */
  rowOf: readonly number[]
  issues: readonly Issue[]
}

const NOTHING: Parsed = {
  edition: null,
  id: null,
  evidence: [],
  age: null,
  rmaxUnit: null,
  headerRow: null,
  columns: [],
  unknownColumns: [],
  missingColumns: [],
  systems: [],
  rowOf: [],
  issues: [],
}

const quoted = (texts: readonly string[]) =>
  texts
    .slice(0, 12)
    .map((text) => `“${quote(text, 60)}”`)
    .join(', ') + (texts.length > 12 ? ` and ${texts.length - 12} more` : '')

function absentIssues(header: FoundHeader, edition: EditionId | null): Issue[] {
  const labels = edition ? absentColumns(header, edition).map(({ label }) => label) : []
  if (edition === null || labels.length === 0) return []
  return [
    finding(
      'warning',
      'absent-column',
      { row: header.row + 1 },
      `The published list of ${editionLabel(edition)} has ${labels.length === 1 ? 'a column' : `${labels.length} columns`} that this file has not: ${quoted(labels)}.`,
      'They stay empty. Use the published file if you need them.',
    ),
  ]
}

/** A column that stands twice is no trouble if both say the same, and a question if they differ. */
function repeatedIssues(header: FoundHeader, rows: Sheet['rows']): Issue[] {
  return header.repeated.map(({ index, header: printed, first }) => {
    const at = rows.findIndex(
      (cells, row) =>
        row > header.row && String(cells[index] ?? '') !== String(cells[first.index] ?? ''),
    )
    const names = `“${quote(first.header, 60)}” and “${quote(printed, 60)}”`
    if (at < 0)
      return finding(
        'warning',
        'repeated-column',
        { row: header.row + 1, column: printed },
        `The columns ${names} give the same figure twice and agree in every row.`,
        'One of them may be removed.',
      )
    return finding(
      'error',
      'repeated-column',
      { row: at + 1, column: printed, value: rows[at]?.[index] ?? null },
      `The columns ${names} both stand for ${first.column.headers[0]} and differ, first in row ${at + 1}.`,
      'Remove or rename the column that is not meant.',
    )
  })
}

function headerIssues(header: FoundHeader): Issue[] {
  const row = header.row + 1
  const found = missingColumns(header, 'always').map((column) =>
    finding(
      'error',
      'missing-column',
      { row, column: column.label },
      `Row ${row} names the columns, but none is ${column.headers[0]}.`,
      `Add a column headed “${column.label}”.`,
    ),
  )
  for (const column of missingColumns(header, 'wanted'))
    found.push(
      finding(
        'warning',
        'missing-column',
        { row, column: column.label },
        `The file has no column ${column.headers[0]}; every published list has one.`,
        'What needs it stays empty. Use the published file if you can.',
      ),
    )
  const { unknown } = header
  if (unknown.length)
    found.push(
      finding(
        'warning',
        'unknown-column',
        { row, column: unknown[0] ?? null },
        `${unknown.length === 1 ? 'One column is in no age of the list and is' : `${unknown.length} columns are in no age of the list and are`} left out: ${quoted(unknown)}.`,
        'Rename a column if it is one of the list’s under another name.',
      ),
    )
  return found
}

function decimalIssues(
  reading: Reading,
  { header: printed, index }: FoundColumn,
  header: FoundHeader,
  rows: Sheet['rows'],
): Issue[] {
  if (reading.mark) return []
  const row = header.row + 1 + reading.at + 1
  const value = rows[row - 1]?.[index] ?? null
  const place = { row, column: printed, value }
  return [
    reading.why === 'mixed'
      ? finding(
          'error',
          'mixed-decimals',
          place,
          `The column “${quote(printed, 60)}” writes some figures with a decimal point and others with a decimal comma; “${String(value)}” in row ${row} is the first that differs.`,
          'Write all figures in one way.',
        )
      : finding(
          'error',
          'ambiguous-decimals',
          place,
          `“${String(value)}” in row ${row}, column “${quote(printed, 60)}”, can be read with the mark as decimals or as thousands, and no other figure in the file decides.`,
          'Save the file with unformatted numbers, or as a workbook.',
        ),
  ]
}

function readFigureColumns(sheet: Sheet, header: FoundHeader) {
  const body = sheet.rows.slice(header.row + 1)
  const columns = header.columns.filter(({ column }) => holdsFigures(column))
  const readings = readDecimals(
    columns.map(({ index, column }) => ({
      cells: body.map((cells) => cells[index] ?? null),
      whole: column.kind === 'whole',
    })),
  )
  const figures = new Map<Field, FigureColumn>()
  const issues: Issue[] = []
  for (const [at, column] of columns.entries()) {
    const reading = readings[at] ?? { mark: '.' }
    figures.set(column.column.field, { column, reading })
    issues.push(...decimalIssues(reading, column, header, sheet.rows))
  }
  return { figures, issues }
}

/** Earlier lists name no system, so that a dash in them belongs to the computer. */
const FIRST_WITH_NAMES = COLUMNS.find(({ field }) => field === 'name')?.from ?? '2011-11'

/** Takes back that a name was told from its computer by a dash. */
function joinNames(placed: PlacedSystem[]): void {
  for (const one of placed) {
    const { name, computer } = one.system
    if (name !== null)
      one.system = { ...one.system, name: null, computer: `${name} - ${computer ?? ''}` }
  }
}

/** Converts the figures of some systems to the units of `System`, in place, and tells what was found of their units. */
function convertUnits(
  sheet: Sheet,
  figures: ReturnType<typeof readFigureColumns>['figures'],
  placed: PlacedSystem[],
  { editions, known, row }: { editions: readonly EditionId[]; known: boolean; row: number },
): { rmaxUnit: Parsed['rmaxUnit']; issues: Issue[] } {
  // Only the project's XML, which names no unit, is told by what a core reaches.
  const perCore =
    sheet.format === 'xml'
      ? placed.flatMap(({ system: { rmax, cores } }) =>
          rmax !== null && cores ? [rmax / cores] : [],
        )
      : []
  const issues: Issue[] = []
  let rmaxUnit: Parsed['rmaxUnit'] = null
  for (const [field, { column }] of figures) {
    if (!column.column.quantity) continue
    const unit =
      sheet.format === 'xml' && column.column.quantity === 'flops'
        ? unitOfXml(perCore, editions, column)
        : unitOf(column, editions, row)
    const open = unit.from === 'assumed' && !known
    if ((!open || column.unit === 'unknown') && (sheet.format !== 'xml' || field === 'rmax'))
      issues.push(...unit.issues)
    if (field === 'rmax' && !open) rmaxUnit = { label: unit.label, from: unit.from }
    if (unit.power === 0) continue
    for (const one of placed) {
      const value = one.system[field]
      if (typeof value === 'number')
        one.system = { ...one.system, [field]: shiftDecimal(value, unit.power) }
    }
  }
  return { rmaxUnit, issues }
}

/**
 * Understands a table as a list: header, columns, units, decimals, rows, ranks, which list it is.
 * Nothing is guessed: what is not certain is an issue, and an error leaves `edition` null.
 * @param answer which list the person says it is, where they were asked.
 */
export function parseSheet(sheet: Sheet, answer: EditionId | null = null): Parsed {
  const header = findHeader(sheet.rows, sheet.told?.columns)
  if (!header)
    return { ...NOTHING, issues: gradedFindings([...sheet.issues, foreignTable(sheet.rows)]) }
  const overlong = checkOverlong(sheet, header)
  const { figures, issues: decimals } = readFigureColumns(sheet, header)
  const found = [
    ...headerIssues(header),
    ...repeatedIssues(header, sheet.rows),
    ...checkNotation(sheet.rows, header, figures),
  ]
  const { placed, issues: cells } = readRows(sheet.rows, header, figures)
  const printed: Printed = (field) =>
    header.columns.find(({ column }) => column.field === field)?.header ?? field
  const ties = settleTies(placed, printed)
  const evidence = findEvidence({
    answer,
    told: sheet.told,
    fileName: sheet.fileName,
    sheetName: sheet.sheetName,
    title: sheet.rows.slice(0, header.row),
    systems: placed.map(({ system }) => system),
  })
  const judged = judgeEvidence(
    evidence,
    placed.map(({ system }) => system),
  )
  if (sheet.apart && judged.edition && judged.edition < FIRST_WITH_NAMES) joinNames(placed)
  const units = convertUnits(sheet, figures, placed, {
    // A silent unit needs the list; where that is still open, every list that it may be must agree.
    editions: judged.edition ? [judged.edition] : evidence.map(({ edition }) => edition),
    known: judged.edition !== null,
    row: header.row + 1,
  })
  found.push(...units.issues)
  found.push(...absentIssues(header, judged.edition))
  const other = otherList(placed, header.printed)
  const unread = new Set(cells.map(({ row, column }) => `${row} ${column}`))
  // A figure that could not be read is not told a second time as one that is not there.
  // Nor are figures judged that stand under the wrong header.
  const judgedFigures = overlong.length ? [] : checkFigures(placed, printed)
  const checked = [...checkRanks(placed, printed), ...judgedFigures].filter(
    ({ code, row, column }) => code !== 'rmax-missing' || !unread.has(`${row} ${column}`),
  )
  const issues = gradedFindings([
    ...sheet.issues,
    ...overlong,
    ...(other ? [other] : [...judged.issues, ...found, ...decimals, ...ties, ...checked]),
    ...cells,
    ...checkTexts(placed, printed),
  ])
  const systems = placed.map(({ system }) => system)
  const id = judged.edition
  const refused = issues.some(({ severity }) => severity === 'error')
  return {
    edition: id && !refused ? { id, number: editionNumber(id), systems } : null,
    id,
    evidence,
    age: recogniseAge(header.printed)?.label ?? null,
    rmaxUnit: units.rmaxUnit,
    headerRow: header.row + 1,
    columns: header.columns.map(({ header: printed, column }) => ({
      header: printed,
      field: column.field,
    })),
    unknownColumns: header.unknown.slice(0, 100).map((text) => quote(text, 120)),
    missingColumns: [
      ...missingColumns(header, 'always'),
      ...missingColumns(header, 'wanted'),
      ...(id ? absentColumns(header, id) : []),
    ].map(({ label }) => label),
    systems,
    rowOf: placed.map(({ row }) => row),
    issues,
  }
}
