import { describe, expect, it } from 'vitest'
import { compare } from '@/lib/compare/compare'
import { headline } from '@/lib/compare/headline'
import { DEFAULT_VIEW } from '@/lib/link/view'
import type { EditionId } from '@/lib/model/edition'
import { plain } from '@/lib/model/prose'
import { bundledList } from '@/tests/fixtures/lists'

/** A system of a list by its identity. */
const systemOf = (edition: EditionId, id: string) =>
  bundledList(edition).systems.find(({ systemId }) => systemId === id)

/** What Azure holds on a list, by who built it or who runs it. */
function azure(edition: EditionId, lens: 'built-by' | 'run-by') {
  const { groups } = compare(bundledList(edition), { ...DEFAULT_VIEW, lens, beside: [] })
  return (groups[0]?.matches ?? []).map(({ system }) => system.rank)
}

describe('Voyager-EUS2', () => {
  it.each([
    ['2021-11', 10, 'Azure East US 2'],
    ['2022-06', 13, 'Azure East US 2'],
    ['2022-11', 14, 'Azure East US 2'],
    ['2023-06', 16, 'Azure East US 2'],
    ['2023-11', 23, 'Microsoft Azure'],
    ['2024-06', 26, 'Microsoft Azure'],
    ['2024-11', 42, 'Microsoft Azure'],
    ['2025-06', 56, 'Microsoft Azure'],
  ] as const)(
    'stands on the list of %s at rank %i, at the site %s, and is Azure’s by both lenses',
    (edition, rank, site) => {
      expect(systemOf(edition, '180024')).toMatchObject({
        name: 'Voyager-EUS2',
        rank,
        site,
        rmax: 30050,
      })
      expect(azure(edition, 'built-by')).toContain(rank)
      expect(azure(edition, 'run-by')).toContain(rank)
    },
  )

  it('is on no list before November 2021', () => {
    expect(systemOf('2021-06', '180024')).toBeUndefined()
  })
})

describe('Eagle', () => {
  it.each([
    ['2023-11', 3, 'Microsoft'],
    ['2024-06', 3, 'Microsoft Azure'],
    ['2024-11', 4, 'Microsoft Azure'],
    ['2025-06', 5, 'Microsoft Azure'],
  ] as const)(
    'is on the list of %s at rank %i, printed as built by %s, and counts as Azure’s',
    (edition, rank, manufacturer) => {
      expect(systemOf(edition, '180236')).toMatchObject({ name: 'Eagle', rank, manufacturer })
      expect(azure(edition, 'built-by')).toContain(rank)
      expect(azure(edition, 'run-by')).toContain(rank)
    },
  )
})

describe('Faenov, the first system at Azure', () => {
  it.each([
    ['2013-06', 241],
    ['2013-11', 309],
  ] as const)(
    'is on the list of %s at rank %i, run by Azure and built by Hewlett-Packard',
    (edition, rank) => {
      expect(bundledList(edition).systems[rank - 1]).toMatchObject({
        name: 'Faenov',
        site: 'Microsoft Windows Azure',
        manufacturer: 'Hewlett-Packard',
      })
      expect(azure(edition, 'run-by')).toEqual([rank])
      expect(azure(edition, 'built-by')).toEqual([])
    },
  )
})

describe('a list before Azure', () => {
  it('says that it has none of the systems', () => {
    const none = compare(bundledList('2011-11'), DEFAULT_VIEW)
    expect(plain(headline(none))).toBe(
      'Microsoft Azure built none of the 500 systems on the list of November 2011.',
    )
  })
})
