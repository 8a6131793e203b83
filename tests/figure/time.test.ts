import { describe, expect, it } from 'vitest'
import { caption } from '@/lib/figure/caption'
import { bibtex, citation } from '@/lib/figure/citation'
import { chartCsv, chartJson } from '@/lib/figure/csv'
import { TIME_VIEWS, timeFigureOf } from '@/tests/charts/cases'

// Written out from facts.md, never computed here.
const linesOf = (kind: string, query: string) => chartCsv(timeFigureOf(kind, query)).split('\r\n')

describe('the CSV of the development', () => {
  const lines = linesOf('development', '')

  it.each([
    ['1993-06', '1.122845', '0.0597', '0.000422'],
    ['2004-06', '814.895674', '35.86', '0.624258'],
    ['2013-06', '223654.33813', '33862.7', '96.619'],
    ['2021-11', '3036861.78377', '442010', '1649.11'],
    ['2026-06', '18732742.16177', '2198400', '2661.46'],
  ])('holds on %s what was counted from the workbooks', (list, sum, first, last) => {
    expect(lines.filter((line) => line.startsWith(`${list},`))).toEqual([
      `${list},Sum of all,${sum},500,500,0`,
      `${list},Rank 1,${first},500,500,0`,
      `${list},Rank 500,${last},500,500,0`,
    ])
  })

  it('begins with what it is, which lists it rests on, and how they are counted', () => {
    expect(lines.slice(0, 3)).toEqual([
      '# The sum of Rmax, the first and the last system',
      '# Rmax on the 67 TOP500 lists from June 1993 to June 2026',
      '# Source: 67 TOP500 lists from June 1993 to June 2026 (as published).',
    ])
    expect(lines.filter((line) => line.startsWith('# List: '))).toHaveLength(67)
    expect(lines).toContain('# Note: Every entry of a list counts.')
    expect(lines).toContain(
      'List,Figure,Rmax [TFlop/s],Systems,Systems that give it,Systems that do not',
    )
    expect(lines.filter((line) => /^\d/.test(line))).toHaveLength(3 * 67)
  })
})

describe('the CSV of Azure through time', () => {
  const query = (of: string) => `of=${of}&metric=rmax&with=`

  it.each(['built-by', 'run-by'])('holds, %s, what was counted', (of) => {
    const lines = linesOf('over-time', query(of))
    const row = (list: string) => lines.find((line) => line.startsWith(`${list},Microsoft Azure,`))
    expect(row('2021-06')).toBe('2021-06,Microsoft Azure,66360,4,4,0')
    expect(row('2021-11')).toBe('2021-11,Microsoft Azure,96410,5,5,0')
    expect(row('2023-06')).toBe('2023-06,Microsoft Azure,150370,6,6,0')
    expect(row('2023-11')).toBe('2023-11,Microsoft Azure,711570,7,7,0')
    expect(row('2026-06')).toBe('2026-06,Microsoft Azure,757160,8,8,0')
  })
})

describe('the CSV of countries', () => {
  it('holds their systems and their shares of the sum', () => {
    const lines = linesOf('shares-over-time', 'of=country&as=stacked')
    const row = (list: string, country: string) =>
      lines.find((line) => line.startsWith(`${list},${country},`))?.split(',')
    const told = (list: string, country: string) => {
      const cells = row(list, country) ?? []
      return [Number(cells[2]).toFixed(2), cells[4]]
    }
    expect(told('2004-06', 'United States')).toEqual(['56.31', '258'])
    expect(told('2016-06', 'China')).toEqual(['37.27', '168'])
    expect(told('2026-06', 'United States')).toEqual(['37.54', '161'])
    expect(told('2026-06', 'China')).toEqual(['12.69', '31'])
  })

  it('adds up to a hundred percent on every list', () => {
    const figure = timeFigureOf('shares-over-time', 'of=country&as=stacked')
    const sums = new Map<string, number>()
    for (const [list, , share] of figure.table.rows)
      sums.set(String(list), (sums.get(String(list)) ?? 0) + Number(share))
    expect(sums.size).toBe(67)
    for (const sum of sums.values()) expect(sum).toBeCloseTo(100, 9)
  })
})

describe('the rule of counting', () => {
  const ibm = (joint: string) =>
    timeFigureOf('over-time', `of=built-by&metric=systems&focus=ibm&with=&joint=${joint}`)
  const on2021 = (joint: string) => ibm(joint).table.rows.find(([list]) => list === '2021-11')?.[2]

  it('changes IBM’s systems of November 2021 from 9 to 8 to 6, and the caption says which it is', () => {
    expect(['each', 'first', 'none'].map(on2021)).toEqual([9, 8, 6])
    expect(caption(ibm('each'))).toContain(
      'Every entry of a list counts; a system of several makers counts for each of them, so that the groups may add up to more than the list.',
    )
    expect(caption(ibm('first'))).toContain('counts for the one that is named first.')
    expect(caption(ibm('none'))).toContain('counts for none of them alone.')
  })

  it('counts 390, 398 and 455 designs on June 2018, November 2021 and June 2026', () => {
    const { rows } = timeFigureOf('over-time', 'metric=systems&copies=distinct').table
    const on = (list: string) => rows.find(([one]) => one === list)?.[2]
    expect([on('2018-06'), on('2021-11'), on('2026-06')]).toEqual([390, 398, 455])
  })
})

