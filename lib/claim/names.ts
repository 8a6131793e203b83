import { CONDITION_WORDS, SEGMENTS, SHORT_NAMES } from '../../data/claims/words'
import {
  ACCELERATOR_FAMILIES,
  ACCELERATOR_MAKERS,
  NO_ACCELERATOR,
} from '../../data/families/accelerator'
import { INTERCONNECTS } from '../../data/families/interconnect'
import { PROCESSOR_MAKERS } from '../../data/families/processor-maker'
import { ORGANISATIONS, organisationOf } from '../compare/organisations'
import type { FamilyTable } from '../model/family'
import { foldName } from '../names/fold'
import { LEDGER } from '../names/name'
import type { Condition } from './claim'
import { conditionWords } from './condition'
import { PLAIN } from './reading'

/** A text that names what systems have in common. */
export type NamedCondition = { text: string; condition: Condition }

/** THE names of whoever holds systems: organisations, then countries, makers and continents in every spelling, and short names. */
export const HOLDERS: readonly NamedCondition[] = [
  ...ORGANISATIONS.map(({ key, label }) => ({
    text: label,
    condition: { is: 'organisation', key } as Condition,
  })),
  ...(['country', 'manufacturer', 'continent'] as const).flatMap((by) =>
    LEDGER[by].flatMap(({ name, spellings }) =>
      [name, ...spellings.map(({ printed }) => printed)].map((text) => ({
        text,
        condition: { is: 'group', by, name } as Condition,
      })),
    ),
  ),
  ...SHORT_NAMES.flatMap(({ words, field, name }) =>
    words.map((text) => ({ text, condition: { is: 'group', by: field, name } as Condition })),
  ),
]

const members = ({ rows }: FamilyTable) => [
  ...new Set(rows.flatMap(({ name, joins }) => joins ?? [name])),
]

/** What the systems of a kind are called after “systems”, and by their short names. */
const ofKind = (condition: Condition): NamedCondition => ({
  text: conditionWords(condition, PLAIN),
  condition,
})

/** THE kinds of systems that a claim can speak of besides those of a holder. */
export const KINDS_OF_SYSTEMS: readonly NamedCondition[] = [
  ...CONDITION_WORDS.map(({ condition }) => ofKind(condition)),
  ...(
    [
      ['accelerator-maker', ACCELERATOR_MAKERS],
      ['accelerator-family', ACCELERATOR_FAMILIES],
      ['processor-maker', PROCESSOR_MAKERS],
      ['interconnect', INTERCONNECTS],
    ] as const
  ).flatMap(([by, table]) =>
    members(table)
      .filter((name) => name !== NO_ACCELERATOR)
      .map((name) => ofKind({ is: 'group', by, name })),
  ),
  ...SEGMENTS.map((name) => ofKind({ is: 'group', by: 'segment', name })),
]

const SHORT_KINDS: readonly NamedCondition[] = CONDITION_WORDS.flatMap(({ words, condition }) =>
  words.map((text) => ({ text, condition })),
)

/** The condition that a text names wholly, in whatever case and spacing; null for a text that names none of these. */
function named(text: string, names: readonly NamedCondition[]): Condition | null {
  const typed = text.trim()
  if (typed === '') return null
  const exact = names.find((one) => one.text === typed)
  if (exact) return exact.condition
  const folded = foldName(null, typed)
  return names.find((one) => foldName(null, one.text) === folded)?.condition ?? null
}

/** The organisation, country, maker or continent that a text names. */
export const holderNamed = (text: string): Condition | null => named(text, HOLDERS)

/** The kind of systems that a text names: `with an accelerator`, `InfiniBand`, `that are new`. */
export const kindNamed = (text: string): Condition | null =>
  named(text, [...KINDS_OF_SYSTEMS, ...SHORT_KINDS])

/** What a holder is called: the name of the ledger, which names it again. */
export function holderLabel(condition: Condition): string {
  if (condition.is === 'organisation') return organisationOf(condition.key)?.label ?? condition.key
  return condition.is === 'group' ? condition.name : conditionWords(condition, PLAIN)
}

/** Whether two conditions are the same. */
export const sameCondition = (a: Condition, b: Condition): boolean =>
  JSON.stringify(a) === JSON.stringify(b)
