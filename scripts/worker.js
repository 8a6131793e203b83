import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, context } from 'esbuild'
import { ROOT } from './run.js'

/** What reads uploaded files in a process of its own (`lib/list/import-pool.ts` starts it). */
export const WORKER = join(ROOT, '.worker/list.cjs')

const SOURCE = join(ROOT, 'lib/list/import-process.ts')

const options = (outfile, source = SOURCE) => ({
  entryPoints: [source],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20.9',
  legalComments: 'none',
  logLevel: 'warning',
})

/**
 * Makes one file of everything that reads a list.
 * @param {string} outfile
 * @param {string} source what to begin with; the tests give one that watches the reader.
 */
export async function buildWorker(outfile = WORKER, source = SOURCE) {
  await build(options(outfile, source))
}

/** Makes it, and again at every change. @returns {Promise<() => Promise<void>>} what ends that. */
export async function watchWorker() {
  const watched = await context(options(WORKER))
  await watched.rebuild()
  await watched.watch()
  return () => watched.dispose()
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await buildWorker()
