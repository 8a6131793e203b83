import { describe, expect, test } from 'vitest'
import { findables, findSystem, search } from '@/lib/compare/search'
import { foundHref } from '@/lib/link/found'
import { RECORD } from '@/tests/record/record-fixture'

const first = async (question: string) => {
  const [found] = await search(RECORD, question, 20)
  return found && [found.kind, found.label, foundHref(found)]
}
const labels = async (question: string, kind: string) =>
  (await search(RECORD, question, 50)).flatMap((found) =>
    found.kind === kind ? [found.label] : [],
  )

describe('the search', () => {
  test.each([
    ['voyager', 'system', 'Voyager-EUS2', '/systems/180024'],
    ['VOYAGER EUS2', 'system', 'Voyager-EUS2', '/systems/180024'],
    ['180024', 'system', 'Voyager-EUS2', '/systems/180024'],
    ['November 2021', 'list', 'List of November 2021', '/lists/2021-11'],
    ['2021-11', 'list', 'List of November 2021', '/lists/2021-11'],
    ['list 58', 'list', 'List of November 2021', '/lists/2021-11'],
    ['facebook', 'organisation', 'Meta', '/?list=2026-06&focus=meta'],
    ['Korea, South', 'country', 'South Korea', '/?list=2026-06&focus=country%3ASouth+Korea'],
  ])('finds “%s” as a %s: %s', async (question, ...wanted) => {
    expect(await first(question)).toEqual(wanted)
  })

  test('finds systems by site and computer, in other spellings, and by words of both', async () => {
    expect(await labels('petroleo', 'system')).toContain('Pégaso')
    expect(await labels('ND96amsr_A100_v4', 'system')).toContain('Voyager-EUS2')
    expect(await labels('azure east', 'system')).toContain('Voyager-EUS2')
    expect(await labels('riken fugaku', 'system')).toContain('Supercomputer Fugaku')
  })

  test('finds makers and sites in the names that they had', async () => {
    expect(await labels('dawning', 'manufacturer')).toContain('Sugon')
    expect((await labels('dell emc', 'manufacturer')).length).toBeGreaterThan(0)
    expect(await labels('West US3', 'site')).toContain('Microsoft Azure')
  })

  test('finds nothing for nothing, and no more than is asked', async () => {
    expect(await search(RECORD, '', 20)).toEqual([])
    expect(await search(RECORD, '“–”', 20)).toEqual([])
    expect(await search(RECORD, 'zzzzqqq', 20)).toEqual([])
    expect(await search(RECORD, 'a', 7)).toHaveLength(7)
  })
})

describe('what can be found', () => {
  test('is put together with others answered after each machine', async () => {
    let pauses = 0
    const pause = async () => {
      pauses++
    }
    const found = await findables(RECORD, pause)
    expect(found.length).toBeGreaterThan(10_000)
    expect(pauses).toBeGreaterThanOrEqual(RECORD.machines.length)
  })
})

describe('a system that is named wholly', () => {
  test('is found by its ID, its name, and a list and rank', async () => {
    for (const text of ['180024', 'Voyager-EUS2', 'voyager eus2', '2021-11-10'])
      expect((await findSystem(RECORD, text))?.key).toBe('180024')
  })

  test('is not found by a part of its name', async () => {
    expect(await findSystem(RECORD, 'Voyager')).toBe(null)
    expect(await findSystem(RECORD, '')).toBe(null)
  })
})
