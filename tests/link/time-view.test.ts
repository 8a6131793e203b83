import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DIMENSIONS } from '@/lib/compare/grouping'
import { TIME_METRICS } from '@/lib/compare/time-metric'
import { WAYS } from '@/lib/compare/way'
import {
  clashes,
  DEFAULT_TIME_VIEW,
  parseTimeView,
  type TimeView,
  timeHref,
  timeParams,
} from '@/lib/link/time-view'
import { vocabularyOf } from '@/lib/record/vocabulary'
import { bundledTexts } from '@/lib/store/names-index'

const lists = ['1993-06', '2011-11', '2021-11', '2026-06'] as const
const names = vocabularyOf(bundledTexts())
const parse = (query: string) => {
  const search = new URLSearchParams(query)
  const params = Object.fromEntries([...search.keys()].map((key) => [key, search.getAll(key)]))
  return parseTimeView(params, { lists, names })
}

describe('a link through time', () => {
  it('that says nothing shows the development of the whole list, without a word', () => {
    expect(parse('')).toEqual({
      view: DEFAULT_TIME_VIEW,
      notices: [],
      clashes: [],
      add: null,
      respelt: false,
    })
    expect(timeHref(DEFAULT_TIME_VIEW)).toBe('/time')
  })

  it('to groups without a figure shows their share of Rmax, and its own link says so', () => {
    const { view, clashes: told } = parse('of=country')
    expect([view.metric, told]).toEqual(['share', []])
    expect(timeHref(view)).toBe('/time?metric=share&of=country')
  })

  it.each([
    ['metric=development&of=country', 'metric', { metric: 'share' }],
    ['metric=share', 'metric', { metric: 'development' }],
    ['metric=rmax&of=built-by&as=stacked', 'as', { way: 'lines' }],
    ['metric=efficiency&of=country&as=stacked', 'as', { way: 'lines' }],
    ['metric=best-rank&of=country&as=indexed', 'as', { way: 'lines' }],
    ['as=change', 'as', { way: 'lines' }],
    ['since=2021-11&until=2011-11', 'since', { since: '1993-06', until: null }],
  ])(
    'whose parts mean nothing together says so and shows the nearest: %s',
    (query, parameter, shown) => {
      const { view, clashes: told } = parse(query)
      expect(told.map((one) => one.parameter)).toEqual([parameter])
      expect(view).toMatchObject(shown)
      expect(clashes(view)).toBe(false)
    },
  )

  it('names more groups than there are colours where each is named in its place, and else says why not', () => {
    const top = (query: string) => {
      const { view, clashes } = parse(query)
      return [view.top, view.way, clashes.map(({ parameter }) => parameter)]
    }
    expect(top('of=country&top=20&as=multiples')).toEqual([20, 'multiples', []])
    expect(top('of=country&top=20&since=2021-11&until=2021-11')).toEqual([20, 'lines', []])
    expect(top('of=country&top=20')).toEqual([8, 'lines', ['top']])
    expect(parse('of=country&top=20').clashes[0]?.message).toBe(
      'More than 8 groups cannot be told apart by colour. 8 are named; small multiples, and the bars of one list, name more.',
    )
    expect(top('as=multiples')).toEqual([8, 'lines', ['as']])
  })

  it('that is not understood says what can stand there', () => {
    expect(parse('of=planet').notices[0]?.message).toMatch(
      /^“planet” is not a known value of “of”; it can be list, built-by, run-by, country, .* Used instead: “list”\.$/,
    )
    expect(parse('top=10').notices[0]?.fault).toBe(
      '“10” is not a known value of “top”; it can be 3, 5, 8, 12, 20, 30.',
    )
  })

  it('reads back as the view that it was written for, whatever that is', () => {
    const view = fc.record<TimeView>({
      metric: fc.constantFrom('development' as const, ...TIME_METRICS.map(({ id }) => id)),
      of: fc.constantFrom('list', 'built-by', 'run-by', ...DIMENSIONS.map(({ key }) => key)),
      focus: fc.constantFrom('azure', 'meta', 'country:China'),
      beside: fc.constantFrom([], ['ibm'], DEFAULT_TIME_VIEW.beside.slice(2)),
      top: fc.constantFrom(3, 5, 8, 20),
      since: fc.constantFrom('1993-06', '2011-11'),
      until: fc.constantFrom(null, '2011-11', '2021-11'),
      way: fc.constantFrom(...WAYS.map(({ way }) => way)),
      axis: fc.constantFrom('auto', 'log', 'linear'),
      joint: fc.constantFrom('each', 'first', 'none'),
      copies: fc.constantFrom('every', 'distinct'),
      ranks: fc.constantFrom('tied', 'printed'),
      milestones: fc.boolean(),
      theme: fc.constantFrom('system', 'dark'),
      rows: fc.constantFrom('some', 'all'),
    })
    fc.assert(
      fc.property(
        view.filter((one) => !clashes(one)),
        (one) => {
          const read = parse(timeParams(one).toString())
          expect(read.view).toEqual(one)
          expect([...read.notices, ...read.clashes]).toEqual([])
        },
      ),
    )
  })
})
