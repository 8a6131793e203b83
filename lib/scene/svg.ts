import { round } from './marks/mark'
import { drawMarks } from './marks/marks'
import { type Mode, PALETTE } from './palette'
import { runsOf } from './runs'
import { type ColourRole, type PlacedText, type Rule, type Scene, textsOf } from './scene'
import { shapePath } from './shape'
import type { SvgNode } from './svg-node'

/** How a scene is to be drawn. */
export type Drawing = {
  /** `page`: colours are custom properties that follow the reader's theme; a mode: they are fixed. */
  mode: 'page' | Mode
  /** `none` leaves the background open (transparent). */
  background: 'paper' | 'none'
  /** Style sheet with the product's font inside, for a file that must look the same everywhere; null on the page. */
  fontCss: string | null
  /** Makes ids unique where several drawings stand in one document. */
  id: string
  /** Text for `<metadata>`; null for none. */
  metadata?: string | null
}

const FONT = "Inter, 'Helvetica Neue', Arial, sans-serif"

function element(
  tag: string,
  attrs: SvgNode['attrs'],
  children: SvgNode['children'] = [],
): SvgNode {
  return { tag, attrs, children }
}

/** Draws a scene. The drawing follows from the scene alone and is the same at every call. */
export function drawScene(scene: Scene, drawing: Drawing): SvgNode {
  const { width, height } = scene.frame
  const colour = (role: ColourRole) =>
    drawing.mode === 'page' ? `var(--paint-${role})` : PALETTE[role][drawing.mode]
  // A page is to be short, so what its elements share is said once.
  const compact = drawing.mode === 'page'
  const children: SvgNode[] = [
    element('title', { id: `${drawing.id}-title` }, [scene.title]),
    element('desc', { id: `${drawing.id}-desc` }, [scene.description]),
  ]
  if (drawing.metadata) children.push(element('metadata', {}, [drawing.metadata]))
  if (drawing.fontCss) children.push(element('style', {}, [drawing.fontCss]))
  if (drawing.background === 'paper')
    children.push(element('rect', { width, height, fill: colour('paper') }))
  children.push(
    ...rules(scene, 'grid', colour, compact),
    ...rules(scene, 'axis', colour, compact),
    ...drawMarks(scene, colour, compact),
    ...rules(scene, 'leader', colour, compact),
    ...scene.legend.map(({ swatch: { shape, x, y, size, colour: role } }) =>
      element('path', { d: shapePath(shape, x, y, size), fill: colour(role) }),
    ),
    ...words(textsOf(scene), colour, compact),
  )
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'img',
      'aria-labelledby': `${drawing.id}-title`,
      'aria-describedby': `${drawing.id}-desc`,
      'font-family': FONT,
    },
    children,
  )
}

type Colour = (role: ColourRole) => string

const line = ({ x1, y1, x2, y2 }: Rule) => `M${round(x1)} ${round(y1)}L${round(x2)} ${round(y2)}`

function rules(scene: Scene, role: Rule['role'], colour: Colour, compact: boolean): SvgNode[] {
  const own = scene.rules.filter((rule) => rule.role === role)
  return runsOf(own, (a, b) => compact && a.colour === b.colour && a.width === b.width).flatMap(
    (run) =>
      run.slice(0, 1).map(({ colour: role, width }) =>
        element('path', {
          d: run.map(line).join(''),
          stroke: colour(role),
          'stroke-width': width,
        }),
      ),
  )
}

/** How a text looks, without where it stands. */
const lookOf = (
  { size, colour: role, weight, anchor }: PlacedText,
  colour: Colour,
): SvgNode['attrs'] => ({
  'font-size': size,
  fill: colour(role),
  ...(weight === 400 ? {} : { 'font-weight': weight }),
  ...(anchor === 'start' ? {} : { 'text-anchor': anchor }),
})

function words(texts: readonly PlacedText[], colour: Colour, compact: boolean): SvgNode[] {
  const word = ({ text, x, y }: PlacedText, look: SvgNode['attrs']) =>
    element('text', { x: round(x), y: round(y), ...look }, [text])
  if (!compact) return texts.map((text) => word(text, lookOf(text, colour)))
  const look = (text: PlacedText) => lookOf(text, colour)
  return runsOf(texts, (a, b) => JSON.stringify(look(a)) === JSON.stringify(look(b))).flatMap(
    (run) =>
      run.slice(0, 1).map((first) =>
        element(
          'g',
          look(first),
          run.map((text) => word(text, {})),
        ),
      ),
  )
}

/** Whether XML can hold a character at all: control characters and halves of surrogate pairs it cannot. */
function isXmlChar(char: string): boolean {
  const code = char.codePointAt(0) ?? 0
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd
  return !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** What is written otherwise or left out, and a little more; most texts hold nothing of it. */
const SPECIAL = /[&<>"'\p{Cc}\p{Cs}\ufffe\uffff]/u

/** Text that is safe between tags and in attributes of XML. */
export function escapeXml(text: string): string {
  if (!SPECIAL.test(text)) return text
  return [...text]
    .filter(isXmlChar)
    .join('')
    .replace(/[&<>"']/g, (char) => ESCAPES[char] ?? char)
}

/** A drawing as the text of an SVG file: the only place where markup is written. */
export function svgText({ tag, attrs, children }: SvgNode): string {
  // A page has thousands of elements and attributes, so that they are put together without lists of their parts.
  let text = `<${tag}`
  for (const name of Object.keys(attrs)) {
    const value = attrs[name]
    text += ` ${name}="${typeof value === 'number' ? value : escapeXml(String(value))}"`
  }
  if (children.length === 0) return `${text}/>`
  text += '>'
  for (const child of children)
    text += typeof child === 'string' ? escapeXml(child) : svgText(child)
  return `${text}</${tag}>`
}
