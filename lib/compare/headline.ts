import { editionLabel } from '../model/edition'
import type { AliasField } from '../model/organisation'
import { LENS_FIELD } from './alias'
import type { Comparison, Group } from './comparison'
import {
  counted,
  countWord,
  formatFlops,
  formatPrinted,
  formatShare,
  formatThree,
  listed,
} from './figure'
import { rankLabel } from './tie'

/** What an organisation did with its systems, by the field that names it. */
const VERBS: Readonly<Record<AliasField, string>> = {
  manufacturer: 'built',
  site: 'ran',
  country: 'had',
}

/** More places than this are told as a range. */
const MOST_PLACES = 4

function verbOf(group: Group, comparison: Comparison): string {
  const field = group.organisation.key.includes(':')
    ? group.organisation.aliases[0]?.field
    : LENS_FIELD[comparison.lens]
  return VERBS[field ?? LENS_FIELD[comparison.lens]]
}

/** Where an organisation's systems stand: `rank 10 and four tied at 32`, `between rank 2 and rank 279`. */
export function placesOf(group: Group, { ties }: Pick<Comparison, 'ties'>): string {
  const places = new Map<number, { count: number; tied: boolean }>()
  for (const { system } of group.matches) {
    const tie = ties.get(system.rank)
    const rank = tie?.rank ?? system.rank
    places.set(rank, { count: (places.get(rank)?.count ?? 0) + 1, tied: tie !== undefined })
  }
  const ranks = [...places.keys()]
  if (ranks.length > MOST_PLACES)
    return `between rank ${Math.min(...ranks)} and rank ${Math.max(...ranks)}`
  const alone = ranks.filter((rank) => !places.get(rank)?.tied)
  const tied = ranks.flatMap((rank) => {
    const place = places.get(rank)
    return place?.tied ? [`${countWord(place.count)} tied at ${rank}`] : []
  })
  const sole = alone.length
    ? [`${alone.length === 1 ? 'rank' : 'ranks'} ${listed(alone.map(String))}`]
    : []
  return listed([...sole, ...tied])
}

/** The sentence that answers the question, about one organisation of a comparison; every number in it stands in the rows. */
export function sentenceOf(group: Group, comparison: Comparison): string {
  const count = group.matches.length
  const total = comparison.systems.length
  const who = group.organisation.label
  const verb = verbOf(group, comparison)
  if (count === 0)
    return `${who} ${verb} none of the ${formatPrinted(total)} systems on the list of ${editionLabel(comparison.edition)}.`
  const joint = group.matches.some(({ partners }) => partners.length > 0)
  const sum = group.measures.rmax.value ?? 0
  const share = (group.measures.share.value ?? 0) / 100
  const whole = `${who} ${verb}${joint ? ', alone or with partners,' : ''} ${formatPrinted(count)} of the ${formatPrinted(total)} systems: ${placesOf(group, comparison)}.`
  return `${whole} ${count === 1 ? 'It reaches' : 'Together'} ${formatFlops(sum)}, ${formatShare(share)} of the list.`
}

/** The sentence about the focus, which stands first and largest on the page. */
export function headline(comparison: Comparison): string {
  const focus = comparison.groups.find((group) => group.focus)
  return focus ? sentenceOf(focus, comparison) : ''
}

/** A figure that matters, with what gives it its place. */
export type KeyFigure = { label: string; value: string; context: string }

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth']

function placeAmong(comparison: Comparison, focus: Group, metric: 'rmax' | 'systems'): string {
  const mine = focus.measures[metric].value ?? 0
  const above = comparison.groups.filter(
    (group) => (group.measures[metric].value ?? 0) > mine,
  ).length
  const place = ORDINALS[above] ?? `${above + 1}th`
  return comparison.groups.length < 2
    ? 'no other organisation is shown'
    : `${place} of the ${formatPrinted(comparison.groups.length)} organisations shown`
}

function neighboursOf(comparison: Comparison, rank: number): string {
  const tie = comparison.ties.get(rank)
  const first = tie?.rank ?? rank
  const tell = (index: number) => {
    const system = comparison.systems[index]
    return system?.rmax == null
      ? null
      : `${system.name ?? system.site ?? system.computer ?? 'a system without a name'} (rank ${rankLabel(system.rank, comparison.ties)}, ${formatFlops(system.rmax)})`
  }
  const at = comparison.systems.findIndex((system) => system.rank === first)
  const above = tell(at - 1)
  const below = tell(at + (tie?.size ?? 1))
  if (above && below) return `between ${above} and ${below}`
  return above ? `behind ${above}` : below ? `ahead of ${below}` : ''
}

/** The figures that matter for the focus, each with its place; empty where it has no system. */
export function keyFigures(comparison: Comparison): KeyFigure[] {
  const focus = comparison.groups.find((group) => group.focus)
  const best = focus?.matches[0]?.system
  if (!focus || !best) return []
  const efficiency = focus.measures.efficiency.value
  const whole = comparison.total.measures.efficiency.value
  const power = focus.measures.power
  return [
    {
      label: 'Total Rmax',
      value: formatFlops(focus.measures.rmax.value ?? 0),
      context: `${formatShare((focus.measures.share.value ?? 0) / 100)} of the list’s ${formatFlops(comparison.total.measures.rmax.value ?? 0)}; ${placeAmong(comparison, focus, 'rmax')}`,
    },
    {
      label: 'Best rank',
      value: rankLabel(best.rank, comparison.ties),
      context: `${best.name ?? best.site ?? best.computer ?? ''}, ${formatFlops(best.rmax ?? 0)}, ${neighboursOf(comparison, best.rank)}`,
    },
    {
      label: 'Systems',
      value: formatPrinted(focus.matches.length),
      context: placeAmong(comparison, focus, 'systems'),
    },
    ...(efficiency === null || whole === null
      ? []
      : [
          {
            label: 'HPL efficiency',
            value: `${formatThree(efficiency)} %`,
            context: `Rmax over Rpeak; ${formatThree(whole)} % over the whole list`,
          },
        ]),
    {
      label: 'Power',
      value: power.value === null ? 'not given' : `${formatPrinted(power.value)} kW`,
      context:
        power.missing === 0
          ? `given for all ${formatPrinted(power.known)}`
          : `missing on ${formatPrinted(power.missing)} of ${counted(power.known + power.missing, 'row')}, and on ${formatPrinted(comparison.total.measures.power.missing)} of ${formatPrinted(comparison.systems.length)} in the list`,
    },
  ]
}

/** What the reader must know of joint systems; null where none counts for more than one of the organisations shown. */
export function jointNote(comparison: Comparison): string | null {
  const { shared, groups } = comparison
  if (shared.length === 0) return null
  const label = (key: string) =>
    groups.find(({ organisation }) => organisation.key === key)?.organisation.label ?? key
  const sets = new Map<string, number>()
  for (const { groups: keys } of shared) {
    const names = listed(keys.map(label))
    sets.set(names, (sets.get(names) ?? 0) + 1)
  }
  const details = [...sets].map(([names, count]) => `${formatPrinted(count)} for ${names}`)
  return `${counted(shared.length, 'system')} ${shared.length === 1 ? 'counts' : 'count'} for more than one of the organisations shown (${details.join('; ')}), so their figures must not be added up. The list’s own total counts every system once.`
}
