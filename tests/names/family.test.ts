import { describe, expect, test } from 'vitest'
import { ACCELERATED, ACCELERATOR_FAMILIES, ACCELERATOR_MAKERS } from '@/data/families/accelerator'
import { INTERCONNECT_CLASSES, INTERCONNECTS } from '@/data/families/interconnect'
import { OPERATING_SYSTEMS } from '@/data/families/operating-system'
import { PROCESSOR_MAKERS } from '@/data/families/processor-maker'
import type { EditionId } from '@/lib/model/edition'
import type { FamilyTable } from '@/lib/model/family'
import type { System } from '@/lib/model/system'
import { familyOf } from '@/lib/names/family'
import { snapshot, snapshotEditions } from '../list/snapshots'

const TABLES: Readonly<Record<string, FamilyTable>> = {
  'processor makers': PROCESSOR_MAKERS,
  'accelerated or not': ACCELERATED,
  'accelerator makers': ACCELERATOR_MAKERS,
  'accelerator families': ACCELERATOR_FAMILIES,
  interconnects: INTERCONNECTS,
  'interconnect classes': INTERCONNECT_CLASSES,
  'operating systems': OPERATING_SYSTEMS,
}
const LISTS = snapshotEditions.map((id) => ({ id: id as EditionId, systems: snapshot(id) }))
const ROWS = LISTS.flatMap(({ id, systems }) => systems.map((system) => ({ id, system })))

const some = (fields: Partial<System>) => {
  const [first] = snapshot('2021-11')
  if (!first) throw new Error('November 2021 has no system.')
  return { ...first, ...fields }
}
const of = (table: FamilyTable, fields: Partial<System>, edition: EditionId = '2021-11') =>
  familyOf(table, some(fields), edition)

describe.each(Object.entries(TABLES))('the table of %s', (_, table) => {
  test('places every text that the 67 lists print', () => {
    const unplaced = new Set(
      ROWS.flatMap(({ id, system }) => {
        const family = familyOf(table, system, id)
        return family && !family.placed ? [`${id} ${family.name}`] : []
      }),
    )
    expect([...unplaced]).toEqual([])
  })

  test('has no row and no spelling that no list needs', () => {
    const used = new Set(ROWS.map(({ id, system }) => familyOf(table, system, id)?.name))
    expect(table.rows.map(({ name }) => name).filter((name) => !used.has(name))).toEqual([])
    const idle = table.rows.flatMap(({ name, spellings }) =>
      spellings.flatMap(({ field, printed, match, from, to }) =>
        printed
          .filter(
            (text) =>
              !ROWS.some(
                ({ id, system }) =>
                  (!from || from <= id) &&
                  (!to || id <= to) &&
                  (match === 'prefix'
                    ? String(system[field] ?? '').startsWith(text)
                    : system[field] === text),
              ),
          )
          .map((text) => `${name}: ${text}`),
      ),
    )
    expect(idle).toEqual([])
  })
})

describe('a family', () => {
  test('of what no row places is the printed text, told as not placed', () => {
    expect(of(ACCELERATOR_MAKERS, { accelerator: 'Quantum 1' })).toEqual({
      name: 'Quantum 1',
      members: ['Quantum 1'],
      placed: false,
    })
  })

  test('of what the list does not give is none', () => {
    expect(of(ACCELERATOR_MAKERS, { accelerator: null })).toBe(null)
    expect(of(INTERCONNECTS, { interconnectFamily: 'N/A' }, '1995-06')).toBe(null)
    expect(of(OPERATING_SYSTEMS, { osFamily: null, operatingSystem: 'N/A' }, '1995-06')).toBe(null)
  })

  test.each([
    ['NVIDIA Tesla K40/Intel Xeon Phi 7120P', ['NVIDIA', 'Intel']],
    ['Xeon Phi 5120D/Nvidia K40', ['Intel', 'NVIDIA']],
    ['NDIVA M2090/Intel Xeon Phi 7120P', ['NVIDIA', 'Intel']],
    ['Nvidia H100 SXM5 94Gb', ['NVIDIA']],
    ['ATI HD 5870', ['AMD']],
    ['None', ['No accelerator']],
  ])('of accelerators “%s” has the makers %j', (accelerator, wanted) => {
    expect(of(ACCELERATOR_MAKERS, { accelerator })?.members).toEqual(wanted)
  })

  test.each([
    ['AMD x86_64', 'Hygon Dhyana 32C 2GHz', 'Hygon'],
    ['X86_64', 'Hygon Dhyana 32C 2GHz', 'Hygon'],
    ['AMD x86_64', 'Opteron 6276 16C 2.3GHz', 'AMD'],
    ['Others', 'Sunway SW26010 260C 1.45GHz', 'Sunway'],
    ['ShenWei', 'Sunway SW26010 260C 1.45GHz', 'Sunway'],
    ['Sparc', 'SPARC64 VIIIfx 8C 2GHz', 'Fujitsu'],
    ['Sparc', 'UltraSPARC II', 'Sun'],
    ['PowerPC', 'Power BQC 16C 1.6GHz', 'IBM'],
    ['Power', 'IBM POWER9 22C 3.1GHz', 'IBM'],
    ['AMD Instinct', 'AMD Instinct MI300A 24C 1.8GHz', 'AMD'],
  ])('of processors printed as %s, %s, is %s', (processorTechnology, processor, wanted) => {
    expect(of(PROCESSOR_MAKERS, { processorTechnology, processor })?.name).toBe(wanted)
  })

  test('of 10G is Gigabit Ethernet from June 2013 to June 2018 and nothing that is known elsewhere', () => {
    const tenG = (edition: EditionId) => of(INTERCONNECTS, { interconnectFamily: '10G' }, edition)
    expect(tenG('2013-06')?.name).toBe('Gigabit Ethernet')
    expect(tenG('2018-06')?.name).toBe('Gigabit Ethernet')
    expect(tenG('2012-11')).toMatchObject({ name: '10G', placed: false })
    expect(tenG('2018-11')).toMatchObject({ name: '10G', placed: false })
  })

  test('of June 2020 is Linux for every system, whose names the list prints in the column of the family', () => {
    const list = LISTS.find(({ id }) => id === '2020-06')
    const names = list?.systems.map(
      (system) => familyOf(OPERATING_SYSTEMS, system, '2020-06')?.name,
    )
    expect(new Set(names)).toEqual(new Set(['Linux']))
    expect(of(OPERATING_SYSTEMS, { osFamily: 'CentOS' }, '2020-11')).toMatchObject({
      placed: false,
    })
  })
})
