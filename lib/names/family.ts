import type { EditionId } from '../model/edition'
import type { FamilySpelling, FamilyTable } from '../model/family'
import type { System } from '../model/system'

/** What a table says of a row. */
export type Family = {
  name: string
  /** The families that a system belongs to at once, the first printed first; the name alone for most. */
  members: readonly string[]
  /** False where the list prints a text that no row of the table places: the name is then the printed text. */
  placed: boolean
}

function holds(spelling: FamilySpelling, system: System, edition: EditionId): boolean {
  if ((spelling.from && edition < spelling.from) || (spelling.to && spelling.to < edition))
    return false
  const text = system[spelling.field]
  if (typeof text !== 'string') return false
  return spelling.match === 'prefix'
    ? spelling.printed.some((start) => text.startsWith(start))
    : spelling.printed.includes(text)
}

function find(table: FamilyTable, system: System, edition: EditionId): Family | null {
  if (
    table.notGiven.some(({ field, printed }) => printed.includes(String(system[field]))) ||
    table.fields.every((field) => system[field] === null)
  )
    return null
  const row = table.rows.find(({ spellings }) =>
    spellings.some((spelling) => holds(spelling, system, edition)),
  )
  if (row) return { name: row.name, members: row.joins ?? [row.name], placed: true }
  const printed = String(table.fields.map((field) => system[field]).find((text) => text !== null))
  return { name: printed, members: [printed], placed: false }
}

/** Answers kept for the printed texts of a table; beyond that they are found anew. */
const MOST_REMEMBERED = 20_000
const remembered = new WeakMap<FamilyTable, Map<string, Family | null>>()

/** Every field in which a table looks. */
const fieldsOf = (table: FamilyTable) =>
  new Set([
    ...table.fields,
    ...table.rows.flatMap(({ spellings }) => spellings.map(({ field }) => field)),
  ])
const looked = new WeakMap<FamilyTable, ReturnType<typeof fieldsOf>>()

/**
 * The family of a row of a list by a table.
 * @returns null where the list does not give what the table sorts by.
 */
export function familyOf(table: FamilyTable, system: System, edition: EditionId): Family | null {
  const fields = looked.get(table) ?? fieldsOf(table)
  looked.set(table, fields)
  const known = remembered.get(table) ?? new Map<string, Family | null>()
  remembered.set(table, known)
  let key: string = edition
  for (const field of fields) key += `\n${system[field]}`
  const held = known.get(key)
  if (held !== undefined) return held
  const found = find(table, system, edition)
  if (known.size >= MOST_REMEMBERED) known.clear()
  known.set(key, found)
  return found
}
