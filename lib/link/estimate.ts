import { ACCELERATOR_UNITS, type ReportedSystem } from '../../data/reported/reported'
import type { Assumptions } from '../compare/estimate'
import type { EditionId } from '../model/edition'
import { single, whole, word } from './codec'
import { hrefOf, type Link, writeLink } from './link'
import { listCodec, THEME, type View } from './view'

/** Everything that a link to the estimate of a system says that is on no list. */
export type EstimateLink = Assumptions & Pick<View, 'list' | 'theme'>

const FAMILIES = ACCELERATOR_UNITS.map(({ family }) => family)

/** The cores that lists count for one accelerator of a family; null for one that is not known. */
export const coresOfEach = (family: string): number | null =>
  ACCELERATOR_UNITS.find((one) => one.family === family)?.each ?? null

/**
 * @param system of which the announcement says what is meant where the link does not.
 * @param family that the link names, by which the cores of each accelerator are known; empty for none.
 */
export function estimateLink(
  { accelerators, announced }: Pick<ReportedSystem, 'accelerators' | 'announced'>,
  lists: readonly EditionId[],
  family: string,
): Link<EstimateLink> {
  const meant = FAMILIES.includes(family) ? family : (accelerators.family ?? '')
  const after = lists.find((id) => id >= announced.slice(0, 7)) ?? lists.at(-1)
  return {
    family: single({
      parameter: 'family',
      default: accelerators.family ?? '',
      read: (text) => (FAMILIES.includes(text) ? text : null),
      expected: 'one of the accelerator families that are offered',
    }),
    accelerators: whole('accelerators', [1, 10_000_000], accelerators.count),
    each: whole('each', [1, 100_000], coresOfEach(meant) ?? 1),
    share: whole('share', [1, 100], 100),
    spread: word('spread', ['half', 'all'], 'half'),
    list: after ? { ...listCodec(lists), default: after } : listCodec(lists),
    theme: THEME,
  }
}

/** The page of the estimate of a system that is on no list. */
export const estimateHref = (key: string, theme: View['theme'] = 'system'): string =>
  hrefOf(`/reported/${key}`, writeLink({ theme: THEME }, { theme }))
