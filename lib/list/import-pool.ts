import type { Issue, Result } from '../model/issue'
import { openProcessPool, type ProcessFailure } from '../process/process-pool'
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

/** What a process that reads is asked. */
export type ImportTask = { bytes: Uint8Array; hints: ImportHints }

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

/**
 * Reads files in processes of their own, so that no file can hold up or end the server.
 * @param script the file that `scripts/worker.js` makes of `import-process.ts`.
 */
export function openImportPool(script: string, limits: PoolLimits = POOL_LIMITS): ImportPool {
  const { files, bytes: most } = limits.waiting
  const pool = openProcessPool<ImportTask, Result<ImportReport>>('reader', script, {
    ...limits,
    heavy: limits.processes,
    // What reading leaves is collected before the next file; more than this is no list's.
    resident: limits.memory,
    waiting: { tasks: files, bytes: most },
  })
  const failures: Readonly<Record<ProcessFailure, () => Result<never, Unread>>> = {
    busy: () => ({ ok: false, error: 'busy' }),
    'too-long': () => tooLong(limits.time),
    'too-much': () => tooMuch(limits.memory),
    failed,
    closed,
  }
  return {
    read: async (bytes, hints) => {
      const outcome = await pool.run({ bytes, hints }, { bytes: bytes.length })
      return outcome.ok ? outcome.value : failures[outcome.error]()
    },
    close: pool.close,
  }
}
