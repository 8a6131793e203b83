import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBrowser } from './browser.js'
import { build } from './build.js'
import { lastRun, REPORTS } from './count.js'
import { NEXT, node, ROOT } from './run.js'

const bin = (path) => join(ROOT, 'node_modules', path)
const BIOME = bin('@biomejs/biome/bin/biome')
const TSC = bin('typescript/bin/tsc')
const VITEST = bin('vitest/vitest.mjs')
const PLAYWRIGHT = bin('@playwright/test/cli.js')

const vitest = (project, report) =>
  node([
    VITEST,
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${join(REPORTS, report)}`,
  ])

/** Types of pages are written by Next; without them a fresh clone cannot be checked. */
async function types() {
  const code = await node([NEXT, 'typegen'])
  return code === 0 ? node([TSC, '--noEmit']) : code
}

async function browser() {
  const file = ensureBrowser()
  return file === null ? 1 : node([PLAYWRIGHT, 'test'], { CHROMIUM_PATH: file })
}

/** Everything that is tested, in order; each part runs even where an earlier one failed. */
const STAGES = [
  { name: 'lint and format', run: () => node([BIOME, 'check', '.']) },
  { name: 'types', run: types },
  {
    name: 'unit tests',
    run: () => vitest('unit*', 'vitest.json'),
    tests: { kind: 'vitest', report: 'vitest.json' },
  },
  { name: 'production build', run: build },
  {
    name: 'server tests',
    run: () => vitest('server', 'server.json'),
    tests: { kind: 'vitest', report: 'server.json' },
  },
  {
    name: 'journeys in a browser',
    run: browser,
    tests: { kind: 'playwright', report: 'playwright.json' },
  },
]

rmSync(REPORTS, { recursive: true, force: true })
mkdirSync(REPORTS, { recursive: true })

// A stage has failed until it has passed, so that a run that is cut short is never counted as a good one.
const results = STAGES.map(({ name, tests }) => ({ name, ok: false, tests }))
const note = () => writeFileSync(join(REPORTS, 'stages.json'), JSON.stringify(results, null, 2))
note()
for (const [index, { name, run }] of STAGES.entries()) {
  console.log(`\n— ${name}`)
  results[index].ok = (await run()) === 0
  note()
}

const { passed, failed } = lastRun()
console.log()
for (const { name, ok } of results) console.log(`${ok ? 'passed' : 'FAILED'}  ${name}`)
console.log(`${passed} tests passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
