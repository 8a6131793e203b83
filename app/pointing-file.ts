import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

type Script = { file: string; text: string }

let script: Script | null = null

/** The script that answers pointers and keys on charts, as `scripts/worker.js` makes it; its name says what is in it. */
export function pointingScript(): Script {
  if (script) return script
  const text = readFileSync(
    join(/* turbopackIgnore: true */ process.cwd(), '.worker', 'pointing.js'),
    'utf8',
  ).trim()
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 22)
  script = { file: `${name}.js`, text }
  return script
}

/** Where pages have it from. */
export const pointingAddress = (): string => `/pointing/${pointingScript().file}`
