import { describe, expect, test } from 'vitest'
import { someRows } from '@/app/some-rows'

const rows = (count: number) => Array.from({ length: count }, (_, at) => at)
const shown = { few: 25, noun: 'system', href: (asked: string) => `/?rows=${asked}` }

describe('the rows of a long table', () => {
  test('stand there whole, with no way to others, where there are no more than the first', () => {
    expect(someRows(rows(25), 'some', shown)).toEqual({ rows: rows(25), more: null })
    expect(someRows(rows(25), 'all', shown).more).toBeNull()
    expect(someRows([], 'some', shown)).toEqual({ rows: [], more: null })
  })

  test('are the first of them and a way to all where there is one more', () => {
    expect(someRows(rows(26), 'some', shown)).toEqual({
      rows: rows(25),
      more: { label: 'Show all 26 systems', href: '/?rows=all' },
    })
  })

  test('are all of them and a way back where a link asks for them', () => {
    expect(someRows(rows(26), 'all', shown)).toEqual({
      rows: rows(26),
      more: { label: 'Show the first 25 only', href: '/?rows=some' },
    })
  })
})
