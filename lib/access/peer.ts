import { randomUUID } from 'node:crypto'
import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'
import type { AccessSettings } from './settings'

// A server may load this module more than once; the name is one for the process, and nobody outside can guess it.
const held = globalThis as { top500PeerHeader?: string }

/**
 * Notes on every request that reaches this process from which address it came, in a header of a secret name:
 * handlers see headers only, and what a client writes into `X-Forwarded-For` proves nothing.
 */
export function notePeers(): void {
  if (held.top500PeerHeader) return
  const name = `x-peer-${randomUUID()}`
  held.top500PeerHeader = name
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage }
    request.headers[name] = request.socket.remoteAddress ?? ''
  })
}

/**
 * By whom to count attempts: the peer's address, or what a trusted proxy says it is.
 * @returns `everybody` where it is not known: all then share one count.
 */
export function peerOf(headers: Headers, { trustsProxy }: Pick<AccessSettings, 'trustsProxy'>) {
  // The last entry is the one that our own proxy wrote.
  const forwarded = trustsProxy ? headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() : null
  const noted = held.top500PeerHeader ? headers.get(held.top500PeerHeader) : null
  return forwarded || noted || 'everybody'
}
