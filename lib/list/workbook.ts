import { type CellObject, read, set_cptable, utils, type WorkSheet } from '@e965/xlsx'
import * as codePages from '@e965/xlsx/dist/cpexcel.full.mjs'
import type { Issue, Result } from '../model/issue'
import type { Cell } from './cell'
import { finding, quote } from './finding'
import { findHeader } from './header'
import { LIMITS } from './limits'

// Without these, the letters of workbooks saved on a Mac before 2010 (code page 10000) come out as control characters.
set_cptable(codePages)

/** Cells of one kind: how many, and where the first of them stands, as in `C2`. */
type Tally = { count: number; first: string }

type Grid = {
  name: string
  hidden: boolean
  rows: Cell[][]
  /** Cells that hold formulas, and those of them for which the file holds no value. */
  formulas: Tally
  uncomputed: Tally
  wide: number
}

function cellValue(cell: CellObject | undefined): Cell {
  if (!cell || cell.v === undefined || cell.t === 'z') return null
  if (cell.t === 'e') return cell.w ?? '#ERROR'
  if (typeof cell.v === 'number' || typeof cell.v === 'string' || typeof cell.v === 'boolean')
    return cell.v
  return cell.v instanceof Date ? cell.v.toISOString() : null
}

/** The cells of a worksheet by what is really there, whatever size the sheet claims to have. */
function gridOf(name: string, hidden: boolean, sheet: WorkSheet): Grid {
  const data: readonly ((CellObject | undefined)[] | undefined)[] = sheet['!data'] ?? []
  const rows: Cell[][] = []
  const formulas: Tally = { count: 0, first: '' }
  const uncomputed: Tally = { count: 0, first: '' }
  const add = (tally: Tally, r: number, c: number) => {
    tally.count++
    tally.first ||= utils.encode_cell({ r, c })
  }
  let wide = 0
  for (let r = 0; r < Math.min(data.length, LIMITS.rows + 1); r++) {
    const cells = data[r] ?? []
    const row: Cell[] = []
    wide = Math.max(wide, cells.length)
    for (let c = 0; c < Math.min(cells.length, LIMITS.columns + 1); c++) {
      const cell = cells[c]
      const value = cellValue(cell)
      if (cell?.f !== undefined) add(value === null ? uncomputed : formulas, r, c)
      row.push(value)
    }
    rows.push(row)
  }
  return { name, hidden, rows, wide, formulas, uncomputed }
}

const known = (grid: Grid) => findHeader(grid.rows)?.columns.length ?? 0
/** A list that is shown comes before one that is hidden, and both before sheets that hold none. */
const standing = (grid: Grid) => (known(grid) === 0 ? 0 : grid.hidden ? 1 : 2)
const isEmpty = (grid: Grid) =>
  grid.rows.every((row) => row.every((cell) => cell === null || cell === ''))

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
 * Reads the worksheet that holds the list: the one whose header names most of its columns. Formulas are never run; the
 * figure that the file holds for them is taken, and told.
 */
export function readWorkbook(
  bytes: Uint8Array,
): Result<{ sheetName: string; rows: Cell[][]; issues: Issue[] }> {
  let grids: Grid[]
  try {
    const workbook = read(bytes, {
      type: 'array',
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
    grids = [...new Set(workbook.SheetNames)].flatMap((name) => {
      const sheet = workbook.Sheets[name]
      const { Hidden } = workbook.Workbook?.Sheets?.find((one) => one.name === name) ?? {}
      return sheet ? [gridOf(name, Boolean(Hidden), sheet)] : []
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
  const [best] = [...grids].sort((a, b) => standing(b) - standing(a) || known(b) - known(a))
  if (!best || (isEmpty(best) && best.uncomputed.count === 0))
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
  if (best.uncomputed.count > 0) return { ok: false, error: [uncomputedIssue(best)] }
  return {
    ok: true,
    value: { sheetName: best.name, rows: best.rows, issues: sheetIssues(best, grids) },
  }
}

const cells = ({ count }: Tally) =>
  count === 1 ? '1 cell holds a formula' : `${count} cells hold formulas`

function uncomputedIssue({ name, uncomputed }: Grid): Issue {
  const its = uncomputed.count === 1 ? 'its value' : 'their values'
  return finding(
    'error',
    'formulas-without-values',
    { value: uncomputed.first },
    `On the sheet “${quote(name, 60)}” ${cells(uncomputed)} without ${its}, first ${uncomputed.first}: the program that wrote the file did not compute them.`,
    'Open the workbook in a spreadsheet program, save it once, and use that file.',
  )
}

/** What is to be known of the sheet that was read, and of the others. */
function sheetIssues(best: Grid, grids: readonly Grid[]): Issue[] {
  const issues: Issue[] = []
  const others = grids
    .filter((grid) => grid !== best && !isEmpty(grid))
    .map(({ name, hidden }) => (hidden ? `${name} (hidden)` : name))
  if (best.hidden)
    issues.push(
      finding(
        'warning',
        'hidden-sheet',
        { value: best.name },
        `The sheet “${quote(best.name, 60)}” was read, which is hidden, as no visible sheet holds a list.`,
        'Compare it with the published list before you use it.',
      ),
    )
  if (others.length)
    issues.push(
      finding(
        'warning',
        'other-sheets',
        { value: others.join(', ') },
        `The sheet “${quote(best.name, 60)}” was read; the workbook’s other ${others.length === 1 ? 'sheet was' : 'sheets were'} not.`,
        'If the list stands on another sheet, save that one alone.',
      ),
    )
  const { formulas } = best
  if (formulas.count > 0)
    issues.push(
      finding(
        'warning',
        'formulas',
        { value: formulas.first },
        `${cells(formulas)}, first ${formulas.first}; the ${formulas.count === 1 ? 'value that the file holds for it was' : 'values that the file holds for them were'} taken.`,
        'Published lists hold figures alone; compare with the original.',
      ),
    )
  return issues
}
