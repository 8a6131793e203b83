import { execFileSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from '@playwright/test'
import { FLAGS, findBrowser } from './scripts/browser.js'

/** Playwright reads this file once for each worker; the first reading chooses, the others find it chosen. */
function chosen(name: string, choose: () => string): string {
  const value = process.env[name] ?? choose()
  process.env[name] = value
  return value
}

const freePort = () =>
  execFileSync(process.execPath, [
    '-e',
    "const s = require('net').createServer().listen(0, '127.0.0.1', () => { console.log(s.address().port); s.close() })",
  ])
    .toString()
    .trim()

const port = chosen('TOP500_TEST_PORT', freePort)
const data = chosen('TOP500_TEST_DATA', () => mkdtempSync(join(tmpdir(), 'top500-e2e-')))
const baseURL = `http://127.0.0.1:${port}`

export default defineConfig({
  testDir: 'tests/e2e',
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 90_000,
  // The machine that runs these has two cores, and other tests on them.
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: '.reports/playwright.json' }]],
  use: {
    baseURL,
    // Recording every journey takes as long as the journey; of one that fails, `--trace on` tells more.
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: findBrowser() ?? undefined, args: FLAGS },
  },
  projects: [
    {
      name: 'desk',
      testIgnore: '**/*.phone.spec.ts',
      use: { viewport: { width: 1280, height: 800 } },
    },
    {
      name: 'phone',
      testMatch: '**/*.phone.spec.ts',
      use: {
        viewport: { width: 390, height: 844 },
        deviceScaleFactor: 3,
        isMobile: true,
        hasTouch: true,
      },
    },
  ],
  webServer: {
    command: 'node scripts/start.js',
    url: `${baseURL}/icon.svg`,
    timeout: 180_000,
    env: { HOST: '127.0.0.1', PORT: port, TOP500_DATA_DIR: data },
  },
})
