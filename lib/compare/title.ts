import { editionLabel } from '../model/edition'
import type { AliasField } from '../model/organisation'
import { joinedProse, type Named, opening, type Prose, plain, prose } from '../model/prose'
import { LENS_FIELD } from './alias'
import type { Comparison, Group } from './comparison'
import { formatPrinted, listed, listedProse } from './figure'
import { metricOf } from './metric'

/** The words above a chart: its title, and the line beneath that says what exactly is shown. */
export type ChartTitle = { title: Prose; subtitle: Prose }

/** How an organisation stands to the systems that count for it, in the words of sentences and titles. */
type Relation = {
  /** “Fujitsu *built* 14 of the 500 systems.” */
  did: string
  /** “systems *built by* Fujitsu” */
  by: string
  /** “Total Rmax by *builder*” */
  noun: string
  nouns: string
  /** “Systems *built by each organisation*” */
  each: string
  /** “One tick for each system *built by the organisations shown*” */
  shown: string
  /** “For China, systems are counted *by country*.” */
  counted: string
}

/** The table of relations, by the field of the lists that names the organisation. */
const RELATIONS: Readonly<Record<AliasField, Relation>> = {
  manufacturer: {
    did: 'built',
    by: 'built by',
    noun: 'builder',
    nouns: 'builders',
    each: 'built by each organisation',
    shown: 'built by the organisations shown',
    counted: 'by who built them',
  },
  site: {
    did: 'ran',
    by: 'run by',
    noun: 'operator',
    nouns: 'operators',
    each: 'run by each organisation',
    shown: 'run by the organisations shown',
    counted: 'by who runs them',
  },
  country: {
    did: 'had',
    by: 'in',
    noun: 'country',
    nouns: 'countries',
    each: 'in each country',
    shown: 'in the countries shown',
    counted: 'by country',
  },
}

/** Countries whose names take an article within a sentence. */
const WITH_ARTICLE: ReadonlySet<string> = new Set([
  'Czech Republic',
  'Netherlands',
  'Philippines',
  'Slovak Republic',
  'United Arab Emirates',
  'United Kingdom',
  'United States',
])

/** A country’s name within a sentence: `China`, `the United States`. */
export const countryWithin = (name: string): string =>
  WITH_ARTICLE.has(name) ? `the ${name}` : name

type Compared = Pick<Comparison, 'lens' | 'groups'>

/** The field in which an organisation is looked for: its own where it was picked from a list, and else the lens's. */
function fieldOf(
  { organisation }: Pick<Group, 'organisation'>,
  { lens }: Pick<Comparison, 'lens'>,
) {
  const picked = organisation.key.includes(':') ? organisation.aliases[0]?.field : undefined
  return picked ?? LENS_FIELD[lens]
}

/** The fields by which the organisations of a comparison are counted, in the order in which they first stand there. */
function fieldsOf(comparison: Compared): AliasField[] {
  return [...new Set(comparison.groups.map((group) => fieldOf(group, comparison)))]
}

/** What an organisation did with its systems, in the past tense: `built`, `ran` or `had`. */
export function verbOf(
  group: Pick<Group, 'organisation'>,
  comparison: Pick<Comparison, 'lens'>,
): string {
  return RELATIONS[fieldOf(group, comparison)].did
}

/** What sentences on an organisation are about: its systems through a lens, on a list. */
type On = Pick<Comparison, 'lens' | 'edition'>

/** An organisation's name within a sentence: `Fujitsu`, `the United States`. */
export function nameWithin(group: Pick<Group, 'organisation'>, { lens, edition }: On): Prose {
  const { label, key } = group.organisation
  const named: Named = { name: label, organisation: key, lens, list: edition }
  const article = fieldOf(group, { lens }) === 'country' && countryWithin(label) !== label
  return article ? ['the ', named] : [named]
}

/** The systems of an organisation within a sentence: `systems built by Fujitsu`, `systems in China`. */
export function systemsBy(group: Pick<Group, 'organisation'>, on: On): Prose {
  return prose`systems ${RELATIONS[fieldOf(group, on)].by} ${nameWithin(group, on)}`
}

/** An organisation's name at the beginning of a sentence: `Fujitsu`, `The United States`. */
export function nameFirst(group: Pick<Group, 'organisation'>, on: On): Prose {
  return opening(nameWithin(group, on), (words) => words.replace(/^the /, 'The '))
}

/** What the rows of a comparison are called together: `organisations`, `countries` or both. */
export function shownNoun(comparison: Compared): { one: string; many: string } {
  const fields = fieldsOf(comparison)
  if (fields.every((field) => field !== 'country'))
    return { one: 'organisation', many: 'organisations' }
  return fields.length === 1
    ? { one: 'country', many: 'countries' }
    : { one: 'organisation or country', many: 'organisations and countries' }
}

/** Whether systems were built alone: `alone or with partners`, `with partners`, or null where none has a partner. */
export function partnerWords(groups: readonly Pick<Group, 'matches'>[]): string | null {
  const joint = groups.flatMap(({ matches }) => matches.map(({ partners }) => partners.length > 0))
  if (!joint.includes(true)) return null
  return joint.includes(false) ? 'alone or with partners' : 'with partners'
}

