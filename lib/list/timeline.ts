import { type EditionId, editionLabel, editionNumber } from '../model/edition'
import type { Issue } from '../model/issue'
import { UNITS } from './columns'
import { finding } from './finding'

/** What is known of a neighbouring list: the sum of its Rmax, in TFlop/s. */
export type Neighbour = { edition: EditionId; rmaxSum: number }

/** The lists have grown by about a third every half year over thirty years, and by a seventh lately. */
const GROWTH_PER_LIST = 1.3
/** A sum may be this many times off what the neighbours lead to expect; a wrong unit is off by a thousand. */
export const TOLERANCE = 30

function expectedSum(
  number: number,
  before: Neighbour | null,
  after: Neighbour | null,
): number | null {
  const at = (neighbour: Neighbour) => number - editionNumber(neighbour.edition)
  if (before && after) {
    const share = at(before) / (at(before) - at(after))
    return before.rmaxSum ** (1 - share) * after.rmaxSum ** share
  }
  const only = before ?? after
  return only ? only.rmaxSum * GROWTH_PER_LIST ** at(only) : null
}

/** Sums in words a reader compares: three digits and a unit. */
const say = (tflops: number) => `${Number(tflops.toPrecision(3))} TFlop/s`

/**
 * Holds a list's sum of Rmax against its neighbours on the timeline.
 * @returns an error for a sum more than thirty times off what they lead to expect, with the unit that would explain it;
 * a warning for one that is not between them.
 */
export function checkTimeline(
  list: { edition: EditionId; rmaxSum: number },
  neighbours: readonly Neighbour[],
): Issue[] {
  const number = editionNumber(list.edition)
  const others = neighbours
    .filter(({ edition, rmaxSum }) => edition !== list.edition && rmaxSum > 0)
    .sort((a, b) => editionNumber(a.edition) - editionNumber(b.edition))
  const before = others.findLast(({ edition }) => editionNumber(edition) < number) ?? null
  const after = others.find(({ edition }) => editionNumber(edition) > number) ?? null
  const expected = expectedSum(number, before, after)
  if (expected === null || list.rmaxSum <= 0) return []
  const ratio = list.rmaxSum / expected
  const beside = [before, after]
    .flatMap((one) => (one ? [`${editionLabel(one.edition)} has ${say(one.rmaxSum)}`] : []))
    .join(' and ')
  const place = { column: 'Rmax', value: say(list.rmaxSum) }
  const sums = `The list of ${editionLabel(list.edition)} sums to ${say(list.rmaxSum)}`
  if (ratio > TOLERANCE || ratio < 1 / TOLERANCE) {
    const power = -3 * Math.round(Math.log10(ratio) / 3)
    const unit = UNITS.find((one) => one.quantity === 'flops' && one.power === power)
    return [
      finding(
        'error',
        'off-the-timeline',
        place,
        `${sums}, about ${ratio > 1 ? `${Math.round(ratio)} times more` : `${Math.round(1 / ratio)} times less`} than its neighbours lead to expect: ${beside}.`,
        unit && power !== 0
          ? `The figures look like ${unit.label}; write the unit into the header, as in “Rmax [${unit.label}]”, or choose the right list.`
          : 'Check that the right list was chosen and that the Rmax column holds Rmax.',
      ),
    ]
  }
  const shrinks =
    (before && list.rmaxSum < before.rmaxSum) || (after && list.rmaxSum > after.rmaxSum)
  if (!shrinks) return []
  return [
    finding(
      'warning',
      'sum-out-of-order',
      place,
      `${sums}, while ${beside}; every published sum is above the one before.`,
      'Check that the right list was chosen and that no figure was changed.',
    ),
  ]
}
