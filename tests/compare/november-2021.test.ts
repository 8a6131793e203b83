import { describe, expect, it } from 'vitest'
import { compare } from '@/lib/compare/compare'
import { headline, jointNote, keyFigures, placesOf, sentenceOf } from '@/lib/compare/headline'
import { DEFAULT_VIEW } from '@/lib/link/view'
import { plain } from '@/lib/model/prose'
import { rankLabel } from '@/lib/record/tie'
import { bundledList } from '@/tests/fixtures/lists'

const list = bundledList('2021-11')
const built = compare(list, DEFAULT_VIEW)
const run = compare(list, { ...DEFAULT_VIEW, lens: 'run-by' })

const group = (comparison: typeof built, key: string) => {
  const found = comparison.groups.find(({ organisation }) => organisation.key === key)
  if (!found) throw new Error(`no group ${key}`)
  return found
}
const ranks = (comparison: typeof built, key: string) =>
  group(comparison, key).matches.map(({ system }) => system.rank)
const only = (key: string, lens: 'built-by' | 'run-by' = 'built-by') =>
  group(compare(list, { ...DEFAULT_VIEW, lens, focus: key, beside: [] }), key)

describe('the list of November 2021', () => {
  it('has 500 systems, ranks 1 to 500, from Fugaku to NA1', () => {
    expect(list.systems.map(({ rank }) => rank)).toEqual(
      Array.from({ length: 500 }, (_, i) => i + 1),
    )
    expect(list.systems[0]).toMatchObject({ name: 'Supercomputer Fugaku', rmax: 442010 })
    expect(list.systems[499]).toMatchObject({ name: 'NA1', rmax: 1649.11 })
    expect(Number(built.total.measures.rmax.value?.toFixed(2))).toBe(3036861.78)
  })

  it('has 70 new systems, one of them among the first ten', () => {
    const fresh = list.systems.filter((s) => s.previousRank === null && s.firstAppearance === 58)
    expect(fresh).toHaveLength(70)
    expect(fresh.filter(({ rank }) => rank <= 10).map(({ name }) => name)).toEqual(['Voyager-EUS2'])
  })

  it('has 155 systems in some tie', () => {
    expect(built.ties.size).toBe(155)
    expect([32, 33, 34, 35].map((rank) => built.ties.get(rank))).toEqual(
      Array(4).fill({ rank: 32, size: 4 }),
    )
    expect(built.ties.get(10)).toBeUndefined()
  })

  it('misses power on 321 rows and HPCG on 405', () => {
    expect(built.total.measures.power).toMatchObject({ known: 179, missing: 321 })
    expect(list.systems.filter(({ hpcg }) => hpcg === null)).toHaveLength(405)
  })

  it.each([
    ['China', 173, 17.5],
    ['United States', 149, 32.5],
    ['Japan', 32, 20.7],
  ])('has systems in %s: %i, %f %% of Rmax', (country, count, share) => {
    const found = only(`country:${country}`)
    expect(found.matches).toHaveLength(count)
    expect(Number(found.measures.share.value?.toFixed(1))).toBe(share)
  })

  it.each([
    ['Germany', 26],
    ['France', 19],
  ])('has systems in %s: %i', (country, count) => {
    expect(only(`country:${country}`).matches).toHaveLength(count)
  })

  it.each([
    ['Lenovo', 180, 'Lenovo', 182],
    ['HPE', 84, 'HPE', 84],
    ['Inspur', 50, 'Inspur', 51],
    ['Atos', 40, 'Atos, Bull and Eviden', 40],
    ['Sugon', 36, 'Sugon', 36],
    ['DELL EMC', 16, 'Dell', 16],
    ['Fujitsu', 14, 'Fujitsu', 15],
    ['Nvidia', 14, 'NVIDIA', 19],
    ['NEC', 10, 'NEC', 11],
    ['Huawei', 7, 'Huawei', 7],
    ['IBM', 6, 'IBM', 9],
    ['Penguin Computing', 6, 'Penguin Computing', 6],
    ['Microsoft Azure', 5, 'Microsoft Azure', 5],
  ])(
    'prints the manufacturer %s on %i rows; %s built so many alone, and %i with partners',
    (printed, alone, name, all) => {
      expect(list.systems.filter(({ manufacturer }) => manufacturer === printed)).toHaveLength(
        alone,
      )
      const { matches } = only(`manufacturer:${name}`)
      expect(matches.filter(({ partners }) => partners.length === 0)).toHaveLength(alone)
      expect(matches).toHaveLength(all)
    },
  )
})

