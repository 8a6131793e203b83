import type { Named } from '../model/prose'
import { systemHref } from './story'
import { DEFAULT_VIEW, type View, viewHref } from './view'

/** The page of what a name in a text names: a system's own, and the comparison with an organisation in focus. */
export function namedHref(named: Named, theme: View['theme']): string {
  if ('system' in named) return systemHref(named.system, theme)
  const { organisation, lens, list } = named
  return viewHref(DEFAULT_VIEW, { list, focus: organisation, lens, theme })
}

/** Whether two names name one thing, on whichever list. */
export const isSameNamed = (a: Named, b: Named): boolean =>
  'system' in a
    ? 'system' in b && a.system === b.system
    : 'organisation' in b && a.organisation === b.organisation
