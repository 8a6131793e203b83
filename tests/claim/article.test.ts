import { describe, expect, test } from 'vitest'
import { ARTICLE } from '@/data/claims/article'
import { judge } from '@/lib/claim/judge'
import { plain } from '@/lib/model/prose'
import { listOf, RECORD } from '../record/record-fixture'
import { count } from './said'

const judged = (list: string) =>
  ARTICLE.map((claim) => judge(claim, { record: RECORD, list: listOf(list) }))

const verdicts = (list: string) =>
  Object.fromEntries(judged(list).map(({ claim, verdict }) => [claim.id, verdict]))

const sentences = (list: string, id: string) =>
  judged(list)
    .filter(({ claim }) => claim.id === id)
    .flatMap(({ parts }) =>
      parts.flatMap(({ outcomes, nearMisses }) => [
        ...outcomes.map(({ sentence }) => plain(sentence)),
        ...nearMisses.map(plain),
      ]),
    )

describe('the statements of the article', () => {
  test('are true of November 2021, as far as a list can say', () => {
    expect(verdicts('2021-11')).toEqual({
      'azure-five': 'true',
      'voyager-only-new': 'true',
      'voyager-rmax': 'true',
      'voyager-parts': 'true',
      'meta-and-ibm-build': 'true',
      'openai-2020': 'cannot-say',
      'nuance-and-meta-use-it': 'cannot-say',
    })
  })

  test('are judged again by November 2023, on which four systems of the top 10 are new', () => {
    expect(verdicts('2023-11')).toEqual({
      'azure-five': 'false',
      'voyager-only-new': 'false',
      'voyager-rmax': 'true',
      'voyager-parts': 'true',
      'meta-and-ibm-build': 'true',
      'openai-2020': 'cannot-say',
      'nuance-and-meta-use-it': 'cannot-say',
    })
    expect(sentences('2023-11', 'voyager-only-new')).toEqual([
      'There are 4 systems in the top 10 that are new on the list of November 2023: Aurora, Eagle, MareNostrum 5 ACC, Eos NVIDIA DGX SuperPOD.',
    ])
  })

  test('are false of June 2023, on which Azure builds six and runs six', () => {
    expect(sentences('2023-06', 'azure-five')).toEqual([
      'The number of systems built by Microsoft Azure on the list of June 2023 is 6, however it is counted.',
      'Off by 1 system: 5 is stated, and the list of June 2023 has 6 systems built by Microsoft Azure.',
      'The number of systems built by Microsoft Azure on the list of November 2022 is 5, counting what it builds.',
    ])
  })

  test('would depend on what is counted, were they of all of Microsoft, whose research runs a sixth', () => {
    const { verdict, parts } = judge(
      {
        id: 'x',
        statement: 'Microsoft has five.',
        parts: [count(5, { is: 'organisation', key: 'microsoft' })],
      },
      { record: RECORD, list: listOf('2021-11') },
    )
    expect(verdict).toBe('depends')
    expect(parts[0]?.outcomes.map(({ sentence }) => plain(sentence))).toEqual([
      'The number of systems built by Microsoft (Azure and Research) on the list of November 2021 is 5, counting what it builds.',
      'The number of systems run by Microsoft (Azure and Research) on the list of November 2021 is 6, counting what it runs.',
    ])
  })

  test('name systems that are on no list of June 1993, and are not called false for it', () => {
    const { 'voyager-rmax': rmax, 'voyager-only-new': only } = verdicts('1993-06')
    expect([rmax, only]).toEqual(['cannot-say', 'cannot-say'])
  })
})
