import { describe, expect, it } from 'vitest'
import { caption } from '@/lib/figure/caption'
import { timeFigureOf } from '@/tests/charts/cases'

const ON_ONE = 'since=2021-11&until=2021-11'

describe('the ranks of groups on one list', () => {
  const figure = timeFigureOf('group-ranks', `metric=systems&of=segment&${ON_ONE}`)

  it('have a tick for each system, by segment as facts.md counts them', () => {
    if (figure.layout.type !== 'bands') throw new Error('It has no bands.')
    expect(figure.layout.bands.map(({ series, short }) => [series, short])).toEqual([
      ['segment:Industry', '258'],
      ['segment:Research', '108'],
      ['segment:Academic', '76'],
      ['segment:Government', '31'],
      ['segment:Vendor', '15'],
      ['segment:Others', '12'],
    ])
    expect(figure.marks).toHaveLength(500)
  })

  it('say in the table which systems they are, with the rank that equal ones share', () => {
    const vendors = figure.table.rows.filter(([group]) => group === 'Vendor')
    expect(vendors[0]).toEqual(['Vendor', 6, '6', 'Selene', 'NVIDIA Corporation', 63460])
    expect(vendors.find(([, rank]) => rank === 33)).toEqual([
      'Vendor',
      33,
      '=32',
      'Pioneer-SCUS',
      'Microsoft Azure',
      16590,
    ])
    expect(figure.rows.byKey['10']?.slice(0, 2)).toEqual(['Voyager-EUS2', '10'])
  })

  it('say in words what they are and how systems count', () => {
    expect(caption(figure)).toContain(
      'Every rank held by segment. One tick for each system. All systems, TOP500 list of November 2021. Every entry of a list counts.',
    )
    expect(figure.description).toContain('Vendor: 15 systems, ranks 6 to ')
  })

  it('are those of chosen organisations too: Azure at 10 and 32 to 35', () => {
    const { marks } = timeFigureOf('group-ranks', `metric=rmax&of=built-by&${ON_ONE}`)
    expect(marks.filter(({ series }) => series === 'azure').map(({ x }) => x)).toEqual([
      10, 32, 33, 34, 35,
    ])
  })
})
