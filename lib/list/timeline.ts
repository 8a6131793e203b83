import { type EditionId, editionLabel, editionNumber } from '../model/edition'
import type { Issue } from '../model/issue'
import { likelyCause, likelyUnit, timesWords } from './cause'
import { finding } from './finding'

/** What is known of a neighbouring list: the sum of its Rmax, in TFlop/s. */
export type KnownSum = { edition: EditionId; rmaxSum: number }

/** The lists have grown by about a third every half year over thirty years, and by a seventh lately. */
const GROWTH_PER_LIST = 1.3
/**
 * A sum may be this many times off what the neighbours lead to expect, and this much more for each list between. On all
 * 67 lists no sum is off by more than 1.3 from its two neighbours, nor by more than this rule allows from any one list.
 */
const TOLERANCE = 3
const TOLERANCE_PER_LIST = 1.12

function expectedSum(
  number: number,
  before: KnownSum | null,
  after: KnownSum | null,
): number | null {
  const at = (neighbour: KnownSum) => number - editionNumber(neighbour.edition)
  if (before && after) {
    const share = at(before) / (at(before) - at(after))
    return before.rmaxSum ** (1 - share) * after.rmaxSum ** share
  }
  const only = before ?? after
  return only ? only.rmaxSum * GROWTH_PER_LIST ** at(only) : null
}

/** Sums in words a reader compares: three digits and a unit. */
const say = (tflops: number) =>
  `${tflops.toLocaleString('en', { maximumSignificantDigits: 3 })} TFlop/s`

/**
 * Holds a list's sum of Rmax against its neighbours on the timeline.
 * @returns an error for a sum more than three times off what they lead to expect, with the unit that would explain it
 * (further from the nearest list, more is allowed); a warning for one that is not between them.
 */
export function checkTimeline(
  list: KnownSum & { column?: string },
  neighbours: readonly KnownSum[],
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
  const place = { column: list.column ?? 'Rmax', value: say(list.rmaxSum) }
  const sums = `The list of ${editionLabel(list.edition)} sums to ${say(list.rmaxSum)}`
  const away = [before, after].flatMap((one) =>
    one ? [Math.abs(number - editionNumber(one.edition))] : [],
  )
  const tolerance = TOLERANCE * TOLERANCE_PER_LIST ** (Math.min(...away) - 1)
  if (ratio > tolerance || ratio < 1 / tolerance) {
    const unit = likelyUnit('rmax', ratio)?.meant
    return [
      finding(
        'error',
        'off-the-timeline',
        place,
        `${sums}, about ${timesWords(ratio)} than its neighbours lead to expect, ${say(expected)}${likelyCause('rmax', ratio)}: ${beside}.`,
        unit
          ? `The figures look like ${unit.label}; write the unit into the header, as in “Rmax [${unit.label}]”, or choose the right list. If the figures are right, confirm them.`
          : 'Check that the right list was chosen and that the Rmax column holds Rmax. If the figures are right, confirm them.',
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
