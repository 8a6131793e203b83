import { rankHref } from '@/app/lists/link'
import { themeLinks } from '@/app/story-shape'
import type { EstimatePageProps } from '@/components/story/estimate-page'
import { ACCELERATOR_UNITS } from '@/data/reported/reported'
import { LEAST_MEASURED, measuredOf } from '@/lib/compare/estimate'
import { counted, formatFlops, formatFlopsPrinted, formatPrinted } from '@/lib/compare/figure'
import { listsLine } from '@/lib/figure/story'
import { coresOfEach, estimateLink } from '@/lib/link/estimate'
import { hrefOf, writeLink } from '@/lib/link/link'
import { RANK } from '@/lib/link/story'
import { editionLabel } from '@/lib/model/edition'
import { systemLabel } from '@/lib/names/shown'
import { claimsHref } from '../../claims/link'
import type { EstimateAsked } from './ask'

/** Two significant digits, as an estimate has no more. */
const rounded = (tflops: number) => Number(tflops.toPrecision(2))

/** The estimate in a sentence, or why there is none. */
export function estimateSentence({ estimate, link, list }: EstimateAsked): string {
  const label = editionLabel(list.id)
  if (link.family === '')
    return 'The announcement does not say which accelerators it has. Choose some to estimate its Rmax from.'
  if (!estimate) {
    const known = measuredOf(list, link.family).length
    return `The list of ${label} has ${counted(known, 'system')} with ${link.family} whose Rmax and accelerator cores it gives, and at least ${LEAST_MEASURED} are needed for a range. Choose another list or other accelerators.`
  }
  const [low, high] = [estimate.low, estimate.high].map((one) => formatFlopsPrinted(rounded(one)))
  return `An estimate, no measurement: between ${low} and ${high} of Rmax, were it built as assumed.`
}

/** Where the bounds would have ranked, in a sentence. */
function ranksTold({ estimate, list }: EstimateAsked): string | null {
  if (!estimate) return null
  const label = editionLabel(list.id)
  const { low, high } = estimate.ranks
  if (high === null) return `Even the upper bound is below the last system of ${label}.`
  if (low === null)
    return `The upper bound would have ranked ${high} on the list of ${label}; the lower is below its last system.`
  return low === high
    ? `Either bound would have ranked ${high} on the list of ${label}.`
    : `It would have ranked between ${high} and ${low} on the list of ${label}.`
}

/** How the range is found, in sentences. */
function methodTold({ estimate, link, list }: EstimateAsked): readonly string[] {
  if (!estimate) return []
  const [from, to] = estimate.bounds.map(({ perCore }) => formatFlops(perCore))
  const cores = formatPrinted(link.accelerators * link.each)
  return [
    `${counted(estimate.measured.length, 'system')} of ${editionLabel(list.id)} have ${link.family} accelerators and no others. ${link.spread === 'half' ? 'The middle half of them reach' : 'All of them reach'} between ${from} and ${to} of Rmax for each accelerator core.`,
    `That is multiplied by ${formatPrinted(link.accelerators)} accelerators of ${formatPrinted(link.each)} cores each, ${cores} in all${link.share === 100 ? '' : `, of which ${link.share} % run HPL`}.`,
    'Larger systems tend to reach less for each core, networks differ, and nobody has run HPL on this one: it stands on no list, and this gives it no rank.',
  ]
}

/** What the page of an estimate shows. */
export function shapeEstimate(asked: EstimateAsked): EstimatePageProps {
  const { system, lists, list, link, notices, estimate } = asked
  const { theme, ...others } = link
  const rank = (tflops: number) =>
    hrefOf('/rank', writeLink(RANK, { rmax: { parts: [rounded(tflops)] }, theme }))
  return {
    name: system.name,
    lead: estimateSentence(asked),
    ranks: ranksTold(asked),
    method: methodTold(asked),
    system,
    form: {
      action: `/reported/${system.key}`,
      family: link.family,
      families: ACCELERATOR_UNITS.map(({ family, model, each }) => ({
        value: family,
        label: `${family} (${model}: ${each} cores)`,
      })),
      numbers: [
        {
          key: 'accelerators',
          label: 'How many of them',
          value: link.accelerators,
          placeholder: null,
          most: 10_000_000,
        },
        {
          key: 'each',
          label: 'Cores of each, as lists count',
          // What follows from the accelerators is not sent along when others are chosen.
          value: link.family === '' || link.each === coresOfEach(link.family) ? null : link.each,
          placeholder: coresOfEach(link.family),
          most: 100_000,
        },
        {
          key: 'share',
          label: 'Percent of it that run HPL',
          value: link.share,
          placeholder: null,
          most: 100,
        },
      ],
      spread: link.spread,
      list: list.id,
      lists: lists.toReversed().map((id) => ({ value: id, label: editionLabel(id) })),
      theme,
    },
    rows: (estimate?.bounds ?? []).map(({ system: row, perCore }, at) => ({
      label: `${systemLabel(row, list.id)}, rank ${row.rank}`,
      href: rankHref(list.id, row.rank, theme),
      says: `gives the ${at === 0 ? 'lower' : 'upper'} bound, with ${formatFlops(perCore)} for each of its ${formatPrinted(row.acceleratorCores ?? 0)} accelerator cores`,
    })),
    links: [
      ...(estimate
        ? [
            { label: 'The lower bound on every list', href: rank(estimate.low) },
            { label: 'The upper bound on every list', href: rank(estimate.high) },
          ]
        : []),
      {
        label: 'Everything announced that is on no list',
        href: `${claimsHref({ theme })}#reported`,
      },
    ],
    notices,
    source: listsLine([list]),
    theme,
    themes: themeLinks(
      `/reported/${system.key}`,
      writeLink(estimateLink(system, lists, link.family), others),
      theme,
    ),
  }
}
