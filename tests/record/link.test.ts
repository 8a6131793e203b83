import { describe, expect, test } from 'vitest'
import type { Edition } from '@/lib/model/edition'
import { linkLists } from '@/lib/record/link'
import { EDITIONS, listOf } from './record-fixture'

type Hidden = 'systemId' | 'siteId' | 'previousRank' | 'firstAppearance' | 'firstRank' | 'name'

/** A list as it would be if it did not print some columns. */
const without = (edition: Edition, fields: readonly Hidden[]): Edition => ({
  ...edition,
  systems: edition.systems.map((system) => ({
    ...system,
    ...Object.fromEntries(fields.map((field) => [field, null])),
  })),
})

const withIds = EDITIONS.filter(({ id }) => id >= '2017-11')

/** What tells apart two systems that stand at one place in the same make: nothing that the old lists print. */
const twin = ({ systems }: Edition, place: number) => {
  const one = systems[place]
  return [one?.site, one?.computer, one?.rmax, one?.rpeak, one?.cores, one?.year].join('|')
}

/** Precision and recall of the rule over all neighbouring lists with System IDs, which are hidden from it. */
function score(fields: readonly Hidden[], twinsAreOne: boolean) {
  let right = 0
  let linked = 0
  let true_ = 0
  for (const [index, after] of withIds.entries()) {
    const before = withIds[index - 1]
    if (!before) continue
    const places = new Map(before.systems.map(({ systemId }, place) => [systemId, place]))
    const truth = after.systems.map(({ systemId }) => places.get(systemId))
    true_ += truth.filter((place) => place !== undefined).length
    for (const { at, from } of linkLists(without(before, fields), without(after, fields))) {
      linked++
      const wanted = truth[at]
      if (
        wanted === from ||
        (twinsAreOne && wanted !== undefined && twin(before, wanted) === twin(before, from))
      )
        right++
    }
  }
  return { precision: right / linked, recall: right / true_ }
}

const OLD: readonly Hidden[] = [
  'systemId',
  'siteId',
  'previousRank',
  'firstAppearance',
  'firstRank',
]

describe('the rule that links rows without System IDs, tried on the lists that have them', () => {
  test('finds the same systems as the IDs in the columns of the lists from June 2012 on', () => {
    const { precision, recall } = score(['systemId', 'siteId'], false)
    console.log(`2012 to 2017: precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}`)
    expect(precision).toBeGreaterThan(0.98)
    expect(recall).toBeGreaterThan(0.98)
  })

  test('finds them in the columns of the lists until 2011, but for which of several like ones is which', () => {
    const strict = score([...OLD, 'name'], false)
    const { precision, recall } = score([...OLD, 'name'], true)
    console.log(
      `1993 to 2011: precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}; ` +
        `with twins told apart by rank order ${strict.precision.toFixed(4)}, ${strict.recall.toFixed(4)}`,
    )
    expect(precision).toBeGreaterThan(0.98)
    expect(recall).toBeGreaterThan(0.98)
    expect(strict.precision).toBeGreaterThan(0.96)
    expect(strict.recall).toBeGreaterThan(0.96)
  })
})

describe('a link', () => {
  const links = linkLists(listOf('2021-06'), listOf('2021-11'))
  const at = (rank: number) => links.find((link) => link.at === rank - 1)

  test('says that it is by System ID', () => {
    expect(at(1)).toEqual({
      at: 0,
      from: 0,
      rule: 'system-id',
      agrees: ['systemId'],
      twins: false,
    })
  })

  test('is missing for a newcomer', () => {
    expect(at(10)).toBeUndefined()
    expect(links).toHaveLength(430)
  })

  test('by previous rank says in which columns the rows agree', () => {
    const [first] = linkLists(listOf('2016-11'), listOf('2017-06'))
    expect(first?.rule).toBe('previous-rank')
    expect(first?.agrees).toContain('previousRank')
    expect(first?.agrees).toContain('rmax')
  })

  test('says where another row would do as well', () => {
    const list = listOf('2000-11')
    const copy = { ...list, id: '2001-06' as const, number: 17 }
    const found = linkLists(without(list, OLD), without(copy, OLD))
    expect(found).toHaveLength(500)
    expect(found.every(({ at, from }) => at === from)).toBe(true)
    expect(found.some(({ twins }) => twins)).toBe(true)
    expect(found[0]?.twins).toBe(false)
  })
})
