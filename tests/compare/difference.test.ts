import { describe, expect, it } from 'vitest'
import { difference, listFigures, overlap } from '@/lib/compare/difference'
import type { Edition } from '@/lib/model/edition'
import type { System } from '@/lib/model/system'
import { bundledList } from '@/tests/fixtures/lists'

const june = bundledList('2021-06')
const november = bundledList('2021-11')

const with_ = (list: Edition, change: (system: System) => System): Edition => ({
  ...list,
  systems: list.systems.map(change),
})

describe('the figures of a list', () => {
  it('are its sum, its first and its last system', () => {
    expect(listFigures(november)).toEqual({
      edition: '2021-11',
      systems: 500,
      rmaxSum: 3036861.78377,
      top: { rank: 1, name: 'Supercomputer Fugaku', rmax: 442010 },
      entry: { rank: 500, name: 'NA1', rmax: 1649.11 },
    })
  })

  it('name no system where there is none', () => {
    expect(listFigures({ id: '2021-11', number: 58, systems: [] })).toEqual({
      edition: '2021-11',
      systems: 0,
      rmaxSum: 0,
      top: null,
      entry: null,
    })
  })
})

describe('two neighbouring lists', () => {
  it('share what was there before: 70 of the systems of November 2021 are new', () => {
    expect(overlap(june, november)).toEqual({ shared: 430, joined: 70, left: 70 })
  })

  it('are linked by the previous rank where no identity is printed', () => {
    const bare = (list: Edition) => with_(list, (system) => ({ ...system, systemId: null }))
    expect(overlap(bare(june), bare(november))).toEqual({ shared: 430, joined: 70, left: 70 })
  })

  it('are linked by site, computer and Rmax where not even that is printed', () => {
    const bare = (list: Edition) =>
      with_(list, (system) => ({ ...system, systemId: null, previousRank: null }))
    const moved: Edition = {
      ...bare(november),
      systems: bare(november).systems.map((system) => ({ ...system, rank: system.rank + 1 })),
    }
    expect(overlap({ ...bare(november), id: '2021-06', number: 57 }, moved)).toEqual({
      shared: 500,
      joined: 0,
      left: 0,
    })
    const faster = with_(moved, (system) => ({ ...system, rmax: (system.rmax ?? 0) + 1 }))
    expect(overlap({ ...bare(november), id: '2021-06', number: 57 }, faster).shared).toBe(0)
  })

  it('link each system once, even where several are alike', () => {
    const [one] = june.systems
    if (!one) throw new Error('The list is empty.')
    const alike = { ...one, systemId: null, previousRank: null }
    const before: Edition = { id: '1997-06', number: 9, systems: [alike, { ...alike, rank: 2 }] }
    const after: Edition = {
      id: '1997-11',
      number: 10,
      systems: [alike, { ...alike, rank: 2 }, { ...alike, rank: 3 }],
    }
    expect(overlap(before, after)).toEqual({ shared: 2, joined: 1, left: 0 })
  })
})

describe('two versions of a list', () => {
  it('that are equal differ in nothing', () => {
    expect(difference(november, bundledList('2021-11'))).toEqual({
      shared: 500,
      joined: 0,
      left: 0,
      cells: 0,
      changedSystems: 0,
      columns: [],
      changes: [],
      newcomers: [],
      leavers: [],
    })
  })

  it('differ cell by cell, with the column in words and a figure that is not given as null', () => {
    const corrected = with_(november, (system) =>
      system.rank === 10 ? { ...system, name: 'Voyager', power: 1234 } : system,
    )
    const found = difference(november, corrected)
    expect([found.shared, found.cells, found.changedSystems]).toEqual([500, 2, 1])
    expect(found.columns).toEqual([
      { column: 'Name', cells: 1 },
      { column: 'Power [kW]', cells: 1 },
    ])
    expect(found.changes).toEqual([
      { rank: 10, name: 'Voyager', column: 'Name', before: 'Voyager-EUS2', after: 'Voyager' },
      { rank: 10, name: 'Voyager', column: 'Power [kW]', before: null, after: 1234 },
    ])
  })

  it('follow a system that moved instead of comparing it with who took its rank', () => {
    const [first, second, ...rest] = november.systems
    if (!first || !second) throw new Error('The list is short.')
    const swapped = {
      ...november,
      systems: [{ ...second, rank: 1 }, { ...first, rank: 2 }, ...rest],
    }
    expect(difference(november, swapped).changes).toEqual([
      { rank: 1, name: 'Summit', column: 'Rank', before: 2, after: 1 },
      { rank: 2, name: 'Supercomputer Fugaku', column: 'Rank', before: 1, after: 2 },
    ])
  })

  it('compare what stands at one rank where nothing else links it', () => {
    const renamed = with_(november, (system) =>
      system.rank === 500 ? { ...system, systemId: '999999', site: 'Elsewhere' } : system,
    )
    expect(difference(november, renamed)).toMatchObject({
      shared: 500,
      joined: 0,
      changes: [
        { rank: 500, column: 'Site', after: 'Elsewhere' },
        { rank: 500, column: 'System ID', after: '999999' },
      ],
    })
  })

  it('name who is new and who is gone, and show sixty cells and twenty systems at most', () => {
    const short = { ...november, systems: november.systems.slice(0, 470) }
    const grown = difference(short, november)
    expect([grown.joined, grown.left, grown.newcomers.length]).toEqual([30, 0, 20])
    expect(grown.newcomers[0]?.rank).toBe(471)
    const shrunk = difference(november, short)
    expect([shrunk.left, shrunk.leavers.length, shrunk.leavers[0]?.rank]).toEqual([30, 20, 471])
    const slower = with_(november, (system) => ({ ...system, nhalf: 7 }))
    const many = difference(november, slower)
    expect([many.cells, many.changedSystems, many.changes.length]).toEqual([500, 500, 60])
  })
})
