import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { ROOT } from '../scripts/run.js'

/** What the benchmarks build for themselves; never committed, and gone with the packages. */
export const WORK = fileURLToPath(new URL('node_modules/.cache/', import.meta.url))

/**
 * Bundles a part of the product as its server does, packages left outside, and returns the file.
 * @param {string} name of the bundle.
 * @param {string} source TypeScript that imports from the checkout's root, as in `./lib/list/csv`.
 */
export async function bundle(name, source) {
  mkdirSync(WORK, { recursive: true })
  const outfile = join(WORK, `${name}.mjs`)
  await build({
    stdin: { contents: source, resolveDir: ROOT, loader: 'ts', sourcefile: `${name}.ts` },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    logLevel: 'error',
  })
  return outfile
}

/** Bundles a part of the product and loads it; see {@link bundle}. */
export async function load(name, source) {
  return import(`${pathToFileURL(await bundle(name, source)).href}?${Date.now()}`)
}
