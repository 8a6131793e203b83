import type { Figure } from '../figure/figure'
import { crc32 } from '../list/crc'
import type { EditionId } from '../model/edition'

/** What a picture carries of itself, so that it can be checked against the lists later. */
export type Provenance = {
  /** `top500-compare/1`: the shape of this very object. */
  format: typeof FORMAT
  kind: string
  /** Address of the view, from the root: `/?list=2021-11&focus=azure`. */
  view: string
  /** The link inside the picture: where it was drawn, and the view. */
  link: string
  /** Parameters with which the picture was drawn, as the image's address has them: `width=1200&height=675`. */
  picture: string
  lists: readonly { edition: EditionId; version: number; hash: string }[]
  /** SHA-256 of the figures that the chart shows, see {@link dataHash}. */
  data: string
  /** SHA-256 of the file with this field empty: whatever changes in it afterwards no longer agrees. */
  file: string
}

/** The shape of the metadata. */
export const FORMAT = 'top500-compare/1'
const KEYWORD = 'top500-compare'

const utf8 = new TextEncoder()
const bytesOf = (part: string | Uint8Array) => (typeof part === 'string' ? utf8.encode(part) : part)

function joined(parts: readonly (string | Uint8Array)[]): Uint8Array<ArrayBuffer> {
  const pieces = parts.map(bytesOf)
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

/** By the Web Crypto API, which servers and browsers have alike. Hex. */
export async function sha256(...parts: readonly (string | Uint8Array)[]): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', joined(parts)))
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** SHA-256 of a chart's figures: its kind, its columns and every cell. The same figures have the same hash in any size or colour. */
export function dataHash({ kind, table }: Pick<Figure, 'kind' | 'table'>): Promise<string> {
  const columns = table.columns.map(({ key, unit }) => [key, unit])
  return sha256(JSON.stringify([kind, columns, table.rows]))
}

/**
 * What a chart's picture is to carry; `file` is filled in when the file is made.
 * @param view address of the view, from the root.
 * @param picture parameters with which it is drawn.
 */
export async function provenanceOf(
  figure: Pick<Figure, 'kind' | 'permalink' | 'lists' | 'table'>,
  view: string,
  picture: string,
): Promise<Provenance> {
  return {
    format: FORMAT,
    kind: figure.kind,
    view,
    link: figure.permalink ?? '',
    picture,
    lists: figure.lists,
    data: await dataHash(figure),
    file: '',
  }
}

/** JSON in letters that XML, HTML and PNG all keep as they are: everything else is written `\\uXXXX`. */
export function toAscii(provenance: Provenance): string {
  return JSON.stringify(provenance).replace(
    /[^\x20-\x25\x27-\x3b\x3d\x3f-\x7e]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** What stands around the metadata of an SVG, directly behind its first tag. */
export const SVG_OPEN = '<metadata>'
export const SVG_CLOSE = '</metadata>'

/**
 * An SVG file that carries its provenance.
 * @param svg a document as `svgText` writes it, without metadata.
 */
export async function signSvg(svg: string, provenance: Provenance): Promise<string> {
  const at = svg.indexOf('>') + 1
  const build = (text: string) => svg.slice(0, at) + SVG_OPEN + text + SVG_CLOSE + svg.slice(at)
  const file = await sha256(build(toAscii({ ...provenance, file: '' })))
  return build(toAscii({ ...provenance, file }))
}

/** The first bytes of every PNG. */
export const PNG_SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
/** Signature and IHDR, which always comes first and always has 13 bytes of content: behind them our chunk stands. */
export const PNG_HEAD = 8 + 12 + 13

const latin1 = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0))

function uint32(value: number): Uint8Array {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, value)
  return bytes
}

function chunk(type: string, content: Uint8Array): Uint8Array {
  const body = joined([latin1(type), content])
  return joined([uint32(content.length), body, uint32(crc32(body))])
}

/** How the content of our chunk begins. */
export const textPrefix = latin1(`${KEYWORD}\0\0\0\0\0`)

/** Our chunk. The parts of iTXt: keyword, not compressed, no language, no translated keyword, text. */
export const textChunk = (text: string) => chunk('iTXt', joined([textPrefix, latin1(text)]))

/** A PNG file that carries its provenance as an `iTXt` chunk. @param png a file without one. */
export async function signPng(
  png: Uint8Array,
  provenance: Provenance,
): Promise<Uint8Array<ArrayBuffer>> {
  const head = png.subarray(0, PNG_HEAD)
  const rest = png.subarray(PNG_HEAD)
  const file = await sha256(head, textChunk(toAscii({ ...provenance, file: '' })), rest)
  return joined([head, textChunk(toAscii({ ...provenance, file })), rest])
}
