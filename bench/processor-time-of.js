import { readdirSync, readFileSync } from 'node:fs'

/** Nanoseconds that a thread has run; 0 for one that has ended in the meantime. */
function ranFor(pid, thread) {
  try {
    return Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0])
  } catch {
    return 0
  }
}

/** Milliseconds for which all threads of a process that are there have run, as the scheduler counts it. Linux only. */
export const processorTimeOf = (pid) =>
  readdirSync(`/proc/${pid}/task`).reduce((sum, thread) => sum + ranFor(pid, thread), 0) / 1e6
