import { HANDOVERS, MAKER_CORRECTIONS } from '../../data/names/makers'
import { SITE_CORRECTIONS } from '../../data/names/sites'
import type { EditionId } from '../model/edition'
import type { Correction, NamedField } from '../model/name'
import type { System } from '../model/system'
import { foldName } from '../names/fold'
import { nameOf, namesOf, unplacedOf } from '../names/name'

/** A list with its systems, whichever version. */
type List = { id: EditionId; systems: readonly System[] }

/** An identity that lists print under more than one spelling of a field. */
export type SpellingChange = {
  by: 'systemId' | 'siteId'
  id: string
  field: NamedField
  /** Each spelling once, in the order of the lists that first print it. */
  spellings: readonly { printed: string; name: string; first: EditionId; last: EditionId }[]
  /**
   * Why the spellings are no fault: they are one name, the maker's business was taken over, or a correction says why.
   * `open` where no row of the ledger says anything.
   */
  placed: 'one-name' | 'handover' | 'correction' | 'open'
  because: string | null
}

/** What is known by each identity. Continents and countries are the system's. */
const KNOWN_BY: readonly { by: SpellingChange['by']; field: NamedField }[] = [
  { by: 'systemId', field: 'country' },
  { by: 'systemId', field: 'continent' },
  { by: 'systemId', field: 'manufacturer' },
  { by: 'systemId', field: 'site' },
  { by: 'siteId', field: 'site' },
]

const CORRECTIONS: readonly Correction[] = [...MAKER_CORRECTIONS, ...SITE_CORRECTIONS]

type Spelt = SpellingChange['spellings'][number]

/** Whether every name that goes from one list to the next goes to the maker that took its business over. */
function handedOver(spellings: readonly Spelt[]): string[] | null {
  const reasons: string[] = []
  for (const [at, { printed, first }] of spellings.entries()) {
    const before = spellings[at - 1]
    if (!before) continue
    const makers = (text: string, edition: EditionId) =>
      nameOf('manufacturer', text, edition).name.split(' / ')
    const [old, now] = [makers(before.printed, before.last), makers(printed, first)]
    const gone = old.filter((name) => !now.includes(name))
    const came = now.filter((name) => !old.includes(name))
    for (const one of [...gone, ...came]) {
      const row = HANDOVERS.find(
        ({ from, to, since }) =>
          since <= first &&
          ((one === from && now.includes(to)) || (one === to && old.includes(from))),
      )
      if (!row) return null
      reasons.push(row.because)
    }
  }
  return [...new Set(reasons)]
}

function place(
  by: SpellingChange['by'],
  id: string,
  field: NamedField,
  spellings: readonly Spelt[],
): Pick<SpellingChange, 'placed' | 'because'> {
  const names = [...new Set(spellings.map(({ name }) => name))]
  if (names.length === 1) return { placed: 'one-name', because: null }
  const correction = CORRECTIONS.find(
    (row) =>
      row.by === by &&
      row.id === id &&
      row.field === field &&
      JSON.stringify(row.names) === JSON.stringify(names),
  )
  if (correction) return { placed: 'correction', because: correction.because }
  const reasons = field === 'manufacturer' ? handedOver(spellings) : null
  return reasons
    ? { placed: 'handover', because: reasons.join(' ') }
    : { placed: 'open', because: null }
}

/**
 * Every System ID and Site ID that lists print under more than one spelling, with the row of the ledger that says why.
 * Lists before November 2017 print no identities and say nothing.
 * @param lists oldest first.
 */
export function spellingChanges(lists: readonly List[]): SpellingChange[] {
  return KNOWN_BY.flatMap(({ by, field }) => {
    const known = new Map<string, Map<string, Spelt>>()
    for (const { id: edition, systems } of lists)
      for (const system of systems) {
        const [id, printed] = [system[by], system[field]]
        if (id === null || printed === null) continue
        const spelt = known.get(id) ?? new Map<string, Spelt>()
        known.set(id, spelt)
        const { name } = nameOf(field, printed, edition, system)
        const first = spelt.get(printed)?.first ?? edition
        spelt.set(printed, { printed, name, first, last: edition })
      }
    return [...known].flatMap(([id, spelt]) => {
      const spellings = [...spelt.values()]
      return spellings.length < 2
        ? []
        : [{ by, id, field, spellings, ...place(by, id, field, spellings) }]
    })
  })
}

/** A spelling that no row of the ledger places. */
export type Unplaced = {
  field: NamedField
  printed: string
  first: EditionId
  last: EditionId
  /** Names that differ from it in case, spacing, signs or accents only; empty for one that is new. */
  like: readonly string[]
}

const FIELDS: readonly NamedField[] = ['country', 'continent', 'manufacturer', 'site']

/** Texts of a field with the first and the last list that have them. */
function spansOf(lists: readonly List[], texts: (system: System, id: EditionId) => string[]) {
  const spans = new Map<string, [EditionId, EditionId]>()
  for (const { id, systems } of lists)
    for (const system of systems)
      for (const text of texts(system, id)) spans.set(text, [spans.get(text)?.[0] ?? id, id])
  return [...spans].map(([printed, [first, last]]) => ({ printed, first, last }))
}

/** Sites that are the same as another but for case, spacing, signs or accents, and that no row makes one. */
function alikeSites(lists: readonly List[], known: readonly string[]): Unplaced[] {
  const sites = spansOf(lists, (system, id) => namesOf('site', system, id).map(({ name }) => name))
  const alike = new Map<string, Set<string>>()
  for (const name of [...known, ...sites.map(({ printed }) => printed)]) {
    const key = foldName('site', name)
    alike.set(key, (alike.get(key) ?? new Set()).add(name))
  }
  return sites.flatMap((site): Unplaced[] => {
    const like = [...(alike.get(foldName('site', site.printed)) ?? [])].filter(
      (name) => name !== site.printed,
    )
    return like.length > 0 ? [{ field: 'site', ...site, like }] : []
  })
}

/**
 * Every spelling that no row of the ledger places: a country, continent or maker that is new, and a site that looks like
 * another one.
 * @param known names of sites on other lists, to be looked like.
 */
export function unplacedSpellings(
  lists: readonly List[],
  known: readonly string[] = [],
): Unplaced[] {
  const fresh = FIELDS.flatMap((field) =>
    spansOf(lists, (system, id) => unplacedOf(field, system, id)).map(
      (text): Unplaced => ({ field, ...text, like: [] }),
    ),
  )
  return [...fresh, ...alikeSites(lists, known)]
}
