import { join } from 'node:path'
import bidiFactory from 'bidi-js'
import { type Font, openSync } from 'fontkit'
import { LRUCache } from 'lru-cache'
import { round } from '../scene/marks/mark'
import { type ScriptId, scriptOf } from '../scene/script'
import type { SvgNode } from '../scene/svg-node'
import { hasGlyphs, spelling } from '../scene/text'
import { FONT_FILES } from './font'

type Weight = 400 | 600

/** A piece of a text that one font draws in one direction. */
export type Run = {
  /** The characters in the order in which `face` wants them. */
  text: string
  /** Path of a TrueType or OpenType file. */
  face: string
  /** Whether it is the charts' own font. */
  own: boolean
  /** From the left end of the text, in pixels. */
  x: number
  width: number
}

const EMBEDPDF = join(process.cwd(), 'node_modules', '@embedpdf')
const faces = (folder: string, regular: string, bold: string) => ({
  400: join(EMBEDPDF, folder, 'fonts', regular),
  600: join(EMBEDPDF, folder, 'fonts', bold),
})

/** The fonts that supply what Inter lacks: Noto, under the Open Font License, with Chinese forms of Han characters. */
const SCRIPT_FACES: Readonly<Record<ScriptId, Readonly<Record<Weight, string>>>> = {
  han: faces('fonts-sc', 'NotoSansHans-Regular.otf', 'NotoSansHans-Bold.otf'),
  hangul: faces('fonts-kr', 'NotoSansKR-Regular.otf', 'NotoSansKR-Bold.otf'),
  arabic: faces('fonts-arabic', 'NotoNaskhArabic-Regular.ttf', 'NotoNaskhArabic-Bold.ttf'),
  hebrew: faces('fonts-hebrew', 'NotoSansHebrew-Regular.ttf', 'NotoSansHebrew-Bold.ttf'),
}

/** Fonts that lay out from right to left by themselves. */
const RIGHT_TO_LEFT: readonly ScriptId[] = ['arabic', 'hebrew']

const HELD_MS = 10 * 60_000
/** Fonts are read when a name needs them, and given back, as a font for Chinese takes 8 MB and more with every glyph. */
const held = new LRUCache<string, Font>({ max: 10, ttl: HELD_MS, ttlAutopurge: true })

function openFace(file: string): Font {
  const known = held.get(file)
  if (known) return known
  const font = openSync(file)
  if (!('layout' in font)) throw new Error(`${file} holds more than one font.`)
  held.set(file, font)
  return font
}

const bidi = bidiFactory()
const MARK = /[\p{M}\p{Cf}]/u

type Piece = { text: string; script: ScriptId | null; level: number }

/** Splits a text where the script or the direction changes; an accent stays with its letter. */
function piecesOf(text: string): Piece[] {
  const { levels } = bidi.getEmbeddingLevels(text, 'ltr')
  const pieces: Piece[] = []
  let at = 0
  for (const char of text) {
    const level = levels[at] ?? 0
    at += char.length
    const last = pieces.at(-1)
    const script = last && MARK.test(char) ? last.script : (scriptOf(char)?.id ?? null)
    if (last && last.script === script && last.level === level) last.text += char
    else pieces.push({ text: char, script, level })
  }
  return pieces
}

/** Pieces in the order in which they stand from left to right (rule L2 of Unicode Standard Annex 9). */
function visualOrder(pieces: readonly Piece[]): Piece[] {
  const order = [...pieces]
  const highest = Math.max(0, ...pieces.map(({ level }) => level))
  for (let level = highest; level > 0; level--) {
    let from = 0
    while (from < order.length) {
      let to = from
      while ((order[to]?.level ?? -1) >= level) to++
      if (to > from) order.splice(from, to - from, ...order.slice(from, to).reverse())
      from = to + 1
    }
  }
  return order
}

