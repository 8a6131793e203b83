import type { Figure } from '../figure/figure'
import type { LaidAxis } from './axis'
import type { Box, PlacedText, Rule } from './scene'
import { measure, placeText } from './text'

/** Height of the line of numbers above a plot, in sizes of the small type. */
const LINE = 1.5
/** Between two numbers, in the same. */
const APART = 0.35

/** How much room the numbers of marked moments take above a plot. */
export function momentRoom({ moments = [] }: Pick<Figure, 'moments'>, small: number): number {
  return moments.length > 0 ? small * LINE : 0
}

type Group = { first: number; last: number; from: number; to: number }

const wordsOf = ({ first, last }: Pick<Group, 'first' | 'last'>) =>
  first === last ? String(first) : `${first}–${last}`

/** Moments that stand too close for a number each share one: `2–5`. */
function grouped(places: readonly number[], small: number): Group[] {
  const groups: Group[] = []
  const half = (group: Pick<Group, 'first' | 'last'>) => measure(wordsOf(group), small) / 2
  const middle = ({ from, to }: Group) => (from + to) / 2
  for (const [index, at] of places.entries()) {
    let next: Group = { first: index + 1, last: index + 1, from: at, to: at }
    let before = groups.at(-1)
    while (before && middle(next) - half(next) < middle(before) + half(before) + small * APART) {
      groups.pop()
      next = { first: before.first, last: next.last, from: before.from, to: next.to }
      before = groups.at(-1)
    }
    groups.push(next)
  }
  return groups
}

/** Lines through a plot at marked moments, and their numbers above it; notes say what they are. */
export function layMoments(
  { moments = [] }: Pick<Figure, 'moments'>,
  x: Pick<LaidAxis, 'place'>,
  plot: Box,
  small: number,
): { rules: Rule[]; texts: PlacedText[] } {
  const places = moments.map(({ at }) => x.place(at))
  const rules = places.map(
    (at): Rule => ({
      x1: at,
      x2: at,
      y1: plot.top - small * 0.2,
      y2: plot.bottom,
      colour: 'faint',
      width: 1,
      role: 'grid',
    }),
  )
  const texts = grouped(places, small).map((group) =>
    placeText({
      text: wordsOf(group),
      x: (group.from + group.to) / 2,
      y: plot.top - small * 0.5,
      anchor: 'middle',
      size: small,
      weight: 400,
      colour: 'muted',
      role: 'tick',
    }),
  )
  return { rules, texts }
}
