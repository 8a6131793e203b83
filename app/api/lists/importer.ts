import { join } from 'node:path'
import type { Importer } from '@/lib/http/list-api'
import { type ImportPool, openImportPool } from '@/lib/list/import-pool'

// A server may load this module more than once; a process has one pool of readers all the same.
const held = globalThis as { top500Readers?: ImportPool }

/** Reads an uploaded file beside the server, which answers others meanwhile. */
export const importer: Importer = (bytes, hints) => {
  held.top500Readers ??= openImportPool(
    join(/* turbopackIgnore: true */ process.cwd(), '.worker', 'list.cjs'),
  )
  return held.top500Readers.read(bytes, hints)
}
