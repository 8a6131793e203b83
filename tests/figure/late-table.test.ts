import { describe, expect, test } from 'vitest'
import { firstRows, lateTable } from '@/lib/figure/late-table'

const COLUMNS = [{ key: 'rank', label: 'Rank', unit: null, numeric: true }]

/** A table of five rows, and the items of which rows were made so far. */
function table() {
  const made: number[] = []
  const late = lateTable(COLUMNS, [1, 2, 3, 4, 5], (items) =>
    items.map((item) => {
      made.push(item)
      return [item * 10]
    }),
  )
  return { late, made }
}

describe('a table whose rows are made late', () => {
  test('makes none until somebody reads them, and each once', () => {
    const { late, made } = table()
    expect(made).toEqual([])
    expect(late.rows).toEqual([[10], [20], [30], [40], [50]])
    expect(late.rows).toHaveLength(5)
    expect(made).toEqual([1, 2, 3, 4, 5])
  })

  test('tells its first rows and how many it has without making the others', () => {
    const { late, made } = table()
    expect(firstRows(late, 2)).toEqual({ rows: [[10], [20]], count: 5 })
    expect(made).toEqual([1, 2])
  })

  test('tells all of them where no end is named, or one behind the last', () => {
    const all = { rows: [[10], [20], [30], [40], [50]], count: 5 }
    expect(firstRows(table().late)).toEqual(all)
    expect(firstRows(table().late, 6)).toEqual(all)
  })

  test('is written into JSON and copied whole', () => {
    const { late } = table()
    expect(JSON.parse(JSON.stringify(late))).toEqual({
      columns: COLUMNS,
      rows: [[10], [20], [30], [40], [50]],
    })
    expect({ ...late }.rows).toHaveLength(5)
  })
})

test('the first rows of any other table are its own', () => {
  expect(firstRows({ columns: COLUMNS, rows: [[1], [2], [3]] }, 1)).toEqual({
    rows: [[1]],
    count: 3,
  })
})
