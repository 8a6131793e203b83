import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, brotliDecompress, constants, gzip } from 'node:zlib'
import { LRUCache } from 'lru-cache'
import { laterAddress, setAside } from './later.js'
import { keptPolicy, nonceOf } from './policy.js'
import { withStyles } from './styles.js'
import { VARY } from './views.js'

/** Bytes of finished views that are kept. */
export const MOST_BYTES = 64 * 1024 * 1024

/** Bytes of headers and bookkeeping that a kept view costs beside its body. */
const OVERHEAD = 4096

const brotli = promisify(brotliCompress)
const plain = promisify(brotliDecompress)
const zip = promisify(gzip)

/** The codings in which a view is sent, as `Accept-Encoding` names them, in the order of preference. */
export const CODINGS = ['br', 'gzip', 'identity']

/** The best that 4 ms of a processor give for a page; both measured on `/`. */
const BROTLI_QUALITY = 5
const GZIP_LEVEL = 6

/** Headers that belong to one connection or one answer, and are said anew. */
const OWN = new Set([
  'connection',
  'keep-alive',
  'date',
  'transfer-encoding',
  'content-length',
  'content-encoding',
  'vary',
  'etag',
  'cache-control',
])

/** What a browser and a cache in front may do: ask again each time, which costs 304 and no body; for a second, a shared one need not. */
const CACHING = 'public, max-age=0, s-maxage=1, must-revalidate'

/** What wakes a page is asked for by the name of that very page, soon after it; a shared cache would keep it for nobody else. */
const FLIGHT_CACHING = 'private, max-age=3600'

/** Types of answers that are views: pages, the parts of pages that soft navigation asks for, and what charts answer with. */
const TYPES = /^(?:text\/(?:html|x-component)|application\/json)\b/

/**
 * Whether an answer may be kept: a whole view, for anybody.
 * @param {{ statusCode: number, headers: Record<string, unknown> }} answer
 */
export function isKeepable({ statusCode, headers }) {
  return (
    statusCode === 200 &&
    headers['set-cookie'] === undefined &&
    TYPES.test(String(headers['content-type'] ?? ''))
  )
}

/**
 * A finished view: its headers, and its body by brotli. Other codings are made of that when they are asked for.
 * `flight`: what React wakes it from, which is asked for later; null where it stands in the page.
 * @typedef {{ headers: Record<string, unknown>, tag: string, br: Buffer, gzip: Promise<Buffer> | null,
 *   flight: View | null }} View
 */

const tagOf = (body) => createHash('sha256').update(body).digest('base64url').slice(0, 27)

/** A text as a view. */
async function viewOf(body, headers, flight = null) {
  const br = await brotli(body, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    },
  })
  return { headers, tag: tagOf(body), br, gzip: null, flight }
}

/** A script as a view of its own. @param {string} caching what a browser may do with it. */
export const scriptView = (text, caching) =>
  viewOf(Buffer.from(text), {
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': caching,
    'x-content-type-options': 'nosniff',
  })

/**
 * Finishes an answer as a view.
 * @param {{ headers: Record<string, unknown>, rawPayload: Buffer }} answer one that {@link isKeepable}.
 * @param {{ url: string, device: string, lists: string }} asked what was asked for, and a name for the list versions.
 * @param {Readonly<Record<string, string>>} sheets the style sheets of pages, see `styles.js`, by their addresses.
 * @returns {Promise<View | null>} null where its policy cannot be kept.
 */
export async function finishView({ headers, rawPayload }, asked, sheets) {
  const kept = Object.fromEntries(Object.entries(headers).filter(([name]) => !OWN.has(name)))
  kept['cache-control'] = CACHING
  kept.vary = VARY.join(', ')
  if (!String(headers['content-type']).startsWith('text/html')) return viewOf(rawPayload, kept)
  const policy = String(headers['content-security-policy'] ?? '')
  const page = rawPayload.toString('utf8')
  const nonce = nonceOf(policy) ?? ''
  const address = laterAddress({ ...asked, page: tagOf(rawPayload) })
  const { html: lean, flight } = setAside(page, { nonce, address })
  const html = withStyles(lean, sheets)
  kept['content-security-policy'] = keptPolicy(policy, html)
  if (kept['content-security-policy'] === null) return null
  const later = flight === null ? null : await scriptView(flight, FLIGHT_CACHING)
  return viewOf(Buffer.from(html), kept, later)
}

/**
 * The bytes of a view in a coding.
 * @param {View} view
 * @param {string} coding one of {@link CODINGS}.
 * @returns {Promise<Buffer>}
 */
export async function bytesOf(view, coding) {
  if (coding === 'br') return view.br
  if (coding !== 'gzip') return plain(view.br)
  view.gzip ??= plain(view.br).then((body) => zip(body, { level: GZIP_LEVEL }))
  return view.gzip
}

const sizeOf = ({ br }) => Math.ceil(2.5 * br.length) + OVERHEAD

/** Views kept in memory, bounded by bytes: gzip, where it is made, is at most half as large again as brotli. */
export const openViews = (bytes = MOST_BYTES) =>
  new LRUCache({
    maxSize: bytes,
    sizeCalculation: (view) => sizeOf(view) + (view.flight ? sizeOf(view.flight) : 0),
  })
