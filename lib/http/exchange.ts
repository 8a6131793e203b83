import { randomUUID } from 'node:crypto'
import { subscribe } from 'node:diagnostics_channel'
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'

/** What the socket says of a request, whatever its headers say, and how it came before the framework touched it. */
export type Connection = {
  /** The address of the machine that connected; empty where the connection is gone. */
  address: string
  isHttp10: boolean
  /** A header by which proxies tell of themselves; null where the request had none. */
  forwardedBy: string | null
}

type Exchange = Connection & { response: ServerResponse }

/** The exchanges of this process that are under way. */
type Exchanges = {
  /** The secret name of the header that holds a request's key. */
  header: string
  open: Map<string, Exchange>
  /** Notes an exchange and gives its request a key. */
  note(request: Pick<IncomingMessage, 'headers'>, exchange: Exchange): void
  /** For the layer in front of Next: a request that it makes of another one is answered by another response. */
  adopt(request: Pick<IncomingMessage, 'headers'>, response: ServerResponse): void
}

/** Headers that a proxy adds and nobody else does. The framework adds some itself, so they are looked at before. */
const FORWARDING: ReadonlySet<string> = new Set([
  ...['forwarded', 'via', 'x-real-ip', 'x-client-ip', 'x-cluster-client-ip', 'true-client-ip'],
  ...['cf-connecting-ip', 'fastly-client-ip', 'fly-client-ip', 'x-original-host', 'x-original-for'],
  ...['x-arr-ssl', 'x-envoy-external-address', 'x-proxyuser-ip'],
])

/** A header by which a proxy tells of itself; null where there is none. */
export function forwardingHeader(headers: IncomingHttpHeaders): string | null {
  const names = Object.keys(headers)
  return names.find((name) => name.startsWith('x-forwarded') || FORWARDING.has(name)) ?? null
}

// A server may load this module more than once; the name is one for the process, and nobody outside can guess it.
const held = globalThis as { top500Exchanges?: Exchanges }

function openExchanges(): Exchanges {
  const header = `x-exchange-${randomUUID()}`
  const open = new Map<string, Exchange>()
  let count = 0
  const note: Exchanges['note'] = (request, exchange) => {
    const key = String(++count)
    open.set(key, exchange)
    const end = () => open.delete(key)
    exchange.response.once('finish', end).once('close', end)
    request.headers[header] = key
  }
  return {
    header,
    open,
    note,
    adopt(request, response) {
      const exchange = open.get(String(request.headers[header]))
      if (exchange) note(request, { ...exchange, response })
    },
  }
}

/**
 * Notes of every request that reaches this process how it came, and gives it a key in a header of a secret name:
 * handlers and pages see headers only, and what a client writes into them proves nothing.
 */
export function noteExchanges(): void {
  if (held.top500Exchanges) return
  const exchanges = openExchanges()
  held.top500Exchanges = exchanges
  subscribe('http.server.request.start', (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse }
    exchanges.note(request, {
      address: request.socket.remoteAddress ?? '',
      isHttp10: request.httpVersionMajor === 1 && request.httpVersionMinor === 0,
      forwardedBy: forwardingHeader(request.headers),
      response,
    })
  })
}

function exchangeOf(headers: Pick<Headers, 'get'>): Exchange | null {
  const noted = held.top500Exchanges
  return noted?.open.get(headers.get(noted.header) ?? '') ?? null
}

/** How a request came; null where nobody noted it, as while testing. */
export function connectionOf(headers: Pick<Headers, 'get'>): Connection | null {
  return exchangeOf(headers)
}

/**
 * Sets the status of the answer to a request that a page answers. Pages of the framework have no other way to say that
 * what they show whole is about something that is not there.
 */
export function setStatus(headers: Pick<Headers, 'get'>, status: number): void {
  const exchange = exchangeOf(headers)
  if (exchange && !exchange.response.headersSent) exchange.response.statusCode = status
}
