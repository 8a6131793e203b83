import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import type { Cell } from '@/lib/list/cell'
import { importList } from '@/lib/list/import'
import { parseSheet } from '@/lib/list/parse'
import { caseFile, caseFolder } from './cases'
import { sheet, table } from './sheets'
import { snapshot } from './snapshots'

const TABLE = table(snapshot('2021-11'))
const WIDTH = TABLE[0]?.length ?? 0
const FILE = 'TOP500_202111.csv'

const read = (text: string) => {
  const outcome = importList(new TextEncoder().encode(text), { fileName: FILE })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error))
  return outcome.value
}

/** A row as text: names in quotation marks, figures as they are, with any decimal mark. */
const line = (cells: readonly Cell[], mark: string, delimiter: string) =>
  cells
    .map((cell) =>
      typeof cell === 'number'
        ? String(cell).replace('.', mark)
        : cell === null
          ? ''
          : `"${String(cell).replaceAll('"', '""')}"`,
    )
    .join(delimiter)

describe('a row with more cells than the header', () => {
  test.each([
    ['a decimal comma', ',', ','],
    ['a semicolon for a decimal mark', ';', ';'],
    ['a bar for a decimal mark', '|', '|'],
  ])('is refused where %s parts its figures', (_, mark, delimiter) => {
    const text = TABLE.map((cells) => line(cells, mark, delimiter)).join('\n')
    const { edition, issues } = read(text)
    expect(edition).toBe(null)
    expect(issues[0]).toMatchObject({ severity: 'error', code: 'row-longer-than-header', row: 2 })
    // Counted in the snapshot with Python's csv module: the rows that have a fraction in some column.
    expect(issues[0]?.message).toContain(
      `472 rows have more cells than the header, which has ${WIDTH}: rows 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 462 more. `,
    )
    expect(issues.filter(({ code }) => code === 'rmax-above-rpeak')).toEqual([])
  })

  test('is refused where it is a single one, by a comma in a name, and is named', () => {
    const bare = TABLE.map((cells, row) =>
      row === 6
        ? line(cells, '.', ',').replace('"Selene"', 'Selene, of NVIDIA')
        : line(cells, '.', ','),
    )
    expect(bare[6]).toContain('Selene, of NVIDIA')
    const [issue] = read(bare.join('\n')).issues
    expect(issue).toMatchObject({
      severity: 'error',
      code: 'row-longer-than-header',
      row: 7,
    })
    expect(issue?.message).toContain(`Row 7 has ${WIDTH + 1} cells and the header only ${WIDTH}. `)
  })

  test('is none where decimal commas stand in quotation marks', () => {
    const rows = TABLE.map((cells) =>
      cells.map((cell) => (typeof cell === 'number' ? String(cell).replace('.', ',') : cell)),
    )
    expect(read(Papa.unparse(rows)).edition?.systems).toEqual(snapshot('2021-11'))
  })

  test('is refused where the last columns of the list are empty, as System ID is on old ones', () => {
    const old = snapshot('1993-11')
    const text = table(old).map((cells) => line(cells, ',', ','))
    const outcome = importList(new TextEncoder().encode(text.join('\n')), {
      fileName: 'TOP500_199311.csv',
    })
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.error))
    expect(outcome.value.edition).toBe(null)
    expect(outcome.value.issues[0]).toMatchObject({ code: 'row-longer-than-header' })
  })

  test('is none where header and rows end with empty cells', () => {
    const text = Papa.unparse(TABLE, { newline: '\n' }).replaceAll('\n', ',,,\n')
    expect(read(`${text},,,\n,,,,\n`).edition?.systems).toEqual(snapshot('2021-11'))
  })

  test('is none where a column without a header holds notes', () => {
    const noted = TABLE.map((cells, row) => [...cells, row === 0 ? '' : 'seen'])
    expect(read(Papa.unparse(noted)).edition?.systems).toEqual(snapshot('2021-11'))
  })

  test('is none in a workbook, where each cell knows its column', () => {
    const rows = TABLE.map((cells, row) => (row === 5 ? [...cells, null, 'a note'] : cells))
    expect(parseSheet(sheet(rows)).edition?.systems).toEqual(snapshot('2021-11'))
    const asText = parseSheet(sheet(rows, { format: 'csv', delimiter: ',' }))
    expect(asText.issues[0]).toMatchObject({ code: 'row-longer-than-header', row: 6 })
  })
})

describe.runIf(caseFolder)('../shared/cases', () => {
  test('29: decimal commas in a comma-separated file are refused with the rows', () => {
    const { bytes, fileName } = caseFile('29-')
    const outcome = importList(bytes, { fileName })
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.error))
    expect(outcome.value.edition).toBe(null)
    // Counted with Python's csv module.
    expect(outcome.value.issues[0]).toMatchObject({ severity: 'error', row: 3, value: '88' })
    expect(outcome.value.issues[0]?.message).toContain('455 rows have more cells than the header')
  })
})
