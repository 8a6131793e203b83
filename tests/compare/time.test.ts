import { describe, expect, test } from 'vitest'
import { type Counting, DEFAULT_COUNTING } from '@/lib/compare/counting'
import { dimensionOf } from '@/lib/compare/grouping'
import { organisationOf } from '@/lib/compare/organisations'
import {
  answerTime,
  prepareTime,
  type TimeAnswer,
  type TimeQuestion,
  type Whose,
} from '@/lib/compare/time'
import { TIME_METRICS, type TimeMetricId, timeMetricOf } from '@/lib/compare/time-metric'
import { countingNote, timeHeadline } from '@/lib/compare/time-words'
import type { EditionId } from '@/lib/model/edition'
import type { Lens } from '@/lib/model/organisation'
import { plain } from '@/lib/model/prose'
import { buildRecord } from '@/lib/record/record'
import { RECORD } from '../record/record-fixture'

function ask(id: TimeMetricId, whose: Whose, counting: Partial<Counting> = {}): TimeAnswer {
  const metric = timeMetricOf(id)
  if (!metric) throw new Error(`There is no figure ${id}.`)
  return answerTime(RECORD, {
    metric,
    whose,
    since: '1993-06',
    until: '2026-06',
    counting: { ...DEFAULT_COUNTING, ...counting },
  })
}
const LIST: Whose = { type: 'list' }
const groupsOf = (key: string, top = 10): Whose => {
  const dimension = dimensionOf(key)
  if (!dimension) throw new Error(`There is no grouping ${key}.`)
  return { type: 'groups', dimension, top }
}
const ofOrganisations = (lens: Lens, ...keys: string[]): Whose => ({
  type: 'organisations',
  lens,
  organisations: keys.flatMap((key) => organisationOf(key) ?? []),
})
const value = (answer: TimeAnswer, list: string, group = 0) =>
  answer.groups[group]?.points.find((point) => point.list.id === list)?.value

// Counted from data/lists with Python: one more than the systems above, and the printed rank.
describe('ranks through time', () => {
  const countries = groupsOf('country', 30)
  const of = (label: string, id: TimeMetricId, list: string, ranks: Counting['ranks']) => {
    const answer = ask(id, countries, { ranks })
    return value(
      answer,
      list,
      answer.groups.findIndex((group) => group.label === label),
    )
  }

  test('are shared by systems of equal Rmax, or as printed: Pioneer-WEU is the best of the Netherlands', () => {
    expect(of('Netherlands', 'best-rank', '2021-11', 'tied')).toBe(32)
    expect(of('Netherlands', 'best-rank', '2021-11', 'printed')).toBe(34)
  })

  test.each([
    ['1993-06', 'top-10', 20, 10],
    ['1998-06', 'top-100', 128, 100],
    ['2012-06', 'top-100', 103, 100],
    ['2021-11', 'top-10', 10, 10],
  ] as const)(
    'reach on %s into the %s with a tie as a whole, or as printed',
    (list, id, tied, printed) => {
      expect(value(ask(id, LIST, { ranks: 'tied' }), list)).toBe(tied)
      expect(value(ask(id, LIST, { ranks: 'printed' }), list)).toBe(printed)
    },
  )

  test('say in a sentence how they are told, and only where a rank is measured', () => {
    const note = (id: TimeMetricId, ranks: Counting['ranks']) =>
      countingNote(ask(id, LIST, { ranks }).question)
    expect(note('best-rank', 'tied')).toBe(
      'Every entry of a list counts; systems of equal Rmax share the first of their ranks.',
    )
    expect(note('top-10', 'printed')).toBe(
      'Every entry of a list counts; each system stands at the rank that the list prints, also where others have its Rmax.',
    )
    expect(note('rmax', 'printed')).toBe('Every entry of a list counts.')
  })
})

