import { describe, expect, test } from 'vitest'
import { asksForFigures, guardFigures } from '@/lib/list/guard'
import { holdAgainst, importList } from '@/lib/list/import'
import { type Edition, type EditionId, editionNumber, parseEditionId } from '@/lib/model/edition'
import type { System } from '@/lib/model/system'
import { caseFile, caseFolder } from './cases'
import { snapshot, snapshotEditions } from './snapshots'

const editionOf = (id: EditionId, systems: readonly System[] = snapshot(id)): Edition => ({
  id,
  number: editionNumber(id),
  systems,
})

/** Every bundled list, oldest first. */
const ALL = snapshotEditions.flatMap((id) => parseEditionId(id) ?? [])
const BEFORE = editionOf('2021-06')
const AFTER = editionOf('2022-06')
const LIST = snapshot('2021-11')

type Figure = 'rmax' | 'rpeak' | 'cores' | 'power' | 'energyEfficiency'

/** The list with figures of some ranks multiplied. */
const changed = (
  times: number,
  fields: readonly Figure[],
  ranks: { from: number; to: number } = { from: 1, to: 500 },
) =>
  LIST.map((system) => {
    if (system.rank < ranks.from || system.rank > ranks.to) return system
    const figures = fields.map((field) => {
      const value = system[field]
      return [field, value === null ? null : Number((value * times).toPrecision(12))]
    })
    return { ...system, ...Object.fromEntries(figures) }
  })

const guard = (systems: readonly System[], neighbours: readonly Edition[] = [BEFORE, AFTER]) =>
  guardFigures(editionOf('2021-11', systems), neighbours)

const told = (issues: ReturnType<typeof guard>) =>
  issues.map(({ severity, code, column }) => `${severity} ${code} ${column}`)

describe('a column that is a unit or a digit off', () => {
  test.each([
    [
      'rpeak',
      1000,
      'Rpeak is about 1,000 times more than every published list leads to expect (GFlop/s instead of TFlop/s?)',
    ],
    [
      'rpeak',
      10,
      'Rpeak is about 10 times more than every published list leads to expect (a decimal mark lost, or a digit too many?)',
    ],
    [
      'rpeak',
      0.001,
      'Rpeak is about 900 times less than every published list leads to expect (PFlop/s instead of TFlop/s?)',
    ],
    [
      'cores',
      1000,
      'The number of cores is about 1,000 times more than June 2021 and June 2022 lead to expect (a decimal mark lost, or a digit too many?)',
    ],
    [
      'cores',
      0.1,
      'The number of cores is about 9.9 times less than June 2021 and June 2022 lead to expect (a digit lost?)',
    ],
    [
      'power',
      1000,
      'Power is about 1,000 times more than June 2021 and June 2022 lead to expect (W instead of kW?)',
    ],
    [
      'power',
      0.001,
      'Power is about 1,000 times less than June 2021 and June 2022 lead to expect (MW instead of kW?)',
    ],
    [
      'energyEfficiency',
      1000,
      'Energy efficiency is about 1,000 times more than every published list leads to expect (MFlops/W instead of GFlops/W?)',
    ],
  ] as const)(
    '%s times %d is refused, with what was expected and the likely cause',
    (field, times, words) => {
      const issues = guard(changed(times, [field]))
      expect(issues[0]).toMatchObject({
        severity: 'error',
        code: 'implausible-column',
        column: field,
      })
      expect(issues[0]?.message).toContain(words)
      expect(issues[0]?.message).toMatch(/, where about [\d,.]+ is expected\.$/)
      expect(asksForFigures(issues)).toBe(true)
    },
  )

  test('is named in its own unit: the middle system took 0.25 kW for each TFlop/s in November 2021', () => {
    const [issue] = guard(changed(1000, ['power']))
    expect(issue?.message).toContain('the middle system takes 248 kW for each TFlop/s of Rmax')
    expect(issue?.remedy).toBe(
      'If the figures are in W, write that unit into the header in square brackets; if they are right, confirm them.',
    )
  })

  test.each([10, 100, 1000, 0.1, 0.001])(
    'of Rmax and Rpeak together, times %d, is refused by its sum',
    (times) => {
      const issues = guard(changed(times, ['rmax', 'rpeak']))
      expect(told(issues)).toEqual(['error off-the-timeline rmax'])
    },
  )

  test.each([
    [2, 'warning'],
    [3, 'warning'],
    [5, 'error'],
  ] as const)('of Rpeak, times %d, is a %s', (times, severity) => {
    const own = guard(changed(times, ['rpeak'])).filter(({ code }) => code === 'implausible-column')
    // Rpeak of the middle system is 1.6 times its Rmax, and 1.5 is expected: bounds are 3.3 and 6.6.
    expect(own.map((issue) => issue.severity)).toEqual(times === 2 ? [] : [severity])
  })

  test('is told by one neighbour alone too, and by none only where every list agrees', () => {
    expect(told(guard(changed(1000, ['power']), [BEFORE]))[0]).toBe(
      'error implausible-column power',
    )
    expect(guard(changed(1000, ['power']), [BEFORE])[0]?.message).toContain(
      'than June 2021 leads to expect',
    )
    expect(guard(changed(1000, ['cores']), []).map(({ column }) => column)).not.toContain('cores')
    expect(told(guard(changed(1000, ['rpeak']), []))).toEqual(['error implausible-column rpeak'])
  })
})

