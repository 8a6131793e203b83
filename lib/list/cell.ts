import type { EditionId } from '../model/edition'
import type { Issue } from '../model/issue'

/** One cell as the file holds it: text as stored, a number, a truth value, or null where it is empty. */
export type Cell = string | number | boolean | null

/** The formats that are read, told from the content and never from the file's name. */
export type SheetFormat =
  | 'xls'
  | 'xlsx'
  | 'xlsb'
  | 'ods'
  | 'fods'
  | 'xml-2003'
  | 'slk'
  | 'dif'
  | 'html'
  | 'xml'
  | 'csv'
  | 'tsv'

/** A file's rows before anything is known of what they mean. */
export type Sheet = {
  format: SheetFormat
  /** Null for text files, which have none. */
  sheetName: string | null
  /** As given, freed of folders; null for pasted text. */
  fileName: string | null
  /** Name of the text encoding, e.g. `utf-8` or `windows-1252`; null for workbooks. */
  encoding: string | null
  /** The character between cells of a text file; null for workbooks. */
  delimiter: string | null
  /** Row `i` is row `i + 1` of the spreadsheet, empty ones included; rows may differ in length. */
  rows: readonly (readonly Cell[])[]
  /** The list that columns beside the rows name, as in a file with several lists; null where none do. */
  told: { edition: EditionId; columns: readonly string[] } | null
  /** Whether name and computer were told apart by a dash, as in the website's column of systems. */
  apart?: boolean
  /** Findings of the reading itself, e.g. further sheets that were not read. */
  issues: readonly Issue[]
}

/** A table of a file; a workbook may have several, some of them hidden from whoever opens it. */
export type Table = { sheet: Sheet; hidden: boolean }
