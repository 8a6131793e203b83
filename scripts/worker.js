import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, context } from 'esbuild'
import { ROOT } from './run.js'

/** What runs in processes beside the server: each is one file that is made of a module and all that it imports. */
export const WORKERS = [
  // Reads uploaded lists; `lib/list/import-pool.ts` starts it.
  { outfile: join(ROOT, '.worker/list.cjs'), source: join(ROOT, 'lib/list/import-process.ts') },
  // Draws pictures and verifies them; `lib/export/drawing-pool.ts` starts it.
  {
    outfile: join(ROOT, '.worker/drawing.cjs'),
    source: join(ROOT, 'lib/export/drawing-process.ts'),
  },
]

/** Native packages, and those that read files of their own, stay outside. */
const EXTERNAL = ['@resvg/resvg-js', 'pdfkit', 'fontkit']

const options = ({ outfile, source }) => ({
  entryPoints: [source],
  outfile,
  bundle: true,
  external: EXTERNAL,
  platform: 'node',
  format: 'cjs',
  target: 'node20.9',
  legalComments: 'none',
  logLevel: 'warning',
})

/**
 * Makes one file of everything that a process needs.
 * @param {{ outfile: string, source: string }} worker one of `WORKERS`, or one of a test that watches it.
 */
export async function buildWorker(worker) {
  await build(options(worker))
}

/** Makes the files of all processes. */
export async function buildWorkers() {
  await Promise.all(WORKERS.map(buildWorker))
}

/** Makes them, and again at every change. @returns {Promise<() => Promise<void>>} what ends that. */
export async function watchWorkers() {
  const watched = await Promise.all(WORKERS.map((worker) => context(options(worker))))
  for (const one of watched) {
    await one.rebuild()
    await one.watch()
  }
  return async () => {
    for (const one of watched) await one.dispose()
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await buildWorkers()
