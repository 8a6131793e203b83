import { describe, expect, it } from 'vitest'
import { METRICS } from '@/lib/compare/metric'
import { altText, caption } from '@/lib/figure/caption'
import { comparisonOf, figureOf, KINDS, VIEWS } from '@/tests/charts/cases'
import { type CsvRow, csvRows } from './read-back'

const WORDS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

/** A number of a text as printed, with its unit: `96.4 Pflop/s`, `3.17 %`, `1,234`, or a word: `four`. */
function numbersOf(text: string): string[] {
  return (
    text.match(
      new RegExp(
        `[\\d,]*\\d(?:\\.\\d+)?(?: (?:[EPTGM]flop/s|%|MW|kW))?|\\b(?:${WORDS.join('|')})\\b`,
        'g',
      ),
    ) ?? []
  )
}

const UNITS: Readonly<Record<string, number>> = {
  'Eflop/s': 1e6,
  'Pflop/s': 1e3,
  'Tflop/s': 1,
  'Gflop/s': 1e-3,
  'Mflop/s': 1e-6,
  MW: 1e3,
  kW: 1,
}

/** Whether a printed number is this value, to half of its last digit, or of its third for large ones. */
function says(printed: string, value: number): boolean {
  const [digits = '', unit = ''] = printed.split(' ')
  const word = WORDS.indexOf(digits)
  if (word >= 0) return value === word + 1
  const decimals = digits.split('.')[1]?.length ?? 0
  const read = Number(digits.replaceAll(',', ''))
  const scale = UNITS[unit] ?? 1
  // Noughts behind the third digit of a whole number are rounded ones.
  const noughts =
    unit in UNITS ? Math.min(/0*$/.exec(String(read))?.[0].length ?? 0, String(read).length - 3) : 0
  const third = noughts > 0 ? 0.5 * 10 ** noughts : 0
  return Math.abs(read - value / scale) <= Math.max(0.5 * 10 ** -decimals, third) * (1 + 1e-9)
}

const sum = (rows: readonly CsvRow[], header: string) =>
  rows.reduce((total, row) => total + Number(row[header] ?? 0), 0)
const given = (rows: readonly CsvRow[], ...headers: string[]) =>
  rows.filter((row) => headers.every((header) => row[header] !== null))

/** Every place that some rows hold, and how many of them share each. */
function places(rows: readonly CsvRow[]): number[] {
  const shared = new Map<string, number>()
  for (const row of rows) {
    const place = String(row['Shared rank'])
    shared.set(place, (shared.get(place) ?? 0) + 1)
  }
  return [
    ...rows.map(({ Rank }) => Number(Rank)),
    ...[...shared].flatMap(([place, count]) => [Number(place.replace('=', '')), count]),
  ]
}

/** Every other number that can truly be said of some rows of a list, counted and added anew from the rows. */
function truths(rows: readonly CsvRow[], all: readonly CsvRow[]): number[] {
  const both = given(rows, 'Rmax [TFlop/s]', 'Rpeak [TFlop/s]')
  return [
    rows.length,
    all.length,
    sum(rows, 'Rmax [TFlop/s]'),
    (sum(rows, 'Rmax [TFlop/s]') / sum(all, 'Rmax [TFlop/s]')) * 100,
    (sum(both, 'Rmax [TFlop/s]') / sum(both, 'Rpeak [TFlop/s]')) * 100,
    ...['Total cores', 'Power [kW]'].flatMap((header) => [
      sum(rows, header),
      given(rows, header).length,
      rows.length - given(rows, header).length,
    ]),
  ]
}

/** Numbers of a text that are none of these values. */
const untrue = (text: string, values: readonly number[]) =>
  numbersOf(text).filter((printed) => !values.some((value) => says(printed, value)))

const MORE = {
  'by cores': { metric: 'cores', list: '2024-11' },
  'by number': { metric: 'systems', lens: 'run-by' },
} as const

