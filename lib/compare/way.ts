import type { TimeAnswer, TimeGroup } from './time'

/** How figures are drawn over time: as they are, each group in a panel of its own, as shares of all groups, the first list being 100, or their change. */
export type Way = 'lines' | 'multiples' | 'stacked' | 'indexed' | 'change'

/** How a way is called, and what its figures are. */
export type WayWords = {
  way: Way
  /** In the sentence of the controls: “drawn *as lines*”. */
  phrase: string
  /** The unit of its figures; null where they keep their own. */
  unit: string | null
}

/** THE table of ways, in the order in which they are offered. */
export const WAYS: readonly WayWords[] = [
  { way: 'lines', phrase: 'as lines', unit: null },
  { way: 'multiples', phrase: 'as small multiples', unit: null },
  { way: 'stacked', phrase: 'as stacked shares', unit: '%' },
  { way: 'indexed', phrase: 'indexed, the first list being 100', unit: '' },
  { way: 'change', phrase: 'as change per year', unit: '%' },
]

type Values = readonly (number | null)[]

/** The same month a year before: `2020-11` for `2021-11`. */
const yearBefore = (edition: string) => `${Number(edition.slice(0, 4)) - 1}${edition.slice(4)}`

const absolute = ({ points }: TimeGroup): Values => points.map(({ value }) => value)

/** How the figures of a group become what is drawn, for each way. */
const TABLE: Readonly<Record<Way, (group: TimeGroup, answer: TimeAnswer) => Values>> = {
  lines: absolute,
  multiples: absolute,
  stacked: ({ points }, { groups }) =>
    points.map(({ value }, at) => {
      const whole = groups.reduce((sum, group) => sum + (group.points[at]?.value ?? 0), 0)
      return value === null || whole === 0 ? null : (value / whole) * 100
    }),
  indexed: ({ points }) => {
    const base = points[0]?.value ?? 0
    return points.map(({ value }) => (value === null || base <= 0 ? null : (value / base) * 100))
  },
  change: ({ points }) => {
    const byList = new Map(points.map(({ list, value }) => [list.id as string, value]))
    return points.map(({ list, value }) => {
      const before = byList.get(yearBefore(list.id)) ?? null
      return value === null || before === null || before <= 0 ? null : (value / before - 1) * 100
    })
  },
}

/** What is drawn of a group on each list; null where there is nothing to draw. */
export function drawnValues(way: Way, group: TimeGroup, answer: TimeAnswer): Values {
  return TABLE[way](group, answer)
}