describe('the list through time', () => {
  test.each([
    ['1993-06', 1.122845, 0.0597, 0.0137, 0.002144, 0.000422, 47],
    ['2000-11', 88.080876, 4.938, 0.892, 0.181, 0.0553, 63],
    ['2004-06', 814.895674, 35.86, 8.061, 1.92256, 0.624258, 92],
    ['2008-06', 11700.01697, 1026, 106.1, 18.81, 8.99678, 60],
    ['2011-11', 74069.63368, 10510, 1042, 115.9, 50.9414, 40],
    ['2013-06', 223654.33813, 33862.7, 2566, 293.8683, 96.619, 13],
    ['2018-06', 1210914.86408, 122300, 14014.7, 1703.28, 715.551, 29],
    ['2021-11', 3036861.78377, 442010, 30050, 4788.19, 1649.11, 32],
    ['2022-06', 4403083.21377, 1102000, 46100, 5388.52, 1649.11, 9],
    ['2024-11', 11723130.43577, 1742000, 208100, 12210, 2310.23, 7],
    ['2026-06', 18732742.16177, 2198400, 434900, 21850, 2661.46, 9],
  ])('is on %s what was counted from the workbooks', (list, sum, one, ten, hundred, last, half) => {
    const at = (id: TimeMetricId) => value(ask(id, LIST), list)
    expect([
      at('rmax'),
      at('rank-1'),
      at('rank-10'),
      at('rank-100'),
      at('rank-500'),
      at('concentration'),
    ]).toEqual([sum, one, ten, hundred, last, half])
  })

  test.each([
    ['2012-06', 167],
    ['2016-06', 155],
    ['2020-11', 44],
    ['2021-11', 70],
    ['2022-06', 39],
    ['2023-11', 47],
    ['2026-06', 43],
  ])('has on %s %d new systems', (list, wanted) => {
    expect(value(ask('newcomers', LIST), list)).toBe(wanted)
  })

  test('has a value for every figure on November 2021, and none where lists print nothing', () => {
    for (const { id } of TIME_METRICS) expect(value(ask(id, LIST), '2021-11')).toBeGreaterThan(0)
    expect(value(ask('energy-efficiency', LIST), '2007-11')).toBe(null)
  })
})

describe('organisations through time', () => {
  test.each(['built-by', 'run-by'] as const)('are, %s Azure, what was counted', (lens) => {
    const systems = ask('systems', ofOrganisations(lens, 'azure'))
    const rmax = ask('rmax', ofOrganisations(lens, 'azure'))
    const at = (list: string) => [value(systems, list), value(rmax, list)]
    expect(at('2021-06')).toEqual([4, 66360])
    expect(at('2021-11')).toEqual([5, 96410])
    expect(at('2022-06')).toEqual([5, 96410])
    expect(at('2023-06')).toEqual([6, 150370])
    expect(at('2023-11')).toEqual([7, 711570])
    expect(at('2024-06')).toEqual([7, 711570])
    for (const list of ['2024-11', '2025-06', '2025-11', '2026-06'])
      expect(at(list)).toEqual([8, 757160])
  })

  test('are IBM as one of the builders of 228 systems in June 2004, 225 in November 2011, 9 in November 2021', () => {
    const ibm = ask('systems', ofOrganisations('built-by', 'ibm'))
    expect([value(ibm, '2004-06'), value(ibm, '2011-11'), value(ibm, '2021-11')]).toEqual([
      228, 225, 9,
    ])
  })

  test('count joint systems as the reader says: IBM in November 2021 with partners 9, alone 6', () => {
    const at = (joint: Counting['joint']) =>
      value(ask('systems', ofOrganisations('built-by', 'ibm'), { joint }), '2021-11')
    expect([at('each'), at('first'), at('none')]).toEqual([9, 8, 6])
  })
})

describe('groups through time', () => {
  test('are the ten largest countries and the others, who add up to the list', () => {
    const answer = ask('systems', groupsOf('country'))
    expect(answer.groups).toHaveLength(11)
    expect(answer.groups[0]?.label).toBe('United States')
    expect(answer.groups[10]?.label).toBe(`${answer.others.length} others`)
    for (const list of answer.lists) {
      const sum = answer.groups.reduce((all, group) => {
        const point = group.points.find((one) => one.list === list)
        return all + (point?.value ?? 0)
      }, 0)
      expect([list.id, sum]).toEqual([list.id, 500])
    }
  })

  test('are never a rest of one: eleven names where ten were asked for', () => {
    // Six continents; five asked for leave one, which is named.
    const answer = ask('systems', groupsOf('continent', 5))
    expect(answer.groups.map(({ label }) => label).sort()).toEqual([
      'Africa',
      'Asia',
      'Europe',
      'North America',
      'Oceania',
      'South America',
    ])
    expect(answer.others).toEqual([])
    expect(ask('systems', groupsOf('continent', 4)).groups.at(-1)?.label).toBe('2 others')
  })

  test('have those of which the list does not say it as a group of their own', () => {
    const answer = ask('systems', groupsOf('accelerator-maker', 3))
    const unknown = answer.groups.find(({ kind }) => kind === 'unknown')
    expect(unknown?.points.find(({ list }) => list.id === '2010-11')?.value).toBe(500)
    expect(unknown?.points.find(({ list }) => list.id === '2021-11')?.value).toBe(0)
  })
})

