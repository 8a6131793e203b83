/** Milliseconds of work after which others are answered; a small answer takes a few turns, and waits this long in each. */
const LONGEST = 10

/**
 * Divides long work of the thread that answers everybody: awaited between its steps, the pause lets others be answered
 * wherever the work has kept the thread for some time, and costs next to nothing elsewhere.
 * @param now gives the milliseconds that have passed since some moment.
 */
export function openPause(now = () => performance.now()): () => Promise<void> {
  let since = now()
  return async () => {
    if (now() - since < LONGEST) return
    await new Promise((resolve) => setImmediate(resolve))
    since = now()
  }
}
