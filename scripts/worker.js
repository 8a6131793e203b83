import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, context } from 'esbuild'
import { ROOT } from './run.js'

/** What reads uploaded files in a process of its own (`lib/list/import-pool.ts` starts it). */
export const WORKER = join(ROOT, '.worker/list.cjs')

const options = (outfile) => ({
  entryPoints: [join(ROOT, 'lib/list/import-process.ts')],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20.9',
  legalComments: 'none',
  logLevel: 'warning',
})

/** Makes one file of everything that reads a list. */
export async function buildWorker(outfile = WORKER) {
  await build(options(outfile))
}

/** Makes it, and again at every change. @returns {Promise<() => Promise<void>>} what ends that. */
export async function watchWorker() {
  const watched = await context(options(WORKER))
  await watched.rebuild()
  await watched.watch()
  return () => watched.dispose()
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await buildWorker()
