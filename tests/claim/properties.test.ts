import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Claim, Condition, GroupFigure, Part, SystemFigure } from '@/lib/claim/claim'
import { systemsWords } from '@/lib/claim/condition'
import { type Judged, judge } from '@/lib/claim/judge'
import type { Evidence } from '@/lib/claim/question'
import { PLAIN } from '@/lib/claim/reading'
import { findingsOf } from '@/lib/claim/verdict'
import { editionLabel } from '@/lib/model/edition'
import { plain } from '@/lib/model/prose'
import type { System } from '@/lib/model/system'
import { systemLabel } from '@/lib/names/shown'
import type { RecordList } from '@/lib/record/record'
import { RECORD } from '../record/record-fixture'

const claim = (...parts: Part[]): Claim => ({ id: 'x', statement: 'x', parts })
const judged = (list: RecordList, part: Part): Judged =>
  judge(claim(part), { record: RECORD, list })

const anyList = fc.nat(RECORD.lists.length - 1).map((at) => RECORD.lists[at] as RecordList)

/** What a row gives of a figure, by the row alone, with the fields of which it is made. */
const FIGURES: Readonly<
  Record<SystemFigure, { of: (system: System) => number | null; field: keyof System }>
> = {
  rank: { of: ({ rank }) => rank, field: 'rank' },
  rmax: { of: ({ rmax }) => rmax, field: 'rmax' },
  rpeak: { of: ({ rpeak }) => rpeak, field: 'rpeak' },
  cores: { of: ({ cores }) => cores, field: 'cores' },
  'cpu-cores': {
    of: ({ cores, acceleratorCores: own }) => (cores === null || own === null ? null : cores - own),
    field: 'cores',
  },
  'energy-efficiency': {
    of: ({ energyEfficiency }) => energyEfficiency,
    field: 'energyEfficiency',
  },
  'hpl-efficiency': {
    of: ({ rmax, rpeak }) => (rmax === null || !rpeak ? null : (100 * rmax) / rpeak),
    field: 'rmax',
  },
  hpcg: { of: ({ hpcg }) => hpcg, field: 'hpcg' },
}

type Given = { list: RecordList; system: System; name: string; figure: SystemFigure; value: number }

/** A figure that a list gives of a system that alone bears its name there. */
const anyFigure: fc.Arbitrary<Given> = fc
  .tuple(anyList, fc.nat(499), fc.constantFrom(...(Object.keys(FIGURES) as SystemFigure[])))
  .map(([list, at, figure]) => {
    const system = list.systems[at]
    const name = system?.name ?? ''
    const value = system ? FIGURES[figure].of(system) : null
    const namesakes = list.systems.filter((one) => one.name?.toLowerCase() === name.toLowerCase())
    return system && name !== '' && value && value >= 0.01 && namesakes.length === 1
      ? { list, system, name, figure, value }
      : null
  })
  .filter((given) => given !== null)

const about = ({ name, figure, value }: Given, change: Partial<Part> = {}): Part =>
  ({
    says: 'figure',
    question: { ask: 'figure', figure, system: name },
    stated: Number.isInteger(value) ? String(value) : value.toFixed(6),
    ...change,
  }) as Part

/** A text without a word that is known; a system of 2018 is named “2”, which is no part of the number 1,413.12. */
function without(text: string, word: string): string {
  const pieces = text.split(word)
  return pieces.reduce((left, right) =>
    /\d[\d.,]*$/.test(left) || /^[.,]?\d/.test(right) ? left + word + right : `${left} ${right}`,
  )
}

/** The numbers of a text, without those of words that are known. */
function numbersIn(text: string, known: readonly string[]): number[] {
  const rest = known.reduce(without, text)
  return [...rest.matchAll(/\d[\d,]*(?:\.\d+)?/g)].map(([one]) => Number(one.replaceAll(',', '')))
}

describe('a claim that is generated from a row', () => {
  test('is true, and false or open by a list on which that one figure is another', () => {
    fc.assert(
      fc.property(anyFigure, (given) => {
        const { list, system, figure, value } = given
        const part = about(given)
        // Of a rank that is shared, what is printed is one reading of two.
        const shared = figure === 'rank' && list.ties.has(system.rank)
        expect(['true', ...(shared ? ['depends'] : [])]).toContain(judged(list, part).verdict)
        if (shared) return
        const { field } = FIGURES[figure]
        const other = { ...system, [field]: Math.ceil(2 * Number(system[field])) + 1 }
        const systems = list.systems.map((one) => (one === system ? other : one))
        const changed = { ...list, systems }
        const now = FIGURES[figure].of(other)
        expect(now).not.toBe(value)
        expect(['false', 'depends']).toContain(judged(changed, part).verdict)
      }),
      { numRuns: 150 },
    )
  })

  test('says no number that its row does not give', () => {
    fc.assert(
      fc.property(anyFigure, (given) => {
        const { list, system, figure, value } = given
        const told = judged(list, about(given))
        const rows = told.parts.flatMap(({ outcomes }) => outcomes.flatMap((one) => one.rows))
        expect(rows.every((row) => row.system === system)).toBe(true)
        const known = [editionLabel(list.id), systemLabel(system, list.id)]
        const tie = list.ties.get(system.rank)?.rank
        const own = [value, ...(figure === 'rank' && tie ? [tie] : [])]
        for (const sentence of findingsOf(told))
          for (const number of numbersIn(plain(sentence), known))
            expect(own.some((one) => Math.abs(one - number) <= 1e-6 * Math.max(1, one))).toBe(true)
      }),
      { numRuns: 150 },
    )
  })
})

