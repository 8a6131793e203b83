import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { DIMENSIONS } from '@/lib/compare/grouping'
import {
  FILTERS,
  filterChoices,
  filterSystems,
  filterWords,
  parseFiltered,
  settleFiltered,
  writeFiltered,
} from '@/lib/link/filter'
import { readList } from '@/lib/list/csv'
import { sumRmax } from '@/lib/list/sum'
import { parseEditionId } from '@/lib/model/edition'

const listOf = (name: string) => {
  const id = parseEditionId(name)
  if (!id) throw new Error('There is no such list.')
  return { id, systems: readList(readFileSync(`data/lists/${name}.csv`, 'utf8')) }
}
const NOVEMBER = listOf('2021-11')
const { id, systems } = NOVEMBER
const of = (query: string, { id, systems } = NOVEMBER) => {
  const asked = parseFiltered(Object.fromEntries(new URLSearchParams(query)))
  const only = settleFiltered(asked, systems, id)
  const found = filterSystems(systems, id, only)
  return { only, found, words: filterWords(only) }
}

describe('a filter', () => {
  // Counted by hand from the workbook of November 2021.
  it.each([
    ['country=China', 173, 530072.39188, 'in China'],
    ['country=China&manufacturer=Lenovo', 81, 188880.748, 'in China, built by Lenovo'],
    ['country=Germany', 26, 181424.39, 'in Germany'],
    [
      'country=Germany&accelerator-maker=NVIDIA',
      5,
      72687.6,
      'in Germany, with accelerators by NVIDIA',
    ],
    ['segment=Vendor', 15, null, 'of the segment Vendor'],
    ['', 500, 3036861.78377, ''],
  ])('of the link “%s” holds for %i systems', (query, count, rmax, words) => {
    const { found, words: said } = of(query)
    expect(found).toHaveLength(count)
    if (rmax !== null) expect(sumRmax(found)).toBe(rmax)
    expect(said).toBe(words)
  })

  it('asks by the name of the ledger: the four of June 2011 that were printed “Korea, South” in South Korea', () => {
    const june = listOf('2011-06')
    for (const name of ['South Korea', 'south korea', 'Korea, South']) {
      expect(of(`country=${name}`, june).found).toHaveLength(4)
      expect(of(`country=${name}`, june).words).toBe('in South Korea')
    }
    expect(of('country=South Korea').found).toHaveLength(7)
    expect(of('manufacturer=Atos').words).toBe('built by Atos, Bull and Eviden')
  })

  it('takes a joint maker for each of its partners', () => {
    const { found } = of('manufacturer=IBM')
    expect(found).toHaveLength(9)
    expect(found.map(({ manufacturer }) => manufacturer)).toContain('Lenovo/IBM')
  })

  it('is written as it was read, in the order of the table, and what is no name is left out', () => {
    expect(String(writeFiltered(of('manufacturer=Lenovo&country=China').only))).toBe(
      'country=China&manufacturer=Lenovo',
    )
    expect(of(`country=${'x'.repeat(200)}`).only).toEqual({ country: 'x'.repeat(200) })
    expect(of(`country=${'x'.repeat(200)}`).found).toEqual([])
    expect(of(`country=${'x'.repeat(201)}`).only).toEqual({})
    expect(of('country=&colour=red').only).toEqual({})
  })

  it('is there for every way to group systems', () => {
    expect(FILTERS.map(({ codec }) => codec.parameter)).toEqual(DIMENSIONS.map(({ key }) => key))
  })
})

describe('the choices of a filter', () => {
  const choices = (key: string, query: string) => {
    const filter = FILTERS.find(({ dimension }) => dimension.key === key)
    return filter ? filterChoices(filter, systems, id, of(query).only) : []
  }

  it('are the groups with their numbers, the largest first', () => {
    expect(choices('segment', '')).toEqual([
      { name: 'Industry', systems: 258 },
      { name: 'Research', systems: 108 },
      { name: 'Academic', systems: 76 },
      { name: 'Government', systems: 31 },
      { name: 'Vendor', systems: 15 },
      { name: 'Others', systems: 12 },
    ])
  })

  it('count among the systems for which everything else holds, and not what is chosen here', () => {
    const makers = choices('manufacturer', 'country=Germany&manufacturer=NEC')
    expect(makers.slice(0, 3)).toEqual([
      { name: 'Atos, Bull and Eviden', systems: 7 },
      { name: 'Lenovo', systems: 7 },
      { name: 'NEC', systems: 7 },
    ])
  })

  it('hold what is asked for also where no system is in it', () => {
    expect(choices('country', 'country=Atlantis').at(-1)).toEqual({ name: 'Atlantis', systems: 0 })
  })
})
