import { counted, formatPrinted, listed } from '../compare/figure'
import { type EditionId, editionLabel } from '../model/edition'
import { joinedProse, type Prose, prose } from '../model/prose'
import type { System } from '../model/system'
import { namedSystem } from '../names/shown'
import type { Claim, Condition, Part, Question } from './claim'
import { find, type Place, systemsSaid } from './condition'
import { type Course, judgeMoved, judgeWasFirst } from './course'
import { MADE_OF } from './fields'
import { nearMisses } from './near-miss'
import {
  type Answer,
  answer,
  type Evidence,
  inWritten,
  OF_SYSTEM,
  systemsNamed,
  theWithin,
} from './question'
import { PLAIN, type Reading, readingsOf } from './reading'
import { agreement, readWritten, type Written } from './written'

/** What the lists make of a statement. What they do not say is never called false. */
export type Verdict = 'true' | 'false' | 'depends' | 'cannot-say'

/** What one reading of a part comes to. */
export type Outcome = {
  verdict: Exclude<Verdict, 'depends'>
  /** How it was counted, where several ways are open; empty for one alone. */
  reading: string
  /** The figure of the lists, in the unit in which one is stated; null where no figure is asked or given. */
  found: string | null
  /** A whole sentence: what the lists say, and how it was counted. */
  sentence: Prose
  rows: readonly Evidence[]
}

/** What the lists make of one part. */
export type JudgedPart = {
  verdict: Verdict
  /** The figure that is stated, with its unit: `at least 5`; null where none is. */
  stated: string | null
  outcomes: readonly Outcome[]
  /** Where it is false: what it might have meant, a sentence each. */
  nearMisses: readonly Prose[]
}

/** What the lists make of a statement. */
export type Judged = {
  claim: Claim
  list: EditionId
  verdict: Verdict
  parts: readonly JudgedPart[]
}

/** A figure with at most two digits more than it was written with, and its unit. */
function figureWords(value: number, unit: string, written: Written): string {
  const digits = Number.isInteger(value)
    ? value
    : Number(value.toFixed(Math.min(12, written.decimals + 2)))
  return `${formatPrinted(digits)}${unit && ` ${unit}`}`
}

const BOUNDS = {
  exactly: null,
  'at-least': (value: number, exact: number) => exact >= value,
  'at-most': (value: number, exact: number) => exact <= value,
} as const

/** Whether a figure may be written so, and what has to be said of how it was. */
function hold(part: Extract<Part, { says: 'figure' }>, written: Written, exact: number) {
  const bound = BOUNDS[part.is ?? 'exactly']
  if (bound) return { holds: bound(written.value, exact), precision: '' }
  const agrees = agreement(written, exact)
  const precision =
    agrees === 'cut'
      ? `; ${written.text} is that cut off, not rounded`
      : agrees === 'rounded'
        ? `, which is ${written.text} to that many figures`
        : ''
  return { holds: agrees !== 'none', precision }
}

function outcomeOf(
  part: Extract<Part, { says: 'figure' }>,
  written: Written,
  said: Answer,
  { words }: Reading,
): Outcome {
  const { words: subject, value, unit, rows } = said
  const open = { verdict: 'cannot-say', reading: words, found: null, rows } as const
  if (value === null) return { ...open, sentence: subject }
  const exact = inWritten(value, unit, part.unit)
  if (exact === null)
    return { ...open, sentence: prose`${subject} is not measured in ${part.unit ?? ''}.` }
  const { holds, precision } = hold(part, written, exact)
  const figure = figureWords(exact, part.unit ?? unit, written)
  const sentence = prose`${subject} is ${figure}${precision}${words && `, ${words}`}.`
  return { verdict: holds ? 'true' : 'false', reading: words, found: figure, sentence, rows }
}

const BOUND_WORDS = { exactly: '', 'at-least': 'at least ', 'at-most': 'at most ' } as const

/** The figure that a part states, as it is read back. */
export function statedWords({
  stated,
  unit,
  is = 'exactly',
}: Pick<Extract<Part, { says: 'figure' }>, 'stated' | 'unit' | 'is'>): string {
  return `${BOUND_WORDS[is]}${stated}${unit ? ` ${unit}` : ''}`
}

