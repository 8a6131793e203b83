import { describe, expect, test } from 'vitest'
import { findSystem, search } from '@/lib/compare/search'
import { foundHref } from '@/lib/link/found'
import { RECORD } from '@/tests/record/record-fixture'

const first = (question: string) => {
  const [found] = search(RECORD, question, 20)
  return found && [found.kind, found.label, foundHref(found)]
}
const labels = (question: string, kind: string) =>
  search(RECORD, question, 50).flatMap((found) => (found.kind === kind ? [found.label] : []))

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
  ])('finds “%s” as a %s: %s', (question, ...wanted) => {
    expect(first(question)).toEqual(wanted)
  })

  test('finds systems by site and computer, in other spellings, and by words of both', () => {
    expect(labels('petroleo', 'system')).toContain('Pégaso')
    expect(labels('ND96amsr_A100_v4', 'system')).toContain('Voyager-EUS2')
    expect(labels('azure east', 'system')).toContain('Voyager-EUS2')
    expect(labels('riken fugaku', 'system')).toContain('Supercomputer Fugaku')
  })

  test('finds makers and sites in the names that they had', () => {
    expect(labels('dawning', 'manufacturer')).toContain('Sugon')
    expect(labels('dell emc', 'manufacturer').length).toBeGreaterThan(0)
    expect(labels('West US3', 'site')).toContain('Microsoft Azure')
  })

  test('finds nothing for nothing, and no more than is asked', () => {
    expect(search(RECORD, '', 20)).toEqual([])
    expect(search(RECORD, '“–”', 20)).toEqual([])
    expect(search(RECORD, 'zzzzqqq', 20)).toEqual([])
    expect(search(RECORD, 'a', 7)).toHaveLength(7)
  })
})

describe('a system that is named wholly', () => {
  test('is found by its ID, its name, and a list and rank', () => {
    for (const text of ['180024', 'Voyager-EUS2', 'voyager eus2', '2021-11-10'])
      expect(findSystem(RECORD, text)?.key).toBe('180024')
  })

  test('is not found by a part of its name', () => {
    expect(findSystem(RECORD, 'Voyager')).toBe(null)
    expect(findSystem(RECORD, '')).toBe(null)
  })
})
