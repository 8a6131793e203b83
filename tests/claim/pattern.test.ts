import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ARTICLE } from '@/data/claims/article'
import { FIELD_KEYS, type FieldKey, type Texts } from '@/lib/claim/fields'
import { judge, type Verdict } from '@/lib/claim/judge'
import { type AnyPattern, compose, PATTERNS, patternOf, textsOfPart } from '@/lib/claim/pattern'
import { readText } from '@/lib/claim/text'
import { plain } from '@/lib/model/prose'
import { listOf, RECORD } from '../record/record-fixture'

const of = (key: string) => patternOf(key) as AnyPattern
const composed = (key: string, texts: Texts, list = '2021-11') =>
  compose(of(key), texts, { record: RECORD, list: listOf(list) })

/** Every pattern filled in, on a list, with what is read back and the verdict by facts.md. */
const CASES: readonly [string, Texts, string, string, Verdict][] = [
  ['holds', { who: 'china', n: '173' }, '2021-11', 'China has 173 systems.', 'true'],
  ['holds', { who: 'US', n: '149' }, '2021-11', 'The United States has 149 systems.', 'true'],
  ['holds', { who: 'Korea, South', n: '1' }, '2021-11', 'South Korea has 1 system.', 'false'],
  [
    'holds',
    { who: 'Microsoft Azure', how: 'built-by', n: '3.17', what: 'share-of-rmax' },
    '2021-11',
    'Microsoft Azure builds 3.17 % of the total Rmax.',
    'true',
  ],
  ['holds', { who: 'IBM', how: 'run-by', n: '0' }, '2021-11', 'IBM runs 0 systems.', 'true'],
  [
    'holds',
    { who: 'Microsoft (Azure and Research)', n: '5' },
    '2021-11',
    'Microsoft (Azure and Research) has 5 systems.',
    'depends',
  ],
  [
    'holds',
    { who: 'Germany', is: 'at-least', n: '26' },
    '2021-11',
    'Germany has at least 26 systems.',
    'true',
  ],
  [
    'more-than',
    { who: 'China', than: 'United States' },
    '2021-11',
    'China has more systems than the United States.',
    'true',
  ],
  [
    'more-than',
    { who: 'China', than: 'United States', what: 'share-of-rmax' },
    '2021-11',
    'China has a larger share of the total Rmax than the United States.',
    'false',
  ],
  [
    'system',
    { system: 'voyager-eus2', figure: 'rank', n: '10' },
    '2021-11',
    'Voyager-EUS2 has rank 10.',
    'true',
  ],
  [
    'system',
    { system: 'Voyager-EUS2', figure: 'rmax', n: '31', unit: 'Pflop/s' },
    '2021-11',
    'Voyager-EUS2 has an Rmax of 31 Pflop/s.',
    'false',
  ],
  [
    'uses',
    { system: 'Voyager-EUS2', uses: 'amd epyc' },
    '2021-11',
    'Voyager-EUS2 uses AMD EPYC.',
    'true',
  ],
  [
    'kind',
    { n: '150', kind: 'with an accelerator' },
    '2021-11',
    'The list has 150 systems with an accelerator.',
    'true',
  ],
  [
    'kind',
    { n: '42.43', what: 'share-of-rmax', kind: 'accelerators' },
    '2021-11',
    'Systems with an accelerator hold 42.43 % of the total Rmax.',
    'true',
  ],
  [
    'kind',
    { n: '70', kind: 'that are new' },
    '2021-11',
    'The list has 70 systems that are new.',
    'true',
  ],
  [
    'reach',
    { n: '500', reach: '1' },
    '2021-11',
    'The list has 500 systems of 1 Pflop/s or more.',
    'true',
  ],
  [
    'sum',
    { n: '3.04', unit: 'Eflop/s' },
    '2021-11',
    'The systems of the list have a total Rmax of 3.04 Eflop/s.',
    'true',
  ],
  [
    'entry',
    { rank: '500', n: '1.65', unit: 'Pflop/s' },
    '2021-11',
    'Rank 500 takes 1.65 Pflop/s.',
    'true',
  ],
  ['half', { n: '32' }, '2021-11', 'The first 32 systems hold half of the total Rmax.', 'true'],
  ['half', { n: '7' }, '2024-11', 'The first 7 systems hold half of the total Rmax.', 'true'],
  [
    'only',
    { system: 'Voyager-EUS2', top: '10' },
    '2021-11',
    'Voyager-EUS2 is the only new system in the top 10.',
    'true',
  ],
  [
    'only',
    { system: 'Supercomputer Fugaku', best: 'rmax', among: 'Japan' },
    '2021-11',
    'Supercomputer Fugaku is the fastest of the systems in Japan.',
    'true',
  ],
  [
    'grown',
    { grows: 'systems', among: 'Microsoft Azure', n: '25', since: '2021-06' },
    '2021-11',
    'The number of systems built by Microsoft Azure has grown by 25 % since June 2021.',
    'true',
  ],
  [
    'grown',
    { grows: 'rmax', n: '45.0', since: '2021-11' },
    '2022-06',
    'The total Rmax of all systems of the list has grown by 45.0 % since November 2021.',
    'true',
  ],
  [
    'moved',
    { system: 'Voyager-EUS2', moved: 'fallen', since: '2021-11' },
    '2022-11',
    'Voyager-EUS2 has fallen in rank since November 2021.',
    'true',
  ],
  [
    'moved',
    { system: 'Voyager-EUS2', since: '2021-11' },
    '2022-11',
    'Voyager-EUS2 has risen in rank since November 2021.',
    'false',
  ],
  // Looked at from the earlier list it is the same course.
  [
    'moved',
    { system: 'Voyager-EUS2', moved: 'fallen', since: '2022-11' },
    '2021-11',
    'Voyager-EUS2 has fallen in rank since November 2022.',
    'true',
  ],
  // It is on no list before.
  [
    'moved',
    { system: 'Voyager-EUS2', moved: 'fallen', since: '2021-06' },
    '2021-11',
    'Voyager-EUS2 has fallen in rank since June 2021.',
    'cannot-say',
  ],
  [
    'was-first',
    { system: 'Summit' },
    '2022-11',
    'Summit is or was the fastest system of a list.',
    'true',
  ],
  [
    'was-first',
    { system: 'Sequoia' },
    '2019-11',
    'Sequoia is or was the fastest system of a list.',
    'true',
  ],
  [
    'was-first',
    { system: 'Voyager-EUS2' },
    '2022-11',
    'Voyager-EUS2 is or was the fastest system of a list.',
    'false',
  ],
  [
    'last',
    { n: '1', on: '2004-06' },
    '2021-11',
    'The last system of the list of November 2021 would have had rank 1 on that of June 2004.',
    'true',
  ],
]

