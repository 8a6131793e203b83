import {
  createElement,
  Fragment,
  isValidElement,
  type Key,
  type ReactElement,
  type ReactNode,
} from 'react'
import type { SvgNode } from '@/lib/scene/svg-node'
import { element, inner } from './markup'

/** Attributes whose name in HTML is not React's in small letters. */
const RENAMED: Readonly<Record<string, string>> = { className: 'class', htmlFor: 'for' }

type Props = Readonly<Record<string, unknown>>
type Children = SvgNode['children'][number][]

/** An attribute as React would write it; undefined where it would leave it out. */
function written(name: string, value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  const isWord = name.startsWith('aria-') || name.startsWith('data-')
  if (typeof value === 'boolean') return isWord ? String(value) : value ? '' : undefined
  throw new Error(`“${name}” is a ${typeof value}, which a part of a page that stays cannot have.`)
}

const attributesOf = ({ children, ...props }: Props) =>
  Object.fromEntries(
    Object.entries(props).map(([name, value]) => [
      RENAMED[name] ?? name.toLowerCase(),
      written(name, value),
    ]),
  )

/** What an element of a component comes to: the elements that it makes of its props. */
function made({ type, props }: ReactElement<Props>): ReactNode {
  // One that wakes in the browser is no function, or fails as it is called: it asks React for what is not there.
  if (typeof type !== 'function')
    throw new Error('A part of a page that stays holds elements and plain components only.')
  return (type as (props: Props) => ReactNode)(props)
}

/** Adds to a list of children what React would show of something. */
function add(node: ReactNode, to: Children): void {
  if (node === null || node === undefined || typeof node === 'boolean') return
  if (typeof node === 'string') to.push(node)
  else if (typeof node === 'number') to.push(String(node))
  else if (Array.isArray(node)) for (const one of node) add(one, to)
  else if (!isValidElement<Props>(node))
    throw new Error('A part of a page that stays holds elements, texts and numbers only.')
  else if (typeof node.type === 'string') to.push(hostOf(node.type, node.props))
  else add(node.type === Fragment ? (node.props.children as ReactNode) : made(node), to)
}

function hostOf(tag: string, props: Props): SvgNode {
  if (props.dangerouslySetInnerHTML !== undefined)
    throw new Error(`<${tag}> is a text already; put it beside what stays, not into it.`)
  const children: Children = []
  add(props.children as ReactNode, children)
  return element(tag, attributesOf(props), children)
}

/**
 * A part of a page that never changes in the browser: its outermost element, with all that stands in it as one text of the
 * escaping serialiser, see `markup`. What wakes in the browser, keeps what a reader did to it, or is followed softly and
 * keeps the focus must stay outside.
 * @param part an element, or one of a component without hooks that makes one; null for nothing.
 * @param key by which React tells it from its neighbours, where it is not its own.
 */
export function still(part: ReactNode, key: Key | null = null): ReactElement | null {
  if (part === null || part === undefined || typeof part === 'boolean') return null
  if (!isValidElement<Props>(part)) throw new Error('A part of a page that stays is one element.')
  const { type, props } = part
  const own = key ?? part.key
  if (typeof type !== 'string') return still(made(part), own)
  const { children, ...rest } = props
  const nodes: Children = []
  add(children as ReactNode, nodes)
  const text = { ...rest, dangerouslySetInnerHTML: inner(nodes) }
  // A key of null would be the word for React.
  return createElement(type, own === null ? text : { ...text, key: own })
}
