import { describe, expect, it } from 'vitest'
import { caption } from '@/lib/figure/caption'
import { chartCsv } from '@/lib/figure/csv'
import type { Figure } from '@/lib/figure/figure'
import { SUBJECTS, storyFigure } from '@/tests/charts/story-cases'

const figure = storyFigure('of-2021', 'changes-by-group')

/** The parts of a group's bar from left to right, each with how many systems it stands for. */
const barOf = ({ marks }: Figure, group: string) =>
  marks.filter(({ y }) => y === group).map(({ series, x, from = 0 }) => [series, Number(x) - from])

// Counted from data/lists with Python, by the System IDs of June and November 2021.
describe('what changed by group, as a chart', () => {
  it.each([
    [
      'China',
      [
        ['gone', 24],
        ['same', 2],
        ['fell', 162],
        ['newcomers', 9],
      ],
    ],
    [
      'United States',
      [
        ['gone', 5],
        ['same', 3],
        ['fell', 112],
        ['upgraded', 2],
        ['newcomers', 32],
      ],
    ],
    [
      'Japan',
      [
        ['gone', 3],
        ['same', 1],
        ['fell', 29],
        ['upgraded', 1],
        ['newcomers', 1],
      ],
    ],
    [
      'South Korea',
      [
        ['gone', 1],
        ['fell', 3],
        ['upgraded', 1],
        ['newcomers', 3],
      ],
    ],
    [
      'Netherlands',
      [
        ['gone', 10],
        ['fell', 6],
        ['newcomers', 5],
      ],
    ],
  ])('divides the systems of %s by what became of them', (country, parts) => {
    expect(barOf(figure, `group ${country}`)).toEqual(parts)
  })

  it('has the later list to the right of 0, and names those that are not named one by one', () => {
    const parts = new Map<string, number>()
    for (const { series, x, from = 0 } of figure.marks)
      parts.set(series, (parts.get(series) ?? 0) + Number(x) - from)
    expect(Object.fromEntries(parts)).toEqual({
      gone: 70,
      same: 8,
      fell: 418,
      upgraded: 4,
      newcomers: 70,
    })
    expect(figure.series.map(({ label }) => label)).toContain('20 others')
  })

  it('says what it shows', () => {
    expect(caption(figure)).toBe(
      'What changed from June 2021 to November 2021, by country. Systems of the later list by what became of them, and to the left of 0 those that it has no more; the largest 12 countries by name. An upgraded system has another Rmax or Rpeak, whether it rose or fell; systems of equal Rmax share a place. Source: TOP500 lists no. 57 and 58, June 2021 and November 2021 (as published).',
    )
    expect(figure.description).toMatch(
      /^China: 188 to 173 systems, 9 new, 24 gone\. United States: 122 to 149 systems, 32 new, 5 gone\./,
    )
    expect(figure.description).toMatch(/All systems, each once: 500 systems, 70 new, 70 gone\.$/)
  })

  it('has every group in its table, and the lists as a whole', () => {
    const csv = chartCsv(figure)
    expect(csv).toContain(
      'Group,Systems in June 2021,New,Returned,Gone,From another group,To another group,Upgraded,Rose,Fell,In the same place,Systems in November 2021,Rmax in June 2021 [TFlop/s],Rmax in November 2021 [TFlop/s]',
    )
    expect(csv).toContain('\r\nChina,188,9,0,24,0,0,0,0,162,2,173,541350.72188,530072.39188\r\n')
    // 32 countries have systems on either list: 12 by name, and the 20 others.
    expect(figure.table.rows).toHaveLength(12 + 20 + 1)
    expect(figure.table.rows.at(-1)?.slice(0, 12)).toEqual([
      'All systems, each once',
      500,
      70,
      0,
      70,
      0,
      0,
      4,
      0,
      418,
      8,
      500,
    ])
  })

  it('tells of the systems of no known organisation beneath the axis', () => {
    const organisations = storyFigure('by-organisation', 'changes-by-group')
    expect(organisations.layout.type === 'bands' && organisations.layout.rest).toEqual({
      name: 'All others',
      text: '491 systems, 57 new, 57 gone',
    })
  })

  it('is saved under a name that says by what the systems are grouped', () => {
    const stem = SUBJECTS['by-maker']?.subject.fileStem
    expect(stem?.('changes-by-group')).toBe('top500_2021-06_2021-11_changes-by-group-manufacturer')
    expect(stem?.('changes-slope')).toBe('top500_2021-06_2021-11_changes-slope')
  })
})
