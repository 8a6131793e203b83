import { setImmediate } from 'node:timers/promises'
import pLimit from 'p-limit'

const alone = pLimit(1)

/**
 * A handler whose whole answer is such work, as it looks through lists and asks for nothing that is slow by itself.
 * Twenty who search at once would otherwise keep whoever asks for little waiting for all of them.
 * @returns a handler that answers as the given one does, when its turn has come.
 */
export const inTurn =
  <Given extends readonly unknown[]>(handler: (...given: Given) => Promise<Response> | Response) =>
  (...given: Given): Promise<Response> =>
    turn(() => handler(...given))

/**
 * Does work that keeps the main thread busy after other such work, with whoever asks for little answered in between.
 * Done at once it would end no sooner.
 * @returns what the work gives; it rejects as the work does.
 */
export function turn<T>(work: () => Promise<T> | T): Promise<T> {
  return alone(async () => {
    await setImmediate()
    return work()
  })
}
