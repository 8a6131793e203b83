import { read, set_cptable, utils } from '@e965/xlsx'
import * as codePages from '@e965/xlsx/dist/cpexcel.full.mjs'
import type { Cell } from './cell'

// Without these, the letters of workbooks saved on a Mac before 2010 (code page 10000) come out as control characters.
set_cptable(codePages)

/** The cells of a workbook's first worksheet, by its name; row `i` is row `i + 1` of the spreadsheet. */
export function readWorkbook(bytes: Uint8Array): { sheetName: string; rows: Cell[][] } | null {
  const workbook = read(bytes, { cellFormula: false, cellHTML: false, cellText: false, sheets: 0 })
  const sheetName = workbook.SheetNames[0]
  const sheet = sheetName === undefined ? undefined : workbook.Sheets[sheetName]
  if (sheetName === undefined || !sheet?.['!ref']) return null
  const range = utils.decode_range(sheet['!ref'])
  // Rows and columns are counted from A1, so that a finding names the row that a spreadsheet shows.
  const rows = utils.sheet_to_json<Cell[]>(sheet, {
    header: 1,
    raw: true,
    defval: null,
    blankrows: true,
    range: { s: { r: 0, c: 0 }, e: range.e },
  })
  return { sheetName, rows }
}
