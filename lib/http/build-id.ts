import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

let known: string | null = null

/** Names the program that answers, so that what an earlier one drew is not taken for its work. */
export function buildId(): string {
  if (known === null) {
    try {
      known = readFileSync(
        join(/* turbopackIgnore: true */ process.cwd(), '.next/BUILD_ID'),
        'utf8',
      )
    } catch {
      // While developing there is no build, and the code changes under the same name.
      known = `developing since ${Date.now()}`
    }
  }
  return known
}

/** A short name for what hangs on all these parts: 128 bits of their SHA-256. */
export function digest(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32)
}
