import type { Issue, Result } from '../model/issue'
import { guardArchive } from './archive'
import type { Cell, Sheet, SheetFormat, Table } from './cell'
import { guardCompound } from './compound'
import { splitText } from './dialect'
import { decodeText } from './encoding'
import { finding } from './finding'
import { foreignBytes, foreignText, isHtml } from './foreign-file'
import { findHeader } from './header'
import { joinHeaderRows } from './header-rows'
import { readHtml } from './html'
import { LIMITS } from './limits'
import { readTextWorkbook, textWorkbook } from './text-workbook'
import { takeApart } from './website'
import { readWorkbook, type Worksheet } from './workbook'
import { isPublishedXml, readPublishedXml } from './xml'

const starts = (bytes: Uint8Array, ...signature: number[]) =>
  signature.every((byte, index) => bytes[index] === byte)

const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0] as const
const ARCHIVE = [0x50, 0x4b, 0x03, 0x04] as const

const LONGEST_NAME = 120

/** A file's own name, freed of folders, unseen characters and length, for showing and keeping. */
export function safeFileName(name: string | null): string | null {
  const last = name?.split(/[/\\]/).pop() ?? ''
  const clean = last.replace(/\p{C}/gu, '').trim()
  return clean === '' || clean === '.' || clean === '..'
    ? null
    : [...clean].slice(0, LONGEST_NAME).join('')
}

/** The first cell beyond the limit of letters; null where the row keeps it. */
function tooLong(cells: readonly Cell[]): string | null {
  for (let index = 0; index < cells.length; index++) {
    const cell = cells[index]
    if (typeof cell === 'string' && cell.length > LIMITS.cell) return cell
  }
  return null
}

/** Rows, columns and cells beyond the limits; null where the table keeps them. */
function tooLarge(rows: readonly (readonly Cell[])[]): Issue | null {
  if (rows.length > LIMITS.rows)
    return finding(
      'error',
      'too-many-rows',
      { row: LIMITS.rows + 1 },
      `The table has more than ${LIMITS.rows} rows; a published list has 501.`,
      'Remove what does not belong to the list.',
    )
  for (let index = 0; index < rows.length; index++) {
    const cells = rows[index] ?? []
    if (cells.length > LIMITS.columns)
      return finding(
        'error',
        'too-many-columns',
        { row: index + 1 },
        `Row ${index + 1} has more than ${LIMITS.columns} columns; a published list has at most 40.`,
        'Remove what does not belong to the list.',
      )
    const long = tooLong(cells)
    if (long !== null)
      return finding(
        'error',
        'cell-too-long',
        { row: index + 1, value: long },
        `A cell in row ${index + 1} holds more than ${LIMITS.cell} characters.`,
        'A quotation mark may be missing before it; correct it or save the list as .xlsx.',
      )
  }
  return null
}

/** What is known of a text file before its cells are: by what name and in which encoding it came. */
type TextFile = { fileName: string | null; encoding: string | null }

const sheetOf = (
  format: SheetFormat,
  { fileName, encoding }: TextFile,
  rows: Sheet['rows'],
): Sheet => ({
  format,
  fileName,
  encoding,
  sheetName: null,
  delimiter: null,
  told: null,
  rows,
  issues: [],
})

/** A workbook's worksheets as tables. */
function tables(
  format: SheetFormat,
  file: TextFile,
  worksheets: Result<Worksheet[]>,
): Result<Table[]> {
  if (!worksheets.ok) return worksheets
  return {
    ok: true,
    value: worksheets.value.map(({ name, rows, hidden, issues }) => ({
      hidden,
      sheet: { ...sheetOf(format, file, rows), sheetName: name, issues },
    })),
  }
}

/** A workbook in bytes; null for what is none. */
function readBinary(bytes: Uint8Array, fileName: string | null): Result<Table[]> | null {
  const file = { fileName, encoding: null }
  if (starts(bytes, ...COMPOUND)) {
    const guarded = guardCompound(bytes)
    return guarded.ok ? tables('xls', file, readWorkbook(guarded.value)) : guarded
  }
  if (!starts(bytes, ...ARCHIVE)) return null
  const guarded = guardArchive(bytes)
  if (!guarded.ok) return guarded
  return tables(guarded.value.format, file, readWorkbook(guarded.value.bytes))
}

/** The tables of a page that hold lists, with the page's title above each; null where none does. */
function readPage(text: string, file: TextFile): Table[] | null {
  const { title, tables } = readHtml(text)
  const lists = tables.filter(({ rows }) => findHeader(rows) !== null)
  if (lists.length === 0) return null
  return lists.map(({ rows }) => ({
    hidden: false,
    sheet: sheetOf('html', file, title === null ? rows : [[title], ...rows]),
  }))
}

