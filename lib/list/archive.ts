import { Inflate, zipSync } from 'fflate'
import type { Result } from '../model/issue'
import type { SheetFormat } from './cell'
import { crc32 } from './crc'
import { finding, quote } from './finding'
import { LIMITS } from './limits'
import { boundRepeats } from './text-workbook'
import { guardXml } from './xml'

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_ENTRY = 0x04034b50
const END_LENGTH = 22
const LONGEST_COMMENT = 0xffff
/** Compressed bytes inflated at a time: at most a thousandfold of this stands in memory before the bound is checked. */
const STEP = 4096

type Entry = {
  name: string
  method: number
  flags: number
  compressed: number
  declared: number
  /** CRC-32 of the inflated part. */
  crc: number
  offset: number
}

const fault = (code: string, message: string, remedy: string): Result<never> => ({
  ok: false,
  error: [finding('error', code, {}, message, remedy)],
})
const AGAIN = 'Download the file again and drop it here once it is complete.'
const truncated = () =>
  fault(
    'truncated-archive',
    'The workbook breaks off before its end; it was probably not downloaded to the end.',
    AGAIN,
  )

/** The directory of an archive; null where there is no whole one, as in a file that breaks off. */
function directory(bytes: Uint8Array): Entry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - END_LENGTH
  const first = Math.max(0, end - LONGEST_COMMENT)
  while (end >= first && view.getUint32(end, true) !== END_OF_DIRECTORY) end--
  if (end < first) return null
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  const entries: Entry[] = []
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) return null
    const nameLength = view.getUint16(at + 28, true)
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      compressed: view.getUint32(at + 20, true),
      declared: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

/** One part inflated, at most `room` bytes; null where it is larger or broken. */
function inflate(
  bytes: Uint8Array,
  entry: Entry,
  room: number,
): Uint8Array | 'too-large' | 'broken' {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== LOCAL_ENTRY)
    return 'broken'
  const start =
    entry.offset +
    30 +
    view.getUint16(entry.offset + 26, true) +
    view.getUint16(entry.offset + 28, true)
  const data = bytes.subarray(start, start + entry.compressed)
  if (data.length !== entry.compressed) return 'broken'
  if (entry.method === 0) return data.length > room ? 'too-large' : data
  if (entry.method !== 8) return 'broken'
  const chunks: Uint8Array[] = []
  let size = 0
  const stream = new Inflate((chunk) => {
    size += chunk.length
    chunks.push(chunk)
  })
  try {
    for (let at = 0; at < data.length; at += STEP) {
      stream.push(data.subarray(at, at + STEP), at + STEP >= data.length)
      if (size > room) return 'too-large'
    }
  } catch {
    return 'broken'
  }
  const whole = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}

const locked = () =>
  fault(
    'password-protected',
    'The workbook is protected by a password.',
    'Open it with its password, save it without one, and drop that file.',
  )

/** Other files that are archives, by a part that gives them away. */
const OTHER_ARCHIVES: readonly { part: RegExp; code: string; what: string; remedy: string }[] = [
  {
    part: /^EncryptedPackage$/,
    code: 'password-protected',
    what: 'a password-protected workbook',
    remedy: 'Open it with its password, save it without one, and drop that file.',
  },
  {
    part: /^word\//,
    code: 'text-document',
    what: 'a Word document',
    remedy: 'Drop the list itself, as .xls, .xlsx or CSV.',
  },
  {
    part: /^ppt\//,
    code: 'presentation',
    what: 'a presentation',
    remedy: 'Drop the list itself, as .xls, .xlsx or CSV.',
  },
]

/**
 * The workbooks that are archives: the part that tells each, and the parts that its cells need, with those without which
 * the reader takes it for broken (metadata and persons); pictures, macros and the rest are never inflated.
 */
const WORKBOOKS: readonly { format: SheetFormat; told: RegExp; needed: RegExp }[] = [
  {
    format: 'xlsx',
    told: /^xl\/workbook\.xml$/i,
    needed:
      /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:_rels\/)?workbook\.xml(?:\.rels)?|xl\/(?:sharedStrings|styles|metadata)\.xml|xl\/(?:worksheets|persons)\/[^/]+\.xml)$/i,
  },
  {
    format: 'xlsb',
    told: /^xl\/workbook\.bin$/i,
    needed:
      /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:_rels\/)?workbook\.bin(?:\.rels)?|xl\/(?:sharedStrings|styles|metadata)\.bin|xl\/worksheets\/[^/]+\.bin|xl\/(?:metadata\.xml|persons\/[^/]+\.xml))$/i,
  },
  {
    format: 'ods',
    told: /^content\.xml$/,
    needed: /^(?:content\.xml|styles\.xml|META-INF\/manifest\.xml)$/,
  },
]

/** The part that lists the others; the reader looks for what it names. */
const CONTENTS = /^\[Content_Types\]\.xml$/i
const NAMED_PART = /<(?:\w{1,9}:)?Override\b[^<>]*>/g

/** The list of parts without those that are not handed on, which the reader would miss: people, metadata, pictures. */
function withoutDropped(contents: Uint8Array, kept: ReadonlySet<string>): Uint8Array {
  const text = new TextDecoder().decode(contents)
  const rest = text.replace(NAMED_PART, (tag) => {
    const [, name] = /\bPartName\s*=\s*["']\/?([^"']*)["']/.exec(tag) ?? []
    return name !== undefined && kept.has(name.toLowerCase()) ? tag : ''
  })
  return new TextEncoder().encode(rest)
}

