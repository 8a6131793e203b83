import { setImmediate } from 'node:timers/promises'
import pLimit from 'p-limit'

const inTurn = pLimit(1)

/**
 * Does work that keeps the main thread busy after other such work, with whoever asks for little answered in between.
 * Done at once it would end no sooner.
 * @returns what the work gives; it rejects as the work does.
 */
export function turn<T>(work: () => Promise<T> | T): Promise<T> {
  return inTurn(async () => {
    await setImmediate()
    return work()
  })
}
