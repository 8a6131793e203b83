import { describe, expect, it } from 'vitest'
import { MAKER_CORRECTIONS } from '@/data/names/makers'
import { SITE_CORRECTIONS } from '@/data/names/sites'
import { findMatches } from '@/lib/compare/compare'
import { ORGANISATIONS } from '@/lib/compare/organisations'
import type { Lens } from '@/lib/model/organisation'
import type { System } from '@/lib/model/system'
import { namesOf } from '@/lib/names/name'
import { type SpellingChange, spellingChanges, unplacedSpellings } from '@/lib/record/spelling'
import { allLists } from '@/tests/fixtures/all-lists'

const LISTS = allLists()
const WITH_IDS = LISTS.filter(({ id }) => id >= '2017-11')
const CHANGES = spellingChanges(LISTS)
const FIELDS = ['country', 'continent', 'manufacturer', 'site'] as const

const told = ({ by, id, field, spellings }: SpellingChange) =>
  `${by} ${id} ${field} ${spellings.map(({ printed }) => printed).join(' > ')}`

/** Identities of which some row of the ledger says why they change their name. */
const EXPLAINED = new Set(
  CHANGES.flatMap(({ by, id, field, placed }) =>
    placed === 'handover' || placed === 'correction' ? [`${by} ${id} ${field}`] : [],
  ),
)

/** Every set of holders that an identity has over the lists, told where it is not one and no row says why. */
function lies(
  by: 'systemId' | 'siteId',
  field: (typeof FIELDS)[number],
  holders: (system: System, edition: (typeof WITH_IDS)[number]) => string,
): string[] {
  const seen = new Map<string, Set<string>>()
  for (const list of WITH_IDS)
    for (const system of list.systems) {
      const id = system[by]
      if (id === null) throw new Error(`${list.id} rank ${system.rank} has no ${by}`)
      seen.set(id, (seen.get(id) ?? new Set()).add(holders(system, list)))
    }
  return [...seen].flatMap(([id, held]) =>
    held.size > 1 && !EXPLAINED.has(`${by} ${id} ${field}`)
      ? [`${by} ${id}: ${[...held].join(' | ')}`]
      : [],
  )
}

describe('identities from November 2017 on do not lie', () => {
  it('stand on every row of the eighteen lists that print them', () => {
    expect(WITH_IDS).toHaveLength(18)
    const rows = WITH_IDS.flatMap(({ systems }) => systems)
    expect(rows.filter(({ systemId, siteId }) => !systemId || !siteId)).toEqual([])
    expect(new Set(rows.map(({ systemId }) => systemId)).size).toBe(1622)
    expect(new Set(rows.map(({ siteId }) => siteId)).size).toBe(555)
  })

  it.each(FIELDS)('a system keeps its %s by name on every list that has it', (field) => {
    const names = (system: System, { id }: (typeof WITH_IDS)[number]) =>
      namesOf(field, system, id)
        .map(({ name }) => name)
        .sort()
        .join(' / ')
    expect(lies('systemId', field, names)).toEqual([])
  })

  it('a site keeps its name on every list that has it', () => {
    expect(
      lies('siteId', 'site', (system, { id }) => namesOf('site', system, id)[0]?.name ?? ''),
    ).toEqual([])
  })

  it.each(
    ORGANISATIONS.flatMap((organisation) =>
      (['built-by', 'run-by'] as const).map((lens): [string, Lens, typeof organisation] => [
        organisation.label,
        lens,
        organisation,
      ]),
    ),
  )('what %s holds, %s, on one list it holds on every list', (_, lens, organisation) => {
    const held = new Map(
      WITH_IDS.map((list) => [
        list,
        new Set(findMatches(organisation, list.systems, lens, list.id).map(({ system }) => system)),
      ]),
    )
    const holds = (system: System, list: (typeof WITH_IDS)[number]) =>
      held.get(list)?.has(system) ? 'held' : 'not held'
    const field = lens === 'built-by' ? 'manufacturer' : 'site'
    expect(lies('systemId', field, holds)).toEqual([])
    if (lens === 'run-by') expect(lies('siteId', 'site', holds)).toEqual([])
  })
})