function judgeFigure(part: Extract<Part, { says: 'figure' }>, { record, list }: Place): JudgedPart {
  const written = readWritten(part.stated)
  const asked = part.on ? record.list(part.on) : list
  if (!written) throw new Error(`“${part.stated}” is no figure.`)
  if (!asked)
    return unknown(`There is no list of ${part.on ? editionLabel(part.on) : 'that date'} here.`)
  const readings = readingsOf(part.question)
  const answers: { reading: Reading; said: Answer }[] = []
  for (const reading of readings) {
    const said = answer(part.question, { record, list: asked, reading })
    const isKnown = answers.some(
      (one) => one.reading.lens === reading.lens && one.said.value === said.value,
    )
    if (!isKnown) answers.push({ reading, said })
  }
  // Readings that all come to the same figure are told as one.
  const [first] = answers
  const isOne = answers.every(({ said }) => said.value === first?.said.value)
  const isOpen = readings.length > 1 && part.question.ask !== 'figure'
  const alike = isOpen ? { ...PLAIN, words: 'however it is counted' } : PLAIN
  const outcomes =
    first && isOne
      ? [outcomeOf(part, written, first.said, alike)]
      : answers.map(({ said, reading }) => outcomeOf(part, written, said, reading))
  const verdict = combineReadings(outcomes)
  return {
    verdict,
    stated: statedWords(part),
    outcomes,
    nearMisses: verdict === 'false' ? nearMisses(part, written, { record, list: asked }) : [],
  }
}

const told = (
  verdict: Outcome['verdict'],
  sentence: Prose,
  rows: readonly Evidence[] = [],
): JudgedPart => ({
  verdict,
  stated: null,
  outcomes: [{ verdict, reading: '', found: null, sentence, rows }],
  nearMisses: [],
})

const unknown = (sentence: Prose, rows?: readonly Evidence[]) => told('cannot-say', sentence, rows)

const sure = (holds: boolean, sentence: Prose, rows: readonly Evidence[]) =>
  told(holds ? 'true' : 'false', sentence, rows)

const ofCourse = ({ holds, sentence, rows }: Course) =>
  holds === null ? unknown(sentence, rows) : sure(holds, sentence, rows)

function judgeOnly(part: Extract<Part, { says: 'only' }>, { record, list }: Place): JudgedPart {
  const found = find(part.of, { record, list, reading: PLAIN })
  const words = systemsSaid(part.of, PLAIN, list.id)
  const label = editionLabel(list.id)
  if (found === null)
    return unknown(prose`The list of ${label} does not give what tells ${words} from others.`)
  const named = systemsNamed(part.system, list)
  const rows = found.map((system) => ({ list, system }))
  const [only] = found
  const holds = found.length === 1 && only !== undefined && named.includes(only)
  const names = found.slice(0, 10).map((system): Prose => [namedSystem(system, list.id)])
  const sentence =
    found.length === 0
      ? prose`There are no ${words} on the list of ${label}.`
      : found.length === 1
        ? prose`${names[0] ?? ''} is the only one of the ${words} on the list of ${label}.`
        : prose`There are ${String(found.length)} ${words} on the list of ${label}: ${joinedProse(names, ', ')}${found.length > names.length ? ' and others' : ''}.`
  return sure(holds, sentence, rows)
}

function judgeMore(part: Extract<Part, { says: 'more' }>, place: Place): JudgedPart {
  const question = (of: readonly Condition[]): Question => ({ ask: part.figure, of })
  const readings = readingsOf(question([...part.of, ...part.than]))
  const outcomes = readings.map((reading): Outcome => {
    const [own, other] = [part.of, part.than].map((of) =>
      answer(question(of), { ...place, reading }),
    )
    const rows = [...(own?.rows ?? []), ...(other?.rows ?? [])]
    const open = { verdict: 'cannot-say', reading: reading.words, found: null, rows } as const
    if (!own || own.value === null) return { ...open, sentence: own?.words ?? '' }
    if (!other || other.value === null) return { ...open, sentence: other?.words ?? '' }
    const [figure, against] = [own, other].map(({ value, unit }) => shortFigure(value ?? 0, unit))
    const how = reading.words && `, ${reading.words}`
    return {
      ...open,
      verdict: own.value > other.value ? 'true' : 'false',
      found: `${figure} and ${against}`,
      sentence: prose`${own.words} is ${figure ?? ''}, and ${theWithin(other.words)} is ${against ?? ''}${how}.`,
    }
  })
  return { verdict: combineReadings(outcomes), stated: null, outcomes, nearMisses: [] }
}

