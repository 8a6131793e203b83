import type { Refusal } from '../http/refusal'
import { type Access, accessFor } from './access'
import { peerOf } from './peer'
import { ATTEMPTS, type Limiter, openLimiter, WRITES } from './rate'
import { sameSecret } from './secret'
import { type AccessSettings, accessSettings } from './settings'

/** The counts of a process. */
export type Limits = { attempts: Limiter; writes: Limiter }

// A server may load this module more than once; the counts are one for the process.
const held = globalThis as { top500Limits?: Limits }
function ownLimits(): Limits {
  held.top500Limits ??= { attempts: openLimiter(ATTEMPTS), writes: openLimiter(WRITES) }
  return held.top500Limits
}

const tooMany = (seconds: number): Refusal => ({
  code: 'too-many-requests',
  message: `That was too often in a short time. Try again in ${seconds} seconds.`,
  retryAfter: seconds,
})

/** Lets a request that would change something through, or says why not. */
export async function guardWrite(
  headers: Headers,
  { settings = accessSettings(), limits = ownLimits() } = {},
): Promise<Refusal | null> {
  const peer = peerOf(headers, settings)
  if (headers.has('authorization')) {
    const wait = await limits.attempts.wait(peer)
    if (wait) return tooMany(wait)
  }
  const access: Access = await accessFor(headers, { mutating: true, settings })
  if (!access.write) {
    if (access.code === 'wrong-token') await limits.attempts.count(peer)
    return { code: access.code, message: access.message }
  }
  const wait = await limits.writes.count(peer)
  return wait ? tooMany(wait) : null
}

/** Whether a person who gives this token may sign in; else why not. */
export async function guardSignIn(
  headers: Headers,
  given: string,
  { settings = accessSettings(), limits = ownLimits() } = {},
): Promise<{ refusal: Refusal } | { refusal: null; token: string }> {
  const { token }: AccessSettings = settings
  if (token === null)
    return {
      refusal: {
        code: 'writing-off',
        message: 'There is nothing to sign in to: the server has no ADMIN_TOKEN.',
      },
    }
  const peer = peerOf(headers, settings)
  const wait = await limits.attempts.wait(peer)
  if (wait) return { refusal: tooMany(wait) }
  if (sameSecret(given, token)) return { refusal: null, token }
  await limits.attempts.count(peer)
  return { refusal: { code: 'wrong-token', message: 'That is not the token. Try again.' } }
}
