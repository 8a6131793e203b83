import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { bundledTexts, namesIndexText, printedTexts } from '@/lib/store/names-index'
import { allLists } from '@/tests/fixtures/all-lists'

describe('the index of printed names', () => {
  it('is what the snapshots print, as the importer writes it', () => {
    const file = new URL('../../data/lists/names.json', import.meta.url)
    expect(readFileSync(file, 'utf8')).toBe(namesIndexText(printedTexts(allLists())))
  })

  it.each([
    ['country', 'Korea, South', '1993-06', '2019-11'],
    ['continent', 'Americas', '1993-06', '2019-11'],
    ['manufacturer', 'IBM / NVIDIA / Mellanox', '2018-11', '2025-11'],
    ['site', 'West US3', '2023-06', '2023-11'],
    ['site', 'CERN', '1993-11', '2009-06'],
  ] as const)('has the %s “%s” from %s to %s', (...text) => {
    expect(bundledTexts()).toContainEqual(text)
  })

  it('has 68 countries, 7 continents, 173 manufacturers and 2,622 sites', () => {
    const count = (field: string) => bundledTexts().filter(([of]) => of === field).length
    expect(['country', 'continent', 'manufacturer', 'site'].map(count)).toEqual([68, 7, 173, 2622])
  })
})
