import type { Edition, EditionId } from '../model/edition'
import { editionNumber } from '../model/edition'
import type { Issue } from '../model/issue'
import type { Field, System } from '../model/system'
import { recogniseAge } from './age'
import type { Cell, Sheet } from './cell'
import { checkFigures, checkRanks, otherList, type PlacedSystem } from './check'
import { COLUMNS, type Column, SILENT_UNITS, UNITS } from './columns'
import { unguardFormula } from './csv'
import { type Evidence, findEvidence, judgeEvidence } from './detect'
import { isNothing, type Reading, readDecimals } from './figures'
import { type FoundColumn, type FoundHeader, findHeader, missingColumns } from './header'
import { cleanName } from './name'
import { parseNumber, shiftDecimal } from './number'

/** What was understood of a table. `edition` is null where an error keeps the list from being used. */
export type Parsed = {
  edition: Edition | null
  /** Which list it is, where that could be told even if the list is refused. */
  id: EditionId | null
  evidence: readonly Evidence[]
  /** The age of the published file, in words; null for a table that somebody made anew. */
  age: string | null
  /** Unit in which the file gives Rmax, and how that is known; null where it is not. */
  rmaxUnit: { label: string; from: 'header' | 'age' | 'assumed' } | null
  /** Row of the spreadsheet that names the columns; null where none does. */
  headerRow: number | null
  columns: readonly { header: string; field: Field }[]
  unknownColumns: readonly string[]
  /** All systems that could be read, in rank order, even where the list is refused. */
  systems: readonly System[]
  issues: readonly Issue[]
}

/** More findings than this say nothing new. */
const MOST_ISSUES = 200
const LONGEST_VALUE = 200

function issue(
  severity: Issue['severity'],
  code: string,
  place: { row?: number | null; column?: string | null; value?: Cell },
  message: string,
  remedy: string,
): Issue {
  const { row = null, column = null, value = null } = place
  return {
    severity,
    code,
    row,
    column,
    value: value === null ? null : String(value).slice(0, LONGEST_VALUE),
    message,
    remedy,
  }
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
  systems: [],
  issues: [],
}

const quoted = (texts: readonly string[]) =>
  texts
    .slice(0, 12)
    .map((text) => `“${text.slice(0, 60)}”`)
    .join(', ') + (texts.length > 12 ? ` and ${texts.length - 12} more` : '')

function headerIssues(header: FoundHeader): Issue[] {
  const row = header.row + 1
  const found = missingColumns(header, 'always').map((column) =>
    issue(
      'error',
      'missing-column',
      { row, column: column.label },
      `Row ${row} names the columns, but none is ${column.headers[0]}.`,
      `Add a column headed “${column.label}”.`,
    ),
  )
  for (const column of missingColumns(header, 'wanted'))
    found.push(
      issue(
        'warning',
        'missing-column',
        { row, column: column.label },
        `The file has no column ${column.headers[0]}; every published list has one.`,
        'What needs it stays empty. Use the published file if you can.',
      ),
    )
  if (header.unknown.length)
    found.push(
      issue(
        'warning',
        'unknown-column',
        { row, column: header.unknown[0] ?? null },
        `${header.unknown.length === 1 ? 'One column is' : `${header.unknown.length} columns are`} in no age of the list and ${header.unknown.length === 1 ? 'is' : 'are'} left out: ${quoted(header.unknown)}.`,
        'Rename a column if it is one of the list’s under another name.',
      ),
    )
  for (const repeated of header.repeated)
    found.push(
      issue(
        'warning',
        'repeated-column',
        { row, column: repeated },
        `The column “${repeated.slice(0, 60)}” stands in the file more than once; the first one was read.`,
        'Remove or rename the other one if it is the right one.',
      ),
    )
  return found
}

