import { describe, expect, test } from 'vitest'
import type { EditionId } from '@/lib/model/edition'
import { openRecord } from '@/lib/record/open'
import { buildRecord } from '@/lib/record/record'
import type { ListStore } from '@/lib/store/store'
import { EDITIONS, listOf, RECORD } from './record-fixture'

/** Where a system stood, list by list: `2021-11 10`. */
const ranks = (key: string) =>
  RECORD.machine(key)?.appearances.map(({ list, system }) => `${list.id} ${system.rank}`)

describe('a system through time', () => {
  test('is Voyager-EUS2 from rank 10 in November 2021 to rank 78 in June 2026', () => {
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
  })

  test('is found by a System ID, by its first list and rank, and by any other list and rank', () => {
    const voyager = RECORD.machine('180024')
    expect(voyager?.key).toBe('180024')
    expect(RECORD.machine('2021-11-10')).toBe(voyager)
    expect(RECORD.machine('2026-06-78')).toBe(voyager)
    for (const key of ['', '0', '2021-11-501', '2021-11-010', '2099-11-1', '2021-11-'])
      expect(RECORD.machine(key)).toBe(null)
  })

  test('is Facebook’s at 3,307 TFlop/s from June 2017 on, across the lists without and with System IDs', () => {
    const [one, ...others] = RECORD.machines.filter(({ appearances }) =>
      appearances.some(({ system }) => system.site === 'Facebook'),
    )
    expect(others).toEqual([])
    expect(one?.appearances[0]?.list.id).toBe('2017-06')
    expect(one?.appearances.slice(0, 17).map(({ system }) => system.rank)).toEqual([
      31, 35, 45, 50, 60, 66, 76, 91, 122, 139, 153, 169, 200, 237, 266, 305, 345,
    ])
  })

  test('is each of the nine of Azure, with what it was called and where it stood', () => {
    const azure = RECORD.machines.filter(({ appearances }) =>
      appearances.some(({ system }) =>
        /^(?:Microsoft Azure|Microsoft Windows Azure|Azure )/.test(system.site ?? ''),
      ),
    )
    expect(
      azure.map(({ key, appearances }) => [
        key,
        appearances[0]?.system.name,
        appearances[0]?.list.id,
        appearances.map(({ system }) => system.rank).join(' '),
      ]),
    ).toEqual([
      ['2012-11-165', 'Faenov', '2012-11', '165 241 309 433'],
      ['179969', 'Pioneer-EUS', '2021-06', '26 32 36 40 42 56 67 83 99 112 131'],
      ['179970', 'Pioneer-SCUS', '2021-06', '27 33 37 41 43 57 68 84 100 113 132'],
      ['179968', 'Pioneer-WEU', '2021-06', '28 34 38 42 44 54 66 82 98 111 130'],
      ['179967', 'Pioneer-WUS2', '2021-06', '29 35 39 43 45 55 65 81 97 110 129'],
      ['180024', 'Voyager-EUS2', '2021-11', '10 13 14 16 23 26 42 56 63 78'],
      ['180171', 'Explorer-WUS3', '2023-06', '11 15 18 26 34 39 48'],
      ['180236', 'Eagle', '2023-11', '3 3 4 5 5 7'],
      ['180349', 'Reindeer', '2024-11', '32 42 47 57'],
    ])
  })

  test('is TaihuLight without a break over the change of units in 2017', () => {
    const all = RECORD.machines.filter(({ appearances }) =>
      appearances.some(({ system }) => system.name === 'Sunway TaihuLight'),
    )
    expect(all).toHaveLength(1)
    expect(all[0]?.appearances).toHaveLength(21)
    expect(all[0]?.appearances[0]?.list.id).toBe('2016-06')
  })

  test('is Leonardo at CINECA and davinci-1 at Leonardo SpA, which are two', () => {
    const at = (id: EditionId, wanted: RegExp, field: 'name' | 'site') => {
      const list = listOf(id)
      const place = list.systems.findIndex((system) => wanted.test(system[field] ?? ''))
      return RECORD.machineOf(list, place)
    }
    const leonardo = at('2022-11', /^Leonardo$/, 'name')
    const davinci = at('2022-06', /Leonardo/, 'site')
    expect(leonardo?.appearances[0]?.list.id).toBe('2022-11')
    expect(davinci?.appearances[0]?.system.name).toBe('davinci-1')
    expect(leonardo).not.toBe(davinci)
  })

  test('is one under two System IDs where the list says where it stood: a system of the German weather service', () => {
    const machine = RECORD.machine('180091')
    expect(machine).toBe(RECORD.machine('180209'))
    expect(machine?.otherIds).toEqual(['180091'])
    expect(machine?.appearances.map(({ system }) => system.rank).slice(0, 3)).toEqual([89, 99, 123])
  })

  test('stands on a list once, and every row of every list belongs to one', () => {
    let rows = 0
    for (const { appearances } of RECORD.machines) {
      expect(new Set(appearances.map(({ list }) => list.index)).size).toBe(appearances.length)
      rows += appearances.length
    }
    expect(rows).toBe(67 * 500)
  })
})

describe('the record of a store', () => {
  const all = new Map<EditionId, (typeof EDITIONS)[number]>(EDITIONS.map((one) => [one.id, one]))
  const store = (ids: () => EditionId[]) =>
    ({
      current: async () => ids().flatMap((id) => all.get(id)?.version ?? []),
      edition: async (id: EditionId) => all.get(id) ?? null,
    }) as unknown as ListStore

  test('is built once and again only where a list is another', async () => {
    let ids: EditionId[] = ['2021-06', '2021-11']
    const one = store(() => ids)
    const first = await openRecord(one)
    expect(await openRecord(one)).toBe(first)
    expect(first.lists.map(({ id }) => id)).toEqual(['2021-06', '2021-11'])
    ids = ['2021-06', '2021-11', '2022-06']
    const next = await openRecord(one)
    expect(next.machine('180024')?.appearances.map(({ system }) => system.rank)).toEqual([10, 13])
  })

  test('of no list at all has no system', () => {
    expect(buildRecord([]).machines).toEqual([])
  })
})
