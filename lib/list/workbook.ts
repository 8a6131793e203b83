import { type CellObject, read, set_cptable, utils, type WorkSheet } from '@e965/xlsx'
import * as codePages from '@e965/xlsx/dist/cpexcel.full.mjs'
import type { Issue, Result } from '../model/issue'
import type { Cell } from './cell'
import { finding, quote } from './finding'
import { LIMITS } from './limits'

// Without these, the letters of workbooks saved on a Mac before 2010 (code page 10000) come out as control characters.
set_cptable(codePages)

/** Cells of one kind: how many, and where the first of them stands, as in `C2`. */
type Tally = { count: number; first: string }

/** A worksheet as it stands in a workbook, with what was found while reading it. */
export type Worksheet = {
  name: string
  rows: Cell[][]
  /** Whether the workbook hides it from whoever opens it. */
  hidden: boolean
  /** An error among them keeps the sheet from being used. */
  issues: Issue[]
}

function cellValue(cell: CellObject | undefined): Cell {
  if (!cell || cell.v === undefined || cell.t === 'z') return null
  if (cell.t === 'e') return cell.w ?? '#ERROR'
  if (typeof cell.v === 'number' || typeof cell.v === 'string' || typeof cell.v === 'boolean')
    return cell.v
  return cell.v instanceof Date ? cell.v.toISOString() : null
}

/** The cells of a worksheet by what is really there, whatever size the sheet claims to have. */
function readWorksheet(name: string, hidden: boolean, sheet: WorkSheet): Worksheet {
  const data: readonly ((CellObject | undefined)[] | undefined)[] = sheet['!data'] ?? []
  const rows: Cell[][] = []
  const formulas: Tally = { count: 0, first: '' }
  const uncomputed: Tally = { count: 0, first: '' }
  const add = (tally: Tally, r: number, c: number) => {
    tally.count++
    tally.first ||= utils.encode_cell({ r, c })
  }
  for (let r = 0; r < Math.min(data.length, LIMITS.rows + 1); r++) {
    const cells = data[r] ?? []
    const row: Cell[] = []
    for (let c = 0; c < Math.min(cells.length, LIMITS.columns + 1); c++) {
      const cell = cells[c]
      const value = cellValue(cell)
      if (cell?.f !== undefined) add(value === null ? uncomputed : formulas, r, c)
      row.push(value)
    }
    rows.push(row)
  }
  const issues = [
    ...(uncomputed.count > 0 ? [uncomputedIssue(name, uncomputed)] : []),
    ...(formulas.count > 0 ? [formulaIssue(formulas)] : []),
  ]
  return { name, rows, hidden, issues }
}

const isEmpty = ({ rows, issues }: Worksheet) =>
  issues.length === 0 && rows.every((row) => row.every((cell) => cell === null || cell === ''))

/** What the reader says of files that it cannot read, in our words. */
const REFUSALS: readonly { says: RegExp; code: string; message: string; remedy: string }[] = [
  {
    says: /password|encrypt/i,
    code: 'password-protected',
    message: 'The workbook is protected by a password.',
    remedy: 'Open it with its password, save it without one, and drop that file.',
  },
]

/**
 * Reads the worksheets of a workbook that hold anything. Formulas are never run; the figure that the file holds for them
 * is taken, and told.
 * @param file the bytes of a workbook, or the text of one that is written as text.
 */
export function readWorkbook(file: Uint8Array | string): Result<Worksheet[]> {
  let sheets: Worksheet[]
  try {
    const workbook = read(file, {
      type: typeof file === 'string' ? 'string' : 'array',
      dense: true,
      cellFormula: true,
      cellHTML: false,
      cellText: false,
      cellDates: false,
      // Without stubs, cells whose formula was never computed would be left out as if they were empty.
      sheetStubs: true,
      sheetRows: LIMITS.rows + 2,
      sheets: Array.from({ length: LIMITS.sheets }, (_, index) => index),
    })
    sheets = [...new Set(workbook.SheetNames)].flatMap((name) => {
      const sheet = workbook.Sheets[name]
      const { Hidden } = workbook.Workbook?.Sheets?.find((one) => one.name === name) ?? {}
      return sheet ? [readWorksheet(name, Boolean(Hidden), sheet)] : []
    })
  } catch (error) {
    const says = error instanceof Error ? error.message : ''
    const refusal = REFUSALS.find((one) => one.says.test(says))
    return {
      ok: false,
      error: [
        refusal
          ? finding('error', refusal.code, {}, refusal.message, refusal.remedy)
          : finding(
              'error',
              'broken-workbook',
              {},
              'The workbook is damaged or of a kind that cannot be read.',
              'Download it again, or save it as .xlsx or CSV and drop that file.',
            ),
      ],
    }
  }
  const full = sheets.filter((sheet) => !isEmpty(sheet))
  if (full.length > 0) return { ok: true, value: full }
  return {
    ok: false,
    error: [
      finding(
        'error',
        'empty-workbook',
        {},
        'The workbook holds no cell with anything in it.',
        'Choose the workbook that top500.org offers for download.',
      ),
    ],
  }
}

const cells = ({ count }: Tally) =>
  count === 1 ? '1 cell holds a formula' : `${count} cells hold formulas`

function uncomputedIssue(name: string, uncomputed: Tally): Issue {
  const its = uncomputed.count === 1 ? 'its value' : 'their values'
  return finding(
    'error',
    'formulas-without-values',
    { value: uncomputed.first },
    `On the sheet “${quote(name, 60)}” ${cells(uncomputed)} without ${its}, first ${uncomputed.first}: the program that wrote the file did not compute them.`,
    'Open the workbook in a spreadsheet program, save it once, and use that file.',
  )
}

function formulaIssue(formulas: Tally): Issue {
  return finding(
    'warning',
    'formulas',
    { value: formulas.first },
    `${cells(formulas)}, first ${formulas.first}; the ${formulas.count === 1 ? 'value that the file holds for it was' : 'values that the file holds for them were'} taken.`,
    'Published lists hold figures alone; compare with the original.',
  )
}
