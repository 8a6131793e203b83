import type { Refusal } from '../http/refusal'
import { type Access, accessFor, policyOf, refusesOrigin } from './access'
import { peerOf } from './peer'
import { ATTEMPTS, type Limiter, openLimiter, VERIFICATIONS, WRITES } from './rate'
import { plainToken, sameSecret } from './secret'
import { type AccessSettings, accessSettings } from './settings'

/** The counts of a process. */
export type Limits = { attempts: Limiter; writes: Limiter; verifications: Limiter }

// A server may load this module more than once; the counts are one for the process.
const held = globalThis as { top500Limits?: Limits }
function ownLimits(): Limits {
  held.top500Limits ??= {
    attempts: openLimiter(ATTEMPTS),
    writes: openLimiter(WRITES),
    verifications: openLimiter(VERIFICATIONS),
  }
  return held.top500Limits
}

const tooMany = (seconds: number): Refusal => ({
  code: 'too-many-requests',
  message: `That was too often in a short time. Try again in ${seconds} seconds.`,
  retryAfter: seconds,
})

type Guarding = { settings: AccessSettings; limits: Limits }

/** Who may write, with wrong tokens in headers counted, and none looked at after too many. */
async function guarded(
  headers: Headers,
  mutating: boolean,
  { settings, limits }: Guarding,
): Promise<{ access: Access } | { refusal: Refusal }> {
  const peer = peerOf(headers, settings)
  const foreign = refusesOrigin(headers, settings)
  if (headers.has('authorization') && !foreign) {
    const wait = await limits.attempts.wait(peer)
    if (wait) return { refusal: tooMany(wait) }
  }
  const access = await accessFor(headers, { mutating, bearer: true, settings })
  if (!access.write && access.code === 'wrong-token') await limits.attempts.count(peer)
  return { access }
}

/** Whether whoever asks may write, for them to know. */
export async function guardAsk(
  headers: Headers,
  { settings = accessSettings(), limits = ownLimits() } = {},
): Promise<{ access: Access } | { refusal: Refusal }> {
  return guarded(headers, false, { settings, limits })
}

/** Lets a request that would change something through, or says why not. */
export async function guardWrite(
  headers: Headers,
  { settings = accessSettings(), limits = ownLimits() } = {},
): Promise<Refusal | null> {
  const asked = await guarded(headers, true, { settings, limits })
  if ('refusal' in asked) return asked.refusal
  const { access } = asked
  if (!access.write) return { code: access.code, message: access.message }
  const wait = await limits.writes.count(peerOf(headers, settings))
  return wait ? tooMany(wait) : null
}

/** Lets somebody have a picture verified, or says how long they have to wait. */
export async function guardVerification(
  headers: Headers,
  { settings = accessSettings(), limits = ownLimits() } = {},
): Promise<Refusal | null> {
  const wait = await limits.verifications.count(peerOf(headers, settings))
  return wait ? tooMany(wait) : null
}

/** Whether a person who gives this token may sign in; else why not. */
export async function guardSignIn(
  headers: Headers,
  given: string,
  { settings = accessSettings(), limits = ownLimits() } = {},
): Promise<{ refusal: Refusal } | { refusal: null; token: string }> {
  const { token }: AccessSettings = settings
  const policy = policyOf(settings)
  if (policy.to !== 'token' || token === null)
    return {
      refusal: {
        code: 'writing-off',
        message:
          policy.to === 'nobody'
            ? policy.because
            : 'There is nothing to sign in to: the server has no ADMIN_TOKEN.',
      },
    }
  // Asked before anything is counted: a foreign page must not use up the attempts of whoever looks at it.
  const foreign = refusesOrigin(headers, settings)
  if (foreign) return { refusal: { code: foreign.code, message: foreign.message } }
  const peer = peerOf(headers, settings)
  const wait = await limits.attempts.wait(peer)
  if (wait) return { refusal: tooMany(wait) }
  if (sameSecret(plainToken(given), token)) return { refusal: null, token }
  await limits.attempts.count(peer)
  return { refusal: { code: 'wrong-token', message: 'That is not the token. Try again.' } }
}
