import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { NEXT, node, ROOT } from './run.js'

/** What a build is made from. */
const SOURCES = [
  'app',
  'components',
  'data',
  'instrumentation.ts',
  'lib',
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
  const built = changed(join(ROOT, '.next/BUILD_ID'))
  return built > 0 && SOURCES.every((source) => changed(join(ROOT, source)) <= built)
}

/**
 * Builds for production: first what runs in worker threads, then the pages.
 * @returns {Promise<number>} exit code.
 */
export async function build() {
  const worker = join(ROOT, 'scripts/worker.js')
  if (existsSync(worker)) {
    const code = await node([worker])
    if (code !== 0) return code
  }
  return node([NEXT, 'build'])
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exit(await build())
