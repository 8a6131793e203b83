import { describe, expect, test } from 'vitest'
import { fleetNotes, fleetOf, fleetPlaces, fleetWords } from '@/lib/compare/fleet'
import { organisationOf } from '@/lib/compare/organisations'
import type { Lens } from '@/lib/model/organisation'
import { plain } from '@/lib/model/prose'
import { RECORD } from '@/tests/record/record-fixture'

function fleet(key: string, lens: Lens = 'built-by') {
  const organisation = organisationOf(key)
  if (!organisation) throw new Error(`There is no organisation ${key}.`)
  return fleetOf(RECORD, organisation, lens)
}

/** Counted from data/lists with Python: systems, sum of Rmax in TFlop/s, and one more than those above it. */
const AZURE = [
  ['2021-06', 4, 66360, 5],
  ['2021-11', 5, 96410, 3],
  ['2022-06', 5, 96410, 5],
  ['2022-11', 5, 96410, 6],
  ['2023-06', 6, 150370, 5],
  ['2023-11', 7, 711570, 2],
  ['2024-06', 7, 711570, 3],
  ['2024-11', 8, 757160, 4],
  ['2025-06', 8, 757160, 5],
  ['2025-11', 8, 757160, 5],
  ['2026-06', 8, 757160, 6],
]

const onLists = (key: string, lens: Lens) => {
  const whole = fleet(key, lens)
  return fleetPlaces(whole).flatMap(({ list, rmax, place }, at) =>
    rmax === null ? [] : [[list.id, whole.sums[at]?.systems.length, rmax, place?.rank]],
  )
}

describe('the systems of an organisation as one machine', () => {
  test('are added up on every list, and ranked there: those that Azure built', () => {
    expect(onLists('azure', 'built-by')).toEqual(AZURE)
  })

  test('are those that it runs through the other lens, Faenov of 2012 among them', () => {
    expect(onLists('azure', 'run-by')).toEqual([
      ['2012-11', 1, 151.3, 165],
      ['2013-06', 1, 151.3, 241],
      ['2013-11', 1, 151.3, 309],
      ['2014-06', 1, 151.3, 433],
      ...AZURE,
    ])
  })

  test('are nowhere on a list that has none of them', () => {
    const places = fleetPlaces(fleet('azure'))
    expect(places).toHaveLength(67)
    expect(places[0]).toMatchObject({ rmax: null, place: null })
    expect(fleetNotes(fleet('azure'))).toEqual([
      'On 56 of 67 lists there is no system to add up, and no rank.',
    ])
  })

  test('count joint systems whole, and say so: IBM builds 9 in November 2021', () => {
    const ibm = fleet('ibm')
    const sum = ibm.sums.find(({ list }) => list.id === '2021-11')
    expect([sum?.systems.length, sum?.joint]).toEqual([9, 3])
    expect(fleetNotes(ibm)).toContain(
      'A system of several makers is added whole to the sum of each.',
    )
  })

  test('are called by what the organisation did with them', () => {
    expect(plain(fleetWords(fleet('azure')))).toBe(
      'the systems built by Microsoft Azure as one machine',
    )
    expect(plain(fleetWords(fleet('azure', 'run-by')))).toBe(
      'the systems run by Microsoft Azure as one machine',
    )
    expect(plain(fleetWords(fleet('country:United States')))).toBe(
      'the systems in the United States as one machine',
    )
  })
})