describe('Microsoft Azure', () => {
  it('built five systems: rank 10 and four that tie at 32', () => {
    expect(ranks(built, 'azure')).toEqual([10, 32, 33, 34, 35])
    expect(plain(headline(built))).toBe(
      'Microsoft Azure built 5 of the 500 systems: rank 10 and four tied at 32. Together 96.4 Pflop/s, 3.17 % of the list.',
    )
  })

  it('holds 96,410 TFlop/s on 883,200 cores, and no power figure on any row', () => {
    const { measures } = group(built, 'azure')
    expect(measures.rmax).toEqual({ value: 96410, known: 5, missing: 0 })
    expect(measures.share.value?.toFixed(2)).toBe('3.17')
    expect(measures.cores).toEqual({ value: 883200, known: 5, missing: 0 })
    expect(measures['best-rank'].value).toBe(10)
    expect(measures.power).toEqual({ value: null, known: 0, missing: 5 })
    // (30050 + 4 × 16590) / (39531.15 + 4 × 24557.23) = 96410 / 137760.07
    expect(measures.efficiency.value?.toFixed(2)).toBe('69.98')
  })

  it('shares its rank among the four Pioneers, so that no order among them is told', () => {
    const pioneers = group(built, 'azure')
      .matches.slice(1)
      .map(({ system }) => system.rank)
    expect(pioneers.map((rank) => rankLabel(rank, built.ties))).toEqual([
      '=32',
      '=32',
      '=32',
      '=32',
    ])
    expect(rankLabel(10, built.ties)).toBe('10')
    expect(placesOf(group(built, 'azure'), built)).toBe('rank 10 and four tied at 32')
  })

  it('runs the same five by site', () => {
    expect(ranks(run, 'azure')).toEqual([10, 32, 33, 34, 35])
    expect(group(run, 'azure').matches.map(({ alias }) => alias.name)).toEqual(
      Array(5).fill('Microsoft Azure'),
    )
  })

  it('is not Microsoft: Microsoft runs a sixth, at rank 206, that NVIDIA built', () => {
    expect(only('microsoft').matches.map(({ system }) => system.rank)).toEqual([10, 32, 33, 34, 35])
    const runs = only('microsoft', 'run-by').matches.map(({ system }) => system)
    expect(runs.map(({ rank }) => rank)).toEqual([10, 32, 33, 34, 35, 206])
    expect(runs[5]).toMatchObject({
      name: 'Hypercluster',
      site: 'Microsoft Research',
      manufacturer: 'Nvidia',
      rmax: 2666,
    })
  })

  it('is told with its neighbours', () => {
    const figures = Object.fromEntries(
      keyFigures(built).map(({ context, ...figure }) => [
        figure.label,
        { ...figure, context: plain(context) },
      ]),
    )
    expect(figures['Best rank']?.value).toBe('10')
    expect(figures['Best rank']?.context).toBe(
      'Voyager-EUS2, 30.05 Pflop/s, between HPC5 (rank 9, 35.45 Pflop/s) and SSC-21 (rank 11, 25.177 Pflop/s)',
    )
    expect(figures.Power).toMatchObject({
      value: 'not given',
      context: 'missing on all 5 rows, and on 321 of 500 in the list',
    })
  })
})

