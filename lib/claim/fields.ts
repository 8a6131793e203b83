import { FLOPS, listed } from '../compare/figure'
import type { EditionId } from '../model/edition'
import type { Result } from '../model/issue'
import type { Lens } from '../model/organisation'
import { foldName } from '../names/fold'
import { shownNames } from '../names/shown'
import type { RecordList } from '../record/record'
import type { Condition, GroupFigure, SystemFigure } from './claim'
import { conditionWords, type Place } from './condition'
import {
  HOLDERS,
  holderLabel,
  holderNamed,
  KINDS_OF_SYSTEMS,
  kindNamed,
  sameCondition,
} from './names'
import { PLAIN } from './reading'
import { readWritten } from './written'

/** What is offered while somebody types into a field. */
export type Offered = 'holders' | 'kinds' | 'both' | 'systems' | 'parts'

/** What a field of a composed claim asks for, and how its text is read and written. */
export type ClaimField<T> = {
  label: string
  /** Words of which one is chosen, the first where nothing is said; null for a text. */
  choices: readonly { value: string; label: string }[] | null
  /** Whether one of the lists is chosen. */
  isList?: true
  isFigure?: true
  offers?: Offered
  placeholder?: string
  /** @returns what is wrong with the text, as a sentence with what to do, where it means nothing. */
  read: (text: string, place: Place) => Result<T, string>
  /** The text that means a value again; it is made of our own words and the lists’. */
  write: (value: T) => string
}

/** Longer texts name nothing. */
export const LONGEST_FIELD = 100

const good = <T>(value: T): Result<T, string> => ({ ok: true, value })
const bad = (message: string): Result<never, string> => ({ ok: false, error: message })

const quoted = (text: string) => `“${text.slice(0, 40)}${text.length > 40 ? '…' : ''}”`

/** Names that are like a text, at most three. */
function nearest(text: string, names: readonly { text: string }[]): string {
  const folded = foldName(null, text)
  const like =
    folded.length < 2
      ? []
      : names.filter((one) => {
          const own = foldName(null, one.text)
          return own.includes(folded) || (own.length > 3 && folded.includes(own))
        })
  const texts = [...new Set(like.map((one) => one.text))].slice(0, 3)
  return texts.length > 0 ? ` Did you mean ${listed(texts).replace(/ and /, ' or ')}?` : ''
}

/** The name of a holder, or where others are called so, a spelling that is its own. */
function writeHolder(condition: Condition): string {
  const means = (text: string) => {
    const found = holderNamed(text)
    return found !== null && sameCondition(found, condition)
  }
  const label = holderLabel(condition)
  return means(label) ? label : (HOLDERS.find(({ text }) => means(text))?.text ?? label)
}

const holder = (label: string): ClaimField<Condition> => ({
  label,
  choices: null,
  offers: 'holders',
  placeholder: 'China',
  read: (text) => {
    const found = holderNamed(text)
    return found
      ? good(found)
      : bad(
          `${quoted(text)} is no organisation, country, maker or continent that is known here.${nearest(text, HOLDERS)}`,
        )
  },
  write: writeHolder,
})

const writeKind = (condition: Condition) => conditionWords(condition, PLAIN)

/** The words for a holder or a kind that name it again. */
const writeEither = (condition: Condition) =>
  KINDS_OF_SYSTEMS.some((one) => sameCondition(one.condition, condition))
    ? writeKind(condition)
    : writeHolder(condition)

function choice<T extends string>(
  label: string,
  choices: readonly { value: T; label: string }[],
): ClaimField<T> {
  return {
    label,
    choices,
    read: (text) => {
      const found = choices.find(({ value }) => value === text)
      return found
        ? good(found.value)
        : bad(`${quoted(text)} is none of the choices. Choose one of them.`)
    },
    write: (value) => value,
  }
}

function whole(label: string, low: number, high: number): ClaimField<number> {
  return {
    label,
    choices: null,
    isFigure: true,
    placeholder: String(high === 500 ? 10 : high),
    read: (text) => {
      const value = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN
      return value >= low && value <= high
        ? good(value)
        : bad(`${quoted(text)} is no whole number from ${low} to ${high}. Write one, as 10.`)
    },
    write: String,
  }
}

