import type { Issue, Result } from '../model/issue'
import { guardArchive } from './archive'
import type { Cell, Sheet, SheetFormat, Table } from './cell'
import { guardCompound } from './compound'
import { splitText } from './dialect'
import { decodeText } from './encoding'
import { finding } from './finding'
import { foreignBytes, foreignText } from './foreign-file'
import { LIMITS } from './limits'
import { readWorkbook, type Worksheet } from './workbook'

const starts = (bytes: Uint8Array, ...signature: number[]) =>
  signature.every((byte, index) => bytes[index] === byte)

/** The kinds of file that hold a workbook: what opens them within bounds before the reader sees them. */
const WORKBOOKS = [
  { format: 'xls', begins: [0xd0, 0xcf, 0x11, 0xe0], guard: guardCompound },
  { format: 'xlsx', begins: [0x50, 0x4b, 0x03, 0x04], guard: guardArchive },
] as const

const LONGEST_NAME = 120

/** A file's own name, freed of folders, unseen characters and length, for showing and keeping. */
export function safeFileName(name: string | null): string | null {
  const last = name?.split(/[/\\]/).pop() ?? ''
  const clean = last.replace(/\p{C}/gu, '').trim()
  return clean === '' || clean === '.' || clean === '..'
    ? null
    : [...clean].slice(0, LONGEST_NAME).join('')
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
  for (const [index, cells] of rows.entries()) {
    if (cells.length > LIMITS.columns)
      return finding(
        'error',
        'too-many-columns',
        { row: index + 1 },
        `Row ${index + 1} has more than ${LIMITS.columns} columns; a published list has at most 40.`,
        'Remove what does not belong to the list.',
      )
    const long = cells.find((cell) => typeof cell === 'string' && cell.length > LIMITS.cell)
    if (long !== undefined)
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

/** A workbook's worksheets as tables. */
function tables(
  format: SheetFormat,
  fileName: string | null,
  worksheets: Result<Worksheet[]>,
): Result<Table[]> {
  if (!worksheets.ok) return worksheets
  return {
    ok: true,
    value: worksheets.value.map(({ name, rows, hidden, issues }) => ({
      hidden,
      sheet: {
        format,
        fileName,
        sheetName: name,
        encoding: null,
        delimiter: null,
        told: null,
        rows,
        issues,
      },
    })),
  }
}

function readBytes(bytes: Uint8Array, fileName: string | null): Result<Table[]> {
  const kind = WORKBOOKS.find(({ begins }) => starts(bytes, ...begins))
  if (kind) {
    const guarded = kind.guard(bytes)
    return guarded.ok ? tables(kind.format, fileName, readWorkbook(guarded.value)) : guarded
  }
  const foreign = foreignBytes(bytes)
  if (foreign) return { ok: false, error: [foreign] }
  const { text, encoding } = decodeText(bytes)
  const stranger = foreignText(text)
  if (stranger) return { ok: false, error: [stranger] }
  const split = splitText(text)
  if (!split.ok) return split
  const { delimiter, rows } = split.value
  const sheet: Sheet = {
    format: delimiter === '\t' ? 'tsv' : 'csv',
    sheetName: null,
    fileName,
    encoding,
    delimiter,
    told: null,
    rows,
    issues: [],
  }
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
  return read
}
