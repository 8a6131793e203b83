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

/** What was found in a file that is said to be one of our pictures. */
export type ProvenanceReading =
  /** `intact`: not a byte was changed since it was drawn. Whether the figures are still those of the lists is to be asked next. */
  | { kind: 'found'; provenance: Provenance; intact: boolean }
  /** Neither PNG nor SVG. */
  | { kind: 'no-picture' }
  /** A picture without our metadata: from elsewhere, or saved again by a program that dropped them. */
  | { kind: 'no-metadata' }
  /** There are metadata of ours, but they cannot be read. */
  | { kind: 'broken'; message: string }

const FORMAT = 'top500-compare/1'
const KEYWORD = 'top500-compare'
const HASH = /^[0-9a-f]{64}$/

const utf8 = new TextEncoder()
/** Keeps a BOM: every byte of a file counts. */
const fromUtf8 = new TextDecoder('utf-8', { ignoreBOM: true })
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
async function sha256(...parts: readonly (string | Uint8Array)[]): Promise<string> {
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
function toAscii(provenance: Provenance): string {
  return JSON.stringify(provenance).replace(
    /[^\x20-\x25\x27-\x3b\x3d\x3f-\x7e]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

const isText = (value: unknown): value is string => typeof value === 'string'
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

function parse(text: string): Provenance | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  if (!isRecord(value)) return null
  const { format, kind, view, link, picture, lists, data, file } = value
  if (format !== FORMAT || !isText(kind) || !isText(view)) return null
  if (!isText(link) || !isText(picture)) return null
  if (!isText(data) || !HASH.test(data) || !isText(file) || !Array.isArray(lists)) return null
  const read = lists.flatMap((list: unknown) => {
    if (!isRecord(list)) return []
    const { edition, version, hash } = list
    return isText(edition) && typeof version === 'number' && isText(hash)
      ? [{ edition: edition as EditionId, version, hash }]
      : []
  })
  return read.length === lists.length
    ? { format: FORMAT, kind, view, link, picture, lists: read, data, file }
    : null
}

/** The whole metadata text is ours only if writing what was read gives it again, so that nothing can hide in it. */
async function judge(
  text: string,
  hashWithout: (blank: string) => Promise<string>,
): Promise<ProvenanceReading> {
  const provenance = parse(text)
  if (!provenance)
    return {
      kind: 'broken',
      message: 'The picture’s metadata are not as this program writes them.',
    }
  const intact =
    toAscii(provenance) === text &&
    (await hashWithout(toAscii({ ...provenance, file: '' }))) === provenance.file
  return { kind: 'found', provenance, intact }
}

const SVG_OPEN = '<metadata>'
const SVG_CLOSE = '</metadata>'

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

async function readSvg(svg: string): Promise<ProvenanceReading> {
  const open = svg.indexOf(SVG_OPEN)
  const close = svg.indexOf(SVG_CLOSE)
  if (open < 0 || close < open) return { kind: 'no-metadata' }
  const [before, after] = [svg.slice(0, open + SVG_OPEN.length), svg.slice(close)]
  const text = svg.slice(open + SVG_OPEN.length, close)
  if (!text.includes(FORMAT)) return { kind: 'no-metadata' }
  return judge(text, (blank) => sha256(before + blank + after))
}

const PNG_SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
/** Signature and IHDR, which always comes first and always has 13 bytes of content. */
const PNG_HEAD = 8 + 12 + 13

const latin1 = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0))
const fromLatin1 = (bytes: Uint8Array) =>
  Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')

function uint32(value: number): Uint8Array {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, value)
  return bytes
}

const uint32At = (bytes: Uint8Array, at: number) =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(at)

function chunk(type: string, content: Uint8Array): Uint8Array {
  const body = joined([latin1(type), content])
  return joined([uint32(content.length), body, uint32(crc32(body))])
}

const textPrefix = latin1(`${KEYWORD}\0\0\0\0\0`)

/** The parts of iTXt: keyword, not compressed, no language, no translated keyword, text. */
const textChunk = (text: string) => chunk('iTXt', joined([textPrefix, latin1(text)]))

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

const equal = (a: Uint8Array, b: Uint8Array) =>
  a.length === b.length && a.every((byte, index) => byte === b[index])

async function readPng(png: Uint8Array): Promise<ProvenanceReading> {
  let at = PNG_SIGNATURE.length
  while (at + 12 <= png.length) {
    const end = at + 12 + uint32At(png, at)
    if (end > png.length) break
    const content = png.subarray(at + 8, end - 4)
    if (
      fromLatin1(png.subarray(at + 4, at + 8)) === 'iTXt' &&
      equal(content.subarray(0, textPrefix.length), textPrefix)
    ) {
      const [before, whole, after] = [png.subarray(0, at), png.subarray(at, end), png.subarray(end)]
      const text = fromLatin1(content.subarray(textPrefix.length))
      const reading = await judge(text, (blank) => sha256(before, textChunk(blank), after))
      return reading.kind === 'found' && !equal(whole, textChunk(text))
        ? { ...reading, intact: false }
        : reading
    }
    at = end
  }
  return { kind: 'no-metadata' }
}

/** Reads what a picture says of itself, and whether a byte of it was changed since. Never throws, whatever the bytes are. */
export async function readProvenance(file: Uint8Array): Promise<ProvenanceReading> {
  if (equal(file.subarray(0, PNG_SIGNATURE.length), PNG_SIGNATURE)) return readPng(file)
  const start = fromUtf8.decode(file.subarray(0, 1024))
  if (!/^\uFEFF?\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*|<!DOCTYPE[^>]*>\s*)*<svg[\s>]/.test(start))
    return { kind: 'no-picture' }
  const svg = fromUtf8.decode(file)
  const reading = await readSvg(svg)
  // Bytes that are no UTF-8 all read as the same sign, so that a change among them would go unseen.
  return reading.kind === 'found' && !equal(utf8.encode(svg), file)
    ? { ...reading, intact: false }
    : reading
}
