import { SaxesParser } from 'saxes'
import { type EditionId, parseEditionId } from '../model/edition'
import {
  FORMAT,
  PNG_SIGNATURE,
  type Provenance,
  SVG_CLOSE,
  SVG_OPEN,
  sha256,
  textChunk,
  textPrefix,
  toAscii,
} from '../picture/provenance'

/** What was found in a file that is said to be one of our pictures. */
export type ProvenanceReading =
  /** `intact`: the file agrees with the hash that it carries of itself, which anybody can compute. */
  | { kind: 'found'; provenance: Provenance; intact: boolean }
  /** Neither PNG nor SVG. */
  | { kind: 'no-picture' }
  /** A picture without our metadata: from elsewhere, or saved again by a program that dropped them. */
  | { kind: 'no-metadata' }
  /** There are metadata of ours, but they cannot be read. */
  | { kind: 'broken'; message: string }

/** What is read of a file at most. Pictures that leave here have a tenth of it. */
export const READING_LIMITS = {
  /** Bytes of the whole file. */
  bytes: 8 * 1024 * 1024,
  /** Characters of the metadata: twelve long names in a link, and every list there is. */
  metadata: 64 * 1024,
  /** Lists behind one picture. */
  lists: 200,
  /** Chunks of a PNG: ours is the second, and programs that save it again put few before it. */
  chunks: 1000,
  /** Elements of an SVG, and how deep they stand in each other. */
  elements: 50_000,
  depth: 64,
} as const

const HASH = /^[0-9a-f]{64}$/
const SVG_NAMESPACE = 'http://www.w3.org/2000/svg'

/** Keeps a BOM: every byte of a file counts. */
const fromUtf8 = new TextDecoder('utf-8', { ignoreBOM: true })
const fromLatin1 = (bytes: Uint8Array) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
const uint32At = (bytes: Uint8Array, at: number) =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(at)
const equal = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0

const isText = (value: unknown): value is string => typeof value === 'string'
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

type ListOf = { edition: EditionId; version: number; hash: string }

function parseListOf(value: unknown): ListOf | null {
  if (!isRecord(value)) return null
  const { edition, version, hash } = value
  const id = isText(edition) ? parseEditionId(edition) : null
  const numbered = typeof version === 'number' && Number.isSafeInteger(version) && version >= 0
  return id && numbered && isText(hash) && HASH.test(hash) ? { edition: id, version, hash } : null
}

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
  if (lists.length > READING_LIMITS.lists) return null
  const read = lists.flatMap((list: unknown) => parseListOf(list) ?? [])
  return read.length === lists.length
    ? { format: FORMAT, kind, view, link, picture, lists: read, data, file }
    : null
}

const BROKEN: ProvenanceReading = {
  kind: 'broken',
  message: 'The picture’s metadata are not as this program writes them.',
}

/** The whole metadata text is ours only if writing what was read gives it again, so that nothing can hide in it. */
async function judge(
  text: string,
  hashWithout: (blank: string) => Promise<string>,
): Promise<ProvenanceReading> {
  const provenance = text.length > READING_LIMITS.metadata ? null : parse(text)
  if (!provenance) return BROKEN
  const intact =
    toAscii(provenance) === text &&
    (await hashWithout(toAscii({ ...provenance, file: '' }))) === provenance.file
  return { kind: 'found', provenance, intact }
}

/** What the structure of an SVG says: where its metadata begin, if they stand where this program writes them. */
type Structure = { root: boolean; metadata: number | null }

/** Ends the parser where enough is known; it has no other way to be ended. */
class Enough extends Error {}

/**
 * Reads the structure of an SVG with a strict parser; entities of the file's own are refused.
 * @returns null where it is no XML within the limits.
 */