/** A table in markup or in a workbook that is written as text; null for what is none. */
function readMarkup(text: string, file: TextFile): Result<Table[]> | null {
  if (isPublishedXml(text)) {
    const rows = readPublishedXml(text)
    if (!rows.ok) return rows
    return { ok: true, value: [{ hidden: false, sheet: sheetOf('xml', file, rows.value) }] }
  }
  const kind = textWorkbook(text)
  if (kind) return tables(kind.format, file, readTextWorkbook(kind, text))
  const page = isHtml(text) ? readPage(text, file) : null
  return page && { ok: true, value: page }
}

function readBytes(bytes: Uint8Array, fileName: string | null): Result<Table[]> {
  const binary = readBinary(bytes, fileName)
  if (binary) return binary
  const foreign = foreignBytes(bytes)
  if (foreign) return { ok: false, error: [foreign] }
  const decoded = decodeText(bytes)
  const read = readText(decoded.text, { fileName, encoding: decoded.encoding })
  const doubt = encodingIssue(decoded)
  if (!read.ok || !doubt) return read
  return {
    ok: true,
    value: read.value.map(({ sheet, hidden }) => ({
      hidden,
      sheet: { ...sheet, issues: [doubt, ...sheet.issues] },
    })),
  }
}

const ENCODINGS: Readonly<Record<string, string>> = {
  macintosh: 'Macintosh (Mac Roman)',
  ibm850: 'DOS (code page 850)',
  ibm437: 'DOS (code page 437)',
}

/** What is to be said of an encoding that only its letters tell. */
function encodingIssue({ encoding, doubt }: ReturnType<typeof decodeText>): Issue | null {
  if (!doubt) return null
  const { kind, lines, more, sample } = doubt
  const where = `${lines.length === 1 ? 'row' : 'rows'} ${lines.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
  return kind === 'guessed'
    ? finding(
        'warning',
        'encoding-guessed',
        { row: lines[0] ?? null, value: sample },
        `The file is in no encoding of Unicode. By its letters it was read as ${ENCODINGS[encoding] ?? encoding}, which decides names in ${where}.`,
        'Look whether these names are right; if not, save the file again as UTF-8.',
      )
    : finding(
        'warning',
        'unlikely-letters',
        { row: lines[0] ?? null, value: sample },
        `The file is in no encoding of Unicode that is known here, and letters look wrong in ${where}.`,
        'Compare these names with the published list; save the file again as UTF-8, or as a workbook.',
      )
}

/** The tables of a text file. */
function readText(text: string, file: TextFile): Result<Table[]> {
  const markup = readMarkup(text, file)
  if (markup) return markup
  const stranger = foreignText(text)
  if (stranger) return { ok: false, error: [stranger] }
  const split = splitText(text)
  if (!split.ok) return split
  const { delimiter, rows } = split.value
  const sheet = { ...sheetOf(delimiter === '\t' ? 'tsv' : 'csv', file, rows), delimiter }
  return { ok: true, value: [{ hidden: false, sheet }] }
}

/**
 * Turns the bytes of a file into its tables of cells; what kind of file it is, its content says, not its name.
 * Sizes are bounded before any work is done.
 * @returns at least one table; issues that name what the file is, where it holds none.
 */
export function readTables(bytes: Uint8Array, name: string | null): Result<Table[]> {
  const refuse = (issue: Issue): Result<Table[]> => ({ ok: false, error: [issue] })
  if (bytes.length === 0)
    return refuse(
      finding(
        'error',
        'empty-file',
        {},
        'The file is empty: it holds not a single byte.',
        'Download it again.',
      ),
    )
  if (bytes.length > LIMITS.bytes)
    return refuse(
      finding(
        'error',
        'file-too-large',
        {},
        `The file has ${(bytes.length / 1024 / 1024).toFixed(1)} MB; at most ${LIMITS.bytes / 1024 / 1024} MB are read, and a published list has 0.3.`,
        'Remove other sheets, pictures and formats, or save the list as CSV.',
      ),
    )
  const read = readBytes(bytes, safeFileName(name))
  if (!read.ok) return read
  for (const { sheet } of read.value) {
    const large = tooLarge(sheet.rows)
    if (large) return refuse(large)
  }
  return {
    ok: true,
    value: read.value.map(({ sheet, hidden }) => ({
      hidden,
      sheet: takeApart(joinHeaderRows(sheet)),
    })),
  }
}
