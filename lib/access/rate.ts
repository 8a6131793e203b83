import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

/** How often somebody may try within a span. */
export type Allowance = { points: number; seconds: number }

/** Wrong tokens, by form and by header. */
export const ATTEMPTS: Allowance = { points: 10, seconds: 5 * 60 }
/** Uploads, removals and restorations that are allowed otherwise. */
export const WRITES: Allowance = { points: 600, seconds: 60 }
/** Pictures that are brought to be verified: each is read and drawn again. */
export const VERIFICATIONS: Allowance = { points: 60, seconds: 60 }

/** Counts what somebody does. Times are whole seconds until they may go on; 0 where they may at once. */
export type Limiter = {
  /** Counts one. */
  count(peer: string): Promise<number>
  /** Only looks. */
  wait(peer: string): Promise<number>
}

/** A limiter in the memory of this process. */
export function openLimiter({ points, seconds }: Allowance): Limiter {
  const limiter = new RateLimiterMemory({ points, duration: seconds })
  const until = ({ msBeforeNext }: RateLimiterRes) => Math.max(1, Math.ceil(msBeforeNext / 1000))
  return {
    async count(peer) {
      try {
        await limiter.consume(peer)
        return 0
      } catch (refused) {
        if (refused instanceof RateLimiterRes) return until(refused)
        throw refused
      }
    },
    async wait(peer) {
      const state = await limiter.get(peer)
      return state && state.remainingPoints <= 0 ? until(state) : 0
    },
  }
}