/** A figure over systems with at most two decimals, and its unit. */
const shortFigure = (value: number, unit: string) =>
  `${formatPrinted(Number(value.toFixed(2)))}${unit && ` ${unit}`}`

function judgeMost(part: Extract<Part, { says: 'most' }>, { record, list }: Place): JudgedPart {
  const { label, unit, of } = OF_SYSTEM[part.figure]
  const found = find(part.of, { record, list, reading: PLAIN })
  const named = systemsNamed(part.system, list)
  const [system] = named
  const own = system ? of(system, list) : null
  const where = editionLabel(list.id)
  if (!found || !system || own === null)
    return unknown(`The list of ${where} does not give the ${label} of ${part.system}.`)
  const known = found.filter((one) => of(one, list) !== null)
  const higher = known.filter((one) => (of(one, list) ?? 0) > own)
  const [best = system] = [...higher].sort((a, b) => (of(b, list) ?? 0) - (of(a, list) ?? 0))
  const said = (one: System) =>
    prose`${namedSystem(one, list.id)} with ${formatPrinted(Number((of(one, list) ?? 0).toPrecision(12)))}${unit && ` ${unit}`}`
  const among = `among the ${counted(known.length, 'system')} of ${where} of which it is given`
  const after = best === system ? '' : prose`; ${said(system)} comes after ${String(higher.length)}`
  const sentence = prose`The highest ${label} ${among} is that of ${said(best)}${after}.`
  const rows = [...new Set([best, system])].map((one) => ({ list, system: one }))
  return sure(higher.length === 0, sentence, rows)
}

function judgeUses(part: Extract<Part, { says: 'uses' }>, { list }: Place): JudgedPart {
  const [system] = systemsNamed(part.system, list)
  const label = editionLabel(list.id)
  if (!system) return unknown(`No system called ${part.system} is on the list of ${label}.`)
  const texts = MADE_OF.flatMap((field) => system[field] ?? [])
  const printed = texts.filter((text, at) => !texts.slice(0, at).some((one) => one.includes(text)))
  const lacking = part.texts.filter(
    (text) => !printed.some((one) => one.toLowerCase().includes(text.toLowerCase())),
  )
  const rows = [{ list, system }]
  const named = namedSystem(system, list.id)
  return lacking.length === 0
    ? sure(
        true,
        prose`The list of ${label} prints ${listed(part.texts)} for ${named}: “${printed.join('; ')}”.`,
        rows,
      )
    : unknown(
        prose`The list of ${label} prints no ${lacking.join(' or ')} for ${named}, but “${printed.join('; ')}”.`,
        rows,
      )
}

function combineReadings(outcomes: readonly Outcome[]): Verdict {
  const verdicts = new Set(outcomes.map(({ verdict }) => verdict))
  if (verdicts.has('cannot-say')) return verdicts.size === 1 ? 'cannot-say' : 'depends'
  return verdicts.size > 1 ? 'depends' : ([...verdicts][0] ?? 'cannot-say')
}

/** One false part makes a statement false; one that depends leaves it open; one that is unknown, too. */
function combineParts(parts: readonly JudgedPart[]): Verdict {
  const order: readonly Verdict[] = ['false', 'depends', 'cannot-say', 'true']
  return order.find((verdict) => parts.some((part) => part.verdict === verdict)) ?? 'cannot-say'
}

function judgePart(part: Part, place: Place): JudgedPart {
  switch (part.says) {
    case 'figure':
      return judgeFigure(part, place)
    case 'only':
      return judgeOnly(part, place)
    case 'more':
      return judgeMore(part, place)
    case 'most':
      return judgeMost(part, place)
    case 'uses':
      return judgeUses(part, place)
    case 'moved':
      return ofCourse(judgeMoved(part, place))
    case 'was-first':
      return ofCourse(judgeWasFirst(part, place))
    case 'unlisted':
      return unknown(part.because)
  }
}

/** What the lists make of a statement about a list. */
export function judge(claim: Claim, place: Place): Judged {
  const parts = claim.parts.map((part) => judgePart(part, place))
  return { claim, list: place.list.id, verdict: combineParts(parts), parts }
}
