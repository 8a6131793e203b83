import { boundaryOf, hasTooManyParts } from '../../lib/http/parts.js'

/** Bytes of a form for a page: a file as large as any list may be, and some for the fields around it. */
export const LARGEST_FORM = 8 * 1024 * 1024 + 64 * 1024

/** Parts of such a form: a few for each of the lists that one file may hold. */
export const MOST_PARTS = 128

/** Bytes of a form that has no parts. */
const LONGEST_PLAIN = 64 * 1024

/** Pages with a form of their own; all other forms are sent to `/api/`. */
const PAGES = ['/lists']

/** @typedef {{ status: number, message: string }} Refused */

/** @type {Refused} */
const NOT_HERE = {
  status: 405,
  message: 'Nothing can be sent to this address; it can only be read.',
}
/** @type {Refused} */
const TOO_LARGE = {
  status: 413,
  message:
    'The upload has more than 8 MB; a list has less than one. Go back, and choose the file that top500.org offers.',
}
/** @type {Refused} */
const TOO_MANY = {
  status: 400,
  message:
    'The form has more parts than any form of this page. Go back, and send one file at a time.',
}

/** @type {Refused} */
const BROKEN = {
  status: 400,
  message:
    'The form did not come as a browser sends one. Go back, load the page anew, and send it again.',
}

/**
 * The headers with which a form that was read goes on to Next. Next compares `Origin` with the host that it takes to be
 * this one, and fails as at a fault of its own where they differ, as behind a proxy that does not pass `Host` on. Who may
 * write is decided by `lib/access`, which knows PUBLIC_URL and says why not; so Next is told that they are the same.
 * @param {import('node:http').IncomingHttpHeaders} headers
 */
export function formHeaders({ 'transfer-encoding': _, 'content-length': __, ...headers }) {
  const { origin } = headers
  if (origin === undefined) return headers
  try {
    return { ...headers, 'x-forwarded-host': new URL(origin).host }
  } catch {
    // The origin `null` is no place, nor is what is no address at all.
    return { ...headers, origin: 'null', 'x-forwarded-host': 'null' }
  }
}

/** Whether a request brings something to a page, which Next would read whole, in the thread that serves everybody. */
export function bringsForm({ method, url }) {
  return method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS' && !/^\/api\//.test(url)
}

/** The bytes of a body, or null as soon as it is longer than may be. */
async function bodyOf(request, largest) {
  if (Number(request.headers['content-length']) > largest) return null
  const chunks = []
  let length = 0
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    length += chunk.length
    if (length > largest) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** Whether a form has more parts than may be; one that is no multipart body has none, and is short. */
function hasTooMany(body, contentType) {
  const boundary = boundaryOf(contentType)
  return boundary === null
    ? body.length > LONGEST_PLAIN
    : hasTooManyParts(body, boundary, MOST_PARTS)
}

/** Whether a body that says that it is a form with files is one; what is none is a fault in the eyes of Next. */
async function isBroken(body, contentType) {
  if (!/^multipart\//i.test(contentType ?? '')) return false
  try {
    await new Response(body, { headers: { 'content-type': contentType } }).formData()
    return false
  } catch {
    return true
  }
}

/**
 * Reads what somebody brings to a page, within bounds, before Next does.
 * @param {import('node:http').IncomingMessage} request
 * @returns {Promise<{ body: Buffer } | { refused: Refused }>}
 */
export async function readForm(request) {
  const [path] = request.url.split('?', 1)
  if (request.method !== 'POST' || !PAGES.includes(path)) return { refused: NOT_HERE }
  const body = await bodyOf(request, LARGEST_FORM)
  if (body === null) return { refused: TOO_LARGE }
  const type = request.headers['content-type']
  if (hasTooMany(body, type)) return { refused: TOO_MANY }
  return (await isBroken(body, type)) ? { refused: BROKEN } : { body }
}
