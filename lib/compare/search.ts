import { type EditionId, editionLabel } from '../model/edition'
import type { AliasField } from '../model/organisation'
import { makersOf, nameOf, spellingsOf } from '../names/name'
import { shownNames, systemLabel } from '../names/shown'
import { openPause } from '../process/pause'
import { printedRank } from '../record/change'
import type { ListRecord, Machine } from '../record/record'
import { counted, formatFlopsPrinted } from './figure'
import { machineLabel } from './history'
import { ORGANISATIONS } from './organisations'

/** What can be searched for, in the order in which it is shown where nothing else decides. */
export type FoundKind = 'list' | 'organisation' | 'system' | 'manufacturer' | 'country' | 'site'

/** Something that was found. */
export type Found = {
  kind: FoundKind
  /** A list, an organisation's key, a system's key, or a name. */
  key: string
  label: string
  /** What tells it from others of the same name. */
  about: string
  /** The newest list on which it stands. */
  list: EditionId
}

/** What can be found: its texts reduced to words, and what orders finds that answer alike. */
type Entry = Found & { texts: readonly string[]; weight: number }

/** An entry with all its texts in one, without spaces: what has a word of the question nowhere in it is passed over. */
type Indexed = { entry: Entry; packed: string }

const KINDS: readonly FoundKind[] = [
  'list',
  'organisation',
  'system',
  'manufacturer',
  'country',
  'site',
]

/** Fields whose names can be found, each a kind of its own. */
const NAMED: readonly AliasField[] = ['manufacturer', 'country', 'site']

/** Letters without accents and signs alone; most texts are, and are reduced much faster so. */
const PLAIN = /^[\x20-\x7e]*$/

/** A text as words of letters and figures, each reduced to what tells it apart. */
function wordsOf(text: string): string[] {
  const lower = text.toLowerCase()
  const words = PLAIN.test(text)
    ? lower.split(/[^a-z0-9]+/)
    : lower
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .split(/[^\p{L}\p{N}]+/u)
  return words.filter((word) => word !== '')
}

const folded = (text: string) => wordsOf(text).join(' ')

/** Texts reduced to their words, each once. */
const allFolded = (texts: readonly (string | null)[]) => [
  ...new Set([...new Set(texts)].flatMap((text) => (text === null ? [] : [folded(text)]))),
]

function systemEntry(machine: Machine): Entry | null {
  const last = machine.appearances.at(-1)
  if (!last) return null
  const { system, list } = last
  const label = machineLabel(machine)
  const texts = allFolded([
    machine.key,
    ...machine.otherIds,
    label,
    ...machine.appearances.flatMap(({ system: row }) => [row.name, row.site, row.computer]),
  ])
  const names = shownNames(system, list.id)
  const where = names.name === null ? names.computer : names.site?.name
  const rmax = system.rmax === null ? '' : `, ${formatFlopsPrinted(system.rmax)}`
  return {
    kind: 'system',
    key: machine.key,
    label,
    about: `${where ? `${where}, ` : ''}rank ${printedRank(last)} in ${editionLabel(list.id)}${rmax}`,
    list: list.id,
    texts,
    weight: Math.log10(1 + (system.rmax ?? 0)),
  }
}

type Named = { name: string; texts: Set<string>; list: EditionId; systems: number }

/** Every name of the lists in a field, in all its spellings. @param pause awaited between two lists. */
async function namedEntries(
  { lists }: ListRecord,
  field: AliasField,
  pause: () => Promise<void>,
): Promise<Entry[]> {
  const byName = new Map<string, Named>()
  const add = (name: string, printed: string, list: EditionId) => {
    const known = byName.get(name)
    if (!known) byName.set(name, { name, texts: new Set([name, printed]), list, systems: 1 })
    else {
      known.texts.add(printed)
      known.systems = known.list === list ? known.systems + 1 : 1
      known.list = list
    }
  }
  for (const { id, systems } of lists) {
    for (const system of systems) {
      const printed = system[field]
      if (printed === null) continue
      if (field === 'manufacturer')
        for (const maker of makersOf(printed, id)) add(maker.name, maker.printed, id)
      else add(nameOf(field, printed, id, system).name, printed, id)
    }
    await pause()
  }
  return [...byName.values()].map(
    ({ name, texts, list, systems }): Entry => ({
      kind: field,
      key: name,
      label: name,
      about: `${field}, ${counted(systems, 'system')} in ${editionLabel(list)}`,
      list,
      texts: allFolded([...texts]),
      weight: Math.log10(1 + systems),
    }),
  )
}

/**
 * All that can be found. There is much of it, so that others are answered while it is put together.
 * @param pause lets them, after each machine and, for the names of a field, after each list.
 */
