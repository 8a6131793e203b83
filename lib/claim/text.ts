import { CONDITION_WORDS, PERFORMANCE_WORDS } from '../../data/claims/words'
import { type EditionId, editionLabel, parseEditionId } from '../model/edition'
import type { RecordList } from '../record/record'
import type { Claim, Condition, Part, SystemFigure } from './claim'
import { HOLDERS } from './names'
import { systemsNamed } from './question'

/** A page of text; more is not read. */
export const LONGEST_TEXT = 4000
/** More sentences than this are not looked through, and more figures than this not judged: each costs a millisecond or more. */
const MOST_SENTENCES = 60
const MOST_FIGURES = 40
/** A sentence with more figures than this is none that is understood. */
const MOST_IN_SENTENCE = 12

/** A piece of a text: a statement that was understood, with the list that it speaks of, or the rest. */
export type Piece = { text: string; claim: Claim | null; list: EditionId | null }

type Word = { text: string; start: number; end: number }
type Named = Word & { condition: Condition }

const FIGURE = /\d[\d,]*(?:\.\d+)?/g
const DATE = /\b(June|November)\s+(\d{4})\b|\b(\d{4}-(?:06|11))\b/gi

/** A name of a short word is meant only in its own letter case: `US`, not `us`. */
const SHORT = 4

const NAMES = [
  ...HOLDERS,
  ...CONDITION_WORDS.flatMap(({ words, condition }) => words.map((text) => ({ text, condition }))),
].sort((a, b) => b.text.length - a.text.length)

const isLetter = (text: string | undefined) => text !== undefined && /[\p{L}\p{N}]/u.test(text)

/** Where a text stands as words of their own. */
function placesOf(text: string, sentence: string): Word[] {
  const isShort = text.length <= SHORT
  const within = isShort ? sentence : sentence.toLowerCase()
  const wanted = isShort ? text : text.toLowerCase()
  const found: Word[] = []
  for (let at = within.indexOf(wanted); at >= 0; at = within.indexOf(wanted, at + 1)) {
    const end = at + wanted.length
    if (!isLetter(within[at - 1]) && !isLetter(within[end])) found.push({ text, start: at, end })
  }
  return found
}

const apart = (a: Word, b: Word) => a.end <= b.start || b.end <= a.start

/** The names of a sentence, the longer before those within it. */
function namesIn(sentence: string): Named[] {
  const found: Named[] = []
  for (const { text, condition } of NAMES)
    for (const place of placesOf(text, sentence))
      if (found.every((other) => apart(place, other))) found.push({ ...place, condition })
  return found.sort((a, b) => a.start - b.start)
}

function figuresIn(sentence: string): Word[] {
  const dates = [...sentence.matchAll(DATE)].map(({ 0: text, index }) => ({
    text,
    start: index,
    end: index + text.length,
  }))
  return [...sentence.matchAll(FIGURE)].flatMap(({ 0: text, index }) => {
    const trimmed = text.replace(/,+$/, '')
    const word = { text: trimmed, start: index, end: index + trimmed.length }
    const isPart = /[\p{L}-]/u.test(sentence[index - 1] ?? ' ')
    return isPart || dates.some((date) => !apart(date, word)) ? [] : [word]
  })
}

/** How far a figure may stand from its name, in letters. */
const REACH = 40

/** The figure that belongs to a name: the next one before another name, else the one that stands right before it. */
function figureFor(name: Word, names: readonly Word[], figures: readonly Word[]): Word | null {
  const next = names.find(({ start }) => start >= name.end)?.start ?? Number.POSITIVE_INFINITY
  const before = names.findLast(({ end }) => end <= name.start)?.end ?? 0
  const after = figures.find(({ start }) => start >= name.end)
  const prior = figures.findLast(({ end, start }) => end <= name.start && start >= before)
  if (prior && name.start - prior.end <= REACH && !after) return prior
  if (after && after.start < next && after.start - name.end <= REACH) return after
  return prior && name.start - prior.end <= REACH ? prior : null
}

function partOf({ condition }: Named, figure: Word, sentence: string): Part {
  const isShare = /^\s*(?:%|per ?cent)/i.test(sentence.slice(figure.end, figure.end + 12))
  const lower = sentence.toLowerCase()
  const ask = !isShare
    ? 'systems'
    : PERFORMANCE_WORDS.some((word) => lower.includes(word))
      ? 'share-of-rmax'
      : 'share-of-systems'
  return { says: 'figure', question: { ask, of: [condition] }, stated: figure.text }
}

