import { describe, expect, it } from 'vitest'
import { compare } from '@/lib/compare/compare'
import { headline } from '@/lib/compare/headline'
import { handoverNotes, printedNotes } from '@/lib/compare/printed'
import { shownRows } from '@/lib/compare/rows'
import { DEFAULT_VIEW } from '@/lib/link/view'
import type { EditionId } from '@/lib/model/edition'
import type { Lens } from '@/lib/model/organisation'
import { plain } from '@/lib/model/prose'
import { bundledList } from '@/tests/fixtures/lists'

/** What a page says of an organisation on a list: its headline, what is printed, and who took its business over. */
function said(edition: EditionId, focus: string, lens: Lens = 'built-by') {
  const comparison = compare(bundledList(edition), { ...DEFAULT_VIEW, lens, focus, beside: [] })
  const [group] = comparison.groups
  if (!group) throw new Error(`nothing is known of ${focus}`)
  return {
    comparison,
    headline: plain(headline(comparison)),
    printed: printedNotes(group, comparison),
    handovers: handoverNotes(group, comparison),
  }
}

describe('an organisation on a list that prints it otherwise', () => {
  it('South Korea had four systems on June 2011, printed as Korea, South', () => {
    const { headline: sentence, printed } = said('2011-06', 'country:South Korea')
    expect(sentence).toContain('South Korea had 4 of the 500 systems:')
    expect(printed).toEqual(['The list of June 2011 prints South Korea as “Korea, South”.'])
    expect(said('2021-11', 'country:South Korea').printed).toEqual([])
  })

  it('Azure ran six systems on June 2023, Explorer-WUS3 at West US3 among them', () => {
    const { comparison, headline: sentence, printed } = said('2023-06', 'azure', 'run-by')
    expect(sentence).toBe(
      'Microsoft Azure ran 6 of the 500 systems: ranks 11 and 16 and four tied at 42. Together 150 Pflop/s, 2.87 % of the list.',
    )
    expect(printed).toEqual([
      'The list of June 2023 prints Microsoft Azure as “West US3”, “Azure East US 2”, “Azure East US”, “Azure South Central US”, “Azure West Europe” and “Azure West US 2”.',
    ])
    const [first] = shownRows(comparison, 'rank')
    expect(first?.system).toMatchObject({ name: 'Explorer-WUS3', site: 'West US3' })
    expect(first?.names.site).toMatchObject({ name: 'Microsoft Azure', printed: 'West US3' })
  })

  it.each([
    ['2011-06', 0],
    ['2012-11', 1],
    ['2021-06', 4],
    ['2021-11', 5],
    ['2022-11', 5],
    ['2023-06', 6],
    ['2023-11', 7],
    ['2024-06', 7],
    ['2024-11', 8],
    ['2026-06', 8],
  ] as const)('Azure ran on the list of %s %i systems', (edition, count) => {
    expect(said(edition, 'azure', 'run-by').comparison.groups[0]?.matches).toHaveLength(count)
  })

  it('Cray has its systems under HPE by 2022, and the sentence that it has none says so', () => {
    expect(said('2024-06', 'manufacturer:Cray').headline).toBe(
      'Cray built none of the 500 systems on the list of June 2024. From November 2019 on, systems of Cray are printed as HPE’s: HPE took Cray over in September 2019.',
    )
    const before = said('2019-06', 'manufacturer:Cray')
    expect([before.handovers, before.printed]).toEqual([
      [],
      ['The list of June 2019 prints Cray as “Cray Inc.”.'],
    ])
  })

  it('Cray is found in joint names with whoever stands first', () => {
    const { comparison } = said('2020-06', 'manufacturer:Cray')
    const makers = comparison.groups[0]?.matches.map(({ system }) => system.manufacturer) ?? []
    expect([makers.length, makers.filter((maker) => maker === 'Cray/HPE').length]).toEqual([38, 36])
  })

  it('Galicia’s garbled letters are mended, and told', () => {
    const site = 'site:Centro de Supercomputación de Galicia'
    const { headline: sentence, printed } = said('1993-11', site)
    expect(sentence).toContain('Centro de Supercomputación de Galicia ran 1 of the 500 systems:')
    expect(printed).toEqual([
      'The list of November 1993 prints Centro de Supercomputación de Galicia as “Centro de SupercomputaciÃ³n de Galicia”, with garbled letters that are mended here.',
    ])
  })
})

describe('the rows', () => {
  it('sort by name, and keep what is printed beside it', () => {
    const comparison = compare(bundledList('2019-11'), {
      ...DEFAULT_VIEW,
      focus: 'country:South Korea',
      beside: ['country:Singapore', 'country:Spain'],
    })
    const countries = shownRows(comparison, 'country').map(({ names }) => names.country?.name)
    expect([countries[0], countries.at(-1)]).toEqual(['Singapore', 'Spain'])
    expect(countries.indexOf('South Korea')).toBeGreaterThan(countries.lastIndexOf('Singapore'))
    expect(new Set(shownRows(comparison, 'country').map(({ system }) => system.country))).toContain(
      'Korea, South',
    )
  })
})