export async function findables(
  record: ListRecord,
  pause = openPause(),
): Promise<readonly Indexed[]> {
  const newest = record.lists.at(-1)?.id ?? '1993-06'
  const organisations = ORGANISATIONS.map(
    ({ key, label, aliases }): Entry => ({
      kind: 'organisation',
      key,
      label,
      about: 'organisation, compared by all its names',
      list: newest,
      texts: allFolded([
        label,
        ...aliases.flatMap(({ field, name }) => [
          name,
          ...spellingsOf(field, name).map(({ printed }) => printed),
        ]),
      ]),
      weight: 3,
    }),
  )
  const lists = record.lists.map(
    ({ id, number, systems }): Entry => ({
      kind: 'list',
      key: id,
      label: `List of ${editionLabel(id)}`,
      about: `no. ${number}, ${counted(systems.length, 'system')}`,
      list: id,
      texts: allFolded([id, editionLabel(id), `list ${number}`, `list of ${editionLabel(id)}`]),
      weight: number / 100,
    }),
  )
  const indexed: Indexed[] = []
  const add = (entry: Entry) =>
    indexed.push({ entry, packed: entry.texts.join('|').replaceAll(' ', '') })
  for (const entry of [...lists, ...organisations]) add(entry)
  for (const machine of record.machines) {
    const entry = systemEntry(machine)
    if (entry) add(entry)
    await pause()
  }
  for (const field of NAMED)
    for (const entry of await namedEntries(record, field, pause)) add(entry)
  return indexed
}

// A server may load this module more than once, for pages and for the API; what is found is the same.
const held = globalThis as { top500Found?: WeakMap<ListRecord, Promise<readonly Indexed[]>> }

/** All that can be found in a record, put together when somebody first searches. */
function entriesOf(record: ListRecord): Promise<readonly Indexed[]> {
  held.top500Found ??= new WeakMap()
  const made = held.top500Found.get(record) ?? findables(record)
  held.top500Found.set(record, made)
  return made
}

/** How well a text answers words: 3 as a whole, 2 where it begins so, 1 where words of it do, 0.5 within; 0 for not. */
function closeness(text: string, wanted: string, words: readonly string[]): number {
  if (text === wanted) return 3
  if (text.startsWith(wanted)) return 2
  const spaced = ` ${text}`
  if (words.every((word) => spaced.includes(` ${word}`))) return 1
  const packed = text.replaceAll(' ', '')
  if (packed === words.join('')) return 2.5
  return words.every((word) => packed.includes(word)) ? 0.5 : 0
}

/** The best fit of an entry: of its texts one by one, and of all together where none has every word. */
function closenessOf({ texts }: Entry, wanted: string, words: readonly string[]): number {
  let best = 0
  for (const text of texts) best = Math.max(best, closeness(text, wanted, words))
  if (best > 0 || words.length < 2) return best
  return words.every((word) => texts.some((text) => ` ${text}`.includes(` ${word}`))) ? 0.75 : 0
}

/**
 * What answers a question, the best first: a name, site, computer, number or month in any spelling.
 * @param most how many are told of.
 */
export async function search(record: ListRecord, question: string, most: number): Promise<Found[]> {
  const words = wordsOf(question)
  if (words.length === 0) return []
  const wanted = words.join(' ')
  return (await entriesOf(record))
    .flatMap(({ entry, packed }) => {
      if (!words.every((word) => packed.includes(word))) return []
      const fits = closenessOf(entry, wanted, words)
      return fits > 0 ? [{ entry, fits }] : []
    })
    .sort(
      (a, b) =>
        b.fits - a.fits ||
        KINDS.indexOf(a.entry.kind) - KINDS.indexOf(b.entry.kind) ||
        b.entry.weight - a.entry.weight,
    )
    .slice(0, most)
    .map(({ entry: { kind, key, label, about, list } }) => ({ kind, key, label, about, list }))
}

/** The one system that a text names wholly: by its key, an ID that it had, its name, or its site; the fastest of several. */
export async function findSystem(record: ListRecord, text: string): Promise<Machine | null> {
  const direct = record.machine(text.trim())
  if (direct) return direct
  const wanted = folded(text)
  if (wanted === '') return null
  const found = (await entriesOf(record)).flatMap(({ entry: { kind, key, texts } }) => {
    const machine = kind === 'system' && texts.includes(wanted) ? record.machine(key) : null
    const last = machine?.appearances.at(-1)
    const named = machine?.appearances.some(
      ({ system, list }) =>
        (system.name !== null && folded(system.name) === wanted) ||
        folded(systemLabel(system, list.id)) === wanted,
    )
    return machine && last && named ? [{ machine, rmax: last.system.rmax ?? 0 }] : []
  })
  return found.sort((a, b) => b.rmax - a.rmax)[0]?.machine ?? null
}
