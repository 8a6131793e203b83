import { expect, it } from 'vitest'
import { verdictWords } from '@/lib/export/verdict'
import { editionOfNumber } from '@/lib/model/edition'

const list = (number: number, state: 'same' | 'older') => ({
  edition: editionOfNumber(number) ?? '1993-06',
  version: 0,
  hash: 'a'.repeat(64),
  state,
})

const linesOf = (lists: ReturnType<typeof list>[]) =>
  verdictWords({
    kind: 'known',
    intact: true,
    chart: 'development',
    href: '/time',
    lists,
    redrawn: true,
    agrees: true,
    title: '',
    differences: [],
    differing: 0,
  }).lines.slice(1)

it('counts many lists that are the same, and names each other one', () => {
  const many = Array.from({ length: 67 }, (_, at) => list(at + 1, 'same'))
  expect(linesOf(many)).toEqual([
    '67 lists from which it was drawn are the ones that are shown now.',
  ])
  expect(linesOf([list(1, 'older'), ...many.slice(1)])).toEqual([
    'The list of June 1993, version 0 (aaaaaaaa), from which it was drawn, is in the history; another version is shown now.',
    '66 of the 67 lists from which it was drawn are the ones that are shown now.',
  ])
})

it('names a few lists one by one', () => {
  expect(linesOf([list(1, 'same'), list(2, 'same')])).toHaveLength(2)
})