describe('the changes of spelling', () => {
  it('are each placed by a row of the ledger', () => {
    expect(CHANGES.filter(({ placed }) => placed === 'open').map(told)).toEqual([])
  })

  it('use every correction of the ledger', () => {
    const used = CHANGES.filter(({ placed }) => placed === 'correction')
    const rows = [...MAKER_CORRECTIONS, ...SITE_CORRECTIONS]
    expect(used.map(({ by, id, field }) => `${by} ${id} ${field}`).sort()).toEqual(
      rows.map(({ by, id, field }) => `${by} ${id} ${field}`).sort(),
    )
  })

  it('are 149 of a maker, 4 of a country, 118 of a continent and 17 of a site by its ID', () => {
    const count = (by: SpellingChange['by'], field: SpellingChange['field']) =>
      CHANGES.filter((change) => change.by === by && change.field === field).length
    expect([
      count('systemId', 'manufacturer'),
      count('systemId', 'country'),
      count('systemId', 'continent'),
      count('siteId', 'site'),
    ]).toEqual([149, 4, 118, 17])
  })

  it.each([
    ['systemId 180171 site West US3 > Microsoft Azure', 'one-name'],
    ['systemId 180236 manufacturer Microsoft > Microsoft Azure', 'one-name'],
    ['systemId 177824 manufacturer Cray Inc. > Cray/HPE > HPE', 'handover'],
    ['systemId 179595 manufacturer Huawei > xFusion', 'handover'],
    ['systemId 178083 manufacturer HPE > DELL EMC > DELL', 'correction'],
    ['systemId 179398 manufacturer IBM > IBM / NVIDIA / Mellanox', 'correction'],
    ['siteId 50507 site Automative Company > Manufacturing Company', 'correction'],
    ['siteId 50907 site STJU > Shanghai Jiao Tong University', 'one-name'],
  ])('%s is %s', (change, placed) => {
    expect(CHANGES.filter((one) => told(one) === change).map((one) => one.placed)).toEqual([placed])
  })

  it('are open where nothing says that two names are one', () => {
    const [before, after] = WITH_IDS.slice(-2)
    const [first] = after?.systems ?? []
    if (!before || !after || !first) throw new Error('the lists are there')
    const other = {
      ...after,
      systems: before.systems.map((system) =>
        system.rank === 1 ? { ...system, manufacturer: 'Fujitsu', site: 'Elsewhere' } : system,
      ),
    }
    const open = spellingChanges([before, other]).filter(({ placed }) => placed === 'open')
    expect(open.map(({ by, field, spellings }) => [by, field, spellings[1]?.printed])).toEqual([
      ['systemId', 'manufacturer', 'Fujitsu'],
      ['systemId', 'site', 'Elsewhere'],
      ['siteId', 'site', 'Elsewhere'],
    ])
  })
})

describe('the spellings that no row places', () => {
  it('are none on the bundled lists', () => {
    expect(unplacedSpellings(LISTS)).toEqual([])
  })

  it('are a maker, a country or a continent that is new, and a site like another', () => {
    const [last] = LISTS.slice(-1)
    if (!last) throw new Error('the lists are there')
    const systems = last.systems.map((system) =>
      system.rank > 2
        ? system
        : {
            ...system,
            manufacturer: 'HPE / Nova Forge',
            country: 'Wakanda',
            continent: 'Antarctica',
            site: system.rank === 1 ? 'C.E.R.N.' : 'A wholly new site',
          },
    )
    const span = { first: '2026-06', last: '2026-06' }
    expect(unplacedSpellings([{ id: '2026-06', systems }], ['CERN'])).toEqual([
      { field: 'country', printed: 'Wakanda', ...span, like: [] },
      { field: 'continent', printed: 'Antarctica', ...span, like: [] },
      { field: 'manufacturer', printed: 'Nova Forge', ...span, like: [] },
      { field: 'site', printed: 'C.E.R.N.', ...span, like: ['CERN'] },
    ])
  })
})
