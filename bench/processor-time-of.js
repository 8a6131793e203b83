import { readdirSync } from 'node:fs'
import { readProc } from './memory-of.js'

/** Milliseconds for which all threads of a process that are there have run, as the scheduler counts it. Linux only. */
export function processorTimeOf(pid) {
  const folder = `/proc/${pid}/task`
  const nanoseconds = readdirSync(folder).map((thread) =>
    Number(readProc(`${folder}/${thread}/schedstat`).split(' ')[0]),
  )
  return nanoseconds.reduce((sum, one) => sum + one, 0) / 1e6
}
