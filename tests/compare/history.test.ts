import { describe, expect, test } from 'vitest'
import { historyOf, historySentence, leftTop } from '@/lib/compare/history'
import { plain } from '@/lib/model/prose'
import type { Machine } from '@/lib/record/record'
import { RECORD } from '@/tests/record/record-fixture'

function machineOf(key: string): Machine {
  const machine = RECORD.machine(key)
  if (!machine) throw new Error(`There is no system ${key}.`)
  return machine
}

/** Ranks as written, by list. */
const ranks = (key: string) =>
  historyOf(machineOf(key)).map(({ row, rank }) => [row.list.id, rank].join(' '))

describe('a system through time', () => {
  test('is Voyager-EUS2 from rank 10 in November 2021 to 78 in June 2026', () => {
    expect(ranks('180024')).toEqual([
      '2021-11 10',
      '2022-06 13',
      '2022-11 14',
      '2023-06 16',
      '2023-11 23',
      '2024-06 26',
      '2024-11 42',
      '2025-06 56',
      '2025-11 63',
      '2026-06 78',
    ])
    expect(plain(historySentence(RECORD, machineOf('180024')))).toBe(
      'Voyager-EUS2 entered the TOP500 in November 2021 at rank 10 and stands at rank 78 in June 2026, on 10 lists in all.',
    )
  })

  test('is Facebook’s system from 31 in June 2017 to 345 in June 2025, in one line over the coming of System IDs', () => {
    const until = historyOf(machineOf('2021-11-139')).filter(({ row }) => row.list.id <= '2025-06')
    expect(until.map(({ row }) => row.system.rank)).toEqual([
      31, 35, 45, 50, 60, 66, 76, 91, 122, 139, 153, 169, 200, 237, 266, 305, 345,
    ])
    expect(until.map(({ how }) => how).slice(0, 3)).toEqual([
      'First list',
      expect.stringMatching(
        /^The list prints where it stood before, and the rows agree in .*; very sure$/,
      ),
      'Same System ID; certain',
    ])
  })

  test('says what was renamed when: the site of Voyager-EUS2 in November 2023', () => {
    const renamed = historyOf(machineOf('180024')).filter((step) => step.renamed.length > 0)
    expect(renamed.map(({ row, renamed: changes }) => [row.list.id, changes])).toEqual([
      ['2023-11', [{ field: 'site', before: 'Azure East US 2', after: 'Microsoft Azure' }]],
    ])
  })

  test('says where Eagle of Azure stood, and that its maker was Microsoft at first', () => {
    const steps = historyOf(machineOf('180236'))
    expect([steps[0]?.row.list.id, steps[0]?.rank]).toEqual(['2023-11', '3'])
    expect(steps[1]?.renamed).toContainEqual({
      field: 'manufacturer',
      before: 'Microsoft',
      after: 'Microsoft Azure',
    })
  })

  test('says that the Pioneers share their rank with three others', () => {
    const step = historyOf(machineOf('2021-11-32')).find(({ row }) => row.list.id === '2021-11')
    expect([step?.rank, step?.sharedBy]).toEqual(['=32', 4])
  })

  test('is Faenov from 2012 to 2014, before there were System IDs', () => {
    expect(ranks('2012-11-165')).toEqual([
      '2012-11 165',
      '2013-06 241',
      '2013-11 309',
      '2014-06 433',
    ])
  })

  test('marks upgrades: Perlmutter in November 2021', () => {
    const upgraded = historyOf(machineOf('2021-11-5')).find(({ row }) => row.list.id === '2021-11')
    expect(upgraded?.upgraded[0]).toEqual({ field: 'rmax', before: 64590, after: 70870 })
  })

  test('is one TaihuLight over the change of units in 2017, and two with Leonardo in their name', () => {
    const taihu = historyOf(machineOf('2016-06-1'))
    expect(taihu.some(({ afterGap }) => afterGap)).toBe(false)
    expect(taihu.map(({ row }) => row.list.id)).toContain('2017-06')
    expect(taihu.flatMap(({ upgraded }) => upgraded)).toEqual([])
    expect(RECORD.machine('2022-06-150')).not.toBe(
      RECORD.lists
        .find(({ id }) => id === '2022-11')
        ?.systems.flatMap(({ name, rank }) =>
          name === 'Leonardo' ? [RECORD.machine(`2022-11-${rank}`)] : [],
        )[0],
    )
  })

  test('left the top 20 when it was on no later list among them', () => {
    expect(leftTop(RECORD, machineOf('180024'), 10)).toBe('2022-06')
    expect(leftTop(RECORD, machineOf('180024'), 20)).toBe('2023-11')
    expect(leftTop(RECORD, machineOf('180024'), 100)).toBe(null)
  })
})
