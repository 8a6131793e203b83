import { describe, expect, it } from 'vitest'
import { compare } from '@/lib/compare/compare'
import { headline, jointNote, keyFigures } from '@/lib/compare/headline'
import { commonUnit, METRICS, measureWords, metricOf } from '@/lib/compare/metric'
import {
  type ChartTitle,
  mixedNote,
  rankRmaxTitle,
  rankStripTitle,
  totalsTitle,
} from '@/lib/compare/title'
import { plain } from '@/lib/model/prose'
import { bundledList } from '@/tests/fixtures/lists'
import { SAID } from './title-table'

const list = bundledList('2021-11')

describe.each(SAID)('of $name, $lens, it is said', (said) => {
  const compared = compare(list, { ...said, metric: 'rmax' })
  const words = ({ title, subtitle }: ChartTitle) => [plain(title), plain(subtitle)]

  it('in the headline what the rows say', () => {
    expect(plain(headline(compared))).toBe(said.headline)
  })

  it('above the charts what is compared', () => {
    expect(words(rankRmaxTitle(compared))).toEqual(said['rank-rmax'])
    expect(words(rankStripTitle(compared))).toEqual(said['rank-strip'])
  })

  it.each(METRICS.map(({ id }) => id))('above the totals by %s what is summed', (metric) => {
    expect(words(totalsTitle({ ...compared, metric }))).toEqual([
      said.totals.titles[metric],
      said.totals.subtitle,
    ])
  })

  it('beneath them how it is counted', () => {
    expect(
      [mixedNote(compared), jointNote(compared)].flatMap((note) => (note ? [plain(note)] : [])),
    ).toEqual(said.notes)
  })

  it('wherever the headline tells of partners, in the charts’ words too', () => {
    const partners = said.headline.includes('with partners')
    const title = plain(rankRmaxTitle(compared).title)
    expect(title.includes('with partners')).toBe(partners)
    for (const one of [totalsTitle(compared), rankStripTitle(compared)])
      if (partners) expect(words(one).join(' ')).toMatch(/with partners|joint systems included/)
  })
})

describe('a performance', () => {
  const rmax = metricOf('rmax')

  it('of a single system is written as printed', () => {
    const one = (value: number) => measureWords(rmax, { value, known: 1, missing: 0 })
    expect(one(30_050)).toBe('30.05 Pflop/s')
    expect(one(442_010)).toBe('442.01 Pflop/s')
    expect(one(1_102_000)).toBe('1.102 Eflop/s')
    expect(one(1_649.11)).toBe('1.64911 Pflop/s')
    expect(one(0.0597)).toBe('59.7 Gflop/s')
    expect(one(0.000422)).toBe('422 Mflop/s')
    expect(one(999.96)).toBe('999.96 Tflop/s')
    expect(one(1_000)).toBe('1 Pflop/s')
  })

  it('of several systems has three digits', () => {
    const sum = (value: number) => measureWords(rmax, { value, known: 2, missing: 0 })
    expect(sum(96_410)).toBe('96.4 Pflop/s')
    expect(sum(3_036_861.78)).toBe('3.04 Eflop/s')
    expect(sum(999.96)).toBe('1.00 Pflop/s')
  })

  it('that no row gives is no words at all', () => {
    expect(measureWords(rmax, { value: null, known: 0, missing: 3 })).toBeNull()
  })
})

describe('figures side by side', () => {
  it('are written in one unit, that of the middle of them', () => {
    const rmax = metricOf('rmax')
    const unit = commonUnit(rmax, [3_307, 8_020_000])
    expect(unit.unit).toBe('Pflop/s')
    expect(measureWords(rmax, { value: 3_307, known: 1, missing: 0 }, unit)).toBe('3.307 Pflop/s')
    expect(measureWords(rmax, { value: 8_020_000, known: 9, missing: 0 }, unit)).toBe(
      '8,020 Pflop/s',
    )
  })

  it('of power are in MW from a middle of 1,000 kW on', () => {
    const power = metricOf('power')
    expect(commonUnit(power, [500, 2_000]).unit).toBe('MW')
    expect(commonUnit(power, [500, 1_990]).unit).toBe('kW')
    expect(
      measureWords(power, { value: 500, known: 1, missing: 0 }, { unit: 'MW', factor: 1e3 }),
    ).toBe('0.5 MW')
  })

  it('have a unit where none is above 0', () => {
    expect(commonUnit(metricOf('rmax'), []).unit).toBe('Tflop/s')
    expect(commonUnit(metricOf('power'), [0]).unit).toBe('kW')
    expect(commonUnit(metricOf('cores'), []).unit).toBe('')
  })
})

describe('the figures beside the headline', () => {
  const contextOf = (focus: string, beside: string[], label: string) =>
    keyFigures(compare(list, { lens: 'built-by', metric: 'rmax', focus, beside })).find(
      (figure) => figure.label === label,
    )

  it('call countries countries', () => {
    expect(contextOf('country:China', ['country:Japan'], 'Systems')?.context).toBe(
      'first of the 2 countries shown',
    )
    expect(contextOf('country:China', [], 'Systems')?.context).toBe('no other country is shown')
    expect(contextOf('country:China', ['azure'], 'Systems')?.context).toBe(
      'first of the 2 organisations and countries shown',
    )
  })

  it.each([
    ['azure', 'not given', 'missing on all 5 rows, and on 321 of 500 in the list'],
    ['ibm', '23.6 MW', 'missing on 2 of 9 rows, and on 321 of 500 in the list'],
    ['meta', '349.5 kW', 'given for its one system'],
    ['amazon', 'not given', 'missing on its one row, and on 321 of 500 in the list'],
    ['country:Luxembourg', '767 kW', 'given for all 2 systems'],
  ])('tell for how many systems of %s power is given', (focus, value, context) => {
    expect(contextOf(focus, [], 'Power')).toMatchObject({ value, context })
  })

  it('say so where a list gives no power at all', () => {
    const old = compare(bundledList('1993-11'), {
      lens: 'built-by',
      metric: 'power',
      focus: 'fujitsu',
      beside: [],
    })
    expect(keyFigures(old).find(({ label }) => label === 'Power')).toMatchObject({
      value: 'not given',
      context: 'this list gives it for no system',
    })
  })

  it('give a best rank in a tie as the shared one, as the headline does', () => {
    const tied = compare(list, {
      lens: 'built-by',
      metric: 'best-rank',
      focus: 'site:Shanghai Supercomputer Center',
      beside: [],
    })
    expect(tied.groups[0]?.measures['best-rank'].value).toBe(320)
    expect(plain(headline(tied))).toContain(': tied at rank 320.')
  })
})