describe.each(Object.entries({ ...VIEWS, ...MORE }))('the words of the view “%s”', (_, change) => {
  const compared = comparisonOf(change)
  const { groups } = compared.comparison
  const all = csvRows(figureOf('rank-rmax', compared))
  const holders = (row: CsvRow) => String(row['Counts for'] ?? '').split('; ')
  const labels = groups.map(({ organisation }) => organisation.label)
  const rowsOf = (label: string) => all.filter((row) => holders(row).includes(label))

  it.each(KINDS)('say of each organisation in %s only what its rows say', (kind) => {
    const { description } = figureOf(kind, compared)
    // The description tells the organisations one after the other, each by its name.
    const said = labels
      .map((label) => ({ label, at: description.indexOf(label), rows: rowsOf(label) }))
      .concat(
        {
          label: 'All others',
          at: description.indexOf('All others'),
          rows: all.filter((row) => row['Counts for'] === null),
        },
        { label: 'Whole list', at: description.indexOf('Whole list'), rows: [...all] },
      )
      .filter(({ at }) => at >= 0)
      .sort((a, b) => a.at - b.at)
    expect(said.length).toBeGreaterThanOrEqual(labels.length)
    const faults = said.flatMap(({ label, at, rows }, index) => {
      const part = description
        .slice(at + label.length, said[index + 1]?.at)
        // The list's own date is no figure.
        .replace(/on the list of \w+ \d{4}/, '')
      // Of the rest only the best place is told; all of its places would be nearly every number.
      const held = labels.includes(label)
        ? places(rows)
        : [Math.min(...rows.map(({ Rank }) => Number(Rank)))]
      return untrue(part, [...truths(rows, all), ...held]).map((printed) => `${label}: ${printed}`)
    })
    expect(faults).toEqual([])
  })

  it.each(KINDS)('say around %s only what the whole list says', (kind) => {
    const figure = figureOf(kind, compared)
    const twice = all.filter((row) => holders(row).length > 1)
    const sets = new Map<string, number>()
    for (const row of twice) {
      const names = holders(row).join('; ')
      sets.set(names, (sets.get(names) ?? 0) + 1)
    }
    const truth = [...truths(all, all), twice.length, ...sets.values()]
    const words = labels.reduce(
      (text, label) => text.replaceAll(label, ''),
      [figure.title, figure.subtitle, ...figure.notes].join(' '),
    )
    // The names of the list and of its metrics hold digits and “one” that count nothing.
    const bare = words.replace(/TOP500 list of \w+ \d{4}/g, '').replaceAll('more than one of', '')
    expect(untrue(bare, truth)).toEqual([])
  })

  it.each(KINDS)('are whole in caption and alternative text of %s', (kind) => {
    const figure = figureOf(kind, compared)
    for (const part of [figure.title, figure.subtitle, ...figure.notes, figure.source])
      expect(caption(figure)).toContain(part)
    for (const part of [figure.title, figure.subtitle, figure.description])
      expect(altText(figure)).toContain(part)
    expect(caption(figure)).not.toMatch(/\n|undefined|null|NaN|\.\./)
    expect(altText(figure)).not.toMatch(/\n|undefined|null|NaN|\.\./)
  })
})

describe('the check itself', () => {
  it('tells a true figure from one beside it', () => {
    expect(says('96.4 Pflop/s', 96_410)).toBe(true)
    expect(says('96.5 Pflop/s', 96_410)).toBe(false)
    expect(says('3.17 %', 3.1747)).toBe(true)
    expect(says('3.18 %', 3.1747)).toBe(false)
    expect(says('four', 4)).toBe(true)
    expect(says('four', 5)).toBe(false)
    expect(numbersOf('rank 10 and four tied at 32: 1,234.5 kW')).toEqual([
      '10',
      'four',
      '32',
      '1,234.5 kW',
    ])
  })
})

describe('the caption of the view of a bare link', () => {
  const compared = comparisonOf({})

  it('is one paragraph that can be printed', () => {
    expect(caption(figureOf('rank-strip', compared))).toBe(
      'Every rank held, by builder. One tick for each system built by the organisations shown, alone or with partners, TOP500 list of November 2021. 4 systems count for more than one of the organisations shown (2 for IBM and NVIDIA; 1 for Lenovo and Fujitsu; 1 for IBM and Lenovo), so their figures must not be added up. The list’s own total counts every system once. Source: TOP500 list no. 58, November 2021 (as published, ffffffff).',
    )
  })

  it('of totals tells each organisation’s sum to three digits, a single system’s as the list prints it', () => {
    expect(altText(figureOf('totals', compared))).toBe(
      'Total Rmax by builder. Systems built by each organisation, alone or with partners, TOP500 list of November 2021. Total Rmax. HPE: 564 Pflop/s; Fujitsu: 558 Pflop/s; Lenovo: 472 Pflop/s; IBM: 318 Pflop/s; NVIDIA: 311 Pflop/s; Microsoft Azure: 96.4 Pflop/s; Amazon: 9.95026 Pflop/s; Meta: 3.307 Pflop/s. All others: 188 systems, 830 Pflop/s. Whole list: 3,040 Pflop/s.',
    )
    expect(caption(figureOf('rank-rmax', compared))).toBe(
      'Where the systems built by Microsoft Azure rank. All 500 systems of the TOP500 list of November 2021 by rank and Rmax. 4 systems count for more than one of the organisations shown (2 for IBM and NVIDIA; 1 for Lenovo and Fujitsu; 1 for IBM and Lenovo), so their figures must not be added up. The list’s own total counts every system once. Source: TOP500 list no. 58, November 2021 (as published, ffffffff).',
    )
  })

  it('says the five places of Azure as the list printed them', () => {
    expect(altText(figureOf('rank-rmax', compared))).toContain(
      'Microsoft Azure built 5 of the 500 systems: rank 10 and four tied at 32. Together 96.4 Pflop/s, 3.17 % of the list.',
    )
  })

  it.each(METRICS.map(({ id }) => id))('names no figure that is missing, by %s', (metric) => {
    expect(altText(figureOf('totals', comparisonOf({ metric })))).not.toMatch(/null|NaN|undefined/)
  })
})