const comma = (words: string | null) => (words === null ? '' : `, ${words}`)

const oneOf = (words: readonly string[]) => listed(words).replace(/ and (?=[^,]*$)/, ' or ')

/** The same of a comparison whose organisations are not all builders. */
const jointWords = (groups: Compared['groups']) =>
  comma(partnerWords(groups) === null ? null : 'joint systems included')

/** `built by IBM, alone or with partners`. */
function heldBy(group: Group, comparison: Comparison): Prose {
  const { by } = RELATIONS[fieldOf(group, comparison)]
  return prose`${by} ${nameWithin(group, comparison)}${comma(partnerWords([group]))}`
}

function noneOf(group: Group, comparison: Comparison): Prose {
  return prose`None of the ${formatPrinted(comparison.systems.length)} systems was ${heldBy(group, comparison)}`
}

/** Which list: `TOP500 list of November 2021`. */
export function listWords({ edition }: Pick<Comparison, 'edition'>): string {
  return `TOP500 list of ${editionLabel(edition)}`
}

/** The words of the chart of all systems by rank and Rmax, which is about the focus. */
export function rankRmaxTitle(comparison: Comparison): ChartTitle {
  const all = formatPrinted(comparison.systems.length)
  const subtitle = `All ${all} systems of the ${listWords(comparison)} by rank and Rmax`
  const focus = comparison.groups.find((group) => group.focus)
  if (!focus) return { title: subtitle, subtitle: '' }
  if (focus.matches.length === 0) return { title: noneOf(focus, comparison), subtitle }
  const held = heldBy(focus, comparison)
  const end = plain(held).includes(', ') ? ',' : ''
  const title =
    focus.matches.length === 1
      ? prose`Where the system ${held}${end} ranks`
      : prose`Where the systems ${held}${end} rank`
  return { title, subtitle }
}

/** The words of the chart with one bar for each organisation, by the comparison's metric. */
export function totalsTitle(comparison: Comparison): ChartTitle {
  const { groups } = comparison
  const { name, ofSystems } = metricOf(comparison.metric)
  const [only] = groups
  const list = listWords(comparison)
  if (only && groups.length === 1)
    return { title: prose`${ofSystems} systems ${heldBy(only, comparison)}`, subtitle: list }
  const relations = fieldsOf(comparison).map((field) => RELATIONS[field])
  const title = `${name} by ${oneOf(relations.map(({ noun }) => noun))}`
  const partners = comma(partnerWords(groups))
  const [relation] = relations
  return {
    title,
    subtitle:
      relation && relations.length === 1
        ? `Systems ${relation.each}${partners}, ${list}`
        : `Systems of each ${oneOf(relations.map(({ noun }) => noun))}${jointWords(groups)}, ${list}`,
  }
}

/** The words of the chart with a tick at every rank, a row for each organisation. */
export function rankStripTitle(comparison: Comparison): ChartTitle {
  const { groups } = comparison
  const [only] = groups
  const list = listWords(comparison)
  if (only && groups.length === 1) {
    const held = heldBy(only, comparison)
    const title =
      only.matches.length === 0
        ? noneOf(only, comparison)
        : only.matches.length === 1
          ? prose`The rank of the system ${held}`
          : prose`Every rank of the systems ${held}`
    return {
      title,
      subtitle: only.matches.length === 0 ? list : `One tick for each system, ${list}`,
    }
  }
  const relations = fieldsOf(comparison).map((field) => RELATIONS[field])
  const partners = comma(partnerWords(groups))
  const [relation] = relations
  return {
    title: `Every rank held, by ${oneOf(relations.map(({ noun }) => noun))}`,
    subtitle:
      relation && relations.length === 1
        ? `One tick for each system ${relation.shown}${partners}, ${list}`
        : `One tick for each system of the ${listed(relations.map(({ nouns }) => nouns))} shown${jointWords(groups)}, ${list}`,
  }
}

/** What the reader must know where organisations are not all counted in one way; null where they are. */
export function mixedNote(comparison: Compared & On): Prose | null {
  const fields = fieldsOf(comparison)
  if (fields.length < 2) return null
  const namesOf = (field: AliasField) =>
    comparison.groups
      .filter((group) => fieldOf(group, comparison) === field)
      .map((group) => nameWithin(group, comparison))
  const byCount = [...fields].sort((a, b) => namesOf(a).length - namesOf(b).length)
  const parts = byCount.map((field, index) => {
    const names = namesOf(field)
    const last = index === byCount.length - 1 && names.length > 1
    const who = last ? 'all others shown' : listedProse(names)
    const systems = index === 0 ? 'systems are counted ' : ''
    return prose`${index === 0 ? 'For' : 'for'} ${who}, ${systems}${RELATIONS[field].counted}`
  })
  return prose`${joinedProse(parts, '; ')}.`
}

/** The title of a page about a comparison: whose systems, and on which list. */
export function viewTitle(comparison: Comparison): string {
  const focus = comparison.groups.find((group) => group.focus)
  const list = `the ${listWords(comparison)}`
  return focus ? `${plain(nameFirst(focus, comparison))} on ${list}` : listWords(comparison)
}
