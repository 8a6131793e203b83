import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, context } from 'esbuild'
import { ROOT } from './run.js'

/** What runs in processes beside the server or alone in pages: each is one file made of a module and all that it imports. */
export const WORKERS = [
  // Reads uploaded lists; `lib/list/import-pool.ts` starts it.
  { outfile: join(ROOT, '.worker/list.cjs'), source: join(ROOT, 'lib/list/import-process.ts') },
  // Draws pictures and verifies them; `lib/export/drawing-pool.ts` starts it.
  {
    outfile: join(ROOT, '.worker/drawing.cjs'),
    source: join(ROOT, 'lib/export/drawing-process.ts'),
  },
  // Answers pointers and keys on charts, without React; `components/pointing-script.tsx` puts it into pages.
  {
    outfile: join(ROOT, '.worker/pointing.js'),
    source: join(ROOT, 'components/charts/pointing/layer.ts'),
    page: true,
  },
]

/** Native packages, and those that read files of their own, stay outside. */
const EXTERNAL = ['@resvg/resvg-js', 'pdfkit', 'fontkit']

const FOR_PROCESS = { platform: 'node', format: 'cjs', target: 'node20.9', external: EXTERNAL }
/** Browsers as Next supports them. */
const FOR_PAGE = {
  platform: 'browser',
  format: 'iife',
  target: ['chrome111', 'firefox111', 'safari16.4'],
  minify: true,
}

const options = ({ outfile, source, page }) => ({
  entryPoints: [source],
  outfile,
  bundle: true,
  legalComments: 'none',
  logLevel: 'warning',
  ...(page ? FOR_PAGE : FOR_PROCESS),
})

/**
 * Makes one file of everything that a process needs.
 * @param {{ outfile: string, source: string, page?: boolean }} worker one of `WORKERS`, or one of a test that watches it.
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
