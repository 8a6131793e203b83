import { type EditionId, editionLabel, editionOfNumber, parseEditionId } from '../model/edition'
import type { Issue } from '../model/issue'
import type { Cell, Sheet, Table } from './cell'
import { headerKey } from './columns'
import { statedEdition } from './detect'
import { finding, quote } from './finding'
import { type FoundHeader, findHeader } from './header'
import { cleanName } from './name'
import { checkOverlong } from './overlong'

/** One list of a file: its rows alone, every other row empty, and where in the file it stands. */
export type FileList = { sheet: Sheet; where: string }

type Rows = Sheet['rows']

/** Reads the number of one of several lists in a file; undefined for what is none. */
export function parsePart(text: string): number | undefined {
  return /^[1-9]\d{0,2}$/.test(text) ? Number(text) : undefined
}

/** What a column beside the rows tells of the list that they belong to. */
type Telling = 'list' | 'year' | 'month'

/** Headers of columns that say to which list a row belongs; the published files have none of them. */
const TELLING: Readonly<Record<Telling, readonly string[]>> = {
  list: [
    ...['List', 'TOP500 List', 'List Date', 'List Name', 'List Number', 'List No', 'List ID'],
    ...['Edition', 'Date', 'Date of List', 'Year-Month', 'Year/Month'],
  ],
  year: ['Year of List', 'List Year', 'Edition Year', 'TOP500 Year'],
  month: ['Month', 'Month of List', 'List Month', 'Edition Month', 'TOP500 Month'],
}
const BY_HEADER = new Map(
  (['list', 'year', 'month'] as const).flatMap((telling) =>
    TELLING[telling].map((header) => [headerKey(header), telling] as const),
  ),
)

/** List numbers beyond this are years or something else. */
const HIGHEST_LIST_NUMBER = 300

/** The list that one cell names: `2021-11`, `November 2021`, `202111`, or its number, 58. */
function editionOfCell(cell: Cell): EditionId | null {
  if (cell === null || typeof cell === 'boolean') return null
  const text = String(cell).trim()
  if (/^\d{1,3}$/.test(text) && Number(text) <= HIGHEST_LIST_NUMBER)
    return editionOfNumber(Number(text))
  return statedEdition(text)
}

const MONTHS: readonly { pattern: RegExp; month: '06' | '11' }[] = [
  { pattern: /^(?:0?6|ju(?:n|ne|ni|in|nio)\.?|giugno|junho)$/i, month: '06' },
  { pattern: /^(?:11|nov(?:ember|embre|iembre|embro)?\.?)$/i, month: '11' },
]

function editionOfCells(year: Cell, month: Cell): EditionId | null {
  const text = String(month ?? '').trim()
  const found = MONTHS.find(({ pattern }) => pattern.test(text))
  return found ? parseEditionId(`${String(year ?? '').trim()}-${found.month}`) : null
}

type Teller = { columns: string[]; list: (cells: readonly Cell[]) => EditionId | null }

/** The columns of a header that may tell the list of each row, best first. */
function tellersOf(header: FoundHeader, cells: readonly Cell[]): Teller[] {
  const found: Record<Telling, { index: number; header: string }[]> = {
    list: [],
    year: [],
    month: [],
  }
  for (const [index, cell] of cells.slice(0, 1000).entries()) {
    const text = typeof cell === 'string' ? cleanName(cell) : null
    const telling = text === null ? undefined : BY_HEADER.get(headerKey(text))
    if (text !== null && telling) found[telling].push({ index, header: text })
  }
  const [month] = found.month
  const installed = header.columns.find(({ column }) => column.field === 'year')
  const years = [...found.year, ...(installed ? [installed] : [])]
  return [
    ...(month
      ? years.map((year) => ({
          columns: [year.header, month.header],
          list: (row: readonly Cell[]) =>
            editionOfCells(row[year.index] ?? null, row[month.index] ?? null),
        }))
      : []),
    ...found.list.map(({ index, header: text }) => ({
      columns: [text],
      list: (row: readonly Cell[]) => editionOfCell(row[index] ?? null),
    })),
  ]
}

const isBlank = (cells: readonly Cell[]) =>
  cells.every((cell) => cell === null || (typeof cell === 'string' && cell.trim() === ''))

const isRank = ({ column: { field } }: FoundHeader['columns'][number]) => field === 'rank'

/** A rank that is printed without a sign. */
const PLAIN_RANK = /^\d{1,4}$/

/** A rank as it may be printed, ties marked by a sign; null for what is none. */
function rankOf(cells: readonly Cell[], header: FoundHeader): number | null {
  const column = header.columns.find(isRank)
  const cell = column ? (cells[column.index] ?? null) : null
  if (typeof cell === 'string' && PLAIN_RANK.test(cell)) return Number(cell)
  const digits = /^\D{0,2}(\d{1,4})\D{0,2}$/.exec(String(cell ?? '').trim())?.[1]
  return digits === undefined ? null : Number(digits)
}

