import { describe, expect, it } from 'vitest'
import { JOINTS } from '@/data/names/makers'
import type { NamedField, Spelling } from '@/lib/model/name'
import { foldName } from '@/lib/names/fold'
import { LEDGER, makersOf, nameOf, namesOf, unplacedOf } from '@/lib/names/name'
import { allLists } from '@/tests/fixtures/all-lists'
import { LEDGER_ROWS } from './ledger-rows'

const LISTS = allLists()
const FIELDS = ['country', 'continent', 'manufacturer', 'site'] as const

/** For every spelling and the name that it means, the lists that print it, once for each row. */
const PRINTED = new Map<string, string[]>()
for (const { id, systems } of LISTS)
  for (const system of systems)
    for (const field of FIELDS)
      for (const { printed, name } of namesOf(field, system, id)) {
        const key = JSON.stringify([field, printed, name])
        const lists = PRINTED.get(key)
        if (lists) lists.push(id)
        else PRINTED.set(key, [id])
      }

const spellings = (field: NamedField): (readonly [string, Spelling])[] =>
  LEDGER[field].flatMap(({ name, spellings: all }) => all.map((one) => [name, one] as const))

describe('the ledger of names', () => {
  it.each(LEDGER_ROWS)(
    '%s “%s” is %s, from %s to %s on %i rows',
    (field, printed, name, first, last, rows) => {
      const lists = PRINTED.get(JSON.stringify([field, printed, name])) ?? []
      expect([lists[0], lists.at(-1), lists.length]).toEqual([first, last, rows])
    },
  )

  it.each(FIELDS)(
    'has every spelling of a %s in the table above, with the span of lists that print it',
    (field) => {
      const told = LEDGER_ROWS.filter(([of]) => of === field).map(
        ([, printed, name, first, last]) => JSON.stringify([name, printed, first, last]),
      )
      const written = spellings(field).map(([name, { printed, on }]) =>
        JSON.stringify([name, printed, ...on]),
      )
      expect(written.sort()).toEqual(told.sort())
    },
  )

  it.each(FIELDS)(
    'has no two names of a %s that differ in case, signs or the form of a company only',
    (field) => {
      const folded = LEDGER[field].map(({ name }) => foldName(field, name))
      expect(folded.filter((text, at) => folded.indexOf(text) !== at)).toEqual([])
    },
  )

  it.each(FIELDS)(
    'says why of every spelling of a %s that differs in more than case, spacing and signs',
    (field) => {
      const unsaid = spellings(field).filter(
        ([name, { printed, because }]) =>
          because === undefined && foldName(field, printed) !== foldName(field, name),
      )
      expect(unsaid.flatMap(([, { printed }]) => (EVIDENT.has(printed) ? [] : [printed]))).toEqual(
        [],
      )
    },
  )

  it('places every country, continent and maker of all 67 lists', () => {
    const unplaced = LISTS.flatMap(({ id, systems }) =>
      systems.flatMap((system) =>
        (['country', 'continent', 'manufacturer'] as const).flatMap((field) =>
          unplacedOf(field, system, id),
        ),
      ),
    )
    expect(unplaced).toEqual([])
  })

  it('names no maker, country, continent or site that no list prints', () => {
    const seen = new Set(
      [...PRINTED.keys()].map((key) => {
        const [field, , name] = JSON.parse(key)
        return `${field} ${name}`
      }),
    )
    const unseen = FIELDS.flatMap((field) =>
      LEDGER[field].flatMap(({ name }) => (seen.has(`${field} ${name}`) ? [] : [name])),
    )
    expect(unseen).toEqual([])
  })
})

/** Spellings that are evidently the name although more than case, spacing and signs differ. */
const EVIDENT = new Set([
  'Appro',
  'Atipa Technology',
  'Bull SA',
  'DALCO AG Switzerland',
  'DELL EMC',
  'DellEMC',
  'Hewlett Packard',
  'Huawei Technology Company Ltd.',
  'Xenon',
  'Shanghai Jiaotong University',
  'Umea University / HPC2N',
  'National Institute for Space Research (INPE)',
  'NCAR (National Center for Atmospheric Research)',
  'Institute of Statistical Mathematics',
  'University of Melbourne',
  'Universität Erlangen',
  'University Bonn',
  'University of Tokyo/Human Genome Centre, Institute of Medical Science',
  'University of Zurich',
])