const CONDITIONS: readonly Condition[] = [
  { is: 'organisation', key: 'azure' },
  { is: 'organisation', key: 'microsoft' },
  { is: 'group', by: 'country', name: 'China' },
  { is: 'group', by: 'country', name: 'United States' },
  { is: 'group', by: 'manufacturer', name: 'IBM' },
  { is: 'group', by: 'accelerated', name: 'With an accelerator' },
  { is: 'new' },
  { is: 'top', count: 10 },
  { is: 'reaches', tflops: 1000 },
]

const sum = (rows: readonly Evidence[]) =>
  rows.reduce((total, { system }) => total + (system.rmax ?? 0), 0)

/** A figure over rows, by the rows of evidence alone. */
const OF_ROWS: Readonly<
  Record<
    Exclude<GroupFigure, 'mean-cores'>,
    (rows: readonly Evidence[], list: RecordList) => number
  >
> = {
  systems: (rows) => rows.length,
  'share-of-systems': (rows, list) => (100 * rows.length) / list.systems.length,
  rmax: sum,
  'share-of-rmax': (rows, list) =>
    (100 * sum(rows)) / sum(list.systems.map((system) => ({ list, system }))),
}

type Asked = { list: RecordList; ask: keyof typeof OF_ROWS; condition: Condition; stated: string }

const anyGroup: fc.Arbitrary<Asked> = fc.record({
  list: anyList,
  ask: fc.constantFrom(...(Object.keys(OF_ROWS) as (keyof typeof OF_ROWS)[])),
  condition: fc.constantFrom(...CONDITIONS),
  stated: fc.nat(500).map(String),
})

const overGroup = ({ ask, condition, stated }: Asked, is?: 'at-least' | 'at-most'): Part => ({
  says: 'figure',
  question: { ask, of: [condition] },
  stated,
  ...(is && { is }),
})

describe('a claim about a group', () => {
  test('says the figure that its evidence comes to, and no other number', () => {
    fc.assert(
      fc.property(anyGroup, (asked) => {
        const { list, ask, condition } = asked
        const [part] = judged(list, overGroup(asked)).parts
        for (const { found, sentence, rows, verdict } of part?.outcomes ?? []) {
          if (found === null) {
            expect(verdict).toBe('cannot-say')
            continue
          }
          const exact = OF_ROWS[ask](rows, list)
          const near = (number: number) => Math.abs(number - exact) <= Math.max(0.006, exact * 1e-9)
          const known = [
            editionLabel(list.id),
            systemsWords([condition], PLAIN),
            systemsWords([condition], { ...PLAIN, lens: 'run-by' }),
            `which is ${asked.stated} to that many figures`,
          ]
          const numbers = numbersIn(plain(sentence), known)
          expect(numbers).toHaveLength(1)
          expect(numbers.every(near)).toBe(true)
        }
      }),
      { numRuns: 150 },
    )
  })

  test('and its contrary are not both false, and true together where the figure is met exactly alone', () => {
    fc.assert(
      fc.property(anyGroup, (asked) => {
        const { list } = asked
        const least = judged(list, overGroup(asked, 'at-least'))
        const most = judged(list, overGroup(asked, 'at-most'))
        expect([least.verdict, most.verdict]).not.toEqual(['false', 'false'])
        const isOpen = (one: Judged) => ['depends', 'cannot-say'].includes(one.verdict)
        const exact = judged(list, overGroup(asked))
        if (least.verdict === 'true' && most.verdict === 'true') expect(exact.verdict).toBe('true')
        if (least.verdict === 'cannot-say') expect(most.verdict).toBe('cannot-say')
        if (least.verdict === 'false') expect(most.verdict === 'true' || isOpen(most)).toBe(true)
      }),
      { numRuns: 150 },
    )
  })

  test('that is more than another’s is not less than it', () => {
    fc.assert(
      fc.property(
        anyList,
        fc.constantFrom<GroupFigure>('systems', 'share-of-rmax'),
        fc.shuffledSubarray([...CONDITIONS], { minLength: 2, maxLength: 2 }),
        (list, figure, [one, other]) => {
          if (!one || !other) return
          const more = (of: Condition, than: Condition) =>
            judged(list, { says: 'more', figure, of: [of], than: [than] }).verdict
          const [there, back] = [more(one, other), more(other, one)]
          expect([there, back]).not.toEqual(['true', 'true'])
          if (there === 'true') expect(back).toBe('false')
          expect(there === 'cannot-say').toBe(back === 'cannot-say')
        },
      ),
      { numRuns: 150 },
    )
  })
})
