import { describe, expect, test } from 'vitest'
import { judge } from '@/lib/claim/judge'
import { plain } from '@/lib/model/prose'
import { listOf, RECORD } from '../record/record-fixture'
import { STATEMENTS } from './statements'

describe('what announcements and newspapers stated', () => {
  test.each(STATEMENTS)('%s, %s', (list, words, parts, verdict, explained) => {
    const judged = judge(
      { id: 'x', statement: words, parts },
      { record: RECORD, list: listOf(list) },
    )
    const told = judged.parts.flatMap(({ outcomes, nearMisses }) => [
      ...outcomes.map(({ sentence }) => plain(sentence)),
      ...nearMisses.map(plain),
    ])
    expect([judged.verdict, told.join('\n')]).toEqual([
      verdict,
      expect.stringMatching(explained ?? /./),
    ])
  })
})