function readStructure(svg: string): Structure | null {
  const found: Structure = { root: false, metadata: null }
  let [elements, depth] = [0, 0]
  const parser = new SaxesParser({ xmlns: true, position: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('doctype', (text) => {
    if (text.includes('[')) throw new Enough('The document declares entities.')
  })
  parser.on('opentag', ({ local, uri }) => {
    elements++
    depth++
    if (elements > READING_LIMITS.elements || depth > READING_LIMITS.depth)
      throw new Enough('The document has too many elements.')
    if (elements === 1) {
      found.root = local === 'svg' && (uri === SVG_NAMESPACE || uri === '')
      if (!found.root) throw new Enough('The document is no SVG.')
    }
    if (elements === 2 && local === 'metadata') found.metadata = parser.position
  })
  parser.on('closetag', () => {
    depth--
  })
  try {
    parser.write(svg).close()
    return found
  } catch {
    // A document that is broken further on is still told as the picture that it was.
    return found.root ? found : null
  }
}

async function readSvg(svg: string): Promise<ProvenanceReading> {
  const structure = readStructure(svg)
  if (!structure) return { kind: 'no-picture' }
  const from = structure.metadata
  if (from === null || !svg.endsWith(SVG_OPEN, from)) return { kind: 'no-metadata' }
  const to = svg.indexOf(SVG_CLOSE, from)
  if (to < 0) return { kind: 'no-metadata' }
  const text = svg.slice(from, to)
  if (!text.includes(FORMAT)) return { kind: 'no-metadata' }
  const [before, after] = [svg.slice(0, from), svg.slice(to)]
  return judge(text, (blank) => sha256(before + blank + after))
}

/** Where our chunk begins and ends in a PNG; null where none of its first chunks is ours. */
function findChunk(png: Uint8Array): { at: number; end: number; content: Uint8Array } | null {
  let at = PNG_SIGNATURE.length
  for (let chunks = 0; chunks < READING_LIMITS.chunks && at + 12 <= png.length; chunks++) {
    const end = at + 12 + uint32At(png, at)
    if (end > png.length) return null
    const content = png.subarray(at + 8, end - 4)
    if (
      fromLatin1(png.subarray(at + 4, at + 8)) === 'iTXt' &&
      equal(content.subarray(0, textPrefix.length), textPrefix)
    )
      return { at, end, content }
    at = end
  }
  return null
}

async function readPng(png: Uint8Array): Promise<ProvenanceReading> {
  const chunk = findChunk(png)
  if (!chunk) return { kind: 'no-metadata' }
  const { at, end, content } = chunk
  if (content.length > READING_LIMITS.metadata + textPrefix.length) return BROKEN
  const [before, whole, after] = [png.subarray(0, at), png.subarray(at, end), png.subarray(end)]
  const text = fromLatin1(content.subarray(textPrefix.length))
  const reading = await judge(text, (blank) => sha256(before, textChunk(blank), after))
  return reading.kind === 'found' && !equal(whole, textChunk(text))
    ? { ...reading, intact: false }
    : reading
}

/** Whether a file may be XML by its first bytes: a `<` behind nothing but white space and a byte order mark. */
function beginsLikeXml(file: Uint8Array): boolean {
  const start = fromUtf8.decode(file.subarray(0, 256)).replace(/^\uFEFF/, '')
  return start.trimStart().startsWith('<')
}

/**
 * Reads what a picture says of itself, and whether that agrees with the rest of it. Never throws, whatever the bytes
 * are; takes up to a second of a processor for the worst, so it runs beside the server (`drawing-process.ts`).
 */
export async function readProvenance(file: Uint8Array): Promise<ProvenanceReading> {
  if (file.length > READING_LIMITS.bytes) return { kind: 'no-picture' }
  if (equal(file.subarray(0, PNG_SIGNATURE.length), PNG_SIGNATURE)) return readPng(file)
  if (!beginsLikeXml(file)) return { kind: 'no-picture' }
  const svg = fromUtf8.decode(file)
  const reading = await readSvg(svg)
  // Bytes that are no UTF-8 all read as the same sign, so that a change among them would go unseen.
  return reading.kind === 'found' && !equal(new TextEncoder().encode(svg), file)
    ? { ...reading, intact: false }
    : reading
}
