import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from '@playwright/test'
import { ROOT } from './run.js'

/** Names under which systems keep a Chromium, best first. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** Flags with which tests start it: quiet on the network; the sandbox does not work for root. */
export const FLAGS = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

/**
 * Finds a Chromium: CHROMIUM_PATH, one on the PATH, or the one that Playwright keeps.
 * @returns {string | null} its file, or null where there is none.
 */
export function findBrowser() {
  const named = process.env.CHROMIUM_PATH
  if (named) return existsSync(named) ? named : null
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin']
  const files = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))
  return [...files, chromium.executablePath()].find((file) => existsSync(file)) ?? null
}

/** Runs the parts of an installation one after the other; false at the first that fails. */
const all = (...commands) =>
  commands.every(
    ([command, ...args]) =>
      spawnSync(command, args, {
        cwd: ROOT,
        stdio: 'inherit',
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      }).status === 0,
  )

/** How to get root's rights without a question: directly, by sudo, or not at all. */
function asRoot() {
  if (process.getuid?.() === 0) return []
  try {
    execFileSync('sudo', ['-n', 'true'], { stdio: 'ignore' })
    return ['sudo', '-n']
  } catch {
    return null
  }
}

/** Installs a Chromium: Debian's where that is possible, else Playwright's. */
function install() {
  const root = existsSync('/usr/bin/apt-get') ? asRoot() : null
  if (
    root &&
    all(
      [...root, 'apt-get', 'update'],
      [...root, 'apt-get', 'install', '-y', '--no-install-recommends', 'chromium'],
    )
  )
    return
  all([process.execPath, join(ROOT, 'node_modules/@playwright/test/cli.js'), 'install', 'chromium'])
}

/**
 * Finds a Chromium, installing one where there is none.
 * @returns {string | null} its file, or null where that failed; what to do is printed then.
 */
export function ensureBrowser() {
  const found = findBrowser()
  if (found) return found
  if (!process.env.CHROMIUM_PATH) install()
  const file = findBrowser()
  if (!file)
    console.error(
      'No Chromium was found, and none could be installed. Install one (Debian: apt-get install chromium) ' +
        'or say where it is: CHROMIUM_PATH=/path/to/chromium npm test',
    )
  return file
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const file = ensureBrowser()
  if (file) console.log(file)
  else process.exitCode = 1
}
