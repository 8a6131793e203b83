import { setImmediate, setTimeout } from 'node:timers/promises'
import pLimit from 'p-limit'

/** Milliseconds after which a view that is being made no longer holds up the next: it waits for something far away. */
const TURN_MS = 2000

/** Milliseconds for which a view that is to be made lets those go first who asked for less. */
const COURTESY_MS = 100

/**
 * Lets views be made one at a moment. Making one keeps the thread busy; several at once would end no sooner, while
 * whoever asks for little, which takes a few turns of the thread, would wait for all of them in each.
 */
export function openTurns() {
  const inTurn = pLimit(1)
  const others = new Set()
  return {
    /** Tells of a request that is not for a view to be made; the next view is begun after its answer. */
    noteOther(response) {
      const answered = new Promise((resolve) => response.once('close', resolve))
      others.add(answered)
      answered.then(() => others.delete(answered))
    },
    /**
     * Makes a view when its turn has come.
     * @template T
     * @param {() => Promise<T>} make
     * @returns {Promise<T>}
     */
    async take(make) {
      let made
      await inTurn(async () => {
        await setImmediate()
        const first = [...others]
        // Who is slow by itself, as a download is, holds up one view and no more.
        others.clear()
        if (first.length > 0) await within(Promise.all(first), COURTESY_MS)
        made = make()
        await within(made, TURN_MS)
      })
      return made
    },
  }
}

/** Waits until work is done or has failed, though not longer than a time. */
async function within(work, milliseconds) {
  const late = new AbortController()
  const { signal } = late
  await Promise.race([
    Promise.allSettled([work]),
    setTimeout(milliseconds, null, { signal }).catch(() => null),
  ])
  late.abort()
}
