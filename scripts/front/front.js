import { createServer } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import compression from 'compression'
import inject from 'light-my-request'
import Negotiator from 'negotiator'
import { openBodies } from './bodies.js'
import { BYTEWISE, bytewise } from './bytewise.js'
import { bringsForm, formHeaders, readForm } from './forms.js'
import { answerRefused, stopAtGate } from './gate.js'
import { bytesOf, CODINGS, finishView, isKeepable, openViews, scriptView } from './kept.js'
import { OUTDATED, readLater, setAside } from './later.js'
import { nonceOf } from './policy.js'
import { withStyles } from './styles.js'
import { openTurns } from './turns.js'
import { askedBy, deviceOf, isPage, isView, viewKey } from './views.js'

/**
 * Views that are made once the server is up, those of which the first costs what no other does: lists are read and linked,
 * and the index of the search is made. Nobody should wait for that, least of all while strangers press.
 * @type {readonly string[]}
 */
const FIRST_VIEWS = ['/', '/time', '/search?q=azure']

/** Milliseconds from the start after which the first of them is made; whoever has just started the server goes first. */
const FIRST_AFTER_MS = 3000

/** Milliseconds for which what is known of the lists is believed; another process may have kept one. */
const FRESH_MS = 500

/**
 * A name for the versions of all lists, asked for at most twice a second, and anew after each request that may write.
 * @param {() => Promise<string>} ask
 */
function listWatch(ask) {
  let known = null
  let at = Number.NEGATIVE_INFINITY
  let writing = 0
  let asking = null
  return {
    /** @returns {Promise<string | null>} null where the store cannot be reached: nothing may then be kept. */
    async now() {
      if (writing === 0 && performance.now() - at < FRESH_MS) return known
      asking ??= ask()
        .catch(() => null)
        .then((lists) => {
          known = lists
          at = performance.now()
          asking = null
          return lists
        })
      return asking
    },
    /** Believes nothing while a request that may write is under way, and asks anew after it. */
    noteWrite(response) {
      writing++
      response.once('close', () => {
        writing--
        at = Number.NEGATIVE_INFINITY
        asking = null
      })
    },
  }
}

/**
 * Sends a kept view, or says that the reader has it already.
 * @param {import('./kept.js').View} view
 */
