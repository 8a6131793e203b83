import { capital, FLOPS } from '../compare/figure'
import { countryWithin } from '../compare/title'
import { editionLabel } from '../model/edition'
import type { Claim, Condition, GroupFigure, Part, Question, SystemFigure } from './claim'
import { conditionWords, type Place, systemsWords } from './condition'
import { FIELDS, type FieldKey, LONGEST_FIELD, type Texts, type Values } from './fields'
import { holderLabel, KINDS_OF_SYSTEMS, sameCondition } from './names'
import { PLAIN } from './reading'

/** What is wrong with some fields of a composed claim: a sentence each. */
export type Faults = Readonly<Partial<Record<FieldKey, string>>>

type Made = { statement: string; part: Part } | { fault: FieldKey; message: string }

/** A sentence with gaps: what it asks for, and what it then says. */
type Pattern<K extends FieldKey, O extends FieldKey> = {
  /** Key in links. */
  key: string
  /** What claims of it say. */
  label: string
  fields: readonly K[]
  /** Those of the fields that may be empty. */
  optional: readonly O[]
  make: (values: Pick<Values, Exclude<K, O>> & Partial<Pick<Values, O & K>>, place: Place) => Made
}

/** A pattern, whichever fields it has. */
export type AnyPattern = Omit<Pattern<FieldKey, FieldKey>, 'make'> & {
  make: (values: Partial<Values>, place: Place) => Made
}

/** @param pattern whose `make` is only asked once every field that it needs has a value. */
const pattern = <K extends FieldKey, O extends FieldKey = never>(
  one: Pattern<K, O>,
): AnyPattern => ({
  ...one,
  make: (values, place) => one.make(values as Parameters<typeof one.make>[0], place),
})

/** `China`, `The United States`, `Microsoft Azure`. */
function holderWords(condition: Condition): string {
  const label = holderLabel(condition)
  return condition.is === 'group' && condition.by === 'country' ? countryWithin(label) : label
}

const VERBS = { has: 'has', 'built-by': 'builds', 'run-by': 'runs' } as const
const BOUNDS = { exactly: '', 'at-least': 'at least ', 'at-most': 'at most ' } as const

/** A holder with what is said of how it holds its systems; only an organisation both builds and runs some. */
function heldBy(who: Condition, how: Values['how']): Condition | string {
  if (how === 'has') return who
  if (who.is === 'organisation') return { ...who, lens: how }
  const isMaker = who.is === 'group' && who.by === 'manufacturer'
  if (isMaker && how === 'built-by') return who
  return isMaker
    ? `The lists say what ${holderLabel(who)} builds. Choose “has” or “builds”.`
    : `A country or a continent has systems. Choose “has”.`
}

const amountWords = (
  { n, is, what }: Pick<Values, 'n' | 'is'> & { what: GroupFigure },
  words: string,
) =>
  what === 'systems'
    ? `${BOUNDS[is]}${n} ${n === '1' ? words.replace(/^systems/, 'system') : words}`
    : `${BOUNDS[is]}${n} %`

const ofWhat = { 'share-of-systems': 'of the systems', 'share-of-rmax': 'of the total Rmax' }

const figurePart = (
  question: Question,
  { n, is }: Pick<Values, 'n' | 'is'>,
  unit?: string,
): Part => ({
  says: 'figure',
  question,
  stated: n,
  ...(is === 'exactly' ? {} : { is }),
  ...(unit === undefined ? {} : { unit }),
})

/** What stands around the figure of a system, and in which unit it is. */
const SYSTEM_WORDS: Readonly<
  Record<SystemFigure, { words: (figure: string) => string; isFlops?: true }>
