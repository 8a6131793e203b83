import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import { ROOT } from './run.js'

/** Where a test run leaves what it found. */
export const REPORTS = join(ROOT, '.reports')

/** Passed and failed tests in Vitest's JSON report. A file that could not even be loaded is one failure. */
export function countVitest(report) {
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  )
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length }
}

/** Passed and failed tests in Playwright's JSON report. An error outside any test is one failure. */
export function countPlaywright({ stats, errors = [] }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length }
}

/** Longest text that is repeated of one failure; the runner printed all of it where the test ran. */
const MESSAGE = 2000

/** A message without the colours of a terminal, as long as is read at the end of a run. */
const told = (message) => stripVTControlCharacters(message ?? '').slice(0, MESSAGE)

/** What failed in Vitest's JSON report, a text each: file, title and message. */
export function failuresOfVitest({ testResults }) {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed')
    if (status === 'failed' && failed.length === 0) return [`${name}\n${told(message)}`]
    return failed.map(
      ({ fullName, failureMessages }) =>
        `${name} › ${fullName}\n${told(failureMessages.join('\n'))}`,
    )
  })
}

/**
 * What failed in Playwright's JSON report, a text each: project, file, line, title and message.
 * @param {{ suites?: readonly unknown[], errors?: readonly { message?: string }[] }} report
 */
export function failuresOfPlaywright({ suites = [], errors = [] }) {
  const inside = (suite) => [
    ...(suite.specs ?? []),
    ...(suite.suites ?? []).flatMap((inner) => inside(inner)),
  ]
  const failed = suites.flatMap(inside).flatMap(({ title, file, line, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ projectName, results }) => {
        const messages = results.flatMap((result) => result.errors).map(({ message }) => message)
        return `[${projectName}] ${file}:${line} › ${title}\n${told(messages.join('\n'))}`
      }),
  )
  return [...failed, ...errors.map(({ message }) => told(message))]
}

const COUNTS = { vitest: countVitest, playwright: countPlaywright }
const FAILURES = { vitest: failuresOfVitest, playwright: failuresOfPlaywright }

/**
 * Adds up a test run.
 * @param {readonly { ok: boolean, tests?: { kind: 'vitest' | 'playwright', report: string } }[]} stages
 * @param {(file: string) => unknown} read gives a report's content, or null where there is none.
 * @returns {{ passed: number, failed: number }} every test of every report; a stage that failed without a failed test,
 *   and a report that is missing or holds no test, is one failure more.
 */
export function count(stages, read) {
  const total = { passed: 0, failed: 0 }
  for (const { ok, tests } of stages) {
    const content = tests ? read(tests.report) : null
    const found = content === null ? { passed: 0, failed: 0 } : COUNTS[tests.kind](content)
    const empty = tests !== undefined && found.passed + found.failed === 0
    total.passed += found.passed
    total.failed += found.failed === 0 && (!ok || empty) ? 1 : found.failed
  }
  return total
}

/** A report's content, or null where it is missing or was cut off. */
function read(file) {
  try {
    return JSON.parse(readFileSync(join(REPORTS, file), 'utf8'))
  } catch {
    return null
  }
}

/** What the last test run found; a run that left nothing behind is one failure. */
export function lastRun() {
  const stages = read('stages.json')
  return stages === null ? { passed: 0, failed: 1 } : count(stages, read)
}

/** What failed in the last test run, a text each, to be read at its end, where a long log is cut. */
function lastFailures() {
  return (read('stages.json') ?? []).flatMap(({ tests }) => {
    const content = tests ? read(tests.report) : null
    return content === null ? [] : FAILURES[tests.kind](content)
  })
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { passed, failed } = lastRun()
  for (const failure of lastFailures()) console.log(`\nFAILED  ${failure}\n`)
  console.log(`${passed} passed, ${failed} failed`)
  process.exitCode = failed === 0 ? 0 : 1
}
