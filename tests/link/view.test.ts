import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ORGANISATIONS } from '@/lib/compare/organisations'
import type { Params } from '@/lib/link/codec'
import {
  DEFAULT_VIEW,
  MOST_BESIDE,
  parseView,
  SORTS,
  type View,
  viewHref,
  viewParams,
} from '@/lib/link/view'
import { nameOf } from '@/lib/names/name'
import { vocabularyOf } from '@/lib/record/vocabulary'
import { bundledTexts } from '@/lib/store/names-index'

const lists = ['2018-11', '2021-11', '2025-06'] as const
const names = vocabularyOf(bundledTexts())
const parse = (params: Params) => parseView(params, { lists, names })
/** Keys of the sites of all lists. */
const SITES = [
  ...new Set(
    bundledTexts().flatMap(([field, printed, , last]) =>
      field === 'site' ? [`site:${nameOf('site', printed, last).name}`] : [],
    ),
  ),
]
const parsed = (params: Params) => {
  const result = parse(params)
  if (!result.found) throw new Error('not found')
  return result
}
const fromSearch = (params: URLSearchParams): Params =>
  Object.fromEntries([...new Set(params.keys())].map((key) => [key, params.getAll(key)]))

describe('a link', () => {
  it('that says nothing shows November 2021, Azure in focus, without a notice', () => {
    expect(parse({})).toEqual({
      found: true,
      view: DEFAULT_VIEW,
      notices: [],
      add: null,
      respelt: false,
    })
    expect(viewHref(DEFAULT_VIEW)).toBe('/')
  })

  it('says only what differs', () => {
    expect(viewHref(DEFAULT_VIEW, { lens: 'run-by', beside: ['meta', 'country:Japan'] })).toBe(
      '/?with=meta&with=country%3AJapan&by=run-by',
    )
    expect(viewHref(DEFAULT_VIEW, { beside: [] })).toBe('/?with=')
    expect(parsed({ with: '' }).view.beside).toEqual([])
  })

  it('to a list that does not exist is not found, and tells those that do', () => {
    expect(parse({ list: '2021-10' })).toEqual({ found: false, value: '2021-10', lists })
    expect(parse({ list: '' })).toMatchObject({ found: false })
  })

  it.each([
    [
      { by: 'owned-by' },
      '“owned-by” is not a known value of “by”; it can be built-by or run-by. Used instead: “built-by”.',
    ],
    [
      { metric: 'linpack' },
      '“linpack” is not a known value of “metric”; it can be rmax, share, systems, best-rank, efficiency, cores or power. Used instead: “rmax”.',
    ],
    [{ focus: 'skynet' }, 'No organisation is called “skynet”. Used instead: Microsoft Azure.'],
    [{ with: ['ibm', 'skynet'] }, 'No organisation is called “skynet”. It is left out.'],
    [
      { focus: 'country:Korea' },
      'No list names a country “Korea”; the nearest name is “South Korea”. Used instead: Microsoft Azure.',
    ],
    [
      { focus: 'manufacturer:Fujtsu' },
      'No list names a manufacturer “Fujtsu”; the nearest name is “Fujitsu”. Used instead: Microsoft Azure.',
    ],
    [
      { with: ['country:Atlantis', 'site:Nobody', 'country:Mordor', 'country:Narnia', 'ibm'] },
      '1 more name is on no list. They are left out.',
    ],
    [
      { by: ['run-by', 'built-by'] },
      '“by” is given 2 times; it can be given once. Used instead: “run-by”.',
    ],
    [{ wiht: 'ibm' }, 'The parameter “wiht” is not known here. It is left out.'],
  ] as [Params, string][])('with %j is shown with a notice', (params, message) => {
    expect(
      parsed(params)
        .notices.map((notice) => notice.message)
        .join(' '),
    ).toContain(message)
  })

  it('keeps quiet about the parameters that other sites add', () => {
    expect(parsed({ utm_source: 'news', fbclid: 'x' }).notices).toEqual([])
  })

  it('shows eleven organisations beside the focus, and says so from the twelfth', () => {
    const keys = ORGANISATIONS.map(({ key }) => key).filter((key) => key !== 'azure')
    expect(parsed({ with: keys.slice(0, MOST_BESIDE) }).notices).toEqual([])
    const twelve = parsed({ with: keys.slice(0, MOST_BESIDE + 1) })
    expect(twelve.view.beside).toEqual(keys.slice(0, 11))
    expect(twelve.notices[0]?.message).toContain('names 12 organisations beside the focus')
    const thousand = parsed({ with: SITES.slice(0, 1000) })
    expect(thousand.view.beside).toEqual(SITES.slice(0, 11))
    expect(thousand.notices.map(({ message }) => message)).toEqual([
      'The link names 1000 organisations beside the focus; more than 11 cannot be told apart. The first 11 are shown.',
    ])
  })

  it('never shows the focus beside itself, nor a name twice', () => {
    expect(parsed({ focus: 'meta', with: ['ibm', 'meta', 'ibm'] }).view.beside).toEqual(['ibm'])
    expect(parsed({ focus: 'ibm' }).view.beside).not.toContain('ibm')
  })

  it('carries what was typed to be added, and leaves out what is to be removed', () => {
    expect(parsed({ add: '  Los Alamos ' }).add).toBe('Los Alamos')
    expect(parsed({ remove: 'meta' }).view.beside).not.toContain('meta')
  })
})

