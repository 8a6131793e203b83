import { LRUCache } from 'lru-cache'
import { SHARED_KEPT, type TaskAnswer, type TaskMessage } from './process-pool'

const megabytes = (bytes: number) => bytes / 1024 / 1024

/** Of the megabytes that a process may hold between two tasks, the share from which on all garbage is collected. */
const NEARLY = 0.7

const held = () => megabytes(process.memoryUsage.rss())

/**
 * Collects what a task has left. Memory of native code hangs on small objects, which are not collected before there are
 * many of them. Those of one task are young, and to look among the young takes a fraction of the time that all take, for
 * which the next task waits; all are looked at where the process holds nearly what it may.
 * @returns megabytes that the process then holds.
 */
async function cleanUp(): Promise<number> {
  globalThis.gc?.({ type: 'minor' })
  await new Promise(setImmediate)
  // A process that was not told how much it may hold collects all.
  if (held() < NEARLY * Number(process.argv[2])) return held()
  globalThis.gc?.()
  await new Promise(setImmediate)
  return held()
}

/**
 * Makes this process one of a pool's: it takes a task, answers what came of it, cleans up, and waits for the next. It
 * ends with the server, whose end closes the channel.
 * @param work what it does; given the values of the inputs that tasks share, in the task's order.
 */
export function serve<Task, Answer>(
  work: (task: Task, shared: readonly unknown[]) => Answer | Promise<Answer>,
): void {
  const kept = new LRUCache<string, { value: unknown }>({ max: SHARED_KEPT })
  const send = (answer: TaskAnswer<Answer>) => process.send?.(answer)
  process.on('message', async ({ task, shared }: TaskMessage<Task>) => {
    try {
      const values = shared.map((one) => {
        const input = kept.get(one.key) ?? { value: one.value }
        kept.set(one.key, input)
        return input.value
      })
      send({ answer: await work(task, values) })
    } catch (error) {
      send({ fault: error instanceof Error ? (error.stack ?? error.message) : String(error) })
    }
    await new Promise(setImmediate)
    send({ resident: await cleanUp() })
  })
  process.on('disconnect', () => process.exit())
}
