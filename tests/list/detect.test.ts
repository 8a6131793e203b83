import { describe, expect, test } from 'vitest'
import { findEvidence, judgeEvidence, statedEdition } from '@/lib/list/detect'
import type { EditionId } from '@/lib/model/edition'
import { snapshot } from './snapshots'

describe('a name or title', () => {
  test.each([
    ['TOP500_202111.xlsx', '2021-11'],
    ['TOP500_199306.xls', '1993-06'],
    ['2021-11.csv', '2021-11'],
    ['top500_2021-11 (1).csv', '2021-11'],
    ['Copy of TOP500_202111.xlsx', '2021-11'],
    ['top500-november-2021.csv', '2021-11'],
    ['TOP500 List - June 2011 (1-500).csv', '2011-06'],
    ['Liste juin 2019.csv', '2019-06'],
    ['TOP500Nov2021.csv', '2021-11'],
  ])('“%s” states the list %s', (text, edition) => {
    expect(statedEdition(text)).toBe(edition)
  })

  test.each([
    'list.xlsx',
    'TOP500_202112.xlsx',
    'TOP500_199211.xls',
    '2021-06 against 2021-11.csv',
    '20211106.csv',
    'november.csv',
    `${'x'.repeat(300)} 2021-11`,
  ])('“%.40s” states none', (text) => {
    expect(statedEdition(text)).toBe(null)
  })
})

const judge = (
  edition: string,
  from: { answer?: EditionId; fileName?: string; sheetName?: string; title?: string },
) => {
  const systems = snapshot(edition)
  const evidence = findEvidence({
    answer: from.answer ?? null,
    told: null,
    fileName: from.fileName ?? null,
    sheetName: from.sheetName ?? null,
    title: from.title ? [[from.title]] : [],
    systems,
  })
  const { edition: found, issues } = judgeEvidence(evidence, systems)
  return {
    from: evidence.map((one) => `${one.from} ${one.edition}`),
    found,
    issues: issues.map(({ severity, code }) => `${severity} ${code}`),
  }
}

describe('which list a file is', () => {
  test('is said by the rows of lists since June 2012, without any name', () => {
    expect(judge('2021-11', {})).toEqual({ from: ['rows 2021-11'], found: '2021-11', issues: [] })
  })

  test('is said by name, sheet and title together', () => {
    expect(
      judge('2021-11', { fileName: 'TOP500_202111.xlsx', sheetName: '58', title: 'November 2021' }),
    ).toEqual({
      from: ['file-name 2021-11', 'sheet-name 2021-11', 'title 2021-11', 'rows 2021-11'],
      found: '2021-11',
      issues: [],
    })
  })

  test('is asked where an old list carries no name', () => {
    expect(judge('2007-11', {})).toEqual({
      from: [],
      found: null,
      issues: ['error edition-unknown'],
    })
  })

  test('is asked where name and rows contradict each other', () => {
    expect(judge('2021-11', { fileName: 'TOP500_202106.xlsx' })).toMatchObject({
      found: null,
      issues: ['error edition-contradiction'],
    })
  })

  test('is asked where the years of an old list do not fit its name', () => {
    expect(judge('2000-11', { fileName: 'TOP500_199706.xls' })).toMatchObject({
      found: null,
      issues: ['error edition-contradiction'],
    })
    expect(judge('1997-06', { fileName: 'TOP500_200011.xls' })).toMatchObject({
      found: null,
      issues: ['error edition-contradiction'],
    })
  })

  test('may have systems announced for the year after', () => {
    expect(judge('2000-11', { fileName: 'TOP500_200011.xls' })).toMatchObject({
      found: '2000-11',
      issues: [],
    })
    expect(Math.max(...snapshot('2000-11').map(({ year }) => year ?? 0))).toBe(2001)
  })

  test('is settled by an answer, which stays a warning', () => {
    expect(judge('2021-11', { fileName: 'TOP500_202106.xlsx', answer: '2021-11' })).toMatchObject({
      found: '2021-11',
      issues: ['warning edition-contradiction'],
    })
  })

  test('cannot be older than its own systems, whatever the answer', () => {
    expect(judge('2021-11', { answer: '2021-06' })).toMatchObject({
      found: null,
      issues: ['error edition-impossible'],
    })
  })
})
