import { escapeXml, svgText } from '@/lib/scene/svg'
import type { SvgNode } from '@/lib/scene/svg-node'
import { NOT_GIVEN_LOOK, NOT_GIVEN_WORDS } from './table'

/**
 * Parts of pages that never change and hold hundreds of elements are written as one text of the escaping serialiser, see
 * `lib/scene/svg`: React would make each element three times, for the page, for what wakes it, and out of that again.
 */

/** Elements that have no end, as nothing can stand in them. */
const VOID: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'input', 'wbr'])

/** An element of HTML, which has an end even where nothing stands in it. An attribute that is undefined is left out. */
export function element(
  tag: string,
  attrs: Readonly<Record<string, string | undefined>>,
  children: SvgNode['children'],
): SvgNode {
  const given: Record<string, string> = {}
  for (const [name, value] of Object.entries(attrs)) if (value !== undefined) given[name] = value
  const isWhole = children.length > 0 || VOID.has(tag)
  return { tag, attrs: given, children: isWhole ? children : [''] }
}

/** What stands in a cell where the list gives nothing. */
export const NOT_GIVEN = element('span', { class: NOT_GIVEN_LOOK }, [NOT_GIVEN_WORDS])

/** Elements and texts as what React puts into an element of its own. */
export const inner = (nodes: SvgNode['children']): { __html: string } => ({
  __html: nodes
    .map((node) => (typeof node === 'string' ? escapeXml(node) : svgText(node)))
    .join(''),
})
