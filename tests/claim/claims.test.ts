import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Claim, Condition } from '@/lib/claim/claim'
import { judge } from '@/lib/claim/judge'
import { evidenceOf, findingsOf, listsBehind } from '@/lib/claim/verdict'
import { agreement, readWritten } from '@/lib/claim/written'
import { plain } from '@/lib/model/prose'
import type { RecordList } from '@/lib/record/record'
import { RECORD } from '../record/record-fixture'
import { row } from './said'

const claim = (...parts: Claim['parts']): Claim => ({ id: 'x', statement: 'x', parts })
const verdict = (list: RecordList, made: Claim) => judge(made, { record: RECORD, list }).verdict

/** A system that alone bears its name on its list, and whose Rmax the list gives. */
const anyRow = fc
  .tuple(fc.nat(RECORD.lists.length - 1), fc.nat(499))
  .map(([at, place]) => {
    const list = RECORD.lists[at] as RecordList
    return { list, system: list.systems[place] }
  })
  .filter(
    ({ list, system }) =>
      Boolean(system?.name && system.rmax) &&
      list.systems.filter(({ name }) => name?.toLowerCase() === system?.name?.toLowerCase())
        .length === 1,
  )

describe('a figure as it is written', () => {
  test.each([
    ['30.05', 30.05, 'exact'],
    ['30', 30.05, 'rounded'],
    ['31', 30.05, 'none'],
    ['38.4', 38.47, 'cut'],
    ['38.5', 38.47, 'rounded'],
    ['38.3', 38.47, 'none'],
    ['1.41', 1.415, 'rounded'],
    ['1.42', 1.415, 'rounded'],
    ['157,400', 157440, 'rounded'],
    ['157,500', 157440, 'none'],
    ['500', 499, 'none'],
    ['9', 9.5, 'rounded'],
    ['9', 9.51, 'none'],
  ] as const)('%s is, of %d, %s', (text, exact, wanted) => {
    const written = readWritten(text)
    expect(written && agreement(written, exact)).toBe(wanted)
  })

  test.each(['', 'five', '1e9', '-3', '1,23', '1.2.3', '9'.repeat(16)])('“%s” is none', (text) =>
    expect(readWritten(text)).toBeNull(),
  )
})

describe('a claim', () => {
  test('that is made from a row is true, and false once its figure is another', () => {
    fc.assert(
      fc.property(anyRow, ({ list, system }) => {
        const { name, rmax } = system as { name: string; rmax: number }
        const says = (value: number) => claim(row(name, 'rmax', value.toFixed(6)))
        expect(verdict(list, says(rmax))).toBe('true')
        expect(verdict(list, says(rmax * 1.01 + 0.001))).toBe('false')
      }),
      { numRuns: 200 },
    )
  })

  test('and its contrary are never both true', () => {
    const conditions: Condition[] = [
      { is: 'organisation', key: 'azure' },
      { is: 'group', by: 'country', name: 'China' },
      { is: 'group', by: 'manufacturer', name: 'IBM' },
      { is: 'new' },
      { is: 'top', count: 10 },
    ]
    const part = (is: 'at-least' | 'at-most', stated: number, condition: Condition) =>
      claim({
        says: 'figure',
        question: { ask: 'systems', of: [condition] },
        stated: String(stated),
        is,
      })
    fc.assert(
      fc.property(
        fc.nat(RECORD.lists.length - 1),
        fc.constantFrom(...conditions),
        fc.nat(300),
        (at, condition, count) => {
          const list = RECORD.lists[at] as RecordList
          const one = verdict(list, part('at-least', count + 1, condition))
          const other = verdict(list, part('at-most', count, condition))
          const contrary = {
            true: 'false',
            false: 'true',
            depends: 'depends',
            'cannot-say': 'cannot-say',
          }
          expect(other).toBe(contrary[one])
        },
      ),
      { numRuns: 300 },
    )
  })

  test('about what a list does not print is not false', () => {
    const first = RECORD.lists[0] as RecordList
    const made = claim({
      says: 'figure',
      question: {
        ask: 'systems',
        of: [{ is: 'group', by: 'accelerated', name: 'With an accelerator' }],
      },
      stated: '3',
    })
    expect(verdict(first, made)).toBe('cannot-say')
  })

  test('that says a thing twice is answered in one sentence, with each row once', () => {
    const list = RECORD.list('2021-11') as RecordList
    const twice = row('Voyager-EUS2', 'rmax', '30.05', 'Pflop/s')
    const told = judge(claim(twice, twice), { record: RECORD, list })
    expect(findingsOf(told).map(plain)).toEqual([
      'The Rmax of Voyager-EUS2 on the list of November 2021 is 30.05 Pflop/s.',
    ])
    expect(evidenceOf(told).map(({ system }) => system.rank)).toEqual([10])
  })

  test('rests on every list that it looks at, and what is new on the one before, too', () => {
    const list = RECORD.list('2021-11') as RecordList
    const lists = (...parts: Claim['parts']) =>
      listsBehind(judge(claim(...parts), { record: RECORD, list }), { record: RECORD, list }).map(
        ({ id }) => id,
      )
    expect(lists(row('Voyager-EUS2', 'rmax', '30.05', 'Pflop/s'))).toEqual(['2021-11'])
    expect(lists({ says: 'only', system: 'Voyager-EUS2', of: [{ is: 'new' }] })).toEqual([
      '2021-06',
      '2021-11',
    ])
    // A figure that is false was looked for on the lists beside it.
    expect(lists(row('Voyager-EUS2', 'rmax', '31', 'Pflop/s'))).toEqual([
      '2021-06',
      '2021-11',
      '2022-06',
    ])
    const question = {
      ask: 'growth',
      of: { ask: 'systems', of: [{ is: 'new' }] },
      since: '2016-06',
    } as const
    expect(lists({ says: 'figure', question, stated: '1', is: 'at-least' })).toEqual([
      '2015-11',
      '2016-06',
      '2021-06',
      '2021-11',
    ])
    const last = { ask: 'rank-of-last', on: '2004-06' } as const
    expect(lists({ says: 'figure', question: last, stated: '1' })).toEqual(['2004-06', '2021-11'])
  })

  test('gives every row that it counts as evidence', () => {
    const list = RECORD.list('2019-06') as RecordList
    const [part] = judge(
      claim({
        says: 'figure',
        question: { ask: 'systems', of: [{ is: 'group', by: 'country', name: 'China' }] },
        stated: '219',
      }),
      { record: RECORD, list },
    ).parts
    expect(part?.verdict).toBe('false')
    expect(part?.outcomes[0]?.rows).toHaveLength(220)
    expect(plain(part?.nearMisses[0] ?? '')).toBe(
      'Off by 1 system: 219 is stated, and the list of June 2019 has 220 systems in China.',
    )
  })
})