const figure = (label: string, placeholder: string): ClaimField<string> => ({
  label,
  choices: null,
  isFigure: true,
  placeholder,
  read: (text) =>
    readWritten(text)
      ? good(text)
      : bad(
          `${quoted(text)} is no figure that is understood. Write digits, as 5, 30.05 or 285,000.`,
        ),
  write: (value) => value,
})

const list = (label: string): ClaimField<EditionId> => ({
  label,
  choices: null,
  isList: true,
  read: (text, { record }) => {
    const found = record.lists.find(({ id }) => id === text)
    return found
      ? good(found.id)
      : bad(`There is no list ${quoted(text)} here. Choose one of the lists.`)
  },
  write: (value) => value,
})

/** A name as a list prints it: the system’s own, or that of its site. */
function nameOn(on: RecordList, folded: string): string | null {
  const own = on.systems.find(({ name }) => name?.toLowerCase() === folded)
  if (own?.name) return own.name
  for (const system of on.systems) {
    const { site } = shownNames(system, on.id)
    if (site?.name.toLowerCase() === folded) return site.name
  }
  return null
}

function readSystem(text: string, { record, list: own }: Place): Result<string, string> {
  const folded = text.trim().toLowerCase()
  for (const on of [own, ...record.lists.toReversed()]) {
    const found = nameOn(on, folded)
    if (found) return good(found)
  }
  const names = own.systems.flatMap(({ name }) => (name ? [{ text: name }] : []))
  return bad(
    `No list has a system called ${quoted(text)}.${nearest(text, names) || ' Write its name as a list prints it, as Voyager-EUS2.'}`,
  )
}

/** The fields that say what a system is made of. */
export const MADE_OF = ['computer', 'processor', 'accelerator', 'interconnect'] as const

const isLetter = (char: string | undefined) => char !== undefined && /[\p{L}\p{N}]/u.test(char)

/** A text as a list prints it of what a system is made of, in whole words. */
function readPart(text: string, { record, list: own }: Place): Result<string, string> {
  const wanted = text.trim().toLowerCase()
  if (wanted.length >= 3)
    for (const { systems } of [own, ...record.lists.toReversed()])
      for (const system of systems)
        for (const field of MADE_OF) {
          const printed = system[field]
          const at = printed?.toLowerCase().indexOf(wanted) ?? -1
          if (!printed || at < 0) continue
          const end = at + wanted.length
          if (!isLetter(printed[at - 1]) && !isLetter(printed[end]))
            return good(printed.slice(at, end))
        }
  return bad(
    `No list prints ${quoted(text)} of what any system is made of. Write whole words as a list has them, as AMD EPYC or NVIDIA A100.`,
  )
}

const SHARES = [
  { value: 'systems', label: 'systems' },
  { value: 'share-of-systems', label: '% of the systems' },
  { value: 'share-of-rmax', label: '% of the total Rmax' },
] as const satisfies readonly { value: GroupFigure; label: string }[]

const UNITS = ['Pflop/s', ...FLOPS.map(({ unit }) => unit).filter((unit) => unit !== 'Pflop/s')]

/** How a claim may be meant that says that somebody has systems: open, built, or run. */
export type Held = 'has' | Lens

/** What a system may be the only, or the first, one in. */
export type Best = 'new' | 'only' | Extract<SystemFigure, 'rmax' | 'energy-efficiency' | 'cores'>

/** A field whose text names something. */
const named = <T>(field: ClaimField<T>): ClaimField<T> => field