/** The power of ten by which a column's figures reach the unit of `System`, and where that unit is from. */
function unitOf(
  { column, unit, header }: FoundColumn,
  edition: EditionId | null,
  row: number,
): { power: number; label: string; from: 'header' | 'age' | 'assumed'; issues: Issue[] } {
  const silent = SILENT_UNITS.find(
    (one) => one.quantity === column.quantity && (!one.until || (edition && edition <= one.until)),
  )
  if (unit && unit !== 'unknown')
    return { power: unit.power, label: unit.label, from: 'header', issues: [] }
  if (unit === 'unknown') {
    const known = UNITS.filter((one) => one.quantity === column.quantity).map((one) => one.label)
    return {
      power: 0,
      label: '',
      from: 'assumed',
      issues: [
        issue(
          'error',
          'unknown-unit',
          { row, column: header, value: header },
          `The header “${header.slice(0, 60)}” names a unit that is not known for it.`,
          `Write one of ${known.join(', ')}.`,
        ),
      ],
    }
  }
  if (silent) return { power: silent.power, label: silent.label, from: 'age', issues: [] }
  return {
    power: 0,
    label: 'TFlop/s',
    from: 'assumed',
    issues: [
      issue(
        'warning',
        'unit-assumed',
        { row, column: header },
        `The header “${header}” names no unit; TFlop/s is taken, as every list since June 2017 has it.`,
        'Write the unit into the header, as in “Rmax [TFlop/s]”, if it is another one.',
      ),
    ],
  }
}

type Figures = { column: FoundColumn; reading: Reading }

function readName(cell: Cell): string | null {
  if (cell === null || typeof cell === 'boolean') return cell === null ? null : String(cell)
  if (typeof cell === 'number') return String(cell)
  const clean = cleanName(cell)
  return clean === null ? null : unguardFormula(clean)
}

/** A figure in the unit of the file; null for none, undefined for one that cannot be read. */
function readFigure(cell: Cell, { column: { column }, reading }: Figures) {
  if (isNothing(cell)) return null
  const value =
    typeof cell === 'number'
      ? cell
      : typeof cell === 'string' && reading.mark
        ? parseNumber(cell, reading.mark)
        : null
  if (value === null || !Number.isFinite(value) || value < 0) return undefined
  if (column.kind === 'whole' && !Number.isInteger(value)) return undefined
  if (value === 0 && column.zeroIsMissing) return null
  return value
}

const EMPTY = Object.fromEntries(COLUMNS.map(({ field }) => [field, null])) as Record<Field, null>

function isFigure(column: Column): boolean {
  return column.kind === 'whole' || column.kind === 'number'
}

function isBlank(cells: readonly Cell[]): boolean {
  return cells.every(
    (cell) => cell === null || (typeof cell === 'string' && cleanName(cell) === null),
  )
}

function readRows(
  rows: readonly (readonly Cell[])[],
  header: FoundHeader,
  figures: ReadonlyMap<Field, Figures>,
): { placed: PlacedSystem[]; issues: Issue[] } {
  const placed: PlacedSystem[] = []
  const issues: Issue[] = []
  const rankColumn = header.columns.find(({ column }) => column.field === 'rank')
  for (let index = header.row + 1; index < rows.length; index++) {
    const cells = rows[index] ?? []
    if (isBlank(cells)) continue
    const row = index + 1
    const rankCell = rankColumn ? (cells[rankColumn.index] ?? null) : null
    const rankFigures = figures.get('rank')
    const rank = rankFigures ? readFigure(rankCell, rankFigures) : null
    if (typeof rank !== 'number' || rank < 1) {
      issues.push(
        issue(
          'warning',
          'row-without-rank',
          {
            row,
            column: rankColumn?.header ?? null,
            value: rankCell ?? cells.find((c) => c !== null && c !== '') ?? null,
          },
          `Row ${row} has no rank and is left out.`,
          'Titles and notes may stay; if it is a system, give it its rank.',
        ),
      )
      continue
    }
    const system: Record<Field, string | number | null> = { ...EMPTY }
    for (const { index: at, column, header: printed } of header.columns) {
      const cell = cells[at] ?? null
      const figure = figures.get(column.field)
      if (!figure) {
        system[column.field] = readName(cell)
        continue
      }
      const value = readFigure(cell, figure)
      system[column.field] = value ?? null
      if (value === undefined)
        issues.push(
          issue(
            column.need ? 'error' : 'warning',
            'unreadable-number',
            { row, column: printed, value: cell },
            `Row ${row}, column “${printed}”: “${String(cell).slice(0, 60)}” is not a ${column.kind === 'whole' ? 'whole ' : ''}number from 0 up.`,
            column.need
              ? 'Correct the cell, or compare the row with the published file.'
              : 'The figure is taken as not given; correct the cell if it is known.',
          ),
        )
    }
    placed.push({ row, system: system as System })
  }
  placed.sort((a, b) => a.system.rank - b.system.rank)
  return { placed, issues }
}