const keys = fc.constantFrom(
  ...ORGANISATIONS.map(({ key }) => key),
  ...SITES,
  'country:South Korea',
  'manufacturer:IBM / NVIDIA / Mellanox',
  'manufacturer:Atos, Bull and Eviden',
)
const views: fc.Arbitrary<View> = fc
  .record({
    list: fc.constantFrom(...lists),
    lens: fc.constantFrom('built-by' as const, 'run-by' as const),
    focus: keys,
    beside: fc.uniqueArray(keys, { maxLength: MOST_BESIDE }),
    metric: fc.constantFrom('rmax' as const, 'share' as const, 'power' as const),
    axis: fc.constantFrom('log' as const, 'linear' as const),
    theme: fc.constantFrom('system' as const, 'light' as const, 'dark' as const),
    sort: fc.constantFrom(...SORTS, '-rmax'),
    rows: fc.constantFrom('some' as const, 'all' as const),
  })
  .map((view) => ({ ...view, beside: view.beside.filter((key) => key !== view.focus) }))

describe('a link that spells a name otherwise', () => {
  it.each([
    ['country:Korea, South', 'country:South Korea'],
    ['country:korea, south', 'country:South Korea'],
    ['country:Saudia Arabia', 'country:Saudi Arabia'],
    ['manufacturer:DELL EMC', 'manufacturer:Dell'],
    ['manufacturer:Cray Inc.', 'manufacturer:Cray'],
    ['manufacturer:CRAY, INC', 'manufacturer:Cray'],
    ['manufacturer:nvidia', 'manufacturer:NVIDIA'],
    ['manufacturer:Lenovo/IBM', 'manufacturer:Lenovo / IBM'],
    ['manufacturer:YANDEX, NVIDIA', 'manufacturer:YANDEX / NVIDIA'],
    ['manufacturer:Microsoft', 'manufacturer:Microsoft Azure'],
    ['manufacturer:Atos', 'manufacturer:Atos, Bull and Eviden'],
    ['site:Azure East US 2', 'site:Microsoft Azure'],
    ['site:West US3', 'site:Microsoft Azure'],
    ['site:Facebook', 'site:Meta'],
    ['site:leibniz rechenzentrum', 'site:Leibniz Rechenzentrum'],
    ['site:Centro de SupercomputaciÃ³n de Galicia', 'site:Centro de Supercomputación de Galicia'],
    ['IBM', 'ibm'],
  ])('%s leads to %s, in focus and beside', (spelt, key) => {
    const focus = parsed({ focus: spelt })
    expect([focus.view.focus, focus.respelt, focus.notices]).toEqual([key, true, []])
    const beside = parsed({ with: ['azure', spelt] })
    expect([beside.view.beside, beside.respelt]).toEqual([[key], true])
    expect(parsed({ focus: key }).respelt).toBe(false)
    expect(parsed({ with: [key, 'meta'], remove: spelt }).view.beside).toEqual(['meta'])
  })

  it('names one beside once, however often it is spelt', () => {
    const { view } = parsed({ with: ['country:Korea, South', 'country:South Korea'] })
    expect(view.beside).toEqual(['country:South Korea'])
  })
})

describe('any view', () => {
  it('is read back from its own link without a notice', () => {
    fc.assert(
      fc.property(views, (view) => {
        const result = parsed(fromSearch(new URLSearchParams(viewParams(view).toString())))
        expect(result.view).toEqual(view)
        expect(result.notices).toEqual([])
      }),
    )
  })

  it('comes of any parameters whatever, and its link is its own', () => {
    const wild = fc.dictionary(
      fc.oneof(fc.string(), fc.constantFrom('list', 'by', 'with', 'focus', '__proto__', 'sort')),
      fc.oneof(fc.string(), fc.array(fc.string())),
    )
    fc.assert(
      fc.property(wild, (params) => {
        const result = parse({ ...params, list: '2021-11' })
        if (!result.found) throw new Error('the list is there')
        const again = parsed(fromSearch(viewParams(result.view)))
        expect(again.view).toEqual(result.view)
        for (const notice of result.notices) expect(notice.message.length).toBeGreaterThan(20)
      }),
    )
  })
})
