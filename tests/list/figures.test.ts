import { describe, expect, test } from 'vitest'
import { isNothing, readDecimals } from '@/lib/list/figures'

const figures = (...cells: string[]) => ({ cells, whole: false })
const wholes = (...cells: string[]) => ({ cells, whole: true })

describe('a column of figures', () => {
  test('takes the mark that one of its cells proves', () => {
    expect(readDecimals([figures('442.010', '1.649,11')])).toEqual([{ mark: ',' }])
    expect(readDecimals([figures('442.010', '1649.11')])).toEqual([{ mark: '.' }])
  })

  test('takes a lone mark for the decimal one where long numbers stand ungrouped beside it', () => {
    expect(readDecimals([figures('16590', '9.819')])).toEqual([{ mark: '.' }])
    expect(readDecimals([figures('16590', '9,819')])).toEqual([{ mark: ',' }])
    expect(readDecimals([figures('659', '9,819')])).toEqual([
      { mark: null, why: 'ambiguous', at: 1 },
    ])
  })

  test('of whole numbers reads a mark as grouping, unless zeros could be decimals', () => {
    expect(readDecimals([wholes('253.440')])).toEqual([{ mark: ',' }])
    expect(readDecimals([wholes('253,440')])).toEqual([{ mark: '.' }])
    expect(readDecimals([wholes('512.000', '253.440')])).toEqual([{ mark: ',' }])
    expect(readDecimals([wholes('512.000')])).toEqual([{ mark: null, why: 'ambiguous', at: 0 }])
  })

  test('without evidence of its own follows the other columns, if they agree', () => {
    expect(readDecimals([figures('442.010'), figures('0,5')])).toEqual([
      { mark: ',' },
      { mark: ',' },
    ])
    expect(readDecimals([figures('442.010'), figures('0,5'), figures('0.5')])).toEqual([
      { mark: null, why: 'ambiguous', at: 0 },
      { mark: ',' },
      { mark: '.' },
    ])
  })

  test('that proves both marks is mixed, at the first cell that differs', () => {
    expect(readDecimals([figures('1.5', '2.5', '3,5')])).toEqual([
      { mark: null, why: 'mixed', at: 2 },
    ])
  })

  test('of plain digits or of stored numbers needs no mark', () => {
    expect(readDecimals([figures('442010', '')])).toEqual([{ mark: '.' }])
    expect(readDecimals([{ cells: [442010, null], whole: false }])).toEqual([{ mark: '.' }])
  })
})

test.each(['', ' ', '-', '–', 'N/A', 'none'])('“%s” stands for no figure', (text) => {
  expect(isNothing(text)).toBe(true)
})

test.each(['0', 'x', '1'])('“%s” does not stand for no figure', (text) => {
  expect(isNothing(text)).toBe(false)
})
