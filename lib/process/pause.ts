/** Milliseconds of work after which others are answered; a small answer takes a few turns, and waits this long in each. */
const LONGEST = 10

/**
 * Divides long work of the thread that answers everybody: awaited between its steps, the pause lets others be answered
 * wherever the work has kept the thread for some time, and costs next to nothing elsewhere.
 */
export function openPause(): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < LONGEST) return
    await new Promise((resolve) => setImmediate(resolve))
    since = performance.now()
  }
}