describe('a part of a column that is off', () => {
  // No system of the last fifty gives its power on this list.
  test.each([
    ['rpeak', 1000, 451, 500, 'Rpeak of', '(GFlop/s instead of TFlop/s?)'],
    ['rpeak', 100, 451, 500, 'Rpeak of', ''],
    ['cores', 1000, 451, 500, 'cores', ''],
    ['power', 1000, 101, 150, 'a power of', '(W instead of kW?)'],
    ['energyEfficiency', 1000, 101, 150, 'efficiency of', '(MFlops/W instead of GFlops/W?)'],
  ] as const)(
    'as %s times %d in ranks %d to %d, is refused',
    (field, times, from, to, words, cause) => {
      const systems = changed(times, [field], { from, to })
      const issue = guard(systems).find(({ code }) => code === 'implausible-rows')
      expect(issue).toMatchObject({ severity: 'error', column: field })
      const [, first, last] =
        /^\d+ systems, ranks (\d+) to (\d+), have/.exec(issue?.message ?? '') ?? []
      expect(Number(first)).toBeGreaterThanOrEqual(from)
      expect(Number(last)).toBeLessThanOrEqual(to)
      expect(issue?.message).toContain(words)
      expect(issue?.message).toContain(cause)
    },
  )

  test('is a warning where it is one row, which is kept as printed', () => {
    const issues = guard(changed(1000, ['power'], { from: 1, to: 1 }))
    expect(told(issues)).toEqual(['warning implausible-figure power'])
    const power = issues.find(({ column }) => column === 'power')
    // Fugaku, 29,899.23 kW on all three lists.
    expect(power?.message).toBe(
      'Rank 1 has a power of 29,900,000 kW; on June 2021 the same system has 29,900, so this is about 1,000 times more (W instead of kW?).',
    )
    expect(power?.remedy).toBe('It is kept as printed; compare it with the published list.')
  })

  test('is told of a single row by the same system on a neighbouring list: Voyager-EUS2 with ten times its cores', () => {
    const voyager = changed(10, ['cores'], { from: 10, to: 10 })
    // It is new on this list, so the list after it tells: 253,440 cores.
    expect(guard(voyager).find(({ column }) => column === 'cores')?.message).toBe(
      'Rank 10 has 2,530,000 cores; on June 2022 the same system has 253,000, so this is about 10 times more (a decimal mark lost, or a digit too many?).',
    )
  })

  test('is none where a system grew: cores, Rmax and Rpeak of Fugaku together, as in June 2020 to November 2020', () => {
    const grown = changed(8, ['rmax', 'rpeak', 'cores', 'power'], { from: 1, to: 1 })
    const rows = guard(grown).filter(({ code }) => code === 'implausible-figure')
    expect(rows).toEqual([])
    expect(told(guard(changed(8, ['cores'], { from: 1, to: 1 })))).toEqual([
      'warning implausible-figure cores',
    ])
  })
})

