import { expect, test } from 'vitest'
import { count } from '@/scripts/count.js'

const vitest = (passed: number, failed: number, statuses: string[][] = []) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  testResults: statuses.map(([status, ...tests]) => ({
    status,
    assertionResults: tests.map((one) => ({ status: one })),
  })),
})
const UNIT = { ok: true, tests: { kind: 'vitest', report: 'unit.json' } } as const
const JOURNEYS = { ok: true, tests: { kind: 'playwright', report: 'journeys.json' } } as const
const reading = (reports: Record<string, unknown>) => (file: string) => reports[file] ?? null

test('tests of both runners are added together', () => {
  const reports = {
    'unit.json': vitest(40, 0),
    'journeys.json': { stats: { expected: 7, unexpected: 0, flaky: 0 }, errors: [] },
  }
  expect(count([{ ok: true }, UNIT, JOURNEYS], reading(reports))).toEqual({ passed: 47, failed: 0 })
})

test('failed tests are counted, and their stage is not counted beside them', () => {
  const reports = {
    'unit.json': vitest(40, 2, [['failed', 'failed', 'failed', 'passed']]),
    'journeys.json': { stats: { expected: 7, unexpected: 1, flaky: 1 }, errors: [] },
  }
  const stages = [
    { ...UNIT, ok: false },
    { ...JOURNEYS, ok: false },
  ]
  expect(count(stages, reading(reports))).toEqual({ passed: 47, failed: 4 })
})

test('a failed lint, type check or build is one failure each', () => {
  expect(count([{ ok: false }, { ok: false }, { ok: true }], reading({}))).toEqual({
    passed: 0,
    failed: 2,
  })
})

test('a report that is missing or empty is one failure', () => {
  expect(count([UNIT], reading({}))).toEqual({ passed: 0, failed: 1 })
  expect(count([UNIT], reading({ 'unit.json': vitest(0, 0) }))).toEqual({ passed: 0, failed: 1 })
})

test('a test file that cannot be loaded is one failure', () => {
  const reports = { 'unit.json': vitest(40, 0, [['failed'], ['passed', 'passed']]) }
  expect(count([{ ...UNIT, ok: false }], reading(reports))).toEqual({ passed: 40, failed: 1 })
})

test('a run that ends badly though every test passed is one failure', () => {
  expect(count([{ ...UNIT, ok: false }], reading({ 'unit.json': vitest(40, 0) }))).toEqual({
    passed: 40,
    failed: 1,
  })
})
