import { describe, expect, test } from 'vitest'
import { COUNTS, changeSentence, fateOf, rowsOfChanges } from '@/lib/compare/changes'
import { changesBetween } from '@/lib/record/change'
import { listOf, RECORD } from '@/tests/record/record-fixture'

const between = (from: string, to: string) => changesBetween(RECORD, listOf(from), listOf(to))

/** How many rows are counted under a name. */
function counts(from: string, to: string): Record<string, number> {
  const rows = rowsOfChanges(between(from, to))
  return Object.fromEntries(COUNTS.map(({ key, of }) => [key, rows.filter(of).length]))
}

describe('what is counted between two lists', () => {
  test('is 70 new, 70 gone and 430 that stayed from June to November 2021', () => {
    const { rose = 0, fell = 0, same = 0, ...others } = counts('2021-06', '2021-11')
    expect(others).toMatchObject({ new: 70, returned: 0, gone: 70, upgraded: 4 })
    expect(rose + fell + same).toBe(430)
    expect(changeSentence(between('2021-06', '2021-11'))).toBe(
      'Between the lists of June 2021 and November 2021, 70 systems are new, 70 are gone and 430 stayed, of which 4 with another Rmax or Rpeak.',
    )
  })

  test('is said in words where there is nothing of it', () => {
    expect(changeSentence(between('1993-06', '2026-06'))).toBe(
      'Between the lists of June 1993 and June 2026, 500 systems are new, 500 are gone and none stayed.',
    )
    expect(changeSentence(between('2021-11', '2021-11'))).toBe(
      'The list of November 2021 beside itself: nothing is new, and nothing is gone.',
    )
  })

  test('adds up to both lists for every pair of neighbours', () => {
    for (const to of RECORD.lists.slice(1)) {
      const from = RECORD.lists[to.index - 1]
      if (!from) continue
      const { rose = 0, fell = 0, same = 0, gone = 0, ...others } = counts(from.id, to.id)
      const stayed = rose + fell + same
      expect([to.id, stayed + gone]).toEqual([to.id, 500])
      expect([to.id, stayed + (others.new ?? 0) + (others.returned ?? 0)]).toEqual([to.id, 500])
    }
  })

  test('gives each system once, those of the later list first, in rank order', () => {
    const rows = rowsOfChanges(between('2021-06', '2021-11'))
    expect(rows).toHaveLength(570)
    expect(rows.slice(0, 500).map(({ after }) => after?.system.rank)).toEqual(
      Array.from({ length: 500 }, (_, at) => at + 1),
    )
    expect(rows.slice(500).every((row) => fateOf(row) === 'gone')).toBe(true)
    const voyager = rows[9]
    expect(voyager && [voyager.machine.key, fateOf(voyager)]).toEqual(['180024', 'new'])
  })
})