function decimalIssues(
  reading: Reading,
  column: FoundColumn,
  header: FoundHeader,
  rows: Sheet['rows'],
): Issue[] {
  if (reading.mark) return []
  const row = header.row + 1 + reading.at + 1
  const value = rows[row - 1]?.[column.index] ?? null
  return [
    reading.why === 'mixed'
      ? issue(
          'error',
          'mixed-decimals',
          { row, column: column.header, value },
          `The column “${column.header}” writes some figures with a decimal point and others with a decimal comma; “${String(value)}” in row ${row} is the first that differs.`,
          'Write all figures in one way.',
        )
      : issue(
          'error',
          'ambiguous-decimals',
          { row, column: column.header, value },
          `“${String(value)}” in row ${row}, column “${column.header}”, can be read with the mark as decimals or as thousands, and no other figure in the file decides.`,
          'Save the file with unformatted numbers, or as a workbook.',
        ),
  ]
}

function limited(issues: readonly Issue[]): Issue[] {
  const graded = [...issues].sort(
    (a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'),
  )
  if (graded.length <= MOST_ISSUES) return graded
  const rest = graded.length - MOST_ISSUES
  return [
    ...graded.slice(0, MOST_ISSUES),
    issue(
      'warning',
      'more-findings',
      {},
      `${rest} more findings are not listed.`,
      'Mend the ones above first; they often share one cause.',
    ),
  ]
}

/**
 * Understands a table as a list: header, columns, units, decimals, rows, ranks, which list it is.
 * Nothing is guessed: what is not certain is an issue, and an error leaves `edition` null.
 * @param answer which list the person says it is, where they were asked.
 */
export function parseSheet(sheet: Sheet, answer: EditionId | null = null): Parsed {
  const header = findHeader(sheet.rows)
  if (!header)
    return {
      ...NOTHING,
      issues: [
        ...sheet.issues,
        issue(
          'error',
          'no-header',
          {},
          'No row names the columns of a TOP500 list (Rank, Site, Manufacturer, Country, Rmax and so on).',
          'Use the file that top500.org offers for download, or add a header row.',
        ),
      ],
    }
  const found = headerIssues(header)
  const body = sheet.rows.slice(header.row + 1)
  const figureColumns = header.columns.filter(({ column }) => isFigure(column))
  const readings = readDecimals(
    figureColumns.map(({ index, column }) => ({
      cells: body.map((cells) => cells[index] ?? null),
      whole: column.kind === 'whole',
    })),
  )
  const figures = new Map<Field, Figures>()
  for (const [at, column] of figureColumns.entries()) {
    const reading = readings[at] ?? { mark: '.' }
    figures.set(column.column.field, { column, reading })
    found.push(...decimalIssues(reading, column, header, sheet.rows))
  }
  const { placed, issues } = readRows(sheet.rows, header, figures)
  const evidence = findEvidence({
    answer,
    fileName: sheet.fileName,
    sheetName: sheet.sheetName,
    systems: placed.map(({ system }) => system),
  })
  const judged = judgeEvidence(evidence)
  let rmaxUnit: Parsed['rmaxUnit'] = null
  for (const [field, entry] of figures) {
    if (!entry.column.column.quantity) continue
    const unit = unitOf(entry.column, judged.edition, header.row + 1)
    // Without a known list the age of a silent unit is open; the question about the list comes first.
    if (judged.edition || unit.from === 'header') found.push(...unit.issues)
    // Which unit is meant may depend on which list it is, and that on the rows: hence only now.
    if (unit.power !== 0)
      for (const one of placed) {
        const value = one.system[field]
        if (typeof value === 'number')
          one.system = { ...one.system, [field]: shiftDecimal(value, unit.power) }
      }
    if (field === 'rmax') rmaxUnit = { label: unit.label, from: unit.from }
  }
  const other = otherList(placed, header.printed)
  const all = limited([
    ...sheet.issues,
    ...found,
    ...(other ? [other] : [...judged.issues, ...checkRanks(placed), ...checkFigures(placed)]),
    ...issues,
  ])
  const systems = placed.map(({ system }) => system)
  const id = judged.edition
  const refused = all.some(({ severity }) => severity === 'error')
  return {
    edition: id && !refused ? { id, number: editionNumber(id), systems } : null,
    id,
    evidence,
    age: recogniseAge(header.printed)?.label ?? null,
    rmaxUnit,
    headerRow: header.row + 1,
    columns: header.columns.map(({ header: printed, column }) => ({
      header: printed,
      field: column.field,
    })),
    unknownColumns: header.unknown,
    systems,
    issues: all,
  }
}