/** What a sentence says of groups and organisations: each name with the figure that belongs to it. */
function groupParts(sentence: string, figures: readonly Word[]): Part[] {
  const names = namesIn(sentence)
  return names.flatMap((name): Part[] => {
    const figure = figureFor(name, names, figures)
    return figure ? [partOf(name, figure, sentence)] : []
  })
}

/** What stands around a figure of a system, by the figure that it then is. */
const SYSTEM_FIGURES: readonly {
  before?: RegExp
  after?: RegExp
  figure: SystemFigure
  unit?: string
}[] = [
  { after: /^\s*(?:Eflop\/s|exaflop)/i, figure: 'rmax', unit: 'Eflop/s' },
  { after: /^\s*(?:Pflop\/s|petaflop)/i, figure: 'rmax', unit: 'Pflop/s' },
  { after: /^\s*(?:Tflop\/s|teraflop)/i, figure: 'rmax', unit: 'Tflop/s' },
  { after: /^\s*(?:Gflops\/W|gigaflops per watt)/i, figure: 'energy-efficiency' },
  { after: /^\s*CPU cores/i, figure: 'cpu-cores' },
  { after: /^\s*(?:total )?cores/i, figure: 'cores' },
  { after: /^(?:st|nd|rd|th)\b/, figure: 'rank' },
  { before: /(?:rank|ranks|ranked|number|no\.|place|position|at)\s*$/i, figure: 'rank' },
]

function systemParts(sentence: string, figures: readonly Word[], list: RecordList): Part[] {
  const [place] = list.systems
    .flatMap(({ name }) => (name && name.length > 3 ? placesOf(name, sentence).slice(0, 1) : []))
    .sort((a, b) => b.text.length - a.text.length)
  if (!place || systemsNamed(place.text, list).length !== 1) return []
  const system = place.text
  return figures
    .filter((figure) => apart(figure, place))
    .flatMap((figure): Part[] => {
      const before = sentence.slice(Math.max(0, figure.start - 12), figure.start)
      const after = sentence.slice(figure.end, figure.end + 24)
      const kind = SYSTEM_FIGURES.find((one) => one.after?.test(after) || one.before?.test(before))
      if (!kind) return []
      const question = { ask: 'figure', figure: kind.figure, system } as const
      return [
        { says: 'figure', question, stated: figure.text, ...(kind.unit && { unit: kind.unit }) },
      ]
    })
}

/** The list of a sentence: the first that it names. */
function listNamed(sentence: string): EditionId | null {
  for (const [, month, year, id] of sentence.matchAll(DATE)) {
    const found = parseEditionId(id ?? `${year}-${month?.toLowerCase() === 'june' ? '06' : '11'}`)
    if (found) return found
  }
  return null
}

function sentencesOf(text: string): string[] {
  return text
    .slice(0, LONGEST_TEXT)
    .split(/(?<=[.!?;])\s|\n/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
}

/**
 * Looks for statements in a text by rules and names, sentence by sentence. A sentence that names a list speaks of it, and
 * so do those that follow.
 * @param lists the lists that there are. @param list what a text speaks of that names none.
 * @returns the whole text in order; pieces without a claim were not understood.
 */
export function readText(
  text: string,
  lists: (id: EditionId) => RecordList | null,
  list: EditionId,
): Piece[] {
  let current = list
  let left = MOST_FIGURES
  return sentencesOf(text).map((sentence, at): Piece => {
    if (at >= MOST_SENTENCES || left <= 0) return { text: sentence, claim: null, list: null }
    const named = listNamed(sentence)
    if (named) current = named
    const asked = lists(current)
    if (!asked) return { text: sentence, claim: null, list: null }
    const figures = figuresIn(sentence)
    const own = systemParts(sentence, figures, asked)
    const all = own.length > 0 ? own : groupParts(sentence, figures)
    // A sentence of which only a part could be judged is none that was understood.
    const parts = all.length > Math.min(left, MOST_IN_SENTENCE) ? [] : all
    if (parts.length === 0) return { text: sentence, claim: null, list: null }
    left -= parts.length
    return {
      text: sentence,
      claim: { id: `said-${at + 1}`, statement: sentence, parts },
      list: current,
    }
  })
}

/** What can be read, for those who are about to paste a text. */
export const READABLE = `Counts and shares of countries, makers and organisations (“China 219, US 116 in June 2019”), and rank, Rmax, cores and energy efficiency of systems that a list names (“Voyager-EUS2 ranks 10 with 30.05 Pflop/s”). What names no list is held against the one that is chosen below, such as ${editionLabel('2021-11')}.`
