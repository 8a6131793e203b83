import { readFileSync } from 'node:fs'
import { join } from 'node:path'

let text: string | null = null

/** The script that answers pointers and keys on charts, as `scripts/worker.js` makes it. */
export function pointingScript(): string {
  text ??= readFileSync(
    join(/* turbopackIgnore: true */ process.cwd(), '.worker', 'pointing.js'),
    'utf8',
  ).trim()
  return text
}
