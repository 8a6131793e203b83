import { createHash, randomUUID } from 'node:crypto'
import { parseEditionId } from '../model/edition'
import type { Issue, Result } from '../model/issue'
import type { Numbered } from './log'
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

/** Why an envelope cannot be trusted. */
export type Damage = {
  /** As the end of a sentence. */
  problem: string
  /** Whether it is whole and was stored under another name: then it never was the version of this one. */
  isMisnamed: boolean
}

/** The format before, which proves its content and not its head; still read, no longer written. */
const UNPROVEN_FORMAT = 'top500-compare/1'
const FORMAT = 'top500-compare/2'
const NEWLINE = 0x0a

type Head = {
  format: string
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

/** An envelope as bytes: its format and the hash of all that follows, a line of JSON, the CSV, and the file. */
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
  const content = Buffer.concat([
    Buffer.from(`${JSON.stringify(head)}\n`),
    body,
    source ?? new Uint8Array(0),
  ])
  return Buffer.concat([Buffer.from(`${FORMAT} ${sha256(content)}\n`), content])
}

/** The first line of some bytes as text, and what follows it; null where no line ends. */
function cutLine(bytes: Uint8Array): { line: string; rest: Uint8Array } | null {
  const end = bytes.indexOf(NEWLINE)
  return end < 0
    ? null
    : { line: new TextDecoder().decode(bytes.subarray(0, end)), rest: bytes.subarray(end + 1) }
}

type Fields = Readonly<Record<string, unknown>>

const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0
const isText = (value: unknown): value is string => typeof value === 'string'
const isNullOr = <T>(value: unknown, is: (value: unknown) => value is T): value is T | null =>
  value === null || is(value)
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null

/** What each field of a stored version must be. */
const VERSION_FIELDS: { [field in keyof Version]: (value: unknown) => boolean } = {
  edition: (value) => isText(value) && parseEditionId(value) !== null,
  version: (value) => isCount(value) && value > 0,
  origin: (value) => value === 'uploaded',
  state: (value) => value === 'list' || value === 'removed',
  keptAt: (value) => isText(value) && !Number.isNaN(Date.parse(value)),
  fileName: (value) => isNullOr(value, isText),
  hash: isText,
  sourceHash: (value) => isNullOr(value, isText),
  systems: isCount,
  rmaxSum: (value) => typeof value === 'number' && value >= 0,
  restores: (value) => isNullOr(value, isCount),
}

function isVersion(value: unknown): value is Version {
  return (
    isFields(value) &&
    Object.entries(VERSION_FIELDS).every(([field, is]) => is(value[field])) &&
    // A version restores an earlier one, so that following them comes to an end.
    (value.restores === null || Number(value.restores) < Number(value.version))
  )
}

function readHead(line: string): Head | null {
  try {
    const head: unknown = JSON.parse(line)
    if (!isFields(head)) return null
    const { format, id, version, issues, csvBytes, sourceBytes } = head
    return (format === FORMAT || format === UNPROVEN_FORMAT) &&
      isText(id) &&
      isVersion(version) &&
      Array.isArray(issues) &&
      isCount(csvBytes) &&
      isCount(sourceBytes)
      ? { format, id, version, issues, csvBytes, sourceBytes }
      : null
  } catch {
    return null
  }
}

/** The part of an envelope that its first line proves; the whole of one that has no such line; null if it is damaged. */
function provenPart(bytes: Uint8Array): { content: Uint8Array; format: string } | null {
  const first = cutLine(bytes)
  if (!first) return null
  const [format, hash, ...more] = first.line.split(' ')
  if (format !== FORMAT) return { content: bytes, format: UNPROVEN_FORMAT }
  return more.length === 0 && hash === sha256(first.rest) ? { content: first.rest, format } : null
}

/**
 * Reads an envelope and proves it: every byte of it must be as it was written, and written for this place.
 * @param place the edition and number under which it is stored.
 */
export function unpack(bytes: Uint8Array, place: Numbered): Result<Envelope, Damage> {
  const broken = (problem: string, isMisnamed = false) => ({
    ok: false as const,
    error: { problem, isMisnamed },
  })
  const proven = provenPart(bytes)
  if (!proven) return broken('its content does not have the hash in its first line')
  const cut = cutLine(proven.content)
  const head = cut && readHead(cut.line)
  if (!cut || head?.format !== proven.format)
    return broken('its first line is not the head of a version')
  const { version, issues, csvBytes, sourceBytes } = head
  if (cut.rest.length !== csvBytes + sourceBytes)
    return broken(`its content has ${cut.rest.length} bytes instead of ${csvBytes + sourceBytes}`)
  const csv = cut.rest.subarray(0, csvBytes)
  const source = cut.rest.subarray(csvBytes)
  if (sha256(csv) !== version.hash) return broken('its content does not have the hash in its head')
  if (sourceBytes > 0 && sha256(source) !== version.sourceHash)
    return broken('the file inside does not have the hash in its head')
  if (version.edition !== place.edition || version.version !== place.version)
    return broken(`it is version ${version.version} of ${version.edition} under another name`, true)
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
