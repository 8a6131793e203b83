import { createHash, randomUUID } from 'node:crypto'
import { parseEditionId } from '../model/edition'
import type { Issue, Result } from '../model/issue'
import type { Version } from './store'

/** One version of a list as it is stored: a line of JSON, the normalised CSV, and the file as it came, in one piece. */
export type Envelope = {
  version: Version
  /** What was found while importing. */
  issues: readonly Issue[]
  /** The list in our own columns; empty for a removal. */
  csv: string
  /** The bytes as they came; null where this version brought none. */
  source: Uint8Array | null
}

const FORMAT = 'top500-compare/1'
const NEWLINE = 0x0a

type Head = {
  format: typeof FORMAT
  /** Of this one writing: two that write the same content at the same moment differ in it. */
  id: string
  version: Version
  issues: readonly Issue[]
  csvBytes: number
  sourceBytes: number
}

/** Hex SHA-256, the identity of a content. */
export function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex')
}

/** An envelope as bytes. */
export function pack({ version, issues, csv, source }: Envelope): Uint8Array {
  const body = new TextEncoder().encode(csv)
  const head: Head = {
    format: FORMAT,
    id: randomUUID(),
    version,
    issues,
    csvBytes: body.length,
    sourceBytes: source?.length ?? 0,
  }
  return Buffer.concat([
    Buffer.from(`${JSON.stringify(head)}\n`),
    body,
    source ?? new Uint8Array(0),
  ])
}

function readHead(bytes: Uint8Array): { head: Head; length: number } | null {
  const end = bytes.indexOf(NEWLINE)
  if (end < 0) return null
  try {
    const head: unknown = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end)))
    if (typeof head !== 'object' || head === null || !('format' in head) || head.format !== FORMAT)
      return null
    return { head: head as Head, length: end + 1 }
  } catch {
    return null
  }
}

/**
 * Reads an envelope and proves it: lengths and hashes must be those that its head names.
 * @param name where it is stored, for the message.
 */
export function unpack(bytes: Uint8Array, name: string): Result<Envelope, string> {
  const read = readHead(bytes)
  const broken = (what: string) => ({
    ok: false as const,
    error: `The stored version ${name} is damaged: ${what}. Restore it from a backup, or keep the list again.`,
  })
  if (!read) return broken('its first line is not the head of a version')
  const { head, length } = read
  const { version, issues, csvBytes, sourceBytes } = head
  if (bytes.length !== length + csvBytes + sourceBytes)
    return broken(`it has ${bytes.length} bytes instead of ${length + csvBytes + sourceBytes}`)
  const csv = bytes.subarray(length, length + csvBytes)
  const source = bytes.subarray(length + csvBytes)
  if (parseEditionId(version.edition) === null || sha256(csv) !== version.hash)
    return broken('its content does not have the hash in its head')
  if (sourceBytes > 0 && sha256(source) !== version.sourceHash)
    return broken('the file inside does not have the hash in its head')
  return {
    ok: true,
    value: {
      version,
      issues,
      csv: new TextDecoder().decode(csv),
      source: sourceBytes > 0 ? source : null,
    },
  }
}
