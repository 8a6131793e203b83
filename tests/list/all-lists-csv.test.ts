import Papa from 'papaparse'
import { expect, it } from 'vitest'
import { allListsHeader, allListsRows } from '@/lib/list/csv'
import { bundledList } from '../fixtures/lists'

const read = (text: string) => Papa.parse<string[]>(text, { skipEmptyLines: true }).data

it('a file of all lists begins with the list, then names every column of ours', () => {
  const [header = []] = read(allListsHeader())
  expect(header.slice(0, 3)).toEqual(['List', 'Rank', 'Previous Rank'])
  expect(header).toContain('Rmax [TFlop/s]')
  expect(header).toContain('Measured Size')
})

it('a list in it has a line for each system, with names and figures as printed', () => {
  const { id, systems } = bundledList('2021-11')
  const [header = []] = read(allListsHeader())
  const rows = read(allListsRows(id, systems))
  expect(rows).toHaveLength(500)
  expect(new Set(rows.map((row) => row.length))).toEqual(new Set([header.length]))
  const cell = (row: number, column: string) => rows[row]?.[header.indexOf(column)]
  expect(rows[9]?.[0]).toBe('2021-11')
  expect(cell(9, 'Name')).toBe('Voyager-EUS2')
  expect(cell(9, 'Rmax [TFlop/s]')).toBe('30050')
  expect(cell(9, 'Power [kW]')).toBe('')
})

it('a text that a spreadsheet would run has an apostrophe in front', () => {
  const [system] = bundledList('2021-11').systems
  if (!system) throw new Error('There is no system.')
  const text = allListsRows('2021-11', [{ ...system, name: '=HYPERLINK("x")', site: '-1' }])
  expect(read(text)[0]).toEqual(expect.arrayContaining([`'=HYPERLINK("x")`, "'-1"]))
})
