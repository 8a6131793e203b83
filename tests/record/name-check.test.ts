import { describe, expect, it } from 'vitest'
import type { System } from '@/lib/model/system'
import { checkNames } from '@/lib/record/name-check'
import { bundledList } from '@/tests/fixtures/lists'

const before = bundledList('2023-06')
const list = bundledList('2023-11')
const after = bundledList('2024-06')

/** The list with other fields at some ranks. */
const changed = (changes: Readonly<Record<number, Partial<System>>>) => ({
  id: list.id,
  systems: list.systems.map((system) => ({ ...system, ...changes[system.rank] })),
})

describe('the names of a new list', () => {
  it('are all placed where it is the published one, and tell what its neighbours print otherwise', () => {
    const { changes, unplaced, counts } = checkNames(list, [before, after])
    expect([counts.open, counts.unplaced, unplaced]).toEqual([0, 0, []])
    const eagle = changes.find(({ id, field }) => id === '180236' && field === 'manufacturer')
    expect(eagle?.spellings.map(({ printed, first }) => [printed, first])).toEqual([
      ['Microsoft', '2023-11'],
      ['Microsoft Azure', '2024-06'],
    ])
    expect(eagle?.placed).toBe('one-name')
  })

  it('tell a maker, a country and a like site that no row places, and an identity that changes', () => {
    const { changes, unplaced, counts } = checkNames(
      changed({
        1: { manufacturer: 'Nova Forge', country: 'Wakanda' },
        2: { site: 'C.E.R.N.' },
      }),
      [before, after],
    )
    expect(unplaced.map(({ field, printed, like }) => [field, printed, like])).toEqual([
      ['country', 'Wakanda', []],
      ['manufacturer', 'Nova Forge', []],
      ['site', 'C.E.R.N.', ['CERN']],
    ])
    // Frontier is System ID 180047 at rank 1; rank 2, Aurora, is new in November 2023 and stands again in June 2024.
    const open = changes.slice(0, counts.open)
    expect(open.every(({ placed }) => placed === 'open')).toBe(true)
    expect(open.map(({ by, id, field }) => `${by} ${id} ${field}`)).toEqual([
      'systemId 180047 country',
      'systemId 180047 manufacturer',
      'systemId 180183 site',
      'siteId 47347 site',
    ])
  })

  it('are held against the ledger alone where there is no neighbour', () => {
    expect(checkNames(list, []).counts).toEqual({ changes: 0, open: 0, unplaced: 0 })
  })

  it('are told up to sixty, and counted beyond', () => {
    const many = {
      id: list.id,
      systems: list.systems.map((system) => ({ ...system, manufacturer: `Maker ${system.rank}` })),
    }
    const { changes, unplaced, counts } = checkNames(many, [before, after])
    expect([changes.length, unplaced.length, counts.unplaced]).toEqual([60, 60, 500])
    expect(changes.every(({ placed }) => placed === 'open')).toBe(true)
  })
})