describe('groups on one list', () => {
  it('are on November 2021 by interconnect family what was counted, best first', () => {
    const { table } = timeFigureOf(
      'groups-on-list',
      'metric=systems&of=interconnect&since=2021-11&until=2021-11',
    )
    expect(table.rows.map(([, group, systems]) => [group, systems])).toEqual([
      ['Gigabit Ethernet', 242],
      ['InfiniBand', 178],
      ['Omni-Path', 40],
      ['Custom Interconnect', 34],
      ['Proprietary Network', 6],
    ])
  })

  it('are the named countries, the others last, and together the whole list', () => {
    const figure = timeFigureOf(
      'groups-on-list',
      'metric=systems&of=country&since=2026-06&until=2026-06',
    )
    const rows = figure.table.rows.map(([, group, systems]) => [group, Number(systems)] as const)
    expect(rows[0]).toEqual(['United States', 161])
    expect(rows.slice(1, 3).map(([group]) => group)).toEqual(['Japan', 'Germany'])
    expect(rows.at(-1)?.[0]).toMatch(/^\d+ others$/)
    expect(rows.reduce((sum, [, systems]) => sum + systems, 0)).toBe(500)
    expect(figure.subtitle).toBe(
      'All systems, the largest 8 countries by name, TOP500 list of June 2026',
    )
  })
})

describe('charts through time', () => {
  it('say that lists until 2007 give no power, and do not count it as 0', () => {
    const figure = timeFigureOf('over-time', 'metric=power')
    expect(figure.notes).toContain(
      '24,453 of 33,500 rows do not give power; they are missing here, not counted as 0. The first list that gives it is that of June 2008.',
    )
    expect(figure.marks[0]?.x).toBe('2008-06')
  })

  it('have a gap where a group has nothing: Azure between none and its first list', () => {
    const { marks } = timeFigureOf('over-time', 'of=run-by&metric=rmax&with=')
    const gaps = marks.flatMap(({ x, gap }) => (gap ? [x] : []))
    // Faenov ran from November 2012 to June 2014.
    expect(gaps).toEqual(['2012-11', '2021-06'])
  })

  it('index to the first list, and name who had nothing there', () => {
    const figure = timeFigureOf('over-time', 'of=built-by&metric=rmax&as=indexed&with=fujitsu')
    expect(figure.subtitle).toContain('June 1993 being 100')
    expect(figure.notes.at(-1)).toBe(
      'Without a figure on the list of June 1993, and so without a line: Microsoft Azure.',
    )
    expect(figure.marks[0]).toMatchObject({ x: '1993-06', y: 100 })
  })

  it('rest on all lists before where they count new systems, and else on those of their span', () => {
    expect(timeFigureOf('over-time', 'metric=newcomers&since=2021-11').lists).toHaveLength(67)
    expect(timeFigureOf('over-time', 'metric=rmax&since=2021-11').lists).toHaveLength(10)
  })

  it.each(Object.entries(TIME_VIEWS))('say in CSV and JSON the same: %s', (_, { kind, query }) => {
    const figure = timeFigureOf(kind, query)
    const json: { rows: unknown[] } = JSON.parse(chartJson(figure))
    expect(json.rows).toHaveLength(figure.table.rows.length)
    const rows = new Set(figure.marks.map(({ row }) => row))
    for (const row of rows) expect(Object.hasOwn(figure.rows.byKey, row)).toBe(true)
    expect(new Set(figure.marks.map(({ id }) => id)).size).toBe(figure.marks.length)
  })

  it('mark what happened beside the lists where Azure is followed, and say what, until that is switched off', () => {
    const marked = timeFigureOf('over-time', 'of=built-by&metric=rmax&since=2020-11&with=')
    expect(marked.moments).toEqual([{ at: '2021-05' }, { at: '2021-11' }])
    expect(marked.notes).toContain(
      'Marked: (1) May 2021, GPT-3 comes to a Microsoft product; (2) November 2021, Azure OpenAI Service is announced.',
    )
    const without = timeFigureOf('over-time', 'of=built-by&metric=rmax&with=&milestones=off')
    expect([without.moments, without.notes.join(' ').includes('Marked')]).toEqual([[], false])
    expect(timeFigureOf('over-time', 'of=country').moments).toEqual([])
  })

  it('cite many lists by the first and the last', () => {
    const figure = timeFigureOf('development', '')
    expect(citation(figure, new Date('2026-11-25T12:00:00Z'))).toBe(
      'TOP500 Compare: “The sum of Rmax, the first and the last system”. Data: 67 TOP500 lists from June 1993 to June 2026 (as published). https://top500.example/time (seen 25 November 2026).',
    )
    expect(bibtex(figure, new Date(0))).toMatch(
      /^@misc\{top500compare-1993-06-2026-06-development,/,
    )
  })
})