> = {
  rank: { words: (figure) => `has rank ${figure}` },
  rmax: { words: (figure) => `has an Rmax of ${figure}`, isFlops: true },
  rpeak: { words: (figure) => `has an Rpeak of ${figure}`, isFlops: true },
  cores: { words: (figure) => `has ${figure} total cores` },
  'cpu-cores': { words: (figure) => `has ${figure} cores that are none of an accelerator’s` },
  'energy-efficiency': { words: (figure) => `has an energy efficiency of ${figure} Gflops/W` },
  'hpl-efficiency': { words: (figure) => `has an HPL efficiency of ${figure} %` },
  hpcg: { words: (figure) => `has an HPCG result of ${figure}`, isFlops: true },
}

const BEST_WORDS = {
  rmax: 'is the fastest',
  'energy-efficiency': 'is the most energy-efficient',
  cores: 'has the most cores',
} as const

const GROWN_WORDS: Readonly<Partial<Record<GroupFigure, string>>> = {
  systems: 'The number of',
  rmax: 'The total Rmax of',
  'share-of-rmax': 'The share in the total Rmax of',
  'mean-cores': 'The mean number of total cores of',
}

/** THE table of patterns from which claims are composed. */
export const PATTERNS: readonly AnyPattern[] = [
  pattern({
    key: 'holds',
    label: 'An organisation, country or maker has so many systems, or such a share',
    fields: ['who', 'how', 'is', 'n', 'what'],
    optional: [],
    make: ({ who, how, is, n, what }) => {
      const held = heldBy(who, how)
      if (typeof held === 'string') return { fault: 'how', message: held }
      const of = what === 'systems' ? '' : ` ${ofWhat[what]}`
      return {
        statement: `${capital(holderWords(who))} ${VERBS[how]} ${amountWords({ n, is, what }, 'systems')}${of}.`,
        part: figurePart({ ask: what, of: [held] }, { n, is }),
      }
    },
  }),
  pattern({
    key: 'more-than',
    label: 'An organisation, country or maker has more than another',
    fields: ['who', 'how', 'what', 'than'],
    optional: [],
    make: ({ who, than, how, what }) => {
      const [own, other] = [heldBy(who, how), heldBy(than, how)]
      if (typeof own === 'string') return { fault: 'how', message: own }
      if (typeof other === 'string') return { fault: 'how', message: other }
      if (sameCondition(own, other))
        return { fault: 'than', message: 'Both are the same. Name somebody else.' }
      const more = what === 'systems' ? 'more systems' : `a larger share ${ofWhat[what]}`
      return {
        statement: `${capital(holderWords(who))} ${VERBS[how]} ${more} than ${holderWords(than)}.`,
        part: { says: 'more', figure: what, of: [own], than: [other] },
      }
    },
  }),
  pattern({
    key: 'system',
    label: 'A system has a rank, an Rmax or another figure',
    fields: ['system', 'figure', 'is', 'n', 'unit'],
    optional: [],
    make: ({ system, figure, is, n, unit }) => {
      const { words, isFlops } = SYSTEM_WORDS[figure]
      return {
        statement: `${system} ${words(`${BOUNDS[is]}${n}${isFlops ? ` ${unit}` : ''}`)}.`,
        part: figurePart({ ask: 'figure', figure, system }, { n, is }, isFlops ? unit : undefined),
      }
    },
  }),
  pattern({
    key: 'uses',
    label: 'A system uses a processor, an accelerator or an interconnect',
    fields: ['system', 'uses'],
    optional: [],
    make: ({ system, uses }) => ({
      statement: `${system} uses ${uses}.`,
      part: { says: 'uses', system, texts: [uses] },
    }),
  }),
  pattern({
    key: 'kind',
    label: 'So many systems are of a kind: with an accelerator, with InfiniBand, new',
    fields: ['is', 'n', 'what', 'kind'],
    optional: [],
    make: ({ is, n, what, kind }) => {
      const words = systemsWords([kind], PLAIN)
      return {
        statement:
          what === 'systems'
            ? `The list has ${amountWords({ n, is, what }, words)}.`
            : `${capital(words)} ${what === 'share-of-systems' ? 'are' : 'hold'} ${BOUNDS[is]}${n} % ${ofWhat[what]}.`,
        part: figurePart({ ask: what, of: [kind] }, { n, is }),
      }
    },
  }),
  pattern({
    key: 'reach',
    label: 'So many systems reach an Rmax',
    fields: ['is', 'n', 'reach', 'unit'],
    optional: [],
    make: ({ is, n, reach, unit }) => {
      const factor = FLOPS.find((one) => one.unit === unit)?.factor ?? 1
      const tflops = Number((Number(reach.replaceAll(',', '')) * factor).toPrecision(12))
      const words = systemsWords([{ is: 'reaches', tflops }], PLAIN)
      return {
        statement: `The list has ${amountWords({ n, is, what: 'systems' }, words)}.`,
        part: figurePart({ ask: 'systems', of: [{ is: 'reaches', tflops }] }, { n, is }),
      }
    },
  }),
  pattern({
    key: 'sum',
    label: 'The total Rmax of the whole list',
    fields: ['is', 'n', 'unit'],
    optional: [],
    make: ({ is, n, unit }) => ({
      statement: `The systems of the list have a total Rmax of ${BOUNDS[is]}${n} ${unit}.`,
      part: figurePart({ ask: 'rmax', of: [] }, { n, is }, unit),
    }),
  }),
  pattern({
    key: 'entry',
    label: 'What a rank takes, as rank 500 to enter the list',
    fields: ['rank', 'is', 'n', 'unit'],
    optional: [],
    make: ({ rank, is, n, unit }) => ({
      statement: `Rank ${rank} takes ${BOUNDS[is]}${n} ${unit}.`,
      part: figurePart({ ask: 'rmax-of-rank', rank }, { n, is }, unit),
    }),
  }),
  pattern({
    key: 'half',
    label: 'So many of the first systems hold half of the total Rmax',
    fields: ['is', 'n'],
    optional: [],
    make: ({ is, n }) => ({
      statement: `${capital(BOUNDS[is])}${is === 'exactly' ? 'The' : 'the'} first ${n} systems hold half of the total Rmax.`,
      part: figurePart({ ask: 'half' }, { n, is }),
    }),
  }),
  pattern({
    key: 'only',
    label: 'A system is the only new, the fastest or the most efficient one',
    fields: ['system', 'best', 'top', 'among'],
    optional: ['top', 'among'],
    make: ({ system, best, top, among }) => {
      const within: Condition[] = [
        ...(top === undefined ? [] : [{ is: 'top', count: top } as const]),
        ...(among ? [among] : []),
      ]
      if (best === 'only' && within.length === 0)
        return {
          fault: 'top',
          message: 'Say in which top, or among which systems, it is the only one.',
        }
      const words = within.map((one) => ` ${conditionWords(one, PLAIN)}`).join('')
      if (best === 'new' || best === 'only')
        return {
          statement: `${system} is the only ${best === 'new' ? 'new ' : ''}system${words}.`,
          part: {
            says: 'only',
            system,
            of: best === 'new' ? [...within, { is: 'new' }] : within,
          },
        }
      return {
        statement: `${system} ${BEST_WORDS[best]} of the systems${words || ' of the list'}.`,
        part: { says: 'most', system, figure: best, of: within },
      }
    },
  }),
  pattern({
    key: 'grown',
    label: 'Something has grown by so many percent since another list',
    fields: ['grows', 'among', 'is', 'n', 'since'],
    optional: ['among'],
    make: ({ grows, among, is, n, since }, { list }) => {
      if (since === list.id)
        return { fault: 'since', message: 'This is the list itself. Choose another one.' }
      const of = among ? [among] : []
      const words = among ? systemsWords(of, PLAIN) : 'all systems of the list'
      return {
        statement: `${GROWN_WORDS[grows]} ${words} has grown by ${BOUNDS[is]}${n} % since ${editionLabel(since)}.`,
        part: figurePart({ ask: 'growth', of: { ask: grows, of }, since }, { n, is }),
      }
    },
  }),
  pattern({
    key: 'moved',
    label: 'A system has risen or fallen since another list',
    fields: ['system', 'moved', 'since'],
    optional: [],
    make: ({ system, moved, since }, { list }) =>
      since === list.id
        ? { fault: 'since', message: 'This is the list itself. Choose another one.' }
        : {
            statement: `${system} has ${moved} in rank since ${editionLabel(since)}.`,
            part: { says: 'moved', system, way: moved, since },
          },
  }),
  pattern({
    key: 'was-first',
    label: 'A system was first on some list',
    fields: ['system'],
    optional: [],
    make: ({ system }) => ({
      statement: `${system} is or was the fastest system of a list.`,
      part: { says: 'was-first', system },
    }),
  }),
  pattern({
    key: 'last',
    label: 'Where the last system of the list would have ranked on another list',
    fields: ['n', 'on'],
    optional: [],
    make: ({ n, on }, { list }) =>
      on === list.id
        ? { fault: 'on', message: 'This is the list itself. Choose another one.' }
        : {
            statement: `The last system of the list of ${editionLabel(list.id)} would have had rank ${n} on that of ${editionLabel(on)}.`,
            part: figurePart({ ask: 'rank-of-last', on }, { n, is: 'exactly' }),
          },
  }),
]