describe('a question that was asked before', () => {
  const metric = (id: TimeMetricId) => {
    const found = timeMetricOf(id)
    if (!found) throw new Error(`There is no figure ${id}.`)
    return found
  }
  /** A metric that counts how often it is measured. */
  function watched(id: TimeMetricId) {
    const own = metric(id)
    const calls: string[] = []
    const measure: typeof own.measure = (systems, moment) => {
      // What has no system is measured each time, which takes no look at a row.
      if (systems.length > 0) calls.push(moment.list.id)
      return own.measure(systems, moment)
    }
    // A name of its own, as what is kept of the figure itself would answer for it.
    return { calls, metric: { ...own, id: `watched-${id}` as TimeMetricId, measure } }
  }
  const question = (
    of: ReturnType<typeof metric>,
    whose: Whose,
    until: EditionId = '2026-06',
  ): TimeQuestion => ({
    metric: of,
    whose,
    since: '1993-06',
    until,
    counting: DEFAULT_COUNTING,
  })

  test('is answered by what was answered, without a look at any row', () => {
    const { calls, metric: rmax } = watched('rmax')
    const first = answerTime(RECORD, question(rmax, groupsOf('country')))
    expect(calls.length).toBeGreaterThan(67)
    calls.length = 0
    expect(answerTime(RECORD, question(rmax, groupsOf('country')))).toBe(first)
    expect(calls).toEqual([])
  })

  test('is another one where anything of it differs', () => {
    const all = [
      ask('rmax', groupsOf('country')),
      ask('share', groupsOf('country')),
      ask('rmax', groupsOf('country', 5)),
      ask('rmax', groupsOf('continent')),
      ask('rmax', groupsOf('country'), { copies: 'distinct' }),
      ask('rmax', groupsOf('country'), { joint: 'first' }),
      ask('rmax', groupsOf('country'), { ranks: 'printed' }),
      ask('rmax', ofOrganisations('built-by', 'azure', 'ibm')),
      ask('rmax', ofOrganisations('built-by', 'ibm', 'azure')),
      ask('rmax', ofOrganisations('run-by', 'azure', 'ibm')),
      ask('rmax', LIST),
      answerTime(RECORD, question(metric('rmax'), LIST, '2025-11')),
    ]
    expect(new Set(all).size).toBe(all.length)
  })

  test('measures of a new list that list alone, and the whole again where a figure hangs on all', () => {
    const before = buildRecord(RECORD.lists.slice(0, -1))
    const { calls, metric: rmax } = watched('rmax')
    answerTime(before, question(rmax, groupsOf('segment')))
    calls.length = 0
    answerTime(RECORD, question(rmax, groupsOf('segment')))
    expect(new Set(calls)).toEqual(new Set(['2026-06']))

    const { calls: all, metric: newcomers } = watched('newcomers')
    answerTime(before, question(newcomers, LIST))
    all.length = 0
    answerTime(RECORD, question(newcomers, LIST))
    expect(all).toHaveLength(67)
  })
})

describe('the sentence that answers', () => {
  const said = (id: TimeMetricId, whose: Whose) => plain(timeHeadline(ask(id, whose)))

  test('says in plain words who leads and what is counted', () => {
    expect(said('newcomers', groupsOf('country'))).toBe(
      'On the list of June 2026, the United States has the most new systems of the countries shown by name, 8; in June 1993 it was 225.',
    )
    expect(said('best-rank', groupsOf('country'))).toMatch(
      /^On the list of June 2026, China has the best rank of the countries shown by name, rank 1;/,
    )
    expect(said('concentration', LIST)).toBe(
      'The number of systems that hold half of the Rmax of the whole list went from 47 in June 1993 to 9 in June 2026.',
    )
    expect(said('top-10', LIST)).toBe(
      'The number of systems in the top 10 of the whole list went from 20 in June 1993 to 10 in June 2026.',
    )
  })
})

describe('an answer that is prepared', () => {
  const metric = timeMetricOf('share')
  if (!metric) throw new Error('There is no figure share.')
  // Other lists than those of which something is kept by now.
  const fresh = () => ({
    ...RECORD,
    lists: RECORD.lists.map((list) => ({ ...list, systems: [...list.systems] })),
  })
  const question: TimeQuestion = {
    metric,
    whose: ofOrganisations('built-by', 'ibm', 'nvidia'),
    since: '1993-06',
    until: '2026-06',
    counting: DEFAULT_COUNTING,
  }

  test('has nothing left to be measured, and is what it would be otherwise', async () => {
    const measured: string[] = []
    const asked: TimeQuestion = {
      ...question,
      metric: {
        ...metric,
        measure: (systems, on) => {
          // What has no system is measured each time, which takes no look at a row.
          if (systems.length > 0) measured.push(on.list.id)
          return metric.measure(systems, on)
        },
      },
    }
    const record = fresh()
    await prepareTime(record, asked)
    // IBM stands on all 67 lists, NVIDIA on some.
    const before = measured.length
    expect(before).toBeGreaterThan(67)
    const answer = answerTime(record, asked)
    expect(measured).toHaveLength(before)
    expect(value(answer, '2005-11')).toBe(value(answerTime(RECORD, question), '2005-11'))
  })

  test('lets others be answered after each of 67 lists while it is prepared', async () => {
    let pauses = 0
    const pause = async () => {
      pauses++
    }
    await prepareTime(fresh(), { ...question, whose: groupsOf('country') }, pause)
    expect(pauses).toBe(67)
  })
})
