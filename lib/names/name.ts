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

/** Everything that the ledger says of a text, whatever list prints it. */
function meaningsOf(field: NamedField, text: string): readonly Meaning[] {
  const { exact, folded } = BOOKS[field]
  return exact.get(text) ?? folded.get(foldName(field, text)) ?? NONE
}

const NONE: readonly Meaning[] = []

/** Texts remembered for each kind of question; beyond that they are looked up anew. */
const MOST_REMEMBERED = 50_000

/** Remembers answers about texts, of which an upload may hold any number. */
function remembered<T>(answer: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const held = known.get(text)
    if (held !== undefined) return held
    const found = answer(text)
    if (known.size >= MOST_REMEMBERED) known.clear()
    known.set(text, found)
    return found
  }
}

/** What is known of a printed text before one asks which list prints it. */
type Read = { asPrinted: Name; meanings: readonly { meaning: Meaning; name: Name }[] }

function read(field: NamedField, printed: string): Read {
  const text = mend(printed)
  const mended = text !== printed
  return {
    asPrinted: { name: text, printed, mended },
    meanings: meaningsOf(field, text).map((meaning) => ({
      meaning,
      name: { name: meaning.name, printed, mended: mended || meaning.spelling?.garbled === true },
    })),
  }
}

const READ: Readonly<Record<NamedField, (printed: string) => Read>> = {
  country: remembered((printed) => read('country', printed)),
  continent: remembered((printed) => read('continent', printed)),
  manufacturer: remembered((printed) => read('manufacturer', printed)),
  site: remembered((printed) => read('site', printed)),
}

/** The name that the ledger gives to a text; null where it says nothing. */
function placed(
  field: NamedField,
  printed: string,
  edition: EditionId,
  beside: Beside = {},
): Name | null {
  const { meanings } = READ[field](printed)
  return meanings.find(({ meaning }) => holds(meaning, edition, beside))?.name ?? null
}

/** Between the partners of a joint manufacturer, and between them in its name. */
const BETWEEN = /\s*[/,\\]\s*/u
const WITH = ' / '

/** The parts of a printed manufacturer; the whole where it is one maker's. */
const partsOf = remembered((printed): readonly string[] => {
  if (meaningsOf('manufacturer', mend(printed)).length > 0) return [printed]
  const joint = JOINT_ROWS.get(printed)
  return joint ? joint.parts : printed.split(BETWEEN).filter((part) => part !== '')
})

/**
 * The makers that a printed manufacturer names, each once: one for `Fujitsu`, three for `IBM / NVIDIA / Mellanox`.
 * `printed` of each is its own part.
 */
export function makersOf(printed: string, edition: EditionId): readonly Name[] {
  const names = partsOf(printed).map((part) => named('manufacturer', part, edition))
  return names.length < 2
    ? names
    : names.filter(({ name }, at) => names.findIndex((other) => other.name === name) === at)
}

const named = (field: NamedField, printed: string, edition: EditionId, beside?: Beside): Name =>
  placed(field, printed, edition, beside) ?? READ[field](printed).asPrinted

/**
 * The name of a printed text, the same on every list.
 * @param edition the list that prints it.
 * @param beside the row that prints it; `Americas` means North or South America by the row's region.
 */
export function nameOf(
  field: NamedField,
  printed: string,
  edition: EditionId,
  beside?: Beside,
): Name {
  if (field !== 'manufacturer') return named(field, printed, edition, beside)
  const makers = makersOf(printed, edition)
  const [only] = makers
  if (only && makers.length === 1) return only.printed === printed ? only : { ...only, printed }
  return {
    name: makers.map(({ name }) => name).join(WITH),
    printed,
    mended: makers.some(({ mended }) => mended),
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
    : [named(field, printed, edition, system)]
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
  const parts = field === 'manufacturer' ? partsOf(printed) : [printed]
  return parts.filter((part) => placed(field, part, edition, system) === null)
}