type Block = { header: FoundHeader; rows: number[]; told: Sheet['told'] }

/** Whether ranks count from 1 and none stands twice, as on one list; an installation year parts them otherwise. */
const countsFromOne = (ranks: readonly (number | null)[]) =>
  ranks.includes(1) && new Set(ranks).size === ranks.length

/** Rows by the list that columns beside them name; null where no column does for every row. */
function byColumns(rows: Rows, header: FoundHeader): Block[] | null {
  const tellers = tellersOf(header, rows[header.row] ?? [])
  if (tellers.length === 0) return null
  const body = rows.flatMap((cells, row) =>
    row > header.row && !isBlank(cells) && rankOf(cells, header) !== null ? [{ row, cells }] : [],
  )
  for (const { columns, list } of tellers) {
    const parted = new Map<EditionId | null, typeof body>()
    for (const one of body) {
      const edition = list(one.cells)
      if (edition === null) {
        parted.set(null, [])
        break
      }
      const group = parted.get(edition)
      if (group) group.push(one)
      else parted.set(edition, [one])
    }
    if (parted.size === 0 || parted.has(null)) continue
    const usesInstalled = header.columns.some(
      (one) => one.column.field === 'year' && columns.includes(one.header),
    )
    const groups = [...parted.values()]
    if (
      usesInstalled &&
      !groups.every((group) => countsFromOne(group.map(({ cells }) => rankOf(cells, header))))
    )
      continue
    return [...parted]
      .flatMap(([edition, group]) => (edition ? [{ edition, group }] : []))
      .sort((a, b) => a.edition.localeCompare(b.edition))
      .map(({ edition, group }) => ({
        header,
        rows: group.map(({ row }) => row),
        told: { edition, columns },
      }))
  }
  return null
}

/** A second list of a file has at least this share of the rows of the longest; less is a row pasted twice. */
const LEAST_SHARE = 0.5
/** Fewer rows than this are no list. */
const LEAST_ROWS = 10

/**
 * Rows by where ranks begin anew: lists that were put one below the other, with or without a title and a header of
 * their own.
 */
function byRestarts(rows: Rows, header: FoundHeader): Block[] {
  const blocks: Block[] = []
  let block: Block = { header, rows: [], told: null }
  let first: number | null = null
  let last: number | null = null
  let between: number[] = []
  let named = header
  for (let row = header.row + 1; row < rows.length; row++) {
    const cells = rows[row] ?? []
    if (isBlank(cells)) continue
    const rank = rankOf(cells, named)
    const again = rank === null ? findHeader([cells]) : null
    if (again) named = { ...again, row }
    if (rank === null) {
      between.push(row)
      continue
    }
    if (first !== null && rank === first && rank !== last) {
      blocks.push(block)
      block = { header: named.row > header.row ? named : header, rows: between, told: null }
    } else block.rows.push(...between)
    between = []
    block.rows.push(row)
    first ??= rank
    last = rank
  }
  block.rows.push(...between)
  blocks.push(block)
  const longest = Math.max(...blocks.map((one) => one.rows.length))
  const whole = blocks.every(
    (one) => one.rows.length >= LEAST_ROWS && one.rows.length >= longest * LEAST_SHARE,
  )
  return whole ? blocks : [{ header, rows: blocks.flatMap((one) => one.rows), told: null }]
}

const sameCells = (a: readonly Cell[] | undefined, b: readonly Cell[] | undefined) =>
  JSON.stringify(a) === JSON.stringify(b)

/** Whether two lists of a file are the same to the last cell. */
function sameList(a: Sheet, b: Sheet): boolean {
  const ranked = ({ rows }: Sheet) => {
    const header = findHeader(rows)
    return header ? rows.filter((cells) => rankOf(cells, header) !== null) : rows
  }
  const [left, right] = [ranked(a), ranked(b)]
  return left.length === right.length && left.every((cells, row) => sameCells(cells, right[row]))
}

/**
 * A sheet with the rows of one block alone: its header, its own rows, and for the first of several what stands above
 * the header, which may be its title.
 */
function sheetOf(sheet: Sheet, { header, rows, told }: Block, first: boolean): Sheet {
  const own = new Set(rows)
  const keeps = (row: number) =>
    own.has(row) || row === header.row || (first && told === null && row < header.row)
  return { ...sheet, told, rows: sheet.rows.map((cells, row) => (keeps(row) ? cells : [])) }
}

/** The lists of one table; a table without a header is one, for whoever reads it to refuse. */
function listsOfTable(sheet: Sheet): FileList[] {
  const header = findHeader(sheet.rows)
  if (!header) return [{ sheet, where: 'the whole table' }]
  // Rows that are longer than the header are shifted: what stands where tells nothing of lists.
  if (checkOverlong(sheet, header).length > 0) return [{ sheet, where: 'the whole table' }]
  const blocks = byColumns(sheet.rows, header) ?? byRestarts(sheet.rows, header)
  const [only] = blocks
  if (only && blocks.length === 1)
    return [{ sheet: { ...sheet, told: only.told }, where: 'the whole table' }]
  return blocks.map((block, index) => ({
    sheet: sheetOf(sheet, block, index === 0),
    where: block.told
      ? `the rows of ${editionLabel(block.told.edition)}`
      : `rows ${Math.min(...block.rows) + 1} to ${Math.max(...block.rows) + 1}`,
  }))
}

