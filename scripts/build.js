import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { NEXT, node, ROOT } from './run.js'
import { buildWorkers, WORKERS } from './worker.js'

/** What a build is made from. */
const SOURCES = [
  'app',
  'components',
  'data',
  'instrumentation.ts',
  'lib',
  'scripts/front',
  'scripts/worker.js',
  'next.config.js',
  'package-lock.json',
  'postcss.config.js',
  'proxy.ts',
  'tsconfig.json',
]

/** Time of the last change in a file or anywhere in a folder, in milliseconds; 0 where nothing is there. */
function changed(path) {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat) return 0
  if (!stat.isDirectory()) return stat.mtimeMs
  return readdirSync(path).reduce(
    (latest, name) => Math.max(latest, changed(join(path, name))),
    stat.mtimeMs,
  )
}

/** Whether there is a production build that is younger than everything it is made from. */
export function buildIsFresh() {
  const files = [join(ROOT, '.next/BUILD_ID'), ...WORKERS.map(({ outfile }) => outfile)]
  const built = Math.min(...files.map(changed))
  return built > 0 && SOURCES.every((source) => changed(join(ROOT, source)) <= built)
}

/**
 * Builds for production: first what runs in processes of its own, then the pages.
 * @returns {Promise<number>} exit code.
 */
export async function build() {
  try {
    await buildWorkers()
  } catch {
    // esbuild has said what is wrong.
    return 1
  }
  return node([NEXT, 'build'])
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exit(await build())