/** THE table of the fields of composed claims; their keys are parameters of links. */
export const FIELDS = {
  who: holder('Organisation, country, maker or continent'),
  than: holder('Than whom'),
  kind: named({
    label: 'Of what kind',
    choices: null,
    offers: 'kinds',
    placeholder: 'with an accelerator',
    read: (text: string) => {
      const found = kindNamed(text)
      return found
        ? good(found)
        : bad(
            `${quoted(text)} is no kind of systems that is known here.${nearest(text, KINDS_OF_SYSTEMS) || ' Choose one that is offered, as “with an accelerator” or “that are new”.'}`,
          )
    },
    write: writeKind,
  }),
  among: named({
    label: 'Among those of (may be empty)',
    choices: null,
    offers: 'both',
    placeholder: 'Germany',
    read: (text: string) => {
      const found = kindNamed(text) ?? holderNamed(text)
      return found
        ? good(found)
        : bad(
            `${quoted(text)} is neither a kind of systems nor anybody who has some.${nearest(text, [...HOLDERS, ...KINDS_OF_SYSTEMS])}`,
          )
    },
    write: writeEither,
  }),
  system: named({
    label: 'System',
    choices: null,
    offers: 'systems',
    placeholder: 'Voyager-EUS2',
    read: readSystem,
    write: (value: string) => value,
  }),
  uses: named({
    label: 'Processor, accelerator or interconnect',
    choices: null,
    offers: 'parts',
    placeholder: 'NVIDIA A100',
    read: readPart,
    write: (value: string) => value,
  }),
  how: choice<Held>('How', [
    { value: 'has', label: 'has' },
    { value: 'built-by', label: 'builds' },
    { value: 'run-by', label: 'runs' },
  ]),
  figure: choice<SystemFigure>('Figure', [
    { value: 'rank', label: 'Rank' },
    { value: 'rmax', label: 'Rmax' },
    { value: 'rpeak', label: 'Rpeak' },
    { value: 'cores', label: 'Total cores' },
    { value: 'cpu-cores', label: 'CPU cores' },
    { value: 'energy-efficiency', label: 'Energy efficiency, Gflops/W' },
    { value: 'hpl-efficiency', label: 'HPL efficiency, %' },
    { value: 'hpcg', label: 'HPCG result' },
  ]),
  grows: choice<GroupFigure>('What has grown', [
    { value: 'systems', label: 'number of systems' },
    { value: 'rmax', label: 'total Rmax' },
    { value: 'share-of-rmax', label: 'share of the total Rmax' },
    { value: 'mean-cores', label: 'mean number of cores' },
  ]),
  is: choice<'exactly' | 'at-least' | 'at-most'>('Meant', [
    { value: 'exactly', label: 'exactly' },
    { value: 'at-least', label: 'at least' },
    { value: 'at-most', label: 'at most' },
  ]),
  n: figure('Stated', '5'),
  what: choice<(typeof SHARES)[number]['value']>('Of what', SHARES),
  reach: figure('Rmax of each at least', '1'),
  unit: choice<string>(
    'Unit',
    UNITS.map((unit) => ({ value: unit, label: unit })),
  ),
  rank: whole('Rank', 1, 500),
  best: choice<Best>('Is', [
    { value: 'new', label: 'the only new one' },
    { value: 'only', label: 'the only one' },
    { value: 'rmax', label: 'the fastest' },
    { value: 'energy-efficiency', label: 'the most energy-efficient' },
    { value: 'cores', label: 'the one with most cores' },
  ]),
  top: whole('In the top (may be empty)', 1, 500),
  moved: choice<'risen' | 'fallen'>('Has', [
    { value: 'risen', label: 'risen' },
    { value: 'fallen', label: 'fallen' },
  ]),
  since: list('Since the list of'),
  on: list('On the list of'),
}

/** The key of a field, which is its parameter in links. */
export type FieldKey = keyof typeof FIELDS

/** What the fields mean. */
export type Values = {
  [K in FieldKey]: (typeof FIELDS)[K] extends {
    read: (text: string, place: Place) => Result<infer T, string>
  }
    ? T
    : never
}

/** What a form or a link gives for the fields, as text. */
export type Texts = Readonly<Partial<Record<FieldKey, string>>>

/** All fields by key. */
export const FIELD_KEYS = Object.keys(FIELDS) as readonly FieldKey[]
