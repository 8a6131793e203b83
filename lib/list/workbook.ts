import { type CellObject, read, set_cptable, utils, type WorkSheet } from '@e965/xlsx'
import * as codePages from '@e965/xlsx/dist/cpexcel.full.mjs'
import type { Issue, Result } from '../model/issue'
import type { Cell } from './cell'
import { finding } from './finding'
import { findHeader } from './header'
import { LIMITS } from './limits'

// Without these, the letters of workbooks saved on a Mac before 2010 (code page 10000) come out as control characters.
set_cptable(codePages)

type Grid = {
  name: string
  rows: Cell[][]
  formulas: { count: number; first: string } | null
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
function gridOf(name: string, sheet: WorkSheet): Grid {
  const data: readonly ((CellObject | undefined)[] | undefined)[] = sheet['!data'] ?? []
  const rows: Cell[][] = []
  let count = 0
  let first = ''
  let wide = 0
  for (let r = 0; r < Math.min(data.length, LIMITS.rows + 1); r++) {
    const cells = data[r] ?? []
    const row: Cell[] = []
    wide = Math.max(wide, cells.length)
    for (let c = 0; c < Math.min(cells.length, LIMITS.columns + 1); c++) {
      const cell = cells[c]
      if (cell?.f !== undefined) {
        count++
        first ||= utils.encode_cell({ r, c })
      }
      row.push(cellValue(cell))
    }
    rows.push(row)
  }
  return { name, rows, wide, formulas: count ? { count, first } : null }
}

const known = (grid: Grid) => findHeader(grid.rows)?.columns.length ?? 0
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
      sheetRows: LIMITS.rows + 2,
      sheets: Array.from({ length: LIMITS.sheets }, (_, index) => index),
    })
    grids = [...new Set(workbook.SheetNames)].flatMap((name) => {
      const sheet = workbook.Sheets[name]
      return sheet ? [gridOf(name, sheet)] : []
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
  const [best] = [...grids].sort((a, b) => known(b) - known(a))
  if (!best || isEmpty(best))
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
  const issues: Issue[] = []
  const others = grids.filter((grid) => grid !== best && !isEmpty(grid)).map(({ name }) => name)
  if (others.length)
    issues.push(
      finding(
        'warning',
        'other-sheets',
        { value: others.join(', ') },
        `The sheet “${best.name}” was read; the workbook’s other sheets were not.`,
        'If the list stands on another sheet, save that one alone.',
      ),
    )
  if (best.formulas)
    issues.push(
      finding(
        'warning',
        'formulas',
        { value: best.formulas.first },
        `${best.formulas.count} ${best.formulas.count === 1 ? 'cell holds a formula' : 'cells hold formulas'}, first ${best.formulas.first}; the figures that the file holds for them were taken.`,
        'Published lists hold figures alone; compare with the original.',
      ),
    )
  return { ok: true, value: { sheetName: best.name, rows: best.rows, issues } }
}