/** Entities and document types, by which a small text stands for an endless one; no spreadsheet program writes them. */
const DOCUMENT_TYPE = /<!(?:DOCTYPE|ENTITY)/i

/** Files that may be lists, by the ends of their names; what macOS adds to archives is none. */
const LIST_FILE = /^(?!__MACOSX\/)(?:.*\/)?[^/.][^/]*\.(?:xlsx?|xlsb|csv|tsv|txt|ods|xml|html?)$/i
/** Names shown of an archive's files. */
const SHOWN = 5

/** An archive that is no workbook: names the lists that were packed into it. */
function archiveOf(entries: readonly Entry[]): Result<never> {
  const files = entries.flatMap(({ name }) => (LIST_FILE.test(name) ? [name] : []))
  if (files.length === 0)
    return fault(
      'archive',
      'This is an archive without a workbook or a table inside.',
      'Drop the list itself, as .xls, .xlsx or CSV.',
    )
  const [only = ''] = files
  const names = files.slice(0, SHOWN).map((name) => `“${quote(name, 60)}”`)
  const rest = files.length > SHOWN ? ` and ${files.length - SHOWN} more` : ''
  return fault(
    'archive',
    files.length === 1
      ? `This is an archive with one file that may be a list, “${quote(only, 60)}”.`
      : `This is an archive with ${files.length} files that may be lists: ${names.join(', ')}${rest}.`,
    files.length === 1
      ? 'Unpack it and drop that file.'
      : 'Unpack it and drop the files, all at once if you like.',
  )
}

/** What keeps an OpenDocument file from being read: a password, or that it is no table. Bounds its repeated cells. */
function guardOpenDocument(parts: Record<string, Uint8Array>): Result<never> | null {
  const manifest = parts['META-INF/manifest.xml']
  if (manifest && /\bencryption-data\b/.test(new TextDecoder().decode(manifest))) return locked()
  const content = new TextDecoder().decode(parts['content.xml'])
  if (!content.includes('office:spreadsheet'))
    return fault(
      'text-document',
      'This is an OpenDocument file without a spreadsheet, which is not read.',
      'Drop the list itself, as .ods, .xlsx or CSV.',
    )
  const broken = guardXml(content)
  if (broken) return { ok: false, error: [broken] }
  parts['content.xml'] = new TextEncoder().encode(boundRepeats(content))
  return null
}

/**
 * Opens a workbook's archive within bounds and hands on only what its cells need, stored plainly, so that no reader after
 * this one can be made to inflate anything.
 */
export function guardArchive(
  bytes: Uint8Array,
): Result<{ format: SheetFormat; bytes: Uint8Array }> {
  const entries = directory(bytes)
  if (!entries) return truncated()
  const other = OTHER_ARCHIVES.find(({ part }) => entries.some(({ name }) => part.test(name)))
  if (other) return fault(other.code, `This is ${other.what}, which is not read.`, other.remedy)
  const kind = WORKBOOKS.find(({ told }) => entries.some(({ name }) => told.test(name)))
  if (!kind) return archiveOf(entries)
  const needed = entries.filter(({ name }) => kind.needed.test(name))
  const declared = needed.reduce((sum, entry) => sum + entry.declared, 0)
  const bomb = () =>
    fault(
      'inflates-too-far',
      `The workbook’s parts inflate to more than ${LIMITS.inflated / 1024 / 1024} MB; a published list inflates to under 1 MB.`,
      'Remove the other sheets and save it again, or save the list as CSV.',
    )
  if (entries.length > LIMITS.parts || declared > LIMITS.inflated) return bomb()
  const parts: Record<string, Uint8Array> = Object.create(null)
  let room: number = LIMITS.inflated
  for (const entry of needed) {
    if (entry.flags & 1) return locked()
    const part = inflate(bytes, entry, room)
    if (part === 'too-large') return bomb()
    if (part === 'broken')
      return fault(
        'broken-archive',
        `The workbook’s part ${entry.name.slice(0, 60)} cannot be read.`,
        AGAIN,
      )
    if (crc32(part) !== entry.crc)
      return fault(
        'damaged-archive',
        `The workbook’s part ${entry.name.slice(0, 60)} is damaged: what it holds does not match its checksum (CRC-32), so any of its cells may have changed.`,
        AGAIN,
      )
    room -= part.length
    // Without zeros, as the part may be in UTF-16.
    if (DOCUMENT_TYPE.test(new TextDecoder('latin1').decode(part).replaceAll('\0', '')))
      return fault(
        'document-type',
        `The workbook’s part ${entry.name.slice(0, 60)} declares entities, which no spreadsheet program writes.`,
        'Use the file that top500.org offers for download.',
      )
    parts[entry.name] = part
  }
  if (kind.format === 'ods') {
    const refusal = guardOpenDocument(parts)
    if (refusal) return refusal
  }
  const kept = new Set(Object.keys(parts).map((name) => name.toLowerCase()))
  for (const [name, part] of Object.entries(parts))
    if (CONTENTS.test(name)) parts[name] = withoutDropped(part, kept)
  return { ok: true, value: { format: kind.format, bytes: zipSync(parts, { level: 0 }) } }
}
