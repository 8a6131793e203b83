import { type ChildProcess, fork } from 'node:child_process'
import { statSync } from 'node:fs'
import { setPriority } from 'node:os'
import { BroadcastChannel } from 'node:worker_threads'
import { LRUCache } from 'lru-cache'
import type { Result } from '../model/issue'

/** Within what bounds processes work. */
export type ProcessLimits = {
  /** Processes that work at the same time. */
  processes: number
  /** Of them, those that may do heavy work at the same time. */
  heavy: number
  /** Megabytes of objects that one task may need. */
  memory: number
  /** Megabytes that a process may hold between two tasks; one that holds more is replaced. */
  resident: number
  /** Milliseconds that one task may take, from its turn. */
  time: number
  /** Tasks that may wait for their turn, and their bytes altogether. */
  waiting: { tasks: number; bytes: number }
  /** Milliseconds after which a process that has nothing to do ends. */
  idle: number
}

/**
 * Why a task was not done: too many wait already, it took too long, it took too much memory, it met a bug (which has
 * been logged), or the pool was closed.
 */
export type ProcessFailure = 'busy' | 'too-long' | 'too-much' | 'failed' | 'closed'

/** A large input that many tasks share; it travels to each process once. Equal keys stand for equal values. */
export type Shared = { key: string; value: unknown }

/** Does tasks in processes beside this one. */
export type ProcessPool<Task, Answer> = {
  /**
   * Does one task; never rejects.
   * @param about `bytes` that it holds while it waits, whether it is `heavy`, and the inputs that it shares with others.
   */
  run(
    task: Task,
    about?: { bytes?: number; heavy?: boolean; shared?: readonly Shared[] },
  ): Promise<Result<Answer, ProcessFailure>>
  /** Ends its processes; tasks that are still there fail as `closed`. */
  close(): void
}

/** Shared inputs that a process keeps; both sides count alike, so that each knows what the other one has. */
export const SHARED_KEPT = 8

/** What a process is sent: a task, and its shared inputs, without the value where the process has it. */
export type TaskMessage<Task> = { task: Task; shared: { key: string; value?: unknown }[] }

/** What a process answers: first what came of the task, then, once it has cleaned up, how many megabytes it holds. */
export type TaskAnswer<Answer> = { answer: Answer } | { fault: string } | { resident: number }

/**
 * Where processes are told of as they start and end, for the thread that ends the server whatever it is doing
 * (`scripts/server-thread.js`).
 */
const CHILDREN = 'top500-processes'

/** Work for somebody who waits must not hold up what everybody waits for: the server itself. */
const NICE = 5

type Job<Task, Answer> = {
  task: Task
  bytes: number
  heavy: boolean
  shared: readonly Shared[]
  done: (outcome: Result<Answer, ProcessFailure>) => void
}

type Member<Task, Answer> = {
  child: ChildProcess
  /** Time of the script from which it was started, by which a newer one is noticed. */
  made: number
  /** Keys of the shared inputs that it has. */
  has: LRUCache<string, true>
  /** What it does, until it has cleaned up after it. */
  job: Job<Task, Answer> | null
  /** Whether its answer to that is still to come. */
  owing: boolean
  timer: NodeJS.Timeout | null
}

/** What a process leaves that ran out of memory: V8 aborts it, or the system kills it. */
const ranOut = (code: number | null, signal: NodeJS.Signals | null) =>
  signal === 'SIGABRT' || signal === 'SIGKILL' || signal === 'SIGTRAP' || code === 134

const fail = (error: ProcessFailure) => ({ ok: false as const, error })

/** What a pool does when one of its processes answers, is ready for the next task, or ends. */
type Events<Task, Answer> = {
  settle: (member: Member<Task, Answer>, outcome: Result<Answer, ProcessFailure>) => void
  rest: (member: Member<Task, Answer>, resident: number) => void
  gone: (member: Member<Task, Answer>) => void
}

/** Starts a process of a pool, which is told how many megabytes it may hold between two tasks. */
function forkMember<Task, Answer>(
  name: string,
  script: string,
  { memory, resident }: Pick<ProcessLimits, 'memory' | 'resident'>,
  events: Events<Task, Answer>,
): Member<Task, Answer> {
  const child = fork(script, [String(resident)], {
    execArgv: [`--max-old-space-size=${memory}`, '--expose-gc'],
    // Nothing of the server's environment is of use; Windows starts no process without its own folder.
    env: { NODE_ENV: process.env.NODE_ENV, SystemRoot: process.env.SystemRoot },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  const has = new LRUCache<string, true>({ max: SHARED_KEPT })
  const member: Member<Task, Answer> = {
    child,
    made: madeAt(script),
    has,
    job: null,
    owing: false,
    timer: null,
  }
  let printed = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    printed = (printed + chunk.toString()).slice(-2000)
  })
  child.on('message', (message: TaskAnswer<Answer>) => {
    if (!member.job) return
    if ('resident' in message) return events.rest(member, message.resident)
    if ('fault' in message) console.error(`A ${name} met a bug: ${message.fault}`)
    events.settle(
      member,
      'answer' in message ? { ok: true, value: message.answer } : fail('failed'),
    )
  })
  const gone = (code: number | null, signal: NodeJS.Signals | null) => {
    tell(child.pid, false)
    if (member.owing) {
      const full = ranOut(code, signal)
      if (!full) console.error(`A ${name} ended with ${signal ?? code}: ${printed}`)
      events.settle(member, fail(full ? 'too-much' : 'failed'))
    }
    events.gone(member)
  }
  child.once('exit', gone)
  child.on('error', (error) => {
    printed += error.message
    // A process that never started has no exit.
    if (child.pid === undefined) gone(null, null)
  })
  tell(child.pid, true)
  yieldTo(child.pid)
  child.unref()
  child.channel?.unref()
  return member
}

