import { type ChildProcess, fork } from 'node:child_process'
import { statSync } from 'node:fs'
import type { Issue, Result } from '../model/issue'
import { finding } from './finding'
import type { ImportHints, ImportReport } from './import'

/** Within what bounds files are read. */
export type PoolLimits = {
  /** Processes that read at the same time. */
  processes: number
  /** Megabytes of objects that reading one file may need. */
  memory: number
  /** Milliseconds that reading one file may take, from its turn. */
  time: number
  /** Files that may wait for their turn, and their bytes altogether. */
  waiting: { files: number; bytes: number }
  /** Milliseconds after which a process that has nothing to do ends. */
  idle: number
}

/**
 * A published list takes a third of a second and less than 100 MB. Most of the worst that `LIMITS` lets in takes five
 * seconds; the rest is room for slow machines.
 */
export const POOL_LIMITS: PoolLimits = {
  processes: 1,
  memory: 512,
  time: 10_000,
  waiting: { files: 64, bytes: 64 * 1024 * 1024 },
  idle: 120_000,
}

/** Why a file was not read: what is wrong with it, or that too many others wait already. */
export type Unread = Issue[] | 'busy'

/** Reads files one after the other in processes beside this one. */
export type ImportPool = {
  /** As `importList`, and besides refuses what takes too long or too much. Never throws because of a file. */
  read: (bytes: Uint8Array, hints: ImportHints) => Promise<Result<ImportReport, Unread>>
  /** Ends its processes; files that are still there are answered as unread. */
  close: () => void
}

type Job = {
  bytes: Uint8Array
  hints: ImportHints
  done: (outcome: Result<ImportReport, Unread>) => void
}

type Answer = { read: Result<ImportReport> } | { fault: string }

type Reader = {
  child: ChildProcess
  /** Time of the script from which it was started, by which a newer one is noticed. */
  made: number
  job: Job | null
  timer: NodeJS.Timeout | null
}

const CSV = 'Remove what does not belong to the list, or save the list alone as CSV.'

const unread = (code: string, message: string, remedy: string): Result<never, Unread> => ({
  ok: false,
  error: [finding('error', code, {}, message, remedy)],
})
const tooLong = (time: number) =>
  unread(
    'too-long-to-read',
    `The file was given up after ${time / 1000} seconds; a published list is read in one.`,
    CSV,
  )
const tooMuch = (memory: number) =>
  unread(
    'too-much-to-read',
    `Reading the file takes more than ${memory} MB of memory; a published list takes less than 100.`,
    CSV,
  )
const failed = () =>
  unread(
    'reader-failed',
    'The program failed while reading the file. That is its fault and not yours; nothing was changed.',
    'Save the list as CSV and try that. Whoever runs the server finds the cause in its log.',
  )
const closed = () =>
  unread('reader-closed', 'The server is being stopped; the file was not read.', 'Try again later.')

/** What a process leaves that ran out of memory: V8 aborts it, or the system kills it. */
const ranOut = (code: number | null, signal: NodeJS.Signals | null) =>
  signal === 'SIGABRT' || signal === 'SIGKILL' || signal === 'SIGTRAP' || code === 134

/**
 * Reads files in processes of their own, so that no file can hold up or end the server. They are processes and not
 * threads because a thread that outgrows its memory with one large table takes the whole process with it.
 * @param script the file that `scripts/worker.js` makes of `import-process.ts`.
 */
export function openImportPool(script: string, limits: PoolLimits = POOL_LIMITS): ImportPool {
  const waiting: Job[] = []
  const readers = new Set<Reader>()

  const settle = (reader: Reader, outcome: Result<ImportReport, Unread>) => {
    const { job, timer } = reader
    reader.job = null
    if (timer) clearTimeout(timer)
    reader.timer = null
    job?.done(outcome)
  }
  const stop = (reader: Reader) => {
    readers.delete(reader)
    if (reader.timer) clearTimeout(reader.timer)
    reader.child.kill('SIGKILL')
  }
  const rest = (reader: Reader) => {
    reader.timer = setTimeout(() => stop(reader), limits.idle).unref()
  }

  const start = (): Reader => {
    const child = fork(script, [], {
      execArgv: [`--max-old-space-size=${limits.memory}`],
      // Nothing of the server's environment is of use to a reader; Windows starts no process without its own folder.
      env: { NODE_ENV: process.env.NODE_ENV, SystemRoot: process.env.SystemRoot },
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    const reader: Reader = { child, made: madeAt(script), job: null, timer: null }
    let printed = ''
    child.stderr?.on('data', (chunk: Buffer) => {
      printed = (printed + chunk.toString()).slice(-2000)
    })
    child.on('message', (answer: Answer) => {
      if (!reader.job) return
      if ('fault' in answer) console.error(`A file could not be read: ${answer.fault}`)
      settle(reader, 'read' in answer ? answer.read : failed())
      rest(reader)
      next()
    })
    const gone = (code: number | null, signal: NodeJS.Signals | null) => {
      readers.delete(reader)
      if (reader.job) {
        const memory = ranOut(code, signal)
        if (!memory) console.error(`A reader ended with ${signal ?? code}: ${printed}`)
        settle(reader, memory ? tooMuch(limits.memory) : failed())
      }
      next()
    }
    child.once('exit', gone)
    child.on('error', (error) => {
      printed += error.message
      // A process that never started has no exit.
      if (child.pid === undefined) gone(null, null)
    })
    readers.add(reader)
    child.unref()
    child.channel?.unref()
    return reader
  }

  const give = (reader: Reader, job: Job) => {
    if (reader.timer) clearTimeout(reader.timer)
    reader.job = job
    reader.timer = setTimeout(() => {
      settle(reader, tooLong(limits.time))
      stop(reader)
    }, limits.time)
    const { bytes, hints } = job
    // A process that has just ended says so by itself.
    reader.child.send({ bytes, hints }, () => undefined)
  }

  function next(): void {
    while (waiting.length > 0) {
      const made = madeAt(script)
      let free = [...readers].find(({ job }) => job === null)
      if (free && (free.made !== made || !free.child.connected)) {
        stop(free)
        free = undefined
      }
      if (!free && readers.size >= limits.processes) return
      const job = waiting.shift()
      if (job) give(free ?? start(), job)
    }
  }

  return {
    read: (bytes, hints) =>
      new Promise((done) => {
        const held = waiting.reduce((sum, job) => sum + job.bytes.length, bytes.length)
        const { files, bytes: most } = limits.waiting
        if (waiting.length >= files || (waiting.length > 0 && held > most))
          return done({ ok: false, error: 'busy' })
        waiting.push({ bytes, hints, done })
        next()
      }),
    close: () => {
      for (const { done } of waiting.splice(0)) done(closed())
      for (const reader of readers) {
        settle(reader, closed())
        stop(reader)
      }
    },
  }
}

/** When a file was written; 0 where it is not there. */
function madeAt(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
}
