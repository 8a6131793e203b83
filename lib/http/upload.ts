import { LIMITS } from '../list/limits'
import { parsePart } from '../list/lists'
import { type EditionId, parseEditionId } from '../model/edition'
import type { Result } from '../model/issue'
import { boundaryOf, hasTooManyParts } from './parts.js'
import type { Refusal } from './refusal'

/** Bytes of a whole upload: the file, and some for the fields around it. */
export const LARGEST_UPLOAD = LIMITS.bytes + 64 * 1024

/** Parts of an upload; ours have five. */
const MOST_PARTS = 16
const LONGEST_NAME = 200

/** What the field `figures` says where a person has looked at figures that would be refused. */
export const CONFIRMED = 'confirmed'

/** What somebody sends to be kept. */
export type Upload = {
  bytes: Uint8Array
  /** Freed of paths and control characters. */
  fileName: string | null
  /** Which list the sender says it is. */
  edition: EditionId | null
  /** Which list of a file with several is meant, from 1; null where the file has one. */
  part: number | null
  /** Whether the sender says that figures are right which would be refused as implausible. */
  confirmed: boolean
  /** The version that the sender saw, -1 for none; null where they do not say. */
  expected: number | null
}

const no = (code: Refusal['code'], message: string): { ok: false; error: Refusal } => ({
  ok: false,
  error: { code, message },
})

const tooLarge = `The upload has more than ${Math.round(LARGEST_UPLOAD / 1024 / 1024)} MB; a list has less than one. Send the file that top500.org offers.`

/** Reads a body as far as it may go; null as soon as it is longer, however long it says that it is. */
async function readBounded(
  body: ReadableStream<Uint8Array>,
  largest: number,
): Promise<Uint8Array | null> {
  const reader = body.getReader()
  const chunks: Uint8Array[] = []
  let length = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return Buffer.concat(chunks)
    length += value.length
    if (length > largest) {
      await reader.cancel()
      return null
    }
    chunks.push(value)
  }
}

/** The last part of a path of any system, without control characters; null for nothing. */
export function plainFileName(name: string): string | null {
  const last = name.replace(/\p{C}/gu, '').split(/[/\\]/).at(-1)?.trim() ?? ''
  return last === '' || last === '.' || last === '..'
    ? null
    : [...last].slice(0, LONGEST_NAME).join('')
}

/** Reads the number of a version that a writer saw; undefined for what is none. */
export function parseExpected(text: string): number | undefined {
  return /^(?:-1|\d{1,6})$/.test(text) ? Number(text) : undefined
}

async function parseForm(bytes: Uint8Array, contentType: string): Promise<FormData | null> {
  const boundary = boundaryOf(contentType)
  if (boundary === null || hasTooManyParts(bytes, boundary, MOST_PARTS)) return null
  try {
    return await new Response(new Uint8Array(bytes), {
      headers: { 'content-type': contentType },
    }).formData()
  } catch {
    return null
  }
}

/**
 * Reads a form that brings files, within bounds: however long the body says that it is, no more than that is held.
 * @param largest bytes of the whole body. @param tooLargeMessage what to say of a longer one.
 */
export async function readForm(
  request: Request,
  largest: number,
  tooLargeMessage: string,
): Promise<Result<FormData, Refusal>> {
  const contentType = request.headers.get('content-type') ?? ''
  if (!/^multipart\/form-data\s*;/i.test(contentType))
    return no('not-multipart', 'Send the file as multipart/form-data in a field “file”.')
  if (Number(request.headers.get('content-length')) > largest)
    return no('too-large', tooLargeMessage)
  const bytes = request.body ? await readBounded(request.body, largest) : new Uint8Array(0)
  if (bytes === null) return no('too-large', tooLargeMessage)
  const form = await parseForm(bytes, contentType)
  return form
    ? { ok: true, value: form }
    : no('bad-request', 'The multipart body is broken or has too many parts.')
}

/** Reads an upload: `multipart/form-data` with `file`, and perhaps `edition`, `part`, `figures` and `expected`. */
export async function readUpload(request: Request): Promise<Result<Upload, Refusal>> {
  const read = await readForm(request, LARGEST_UPLOAD, tooLarge)
  if (!read.ok) return read
  const form = read.value
  const files = form.getAll('file')
  const [file] = files
  if (files.length !== 1 || !(file instanceof File))
    return no('bad-request', 'Send exactly one file, in the field “file”.')
  const edition = form.get('edition') ?? ''
  const id = typeof edition === 'string' ? parseEditionId(edition) : null
  if (edition !== '' && !id)
    return no('bad-request', 'The field “edition” is no list; lists are called 1993-06, 1993-11 ….')
  const which = form.get('part') ?? ''
  const part = typeof which === 'string' ? parsePart(which) : undefined
  if (which !== '' && part === undefined)
    return no('bad-request', 'The field “part” is the number of a list in the file, from 1.')
  const figures = form.get('figures') ?? ''
  if (figures !== '' && figures !== CONFIRMED)
    return no('bad-request', `The field “figures” can only say “${CONFIRMED}”.`)
  const saw = form.get('expected') ?? ''
  const expected = typeof saw === 'string' ? parseExpected(saw) : undefined
  if (saw !== '' && expected === undefined)
    return no('bad-request', 'The field “expected” is the number of a version, or -1 for none.')
  return {
    ok: true,
    value: {
      bytes: new Uint8Array(await file.arrayBuffer()),
      fileName: plainFileName(file.name),
      edition: id,
      part: part ?? null,
      confirmed: figures === CONFIRMED,
      expected: expected ?? null,
    },
  }
}