describe('a claim that is composed', () => {
  test.each(CASES)('%s of %o on %s is “%s” and %s', (key, texts, id, statement, verdict) => {
    const made = composed(key, texts, id)
    if (!made.ok) throw new Error(JSON.stringify(made.error))
    const { claim } = made.value
    expect(claim.statement).toBe(statement)
    expect(judge(claim, { record: RECORD, list: listOf(id) }).verdict).toBe(verdict)
  })

  test.each([
    [
      'moved',
      { system: 'Voyager-EUS2', moved: 'fallen', since: '2021-11' },
      'Voyager-EUS2 has fallen: rank 10 in November 2021, rank 14 in November 2022.',
    ],
    [
      'was-first',
      { system: 'Summit' },
      'Summit was first on 4 lists, the first of June 2018 and the last of November 2019.',
    ],
    [
      'was-first',
      { system: 'Voyager-EUS2' },
      'Voyager-EUS2 was never first until November 2022; its best place is rank 10 in November 2021.',
    ],
  ] as const)('%s of %o on 2022-11 says “%s”', (key, texts, sentence) => {
    const made = composed(key, texts, '2022-11')
    if (!made.ok) throw new Error(JSON.stringify(made.error))
    const judged = judge(made.value.claim, { record: RECORD, list: listOf('2022-11') })
    expect(plain(judged.parts[0]?.outcomes[0]?.sentence ?? '')).toBe(sentence)
  })

  test('covers every pattern, and none is called as a statement of the article is', () => {
    expect([...new Set(CASES.map(([key]) => key))]).toEqual(PATTERNS.map(({ key }) => key))
    expect(ARTICLE.filter(({ id }) => patternOf(id))).toEqual([])
  })

  test.each(CASES)('%s of %o is composed again by its own link', (key, texts, id) => {
    const made = composed(key, texts, id)
    const again = made.ok ? composed(key, made.value.texts, id) : made
    expect(again).toEqual(made)
  })

  const REFUSED: readonly [string, Texts, FieldKey, RegExp][] = [
    ['holds', {}, 'who', /^Fill in “Organisation, country, maker or continent”\.$/],
    ['holds', { who: 'Chima', n: '5' }, 'who', /“Chima” is no organisation/],
    ['holds', { who: 'Kingdom', n: '5' }, 'who', /Did you mean United Kingdom/],
    ['holds', { who: 'China', n: 'five' }, 'n', /“five” is no figure/],
    ['holds', { who: 'China', n: '-5' }, 'n', /“-5” is no figure/],
    ['holds', { who: 'China', n: '5', how: 'run-by' }, 'how', /Choose “has”/],
    ['holds', { who: 'China', n: '5', what: 'shoes' }, 'what', /none of the choices/],
    ['more-than', { who: 'China', than: 'china' }, 'than', /Both are the same/],
    ['system', { system: '<script>', n: '1' }, 'system', /No list has a system called “<script>”/],
    ['uses', { system: 'Voyager-EUS2', uses: 'evil parts' }, 'uses', /No list prints “evil parts”/],
    ['uses', { system: 'Voyager-EUS2', uses: 'a' }, 'uses', /Write whole words/],
    ['entry', { rank: '0', n: '1' }, 'rank', /no whole number from 1 to 500/],
    ['only', { system: 'Voyager-EUS2', best: 'only' }, 'top', /Say in which top/],
    ['grown', { n: '1', since: '2021-11' }, 'since', /the list itself/],
    ['moved', { system: 'Voyager-EUS2', since: '2021-11' }, 'since', /the list itself/],
    ['last', { n: '1', on: '2050-06' }, 'on', /There is no list “2050-06”/],
    ['holds', { who: 'x'.repeat(101), n: '1' }, 'who', /at most 100 letters/],
  ]

  test.each(REFUSED)('%s of %o is refused at its field %s', (key, texts, field, message) => {
    const made = composed(key, texts)
    expect(made.ok ? null : made.error[field]).toMatch(message)
  })

  test('never carries letters that neither we nor a list wrote, whatever is typed', () => {
    const texts = fc.dictionary(
      fc.constantFrom(...FIELD_KEYS),
      fc.oneof(fc.string({ maxLength: 120 }), fc.constantFrom('China', '5', '2021-06', 'IBM')),
    ) as fc.Arbitrary<Texts>
    fc.assert(
      fc.property(fc.constantFrom(...PATTERNS), texts, ({ key }, typed) => {
        const made = composed(key, typed)
        if (!made.ok) {
          expect(Object.keys(made.error).length).toBeGreaterThan(0)
          return
        }
        expect(composed(key, made.value.texts)).toEqual(made)
        expect(made.value.claim.statement).toMatch(/^[^<>]+\.$/)
      }),
      { numRuns: 150 },
    )
  })
})

describe('what is read in a text', () => {
  test.each([
    [
      'China 219, US 116 in June 2019.',
      ['China has 219 systems.', 'The United States has 116 systems.'],
    ],
    [
      'Voyager-EUS2 ranks 10 with 30.05 Pflop/s.',
      ['Voyager-EUS2 has rank 10.', 'Voyager-EUS2 has an Rmax of 30.05 Pflop/s.'],
    ],
    [
      'In November 2016 China holds 33.3 % of all performance.',
      ['China has 33.3 % of the total Rmax.'],
    ],
  ])('“%s” is read back as %o', (text, statements) => {
    const [piece] = readText(text, RECORD.list, '2021-11')
    const said = piece?.claim?.parts.flatMap((part) => {
      const read = textsOfPart(part)
      const made = read && composed(read.key, read.texts, piece.list ?? '2021-11')
      return made?.ok ? [made.value.claim.statement] : []
    })
    expect(said).toEqual(statements)
  })
})
