import { CONTINENTS } from '../../data/names/continents'
import { COUNTRIES } from '../../data/names/countries'
import { JOINTS, MAKERS } from '../../data/names/makers'
import { SITES } from '../../data/names/sites'
import type { EditionId } from '../model/edition'
import type { NamedField, NameRow, Spelling } from '../model/name'
import type { System } from '../model/system'
import { foldName } from './fold'
import { mend } from './mend'

/** What a printed text is called. */
export type Name = {
  /** The name that it has through time; the printed text itself, mended, where no row of the ledger places it. */
  name: string
  /** As the list prints it. */
  printed: string
  /** Letters of the printed text were garbled in the published file, and are right in `name`. */
  mended: boolean
}

/** Other fields of the row in which a text is printed, for spellings that depend on them. */
export type Beside = Partial<System>

/** The ledger: every name, by field. */
export const LEDGER: Readonly<Record<NamedField, readonly NameRow[]>> = {
  country: COUNTRIES,
  continent: CONTINENTS,
  manufacturer: MAKERS,
  site: SITES,
}

/** Fields whose every name stands in the ledger; a site that has one spelling only does not. */
const WHOLE: ReadonlySet<NamedField> = new Set(['country', 'continent', 'manufacturer'])

/** A spelling with the name that it means; null where it is the name itself. */
type Meaning = { name: string; spelling: Spelling | null }

type Book = {
  rows: ReadonlyMap<string, NameRow>
  exact: ReadonlyMap<string, readonly Meaning[]>
  folded: ReadonlyMap<string, readonly Meaning[]>
}

function bookOf(field: NamedField): Book {
  const exact = new Map<string, Meaning[]>()
  const folded = new Map<string, Meaning[]>()
  const add = (text: string, meaning: Meaning) => {
    exact.set(text, [...(exact.get(text) ?? []), meaning])
    const key = foldName(field, text)
    folded.set(key, [...(folded.get(key) ?? []), meaning])
  }
  for (const { name, spellings } of LEDGER[field]) {
    add(name, { name, spelling: null })
    for (const spelling of spellings) add(spelling.printed, { name, spelling })
  }
  return { rows: new Map(LEDGER[field].map((row) => [row.name, row])), exact, folded }
}

const BOOKS: Readonly<Record<NamedField, Book>> = {
  country: bookOf('country'),
  continent: bookOf('continent'),
  manufacturer: bookOf('manufacturer'),
  site: bookOf('site'),
}

const JOINT_ROWS = new Map(JOINTS.map((joint) => [joint.printed, joint]))

function holds({ spelling }: Meaning, edition: EditionId, beside: Beside): boolean {
  if (!spelling) return true
  const [first, last] = spelling.on
  if (spelling.onlyThen && (edition < first || last < edition)) return false
  if (!spelling.where) return true
  const value = beside[spelling.where.field]
  return typeof value === 'string' && spelling.where.is.includes(value)
}

/** What the ledger says that a text means; null where it says nothing. */
function meaningOf(
  field: NamedField,
  text: string,
  edition: EditionId,
  beside: Beside,
): Meaning | null {
  const { exact, folded } = BOOKS[field]
  const meanings = exact.get(text) ?? folded.get(foldName(field, text)) ?? []
  return meanings.find((meaning) => holds(meaning, edition, beside)) ?? null
}

/** Between the partners of a joint manufacturer. */
const BETWEEN = /\s*[/,\\]\s*/u

function single(
  field: NamedField,
  printed: string,
  edition: EditionId,
  beside: Beside = {},
): Name | null {
  const text = mend(printed)
  const meaning = meaningOf(field, text, edition, beside)
  if (!meaning) return null
  return {
    name: meaning.name,
    printed,
    mended: text !== printed || meaning.spelling?.garbled === true,
  }
}

const asPrinted = (printed: string): Name => {
  const name = mend(printed)
  return { name, printed, mended: name !== printed }
}

function partners(printed: string, edition: EditionId): Name[] {
  const whole = single('manufacturer', printed, edition)
  if (whole) return [whole]
  const joint = JOINT_ROWS.get(printed)
  if (joint) return joint.partners.map((name) => ({ name, printed, mended: false }))
  const parts = printed.split(BETWEEN).filter((part) => part !== '')
  const names = parts.map((part) => single('manufacturer', part, edition) ?? asPrinted(part))
  return names.filter(({ name }, at) => names.findIndex((other) => other.name === name) === at)
}

/** Texts remembered for one field and list; beyond that they are looked up anew. */
const MOST_REMEMBERED = 50_000

const makers = new Map<string, readonly Name[]>()

/**
 * The makers that a printed manufacturer names, each once: one for `Fujitsu`, three for `IBM / NVIDIA / Mellanox`.
 * `printed` of each is its own part, or the whole where the parts are not written apart.
 */
export function makersOf(printed: string, edition: EditionId): readonly Name[] {
  const key = `${edition} ${printed}`
  const known = makers.get(key)
  if (known) return known
  const found = partners(printed, edition)
  if (makers.size >= MOST_REMEMBERED) makers.clear()
  makers.set(key, found)
  return found
}

/** Between the partners in the name of a joint manufacturer. */
const WITH = ' / '

const names = new Map<string, Name>()

/**
 * The name of a printed text, the same on every list.
 * @param edition the list that prints it.
 * @param beside the row that prints it; `Americas` means North or South America by the row's region.
 */
export function nameOf(
  field: NamedField,
  printed: string,
  edition: EditionId,
  beside: Beside = {},
): Name {
  const where = field === 'continent' ? (beside.region ?? '') : ''
  const key = `${field} ${edition} ${where} ${printed}`
  const known = names.get(key)
  if (known) return known
  const found = lookUp(field, printed, edition, beside)
  if (names.size >= MOST_REMEMBERED) names.clear()
  names.set(key, found)
  return found
}

function lookUp(field: NamedField, printed: string, edition: EditionId, beside: Beside): Name {
  if (field !== 'manufacturer') return single(field, printed, edition, beside) ?? asPrinted(printed)
  const found = makersOf(printed, edition)
  const [only] = found
  if (only && found.length === 1) return { ...only, printed }
  return {
    name: found.map(({ name }) => name).join(WITH),
    printed,
    mended: found.some(({ mended }) => mended),
  }
}

/**
 * The names that a system has in a field: its makers, each once, and one country, continent or site; none where the list
 * gives none.
 */
export function namesOf(field: NamedField, system: System, edition: EditionId): readonly Name[] {
  const printed = system[field]
  if (printed === null) return []
  return field === 'manufacturer'
    ? makersOf(printed, edition)
    : [nameOf(field, printed, edition, system)]
}

/** The spellings under which the lists print a name besides itself; empty for a name that the ledger does not know. */
export function spellingsOf(field: NamedField, name: string): readonly Spelling[] {
  return BOOKS[field].rows.get(name)?.spellings ?? []
}

/**
 * The texts that no row of the ledger places among those that a system prints in a field: a country, continent or maker
 * that is new. A site needs a row only where it has several spellings, so none is unplaced by itself.
 */
export function unplacedOf(field: NamedField, system: System, edition: EditionId): string[] {
  const printed = system[field]
  if (printed === null || !WHOLE.has(field)) return []
  if (field !== 'manufacturer')
    return meaningOf(field, mend(printed), edition, system) ? [] : [printed]
  return makersOf(printed, edition).flatMap(({ name }) =>
    BOOKS[field].rows.has(name) ? [] : [name],
  )
}
