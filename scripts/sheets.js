import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inlined } from './front/styles.js'
import { ROOT } from './run.js'

/** Where Next leaves what a build serves, and under which address it serves that. */
const BUILT = { folder: join(ROOT, '.next/static'), address: '/_next/static' }

/** The style sheets of the build as they can stand in pages, by their addresses. @returns {Record<string, string>} */
export function builtSheets() {
  const files = readdirSync(BUILT.folder, { recursive: true })
    .map((file) => String(file).replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.css'))
  const sheets = files.map((file) => {
    const address = `${BUILT.address}/${file}`
    return [address, inlined(readFileSync(join(BUILT.folder, file), 'utf8').trim(), address)]
  })
  return Object.fromEntries(sheets)
}