/** The characters of a piece in the order that its font takes: backwards where it would lay them out the other way. */
function ordered({ text, script, level }: Piece): string {
  const backwards = level % 2 === 1
  const chars = [...text].map((char) =>
    backwards && script === null ? (bidi.getMirroredCharacter(char) ?? char) : char,
  )
  const laidBackwards = script !== null && RIGHT_TO_LEFT.includes(script)
  return (backwards === laidBackwards ? chars : chars.reverse()).join('')
}

/**
 * Sets a line of text whose base direction is from left to right.
 * @param size of the letters, in pixels.
 * @returns its runs from left to right, and its width in pixels.
 */
export function typeset(
  text: string,
  size: number,
  weight: Weight,
): { runs: Run[]; width: number } {
  const spelt = [...text].map(spelling).join('')
  let x = 0
  const runs = visualOrder(piecesOf(spelt)).map((piece): Run => {
    const face = piece.script === null ? FONT_FILES[weight] : SCRIPT_FACES[piece.script][weight]
    const run = ordered(piece)
    const font = openFace(face)
    const width = (font.layout(run).advanceWidth / font.unitsPerEm) * size
    const placed = { text: run, face, own: piece.script === null, x, width }
    x += width
    return placed
  })
  return { runs, width: x }
}

/** The outlines of a run as the data of an SVG path. @param x @param y where its baseline begins. */
function outline(run: Run, size: number, x: number, y: number): string {
  const font = openFace(run.face)
  const scale = size / font.unitsPerEm
  const { glyphs, positions } = font.layout(run.text)
  let advance = 0
  return glyphs
    .map((glyph, at) => {
      const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[at] ?? {}
      const path = glyph.path
        .scale(scale, -scale)
        .translate(x + (advance + xOffset) * scale, y - yOffset * scale)
      advance += xAdvance
      return path.toSVG()
    })
    .join('')
}

const SHARES: Readonly<Record<string, number>> = { start: 0, middle: 0.5, end: 1 }

/** How far left of its `x` a text begins, as a share of its width. */
export function anchorShare(node: SvgNode): number {
  return SHARES[String(node.attrs['text-anchor'] ?? 'start')] ?? 0
}

/** The size and weight of a text element, and its characters. */
export function wordsOf(node: SvgNode): { text: string; size: number; weight: Weight } {
  return {
    text: node.children.filter((child) => typeof child === 'string').join(''),
    size: Number(node.attrs['font-size'] ?? 16),
    weight: Number(node.attrs['font-weight'] ?? 400) === 600 ? 600 : 400,
  }
}

/** A text that Inter cannot draw, as one element for each run: text in Inter, outlines in other fonts. */
function outlineText(node: SvgNode): SvgNode[] {
  const { text, size, weight } = wordsOf(node)
  const { runs, width } = typeset(text, size, weight)
  const left = Number(node.attrs.x) - anchorShare(node) * width
  const y = Number(node.attrs.y)
  return runs.map((run): SvgNode => {
    const x = left + run.x
    if (!run.own) {
      const attrs = { fill: node.attrs.fill ?? '#000', d: outline(run, size, x, y) }
      return { tag: 'path', attrs, children: [] }
    }
    const attrs = { ...node.attrs, x: round(x), 'text-anchor': 'start', 'xml:space': 'preserve' }
    return { ...node, attrs, children: [run.text] }
  })
}

/**
 * A drawing for a renderer that has no font but Inter: what Inter lacks is drawn as outlines. Text elements must
 * carry their own attributes, as those of a picture do.
 */
export function outlined(node: SvgNode): SvgNode {
  if (!node.children.length) return node
  return {
    ...node,
    children: node.children.flatMap((child): readonly (SvgNode | string)[] => {
      if (typeof child === 'string') return [child]
      if (child.tag !== 'text') return [outlined(child)]
      return hasGlyphs(wordsOf(child).text) ? [child] : outlineText(child)
    }),
  }
}
