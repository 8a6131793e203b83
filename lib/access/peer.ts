import { connectionOf } from '../http/exchange'
import type { AccessSettings } from './settings'

/**
 * By whom to count attempts: the peer's address, or what a trusted proxy says it is.
 * @returns `everybody` where it is not known: all then share one count.
 */
export function peerOf(headers: Headers, { trustsProxy }: Pick<AccessSettings, 'trustsProxy'>) {
  // The last entry is the one that our own proxy wrote.
  const forwarded = trustsProxy ? headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() : null
  return forwarded || connectionOf(headers)?.address || 'everybody'
}