/** The pattern of a key; null for a word that is none. */
export const patternOf = (key: string): AnyPattern | null =>
  PATTERNS.find((one) => one.key === key) ?? null

/** A claim that was composed, and the texts by which it is composed again. */
export type Composed = { claim: Claim; texts: Texts }

/** What is said where a field is empty. */
const emptyWords = (key: FieldKey) => `Fill in “${FIELDS[key].label}”.`

/**
 * Makes a claim of what a form or a link gives. Its sentence is made of our own words and the lists’, never of the letters
 * that were typed.
 */
export function compose(
  { key, fields, optional, make }: AnyPattern,
  texts: Texts,
  place: Place,
): { ok: true; value: Composed } | { ok: false; error: Faults } {
  const faults: Partial<Record<FieldKey, string>> = {}
  const values: Partial<Record<FieldKey, unknown>> = {}
  const written: Partial<Record<FieldKey, string>> = {}
  for (const name of fields) {
    const field = FIELDS[name]
    const text = (texts[name] ?? '').trim() || (field.choices?.[0]?.value ?? '')
    if (text === '') {
      if (!optional.includes(name)) faults[name] = emptyWords(name)
      continue
    }
    const read =
      text.length > LONGEST_FIELD
        ? ({ ok: false, error: `Write at most ${LONGEST_FIELD} letters.` } as const)
        : field.read(text, place)
    if (read.ok) {
      values[name] = read.value
      const said = (field.write as (value: unknown) => string)(read.value)
      // What is meant where nothing is said need not be said in a link.
      if (said !== field.choices?.[0]?.value) written[name] = said
    } else faults[name] = read.error
  }
  if (Object.keys(faults).length > 0) return { ok: false, error: faults }
  const made = make(values as Partial<Values>, place)
  if ('fault' in made) return { ok: false, error: { [made.fault]: made.message } }
  const claim = { id: key, statement: made.statement, parts: [made.part] }
  return { ok: true, value: { claim, texts: written } }
}

/** The pattern and the texts by which a part that was read from a text is composed again; null for one of another kind. */
export function textsOfPart(part: Part): { key: string; texts: Texts } | null {
  if (part.says !== 'figure' || part.is) return null
  const { question, stated: n, unit } = part
  if (question.ask === 'figure') {
    const { system, figure } = question
    return { key: 'system', texts: { system, figure, n, ...(unit ? { unit } : {}) } }
  }
  if (!('of' in question) || question.ask === 'growth') return null
  const [condition, ...more] = question.of
  if (!condition || more.length > 0) return null
  const texts = { n, what: question.ask }
  const kind = KINDS_OF_SYSTEMS.some((one) => sameCondition(one.condition, condition))
  return kind
    ? { key: 'kind', texts: { ...texts, kind: FIELDS.kind.write(condition) } }
    : { key: 'holds', texts: { ...texts, who: FIELDS.who.write(condition) } }
}