/** How much of a list a table seems to be: its ranked rows, where a header names rank and Rmax at all. */
function weigh({ rows }: Sheet): { columns: number; ranked: number } {
  const header = findHeader(rows)
  if (!header) return { columns: 0, ranked: 0 }
  const has = (field: string) => header.columns.some(({ column }) => column.field === field)
  const ranked =
    has('rank') && has('rmax')
      ? rows.slice(header.row + 1).filter((cells) => rankOf(cells, header) !== null).length
      : 0
  return { columns: header.columns.length, ranked }
}

/** The tables of a file that hold lists of their own: not hidden, as long as the longest, and none twice. */
function listTables(tables: readonly Table[]): Sheet[] {
  const weighed = tables.map((table) => ({ ...table, ...weigh(table.sheet) }))
  const visible = weighed.filter(({ hidden }) => !hidden)
  const shown = visible.some(({ ranked }) => ranked >= LEAST_ROWS) ? visible : weighed
  const most = Math.max(0, ...shown.map(({ ranked }) => ranked))
  const lists = shown.filter(({ ranked }) => ranked >= LEAST_ROWS && ranked >= most * LEAST_SHARE)
  if (lists.length === 0) {
    const [best] = shown.toSorted((a, b) => b.ranked - a.ranked || b.columns - a.columns)
    return best ? [best.sheet] : []
  }
  return lists
    .map(({ sheet }) => sheet)
    .filter((sheet, index, all) => !all.slice(0, index).some((one) => sameList(one, sheet)))
}

/** What is to be known of the sheets that were read, and of the others. */
function sheetIssues(read: readonly Sheet[], tables: readonly Table[]): Issue[] {
  const issues: Issue[] = []
  const nameOf = ({ sheetName }: Sheet) => quote(sheetName ?? '', 60)
  const hidden = tables.find((table) => table.hidden && read.includes(table.sheet))
  const [first] = read
  if (hidden)
    issues.push(
      finding(
        'warning',
        'hidden-sheet',
        { value: hidden.sheet.sheetName },
        `The sheet “${nameOf(hidden.sheet)}” was read, which is hidden, as no visible sheet holds a list.`,
        'Compare it with the published list before you use it.',
      ),
    )
  const others = tables
    .filter(({ sheet }) => !read.includes(sheet))
    .map((table) => (table.hidden ? `${nameOf(table.sheet)} (hidden)` : nameOf(table.sheet)))
  if (others.length > 0 && first)
    issues.push(
      finding(
        'warning',
        'other-sheets',
        { value: others.join(', ') },
        `${read.length === 1 ? `The sheet “${nameOf(first)}” was` : `${read.length} sheets were`} read; the workbook’s other ${others.length === 1 ? 'sheet was' : 'sheets were'} not.`,
        'If the list stands on another sheet, save that one alone.',
      ),
    )
  return issues
}

/** The same list put twice into one table is read once. */
function withoutTwins(lists: readonly FileList[]): FileList[] {
  const kept: FileList[] = []
  for (const list of lists) {
    const { sheet, where } = list
    const twin = kept.find((one) => sameList(one.sheet, sheet))
    if (!twin) {
      kept.push(list)
      continue
    }
    const issue = finding(
      'warning',
      'list-twice',
      {},
      `The list stands twice in the file, cell for cell the same: ${twin.where} and ${where}.`,
      'It was read once; remove the second if the file is to be used elsewhere.',
    )
    twin.sheet = { ...twin.sheet, issues: [...twin.sheet.issues, issue] }
  }
  return kept
}

/**
 * The lists of a file, each with its own rows alone: on several sheets, beside columns that name the list, or one below
 * the other. A file's name says nothing about a list that is not alone in it.
 * @returns at least one; where there is none, the table that comes nearest.
 */
export function findLists(tables: readonly Table[]): FileList[] {
  const sheets = listTables(tables)
  const issues = sheetIssues(sheets, tables)
  const several = sheets.length > 1
  const lists = sheets.flatMap((sheet) => {
    const found = withoutTwins(listsOfTable({ ...sheet, issues: [...issues, ...sheet.issues] }))
    const on = `sheet “${quote(sheet.sheetName ?? '', 60)}”`
    return found.map((list) => {
      const where = found.length === 1 ? on : `${on}, ${list.where}`
      return several ? { ...list, where } : list
    })
  })
  if (lists.length === 1) return lists
  return lists.map(({ sheet, where }) => ({ where, sheet: { ...sheet, fileName: null } }))
}
