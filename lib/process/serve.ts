import { LRUCache } from 'lru-cache'
import { SHARED_KEPT, type TaskAnswer, type TaskMessage } from './process-pool'

const megabytes = (bytes: number) => bytes / 1024 / 1024

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
    // Memory of native code hangs on small objects, which are not collected before there are many of them.
    await new Promise(setImmediate)
    globalThis.gc?.()
    await new Promise(setImmediate)
    send({ resident: megabytes(process.memoryUsage.rss()) })
  })
  process.on('disconnect', () => process.exit())
}