async function send(view, request, response) {
  const coding = new Negotiator(request).encoding(CODINGS, { preferred: CODINGS }) ?? 'identity'
  const tag = `"${view.tag}-${coding}"`
  const headers = { ...view.headers, etag: tag }
  const known = request.headers['if-none-match']
  if (known?.split(',').some((one) => one.trim().replace(/^W\//, '') === tag)) {
    response.writeHead(304, headers).end()
    return
  }
  const bytes = await bytesOf(view, coding)
  if (coding !== 'identity') headers['content-encoding'] = coding
  headers['content-length'] = bytes.length
  response.writeHead(200, headers).end(request.method === 'HEAD' ? undefined : bytes)
}

function notFound(response) {
  response.writeHead(404, { 'content-type': 'text/plain' }).end('There is nothing here.')
}

/** Headers that belong to the connection on which an answer was made. */
const OF_CONNECTION = ['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'date']

/** Whether an answer gains by compression. Next sets its type as a list of one, which the library does not read. */
function isCompressible(request, response) {
  const type = response.getHeader('content-type')
  if (Array.isArray(type) && type.length === 1) response.setHeader('content-type', type[0])
  return compression.filter(request, response)
}

/** Sends an answer that is not kept to the one reader for whom it was made. */
function sendOwn({ statusCode, headers, rawPayload }, request, response) {
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined && !OF_CONNECTION.includes(name)) response.setHeader(name, value)
  response.writeHead(statusCode).end(request.method === 'HEAD' ? undefined : rawPayload)
}

/**
 * A layer in front of a request handler that keeps finished views as bytes and compresses everything else that leaves.
 * @param {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => unknown} handle
 * @param {{ lists: () => Promise<string>, adopt?: (request: object, response: object) => void, today?: () => string,
 *   views?: ReturnType<typeof openViews>, sheets?: Readonly<Record<string, string>> }} options
 *   `lists` names the versions of all lists, and fails where the store cannot be reached; `adopt` is told of each request
 *   that is made of another one, and of its response; `sheets` are the style sheets of the build, by their addresses.
 * @returns {{ answer: (request: object, response: object) => Promise<void>, prepare: (url: string) => Promise<boolean> }}
 *   `answer` answers every request; `prepare` makes a view that nobody has asked for, and says whether it is kept.
 */
export function frontOf(
  handle,
  {
    lists,
    adopt = () => undefined,
    today = () => new Date().toISOString().slice(0, 10),
    views = openViews(),
    sheets = {},
  },
) {
  const watch = listWatch(lists)
  const compress = compression({ filter: isCompressible })
  const making = new Map()
  const turns = openTurns()
  const bodies = openBodies()
  const inPages = Object.fromEntries(
    Object.entries(sheets).map(([address, css]) => [address, bytewise(css)]),
  )

  /** Lets the handler answer a request that is made of another one: a status, headers, and bytes. */
  async function answerOf(request, asked) {
    const answer = await inject(
      (own, answered) => {
        adopt(own, answered)
        return handle(own, answered)
      },
      // The library would make a text of the whole body, which nobody reads.
      {
        url: request.url,
        remoteAddress: request.socket.remoteAddress,
        payloadAsStream: true,
        ...asked,
      },
    )
    const { statusCode, headers } = answer
    return { statusCode, headers, rawPayload: Buffer.concat(await answer.stream().toArray()) }
  }

  /** Makes a view for everybody who asks for it at this moment; HEAD is made as GET, or an empty body would be kept. */
  async function make(key, request, lists) {
    const headers = { ...request.headers, 'accept-encoding': 'identity' }
    const answer = await turns.take(() => answerOf(request, { method: 'GET', headers }))
    const asked = { url: request.url, device: deviceOf(request.headers), lists }
    const view = isKeepable(answer) ? await finishView(answer, asked, inPages) : null
    if (view) views.set(key, view)
    return { answer, view }
  }

  const pass = (request, response) => {
    turns.noteOther(response)
    return compress(request, response, () => handle(request, response))
  }

  /** A page for one reader, be it a refusal or what a form is answered with: with its style sheets, and scripts that wait. */
  function finishOwn({ headers, rawPayload }) {
    const nonce = nonceOf(String(headers['content-security-policy'] ?? ''))
    const html = bytewise(rawPayload)
    const lean = nonce === undefined ? html : setAside(html, { nonce, address: null }).html
    return Buffer.from(withStyles(lean, inPages), BYTEWISE)
  }

  function sendMade(answer, request, response) {
    const isHtml = String(answer.headers['content-type']).startsWith('text/html')
    const rawPayload = isHtml ? finishOwn(answer) : answer.rawPayload
    compress(request, response, () => sendOwn({ ...answer, rawPayload }, request, response))
  }

  /** A page for one reader is made in its turn, as the views are, and sent when it is done: its reader may be slow. */
  async function answerPage(request, response) {
    const { method, headers } = request
    sendMade(await turns.take(() => answerOf(request, { method, headers })), request, response)
  }

  /** The view of a key, made where it is not kept; where it cannot be kept, the answer, for the one who asked first. */
  async function viewOf(key, request, lists) {
    const kept = views.get(key)
    if (kept) return { view: kept, answer: null }
    const others = making.get(key)
    const made = others ?? make(key, request, lists).finally(() => making.delete(key))
    making.set(key, made)
    const { answer, view } = await made
    return { view, answer: others ? null : answer }
  }

  async function answerView(key, request, response, lists) {
    const { view, answer } = await viewOf(key, request, lists)
    if (view) return send(view, request, response)
    if (answer === null) return pass(request, response)
    sendMade(answer, request, response)
  }

  /** What a page was relieved of: the page is made again where it is kept no longer, and asked for anew where it is outdated. */
  async function answerLater(later, request, response) {
    const lists = await watch.now()
    const { url, device } = later
    if (lists === null || !isView(url)) return notFound(response)
    if (!later.isCurrent(lists))
      return send(await scriptView(OUTDATED, 'no-store'), request, response)
    const asking = { method: 'GET', url, headers: askedBy(device), socket: request.socket }
    const key = viewKey(asking, { day: today(), lists })
    const { view } = await viewOf(key, asking, lists)
    if (!view?.flight) return notFound(response)
    return send(view.flight, request, response)
  }

  async function answerForm(request, response) {
    const read = await readForm(request)
    if (read.refused) {
      const { status, message } = read.refused
      // What has not been read is dropped as it comes, so that whoever sends it hears the answer.
      response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(message)
      return
    }
    const headers = formHeaders(request.headers)
    const { method } = request
    const answer = await answerOf(request, { method, headers, payload: read.body })
    sendMade(answer, request, response)
  }

  async function answer(request, response) {
    try {
      const refused = stopAtGate(request)
      if (refused) return answerRefused(refused, request, response)
      bodies.note(request, response)
      if (request.method !== 'GET' && request.method !== 'HEAD' && request.method !== 'OPTIONS')
        watch.noteWrite(response)
      if (bringsForm(request)) return await answerForm(request, response)
      const later = readLater(request.url)
      if (later) return await answerLater(later, request, response)
      const known = await watch.now()
      const key = known === null ? null : viewKey(request, { day: today(), lists: known })
      if (key !== null) return await answerView(key, request, response, known)
      // Where the store is away a page waits for it, and nobody else should.
      await (known !== null && isPage(request) ? answerPage : pass)(request, response)
    } catch (error) {
      // Whoever breaks off hears nothing, and that is no fault.
      if (request.socket.destroyed) return
      console.error(error)
      if (response.headersSent) response.destroy()
      else response.writeHead(500, { 'content-type': 'text/plain' }).end('The server failed.')
    }
  }

  async function prepare(url) {
    const request = { method: 'GET', url, headers: {}, socket: {} }
    const known = await watch.now()
    const key = known === null ? null : viewKey(request, { day: today(), lists: known })
    return key !== null && (await viewOf(key, request, known)).view !== null
  }

  return { answer, prepare }
}

/**
 * A server with that layer in front of a handler. Once it listens it makes the first views, one after the other, and
 * rests after each for as long as that took.
 * @param {readonly string[]} options.first their addresses.
 */
export function frontServer(handle, { first = FIRST_VIEWS, ...options }) {
  const { answer, prepare } = frontOf(handle, options)
  const server = createServer(answer)
  server.once('listening', async () => {
    let rest = FIRST_AFTER_MS
    for (const url of first) {
      await setTimeout(rest, null, { ref: false })
      if (!server.listening) return
      const from = performance.now()
      // Whatever is wrong will be said to whoever asks.
      if (!(await prepare(url).catch(() => false))) return
      rest = performance.now() - from
    }
  })
  return server
}