describe('joint makers', () => {
  it.each([
    ['IBM / NVIDIA / Mellanox', '2021-11', ['IBM', 'NVIDIA', 'Mellanox']],
    ['Lenovo/IBM', '2021-11', ['Lenovo', 'IBM']],
    ['NVIDIA, Inspur', '2021-11', ['NVIDIA', 'Inspur']],
    ['PEZY Computing / Exascaler Inc.', '2014-11', ['PEZY Computing', 'ExaScaler']],
    ['DELL\\ACS', '2009-11', ['Dell', 'ACS']],
    ['SuperMicro/DellEMC', '2019-06', ['Supermicro', 'Dell']],
    ['Dell EMC / IBM-GBS', '2017-11', ['Dell', 'IBM']],
    ['HPE/SGI', '2016-11', ['HPE', 'SGI']],
    ['Cray Inc./Hitachi', '2018-06', ['Cray', 'Hitachi']],
    ['IPE, nVidia Tesla C2050, Tyan', '2010-06', ['IPE', 'NVIDIA', 'Tyan']],
    ['Bull, Atos Group', '2015-06', ['Atos, Bull and Eviden']],
    ['Format, Bull, Atos Group', '2015-06', ['Format', 'Atos, Bull and Eviden']],
    ['IMSc-Netweb-Summation', '2004-06', ['IMSc', 'Netweb Technologies', 'Summation']],
    [
      'Raytheon-Aspen Systems/Appro',
      '2008-11',
      ['Raytheon', 'Aspen Systems', 'Appro International'],
    ],
    ['Fujitsu-Siemens', '1999-06', ['Fujitsu-Siemens']],
    ['Dell/Sun/IBM', '2009-11', ['Dell', 'Sun and Oracle', 'IBM']],
  ] as const)('%s of %s is %j', (printed, edition, makers) => {
    expect(makersOf(printed, edition).map(({ name }) => name)).toEqual(makers)
  })

  it('are printed on some list wherever the ledger takes one apart by hand, and have a reason', () => {
    const printed = new Set(
      LISTS.flatMap(({ systems }) => systems.map(({ manufacturer }) => manufacturer)),
    )
    expect(JOINTS.map((joint) => [printed.has(joint.printed), joint.because !== ''])).toEqual(
      JOINTS.map(() => [true, true]),
    )
  })

  it('keep their order in the name of the whole', () => {
    expect(nameOf('manufacturer', 'Lenovo/IBM', '2021-11').name).toBe('Lenovo / IBM')
    expect(nameOf('manufacturer', 'IBM/Lenovo', '2015-06').name).toBe('IBM / Lenovo')
  })
})

describe('the name of a printed text', () => {
  it.each([
    ['manufacturer', 'LENOVO', 'Lenovo'],
    ['manufacturer', 'Cray, Inc.', 'Cray'],
    ['manufacturer', 'nvidia corporation', 'NVIDIA'],
    ['manufacturer', 'Penguin  Computing Inc.', 'Penguin Computing'],
    ['country', 'SOUTH KOREA', 'South Korea'],
    ['site', 'leibniz-rechenzentrum', 'Leibniz Rechenzentrum'],
  ] as const)('%s “%s”, which no list prints so, is %s all the same', (field, printed, name) => {
    expect(nameOf(field, printed, '2030-06').name).toBe(name)
  })

  it('keeps Cray Computer, another company, apart from Cray', () => {
    expect(nameOf('manufacturer', 'Cray Computer', '1994-11').name).toBe('Cray Computer')
  })

  it('takes Microsoft for Azure on the one list that prints Eagle so, and on no other', () => {
    expect(nameOf('manufacturer', 'Microsoft', '2023-11').name).toBe('Microsoft Azure')
    expect(nameOf('manufacturer', 'Microsoft', '2023-06').name).toBe('Microsoft')
    expect(nameOf('manufacturer', 'Microsoft', '2024-06').name).toBe('Microsoft')
  })

  it('tells North from South America by the region of the row', () => {
    const of = (region: string) => nameOf('continent', 'Americas', '2019-11', { region }).name
    expect(['North America', 'Central America', 'Caribbean', 'South America'].map(of)).toEqual([
      'North America',
      'North America',
      'North America',
      'South America',
    ])
    expect(nameOf('continent', 'Americas', '2019-11').name).toBe('Americas')
  })

  it('keeps a site that no row places as it is printed', () => {
    expect(nameOf('site', 'CERN', '1996-06')).toEqual({
      name: 'CERN',
      printed: 'CERN',
      mended: false,
    })
  })

  it('mends garbled letters and letters that were lost, and says so', () => {
    expect(nameOf('site', 'Centro de SupercomputaciÃ³n de Galicia', '1993-11')).toEqual({
      name: 'Centro de Supercomputación de Galicia',
      printed: 'Centro de SupercomputaciÃ³n de Galicia',
      mended: true,
    })
    expect(nameOf('site', 'CLUMEQ - Universit Laval', '2011-11')).toEqual({
      name: 'CLUMEQ - Université Laval',
      printed: 'CLUMEQ - Universit Laval',
      mended: true,
    })
    expect(nameOf('site', 'CLUMEQ - Université Laval', '2009-11').mended).toBe(false)
  })

  it('names every row of 67 lists in four fields within two seconds', () => {
    const begun = performance.now()
    for (const { id, systems } of LISTS)
      for (const system of systems) for (const field of FIELDS) namesOf(field, system, id)
    expect(performance.now() - begun).toBeLessThan(2000)
  })
})