describe('an answer of a person', () => {
  test('turns what would be refused into a warning that is still told', () => {
    const edition = editionOf('2021-11', changed(10, ['rmax', 'rpeak']))
    const issues = guardFigures(edition, [BEFORE, AFTER], { confirmed: true })
    expect(told(issues)).toEqual(['warning off-the-timeline rmax'])
    expect(issues[0]?.remedy).toBe('It was taken, as the figures were confirmed.')
    expect(asksForFigures(issues)).toBe(false)
  })

  test('is asked for only where nothing else is wrong', () => {
    const figures = { severity: 'error', code: 'off-the-timeline' } as const
    expect(asksForFigures([figures])).toBe(true)
    expect(asksForFigures([figures, { severity: 'warning', code: 'unknown-column' }])).toBe(true)
    expect(asksForFigures([figures, { severity: 'error', code: 'duplicate-rank' }])).toBe(false)
    expect(asksForFigures([])).toBe(false)
  })
})

/**
 * All that is told of the 67 published lists beside their neighbours: figures that are printed so and cannot both be
 * right, on this list or on the one beside it.
 */
const PUBLISHED: Readonly<Record<string, readonly string[]>> = {
  '2010-11': ['102 cores'],
  '2011-06': ['126 cores'],
  '2020-11': ['327 rpeak'],
}

describe('the published lists', () => {
  const lists = ALL.map((id) => editionOf(id))

  test('are all 67', () => {
    expect(lists).toHaveLength(67)
  })

  test.each(lists.map((list, index) => [list.id, list, index] as const))(
    '%s is refused beside no neighbours, and doubted in nothing that is not named here',
    (id, list, index) => {
      const beside = [lists[index - 1], lists[index + 1]].filter((one) => one !== undefined)
      const issues = guardFigures(list, beside)
      expect(issues.map(({ severity }) => severity)).not.toContain('error')
      expect(
        issues
          .map(({ message, column }) => `${/^Rank (\d+) /.exec(message)?.[1]} ${column}`)
          .sort(),
      ).toEqual(PUBLISHED[id] ?? [])
      // Beside one alone, or lists four apart, or none, nothing is refused either.
      for (const few of [
        [lists[index - 1]],
        [lists[index + 1]],
        [lists[index - 4], lists[index + 4]],
        [],
      ])
        expect(
          guardFigures(
            list,
            few.filter((one) => one !== undefined),
          ).filter(({ severity }) => severity === 'error'),
        ).toEqual([])
    },
  )
})

describe.runIf(caseFolder)('../shared/cases', () => {
  test('rpeak-thousandfold is refused, or taken after an explicit answer', () => {
    const { bytes, fileName } = caseFile('rpeak-thousandfold')
    const outcome = importList(bytes, { fileName })
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.error))
    const held = holdAgainst(outcome.value, [BEFORE, AFTER], false)
    expect(held.edition).toBe(null)
    expect(held.issues[0]).toMatchObject({
      severity: 'error',
      code: 'implausible-column',
      column: 'Rpeak [TFlop/s]',
    })
    const confirmed = holdAgainst(outcome.value, [BEFORE, AFTER], true)
    expect(confirmed.edition?.systems).toHaveLength(500)
    expect(confirmed.issues[0]).toMatchObject({ severity: 'warning', code: 'implausible-column' })
  })
})
