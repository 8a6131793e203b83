import { kindOf } from '../figure/kinds'
import { ofOrganisations, type TimeView } from '../link/time-view'
import type { View } from '../link/view'
import type { EditionId } from '../model/edition'
import type { Picture } from './picture'

const LONGEST_NAMES = 80

/** ASCII letters, digits and hyphens only, so that the name is the same on every file system. */
export function slug(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .toLowerCase()
}

/**
 * How names of files of a comparison begin, organisations that do not fit in 80 characters counted:
 * `top500_2021-11_azure-meta-and-9-more_built-by_totals-rmax`.
 */
export function comparisonStem(
  view: Pick<View, 'list' | 'lens' | 'focus' | 'beside' | 'metric'>,
  kind: string,
): string {
  const ofMetric = kindOf(kind)?.byMetric ? `-${view.metric}` : ''
  return `top500_${view.list}_${namesOf(view)}_${view.lens}_${kind}${ofMetric}`
}

/** The organisations of a view, as many as fit. */
function namesOf({ focus, beside }: Pick<View, 'focus' | 'beside'>): string {
  const keys = [focus, ...beside].map((key) => slug(key).slice(0, LONGEST_NAMES / 2))
  let shown = keys.length
  const names = () =>
    keys.slice(0, shown).join('-') + (shown < keys.length ? `-and-${keys.length - shown}-more` : '')
  while (shown > 1 && names().length > LONGEST_NAMES) shown--
  return names()
}

/**
 * How names of files of charts through time begin: `top500_1993-06-to-2026-06_country_over-time-share`.
 * @param last the last list that is shown.
 */
export function timeStem(view: TimeView, last: EditionId, kind: string): string {
  const ofMetric = kindOf(kind)?.byMetric ? `-${view.metric}` : ''
  // The others are kinds of their own, which say it.
  const way = view.way === 'indexed' || view.way === 'change' ? `-${view.way}` : ''
  const whose = ofOrganisations(view) ? `${namesOf(view)}_${view.of}` : view.of
  return `top500_${view.since}-to-${last}_${whose}_${kind}${ofMetric}${way}`
}

/**
 * A file name that says what the file holds:
 * `top500_2021-11_azure-meta-ibm_built-by_rank-rmax_1200x675@2x.png`.
 * @param stem see `Subject.fileStem`.
 */
export function chartFileName(
  stem: string,
  picture: Pick<Picture, 'format' | 'width' | 'height' | 'scale' | 'data'>,
): string {
  const size =
    picture.format === 'csv' || picture.format === 'json'
      ? picture.data === 'rows'
        ? '_rows'
        : ''
      : `_${picture.width}x${picture.height}${picture.format === 'png' && picture.scale > 1 ? `@${picture.scale}x` : ''}`
  return `${stem}${size}.${picture.format}`
}
