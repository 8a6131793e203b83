import { expect, test } from 'vitest'
import { count, failuresOfPlaywright, failuresOfVitest } from '@/scripts/count.js'

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

test('what failed is told with its file, its title and its message, without colours', () => {
  const report = {
    testResults: [
      {
        name: 'tests/a.test.ts',
        status: 'failed',
        assertionResults: [
          { status: 'passed', fullName: 'adds', failureMessages: [] },
          {
            status: 'failed',
            fullName: 'subtracts',
            failureMessages: ['\u001b[31mexpected 1 to be 2\u001b[39m'],
          },
        ],
      },
      {
        name: 'tests/b.test.ts',
        status: 'failed',
        message: 'no such module',
        assertionResults: [],
      },
    ],
  }
  expect(failuresOfVitest(report)).toEqual([
    'tests/a.test.ts › subtracts\nexpected 1 to be 2',
    'tests/b.test.ts\nno such module',
  ])
})

test('what failed in a browser is told with the window that it failed in', () => {
  const spec = (title: string, status: string) => ({
    title,
    file: 'charts.spec.ts',
    line: 46,
    tests: [
      { projectName: 'phone', status, results: [{ errors: [{ message: `${title} failed` }] }] },
    ],
  })
  const report = {
    suites: [{ suites: [{ specs: [spec('opens', 'expected'), spec('walks', 'unexpected')] }] }],
    errors: [{ message: 'no browser' }],
  }
  expect(failuresOfPlaywright(report)).toEqual([
    '[phone] charts.spec.ts:46 › walks\nwalks failed',
    'no browser',
  ])
})
