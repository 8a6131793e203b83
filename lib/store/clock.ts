/** The clocks of a process. A clock on the wall may be set back; the time that has passed never is. */
export type Clock = {
  /** Milliseconds since 1970. */
  now(): number
  /** Milliseconds since some moment of this process. */
  elapsed(): number
}

/** The clocks of this machine. */
export const CLOCK: Clock = { now: () => Date.now(), elapsed: () => performance.now() }

/**
 * Waits for work, though not longer than a time.
 * @throws `late` where the time is over before the work is done; the work goes on, and what becomes of it is lost.
 */
export async function within<T>(work: Promise<T>, milliseconds: number, late: Error): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const end = new Promise<never>((_, refuse) => {
    timer = setTimeout(refuse, milliseconds, late)
  })
  try {
    return await Promise.race([work, end])
  } finally {
    clearTimeout(timer)
  }
}
