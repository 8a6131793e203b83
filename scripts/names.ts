import { parseArgs } from 'node:util'
import type { NamedField } from '../lib/model/name'
import { LEDGER, namesOf } from '../lib/names/name'
import { type SpellingChange, spellingChanges, unplacedSpellings } from '../lib/record/spelling'
import { openBundled, SNAPSHOTS } from '../lib/store/bundled'

const USAGE = `Usage: npm run names -- [--lists FOLDER]
Holds the ledger of names (data/names) against all lists of a folder (data/lists) and prints
  every System ID and Site ID whose spelling changes, with the row of the ledger that says why,
  every spelling whose span in the ledger is not the one of the lists that print it,
  every spelling that no row of the ledger places.
Ends with 0 if the ledger places everything, 1 if something is open, 2 if the command was not understood.`

const OPTIONS = {
  lists: { type: 'string', default: SNAPSHOTS },
  help: { type: 'boolean', default: false },
} as const

/** Text from a list must not steer the terminal. */
const plain = (text: string) => text.replace(/\p{Cc}+/gu, ' ')
const say = (text: string) => console.log(plain(text))

const IDS = { systemId: 'System ID', siteId: 'Site ID' } as const

const PLACED: Readonly<Record<SpellingChange['placed'], string>> = {
  'one-name': 'one name',
  handover: 'taken over',
  correction: 'corrected',
  open: 'OPEN: no row of the ledger says why',
}

/** Changes of the same kind together: what is printed, one after the other, and the identities. */
function byKind(changes: readonly SpellingChange[]): Map<string, SpellingChange[]> {
  const kinds = new Map<string, SpellingChange[]>()
  for (const change of changes) {
    const printed = change.spellings.map(({ printed: text }) => `“${text}”`).join(', then ')
    const kind = `${change.field} ${printed}: ${PLACED[change.placed]}`
    kinds.set(kind, [...(kinds.get(kind) ?? []), change])
  }
  return kinds
}

function printChanges(changes: readonly SpellingChange[]): void {
  say(`${changes.length} identities are printed under more than one spelling:`)
  for (const [kind, alike] of byKind(changes)) {
    const [first] = alike
    say(`  ${kind}`)
    if (first?.placed === 'one-name') say(`    name: ${first.spellings[0]?.name}`)
    if (first?.because) say(`    ${first.because}`)
    for (const by of ['systemId', 'siteId'] as const) {
      const ids = alike.flatMap((one) => (one.by === by ? [one.id] : []))
      if (ids.length) say(`    ${IDS[by]} ${ids.join(', ')}`)
    }
  }
}

/** The spellings of the ledger that other lists print than it says. */
function wrongSpans(lists: Parameters<typeof spellingChanges>[0]): string[] {
  const fields = Object.keys(LEDGER) as NamedField[]
  const seen = new Map<string, [string, string]>()
  for (const { id, systems } of lists)
    for (const system of systems)
      for (const field of fields)
        for (const { printed, name } of namesOf(field, system, id)) {
          const key = JSON.stringify([field, name, printed])
          seen.set(key, [seen.get(key)?.[0] ?? id, id])
        }
  return fields.flatMap((field) =>
    LEDGER[field].flatMap(({ name, spellings }) =>
      spellings.flatMap(({ printed, on }) => {
        const span = seen.get(JSON.stringify([field, name, printed]))
        const [first, last] = on
        if (span?.[0] === first && span[1] === last) return []
        const found = span ? `printed from ${span[0]} to ${span[1]}` : 'printed by no list'
        return [`${field} “${printed}” (${name}): ${found}, the ledger says ${first} to ${last}`]
      }),
    ),
  )
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS })
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error))
    return null
  }
}

function run(args: string[]): number {
  const parsed = parse(args)
  if (!parsed || parsed.values.help) {
    console.log(USAGE)
    return parsed?.values.help ? 0 : 2
  }
  const bundled = openBundled(parsed.values.lists)
  const lists = bundled.versions().flatMap(({ edition }) => bundled.edition(edition) ?? [])
  const changes = spellingChanges(lists)
  const spans = wrongSpans(lists)
  const unplaced = unplacedSpellings(lists)
  printChanges(changes)
  say(`${spans.length} spellings have another span than the ledger says${spans.length ? ':' : '.'}`)
  for (const span of spans) say(`  ${span}`)
  say(`${unplaced.length} spellings are placed by no row${unplaced.length ? ':' : '.'}`)
  for (const { field, printed, first, last, like } of unplaced)
    say(
      `  ${field} “${printed}”, ${first} to ${last}${like.length ? `, like ${like.map((name) => `“${name}”`).join(', ')}` : ''}`,
    )
  const open = changes.filter(({ placed }) => placed === 'open').length
  return open + spans.length + unplaced.length > 0 ? 1 : 0
}

process.exitCode = run(process.argv.slice(2))
