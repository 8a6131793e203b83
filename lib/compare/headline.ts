import { editionLabel } from '../model/edition'
import { joinedProse, type Prose, plain, prose } from '../model/prose'
import { namedSystem } from '../names/shown'
import { rankLabel } from '../record/tie'
import type { Comparison, Group } from './comparison'
import {
  counted,
  countWord,
  formatFlopsPrinted,
  formatPrinted,
  formatThree,
  listed,
  listedProse,
} from './figure'
import { measureWords, metricOf } from './metric'
import { handoverNotes } from './printed'
import { nameFirst, nameWithin, partnerWords, shownNoun, verbOf } from './title'

/** More places than this are told as a range. */
const MOST_PLACES = 4

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
    return place?.tied ? [{ count: place.count, rank }] : []
  })
  const sole = alone.length
    ? [`${alone.length === 1 ? 'rank' : 'ranks'} ${listed(alone.map(String))}`]
    : []
  // The word “rank” stands once, before the first number.
  const shared = tied.map(({ count, rank }, index) => {
    const at = `tied at ${alone.length === 0 && index === 0 ? 'rank ' : ''}${rank}`
    return group.matches.length === 1 ? at : `${countWord(count)} ${at}`
  })
  return listed([...sole, ...shared])
}

/** The sentence that answers the question, about one organisation of a comparison; every number in it stands in the rows. */
export function sentenceOf(group: Group, comparison: Comparison): Prose {
  const count = group.matches.length
  const total = formatPrinted(comparison.systems.length)
  const who = nameFirst(group, comparison)
  const verb = verbOf(group, comparison)
  if (count === 0)
    return joinedProse(
      [
        prose`${who} ${verb} none of the ${total} systems on the list of ${editionLabel(comparison.edition)}.`,
        ...(verb === 'built' ? handoverNotes(group, comparison) : []),
      ],
      ' ',
    )
  const partners = partnerWords([group])
  const sum = measureWords(metricOf('rmax'), group.measures.rmax) ?? ''
  const share = measureWords(metricOf('share'), group.measures.share) ?? ''
  const whole = prose`${who} ${verb}${partners ? `, ${partners},` : ''} ${formatPrinted(count)} of the ${total} systems: ${placesOf(group, comparison)}.`
  return prose`${whole} ${count === 1 ? 'That system reaches' : 'Together'} ${sum}, ${share} of the list.`
}

/** The sentence about the focus, which stands first and largest on the page. */
export function headline(comparison: Comparison): Prose {
  const focus = comparison.groups.find((group) => group.focus)
  return focus ? sentenceOf(focus, comparison) : ''
}

/** A figure that matters, with what gives it its place. */
export type KeyFigure = {
  label: string
  value: string
  context: Prose
}

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth']

function placeAmong(comparison: Comparison, focus: Group, metric: 'rmax' | 'systems'): string {
  const mine = focus.measures[metric].value ?? 0
  const above = comparison.groups.filter(
    (group) => (group.measures[metric].value ?? 0) > mine,
  ).length
  const place = ORDINALS[above] ?? `${above + 1}th`
  const noun = shownNoun(comparison)
  return comparison.groups.length < 2
    ? `no other ${noun.one} is shown`
    : `${place} of the ${formatPrinted(comparison.groups.length)} ${noun.many} shown`
}

function neighboursOf(comparison: Comparison, rank: number): Prose {
  const tie = comparison.ties.get(rank)
  const first = tie?.rank ?? rank
  const tell = (index: number) => {
    const system = comparison.systems[index]
    return system?.rmax == null
      ? null
      : prose`${namedSystem(system, comparison.edition)} (rank ${rankLabel(system.rank, comparison.ties)}, ${formatFlopsPrinted(system.rmax)})`
  }
  const at = comparison.systems.findIndex((system) => system.rank === first)
  const above = tell(at - 1)
  const below = tell(at + (tie?.size ?? 1))
  if (above && below) return prose`between ${above} and ${below}`
  return above ? prose`behind ${above}` : below ? prose`ahead of ${below}` : ''
}

/** For how many systems power is given, of one organisation and of the list. */
function powerContext({ total, systems }: Comparison, focus: Group): string {
  const { known, missing } = focus.measures.power
  const whole = total.measures.power
  if (whole.known === 0) return 'this list gives it for no system'
  const rows = known + missing
  if (missing === 0)
    return rows === 1 ? 'given for its one system' : `given for all ${formatPrinted(rows)} systems`
  const mine =
    rows === 1
      ? 'missing on its one row'
      : known === 0
        ? `missing on all ${formatPrinted(rows)} rows`
        : `missing on ${formatPrinted(missing)} of ${formatPrinted(rows)} rows`
  return `${mine}, and on ${formatPrinted(whole.missing)} of ${formatPrinted(systems.length)} in the list`
}

/** The figures that matter for the focus, each with its place; empty where it has no system. */
export function keyFigures(comparison: Comparison): KeyFigure[] {
  const focus = comparison.groups.find((group) => group.focus)
  const best = focus?.matches[0]?.system
  if (!focus || !best) return []
  const efficiency = focus.measures.efficiency.value
  const whole = comparison.total.measures.efficiency.value
  const power = focus.measures.power
  const rmax = metricOf('rmax')
  return [
    {
      label: 'Total Rmax',
      value: measureWords(rmax, focus.measures.rmax) ?? '',
      context: `${measureWords(metricOf('share'), focus.measures.share)} of the list’s ${measureWords(rmax, comparison.total.measures.rmax)}; ${placeAmong(comparison, focus, 'rmax')}`,
    },
    {
      label: 'Best rank',
      value: rankLabel(best.rank, comparison.ties),
      context: prose`${namedSystem(best, comparison.edition)}, ${best.rmax === null ? '' : `${formatFlopsPrinted(best.rmax)}, `}${neighboursOf(comparison, best.rank)}`,
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
      value: measureWords(metricOf('power'), power) ?? 'not given',
      context: powerContext(comparison, focus),
    },
  ]
}

/** What the reader must know of joint systems; null where none counts for more than one of the organisations shown. */
export function jointNote(comparison: Comparison): Prose | null {
  const { shared, groups } = comparison
  if (shared.length === 0) return null
  const label = (key: string) => {
    const group = groups.find(({ organisation }) => organisation.key === key)
    return group ? nameWithin(group, comparison) : key
  }
  const sets = new Map<string, { names: Prose; count: number }>()
  for (const { groups: keys } of shared) {
    const names = listedProse(keys.map(label))
    sets.set(plain(names), { names, count: (sets.get(plain(names))?.count ?? 0) + 1 })
  }
  const details = [...sets.values()].map(
    ({ names, count }) => prose`${formatPrinted(count)} for ${names}`,
  )
  return prose`${counted(shared.length, 'system')} ${shared.length === 1 ? 'counts' : 'count'} for more than one of the ${shownNoun(comparison).many} shown (${joinedProse(details, '; ')}), so their figures must not be added up. The list’s own total counts every system once.`
}
