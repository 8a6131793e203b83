import type { Found, FoundKind } from '../compare/search'
import { systemHref } from './story'
import { DEFAULT_VIEW, viewHref } from './view'

/** The comparison of a name on the newest list that has it. */
const compared =
  (lens: 'built-by' | 'run-by') =>
  ({ kind, key, list }: Found) =>
    viewHref(DEFAULT_VIEW, { list, focus: `${kind}:${key}`, lens })

/** THE table of where each kind of find leads. */
const LEADS: Readonly<Record<FoundKind, (found: Found) => string>> = {
  list: ({ key }) => `/lists/${key}`,
  organisation: ({ key, list }) => viewHref(DEFAULT_VIEW, { list, focus: key }),
  system: ({ key }) => systemHref(key),
  manufacturer: compared('built-by'),
  country: compared('built-by'),
  site: compared('run-by'),
}

/** The page to which a find leads. */
export const foundHref = (found: Found): string => LEADS[found.kind](found)
