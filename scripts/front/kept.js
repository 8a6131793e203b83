import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, brotliDecompress, constants, gzip } from 'node:zlib'
import { LRUCache } from 'lru-cache'
import { BYTEWISE, bytewise } from './bytewise.js'
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

/** Bytes that are compressed at a stretch, at least. */
const MOST_PIECE = 16 * 1024

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
 * `br`: a function where the body is compressed only once it is asked for; `bytes`: what is held of it.
 * `flight`: what React wakes it from, which is asked for later; null where it stands in the page.
 * @typedef {{ headers: Record<string, unknown>, tag: string, br: Buffer | Promise<Buffer> | (() => Promise<Buffer>),
 *   bytes: number, gzip: Promise<Buffer> | null, flight: View | null }} View
 */

const tagOf = (body) => createHash('sha256').update(body).digest('base64url').slice(0, 27)

const compressed = (body) =>
  brotli(body, {
    // One piece, as the thread that answers turns to each.
    chunkSize: Math.max(MOST_PIECE, body.length),
    params: {
      [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    },
  })

/** A body as a view. @param {string} tag a name for it. */
async function viewOf(body, headers, tag = tagOf(body), flight = null) {
  const br = await compressed(body)
  return { headers, tag, br, bytes: br.length, gzip: null, flight }
}

const scriptHeaders = (caching) => ({
  'content-type': 'text/javascript; charset=utf-8',
  'cache-control': caching,
  'x-content-type-options': 'nosniff',
})

/** A script as a view of its own. @param {string} caching what a browser may do with it. */
export const scriptView = (text, caching) => viewOf(Buffer.from(text), scriptHeaders(caching))

/** What React wakes a page from, as a view. Many who see a page never ask for it, so it is compressed for the first who does. */
const flightView = (body, tag) => ({
  headers: scriptHeaders(FLIGHT_CACHING),
  tag,
  br: () => compressed(body),
  bytes: body.length,
  gzip: null,
  flight: null,
})

/**
 * Finishes an answer as a view.
 * @param {{ headers: Record<string, unknown>, rawPayload: Buffer }} answer one that {@link isKeepable}.
 * @param {{ url: string, device: string, lists: string }} asked what was asked for, and a name for the list versions.
 * @param {Readonly<Record<string, string>>} sheets the style sheets of pages, see `styles.js`, by their addresses, bytewise.
 * @returns {Promise<View | null>} null where its policy cannot be kept.
 */
export async function finishView({ headers, rawPayload }, asked, sheets) {
  const kept = Object.fromEntries(Object.entries(headers).filter(([name]) => !OWN.has(name)))
  kept['cache-control'] = CACHING
  kept.vary = VARY.join(', ')
  if (!String(headers['content-type']).startsWith('text/html')) return viewOf(rawPayload, kept)
  const policy = String(headers['content-security-policy'] ?? '')
  const nonce = nonceOf(policy)
  if (nonce === undefined) return null
  // The nonce is new for each page that is made, so that a name made of it is one of that page and all that is in it.
  const tag = tagOf(nonce)
  const address = laterAddress({ ...asked, page: tag })
  const { html: lean, flight } = setAside(bytewise(rawPayload), { nonce, address })
  const html = withStyles(lean, sheets)
  kept['content-security-policy'] = keptPolicy(policy, html)
  if (kept['content-security-policy'] === null) return null
  const later = flight === null ? null : flightView(Buffer.from(flight, BYTEWISE), `${tag}-later`)
  return viewOf(Buffer.from(html, BYTEWISE), kept, tag, later)
}

/**
 * The bytes of a view in a coding.
 * @param {View} view
 * @param {string} coding one of {@link CODINGS}.
 * @returns {Promise<Buffer>}
 */
export async function bytesOf(view, coding) {
  if (typeof view.br === 'function') view.br = view.br()
  const br = await view.br
  if (coding === 'br') return br
  if (coding !== 'gzip') return plain(br)
  view.gzip ??= plain(br).then((body) => zip(body, { level: GZIP_LEVEL }))
  return view.gzip
}

const sizeOf = ({ bytes }) => Math.ceil(2.5 * bytes) + OVERHEAD

/** Views kept in memory, bounded by bytes: gzip, where it is made, is at most half as large again as brotli. */
export const openViews = (bytes = MOST_BYTES) =>
  new LRUCache({
    maxSize: bytes,
    sizeCalculation: (view) => sizeOf(view) + (view.flight ? sizeOf(view.flight) : 0),
  })