/** The processes of a pool, and what each of them does. */
type Crew<Task, Answer> = {
  members: Set<Member<Task, Answer>>
  /** Lets a process do a task: one that rests and runs the present script, or a new one; false where none may start. */
  take: (job: Job<Task, Answer>) => boolean
  /** Tells whoever waits for a process what came of its task. */
  settle: (member: Member<Task, Answer>, outcome: Result<Answer, ProcessFailure>) => void
  /** Ends a process, whatever it does. */
  stop: (member: Member<Task, Answer>) => void
}

/** @param onFree called when a process may take another task. */
function openCrew<Task, Answer>(
  name: string,
  script: string,
  limits: ProcessLimits,
  onFree: () => void,
): Crew<Task, Answer> {
  const members = new Set<Member<Task, Answer>>()
  const settle: Crew<Task, Answer>['settle'] = (member, outcome) => {
    member.owing = false
    member.job?.done(outcome)
  }
  const clear = (member: Member<Task, Answer>) => {
    if (member.timer) clearTimeout(member.timer)
    member.timer = null
  }
  const stop = (member: Member<Task, Answer>) => {
    members.delete(member)
    clear(member)
    member.child.kill('SIGKILL')
  }
  const rest = (member: Member<Task, Answer>, resident: number) => {
    clear(member)
    member.job = null
    if (resident > limits.resident) stop(member)
    else member.timer = setTimeout(() => stop(member), limits.idle).unref()
    onFree()
  }
  const gone = (member: Member<Task, Answer>) => {
    members.delete(member)
    clear(member)
    onFree()
  }
  const start = (): Member<Task, Answer> => {
    const member = forkMember<Task, Answer>(name, script, limits, { settle, rest, gone })
    members.add(member)
    return member
  }
  const give = (member: Member<Task, Answer>, job: Job<Task, Answer>) => {
    clear(member)
    member.job = job
    member.owing = true
    member.timer = setTimeout(() => {
      settle(member, fail('too-long'))
      member.job = null
      stop(member)
      onFree()
    }, limits.time)
    send(member, job)
  }
  const take = (job: Job<Task, Answer>): boolean => {
    const made = madeAt(script)
    let free = [...members].find((member) => member.job === null)
    if (free && (free.made !== made || !free.child.connected)) {
      stop(free)
      free = undefined
    }
    if (!free && members.size >= limits.processes) return false
    give(free ?? start(), job)
    return true
  }
  return { members, take, settle, stop }
}

/** Sends a task to a process, with the shared inputs that it does not have. */
function send<Task, Answer>({ child, has }: Member<Task, Answer>, job: Job<Task, Answer>): void {
  const shared = job.shared.map(({ key, value }) => {
    const known = has.get(key) === true
    has.set(key, true)
    return known ? { key } : { key, value }
  })
  const message: TaskMessage<Task> = { task: job.task, shared }
  // A process that has just ended says so by itself.
  child.send(message, () => undefined)
}

/**
 * Opens a pool of processes; they start when there is something to do. They are processes and not threads because a
 * thread that outgrows its memory with one large table takes the whole process with it, and native code that runs in a
 * thread keeps its memory for as long as the process lives.
 * @param name what they are, for the log: `reader`.
 * @param script the file that `scripts/worker.js` makes of a module that calls `serve`.
 */
export function openProcessPool<Task, Answer>(
  name: string,
  script: string,
  limits: ProcessLimits,
): ProcessPool<Task, Answer> {
  const waiting: Job<Task, Answer>[] = []
  const crew = openCrew<Task, Answer>(name, script, limits, next)
  const mayStart = ({ heavy }: Job<Task, Answer>) =>
    !heavy || [...crew.members].filter(({ job }) => job?.heavy).length < limits.heavy

  function next(): void {
    for (;;) {
      const at = waiting.findIndex(mayStart)
      const job = waiting[at]
      if (!job || !crew.take(job)) return
      waiting.splice(waiting.indexOf(job), 1)
    }
  }

  return {
    run: (task, { bytes = 0, heavy = false, shared = [] } = {}) =>
      new Promise((done) => {
        const held = waiting.reduce((sum, job) => sum + job.bytes, bytes)
        const { tasks, bytes: most } = limits.waiting
        if (waiting.length >= tasks || (waiting.length > 0 && held > most))
          return done(fail('busy'))
        waiting.push({ task, bytes, heavy, shared, done })
        next()
      }),
    close: () => {
      for (const { done } of waiting.splice(0)) done(fail('closed'))
      for (const member of crew.members) {
        crew.settle(member, fail('closed'))
        member.job = null
        crew.stop(member)
      }
    },
  }
}

let channel: BroadcastChannel | null = null

/** Tells the thread that watches over this process of one that has started or ended. */
function tell(pid: number | undefined, alive: boolean): void {
  if (!channel) {
    channel = new BroadcastChannel(CHILDREN)
    channel.unref()
  }
  if (pid !== undefined) channel.postMessage({ pid, alive })
}

/** Lets a process work only where nobody else would. */
function yieldTo(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, NICE)
  } catch {
    // It has ended already, or the system does not let us; it then works like any other.
  }
}

/** When a file was written; 0 where it is not there. */
function madeAt(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
}
