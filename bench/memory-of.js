import { readdirSync, readFileSync } from 'node:fs'

/** What stands in a file of `/proc`; an empty text where its process or thread has ended in the meantime. */
export const readProc = (path) => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

/** A process and all that it started, by their numbers. */
function familyOf(pid) {
  const threads = readProc(`/proc/${pid}/status`) === '' ? [] : readdirSync(`/proc/${pid}/task`)
  const children = threads.flatMap((thread) =>
    readProc(`/proc/${pid}/task/${thread}/children`).split(' ').filter(Boolean).map(Number),
  )
  return [pid, ...children.flatMap(familyOf)]
}

/**
 * Megabytes of memory that a process and all that it started hold. What several of them share counts once, as it does for
 * the limit of a container. Linux only.
 * @returns {number | null} null where the system does not say.
 */
export function memoryOf(pid) {
  if (process.platform !== 'linux') return null
  const kilobytes = familyOf(pid).map((one) =>
    Number(/^Pss:\s+(\d+)/m.exec(readProc(`/proc/${one}/smaps_rollup`))?.[1] ?? 0),
  )
  return kilobytes.reduce((sum, one) => sum + one, 0) / 1024
}
