import { createElement, type ReactNode } from 'react'
import type { SvgNode } from '@/lib/scene/svg-node'

/** Attributes that React knows by another name than SVG does. */
const RENAMED: Readonly<Record<string, string>> = {
  class: 'className',
  tabindex: 'tabIndex',
  'xlink:href': 'xlinkHref',
  'xml:space': 'xmlSpace',
}

/** `text-anchor` → `textAnchor`; names with `aria-` or `data-` stay, as React wants them. */
function propName(name: string): string {
  const renamed = RENAMED[name]
  if (renamed) return renamed
  if (/^(aria|data)-/.test(name)) return name
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

/** The drawing as React elements: text stays text, so nothing in a name can become markup. */
export function SvgPicture({ node }: { node: SvgNode }): ReactNode {
  return element(node)
}

function element(node: SvgNode): ReactNode {
  const props = Object.fromEntries(
    Object.entries(node.attrs).map(([name, value]) => [propName(name), value]),
  )
  return createElement(
    node.tag,
    props,
    ...node.children.map((child) => (typeof child === 'string' ? child : element(child))),
  )
}