describe('the others', () => {
  it('Meta: one, rank 139, built by itself and printed as Facebook', () => {
    for (const comparison of [built, run]) {
      const [match] = group(comparison, 'meta').matches
      expect(match?.system).toMatchObject({
        rank: 139,
        site: 'Facebook',
        manufacturer: 'Self-made',
        name: null,
        rmax: 3307,
      })
      expect(group(comparison, 'meta').matches).toHaveLength(1)
    }
    expect(plain(sentenceOf(group(run, 'meta'), run))).toBe(
      'Meta ran 1 of the 500 systems: rank 139. That system reaches 3.307 Pflop/s, 0.109 % of the list.',
    )
  })

  it('a page that asks who runs them tells of Azure and Microsoft apart', () => {
    expect(plain(headline(run))).toBe(
      'Microsoft Azure ran 5 of the 500 systems: rank 10 and four tied at 32. Together 96.4 Pflop/s, 3.17 % of the list.',
    )
    expect(plain(sentenceOf(only('microsoft', 'run-by'), run))).toBe(
      'Microsoft (Azure and Research) ran 6 of the 500 systems: ranks 10 and 206 and four tied at 32. Together 99.1 Pflop/s, 3.26 % of the list.',
    )
  })

  it('IBM: built 9, six alone and three with partners, and runs none', () => {
    expect(ranks(built, 'ibm')).toEqual([2, 3, 18, 26, 29, 57, 145, 186, 279])
    expect(
      group(built, 'ibm').matches.map(({ system, partners }) => [system.rank, partners]),
    ).toEqual([
      [2, []],
      [3, ['NVIDIA', 'Mellanox']],
      [18, []],
      [26, ['NVIDIA', 'Mellanox']],
      [29, []],
      [57, []],
      [145, []],
      [186, ['Lenovo']],
      [279, []],
    ])
    expect(ranks(run, 'ibm')).toEqual([])
    expect(plain(sentenceOf(group(run, 'ibm'), run))).toBe(
      'IBM ran none of the 500 systems on the list of November 2021.',
    )
  })

  it('IBM: six systems are printed as IBM, two with NVIDIA and Mellanox, one with Lenovo', () => {
    const ranksOf = (name: string) =>
      only(`manufacturer:${name}`).matches.map(({ system, partners }) => [
        system.rank,
        partners.length,
      ])
    expect(ranksOf('IBM')).toEqual([
      [2, 0],
      [3, 2],
      [18, 0],
      [26, 2],
      [29, 0],
      [57, 0],
      [145, 0],
      [186, 1],
      [279, 0],
    ])
    expect(ranksOf('IBM / NVIDIA / Mellanox')).toEqual([
      [3, 0],
      [26, 0],
    ])
    expect(ranksOf('Lenovo / IBM')).toEqual([[186, 0]])
  })

  it('NVIDIA: takes part in five systems under three joint names', () => {
    const joint = group(built, 'nvidia').matches.filter(({ partners }) => partners.length > 0)
    expect(joint.map(({ system }) => system.manufacturer).sort()).toEqual([
      'IBM / NVIDIA / Mellanox',
      'IBM / NVIDIA / Mellanox',
      'NVIDIA, Inspur',
      'YANDEX, NVIDIA',
      'YANDEX, NVIDIA',
    ])
    expect(only('site:NVIDIA Corporation').matches).toHaveLength(6)
  })

  it('NVIDIA: builds 14 alone and takes part in 5 more, and runs 6', () => {
    const matches = group(built, 'nvidia').matches
    expect(matches).toHaveLength(19)
    expect(matches.filter(({ partners }) => partners.length > 0)).toHaveLength(5)
    expect(ranks(run, 'nvidia')).toHaveLength(6)
  })

  it('a system with two partners counts for both and once in the whole list', () => {
    expect(built.shared.map(({ system, groups }) => [system.rank, groups])).toEqual([
      [3, ['ibm', 'nvidia']],
      [26, ['ibm', 'nvidia']],
      [53, ['lenovo', 'fujitsu']],
      [186, ['ibm', 'lenovo']],
    ])
    expect(plain(jointNote(built) ?? '')).toContain('for IBM and NVIDIA')
    const shown = new Set(
      built.groups.flatMap(({ matches }) => matches.map(({ system }) => system)),
    )
    expect(shown.size + built.others.systems.length).toBe(500)
  })
})
