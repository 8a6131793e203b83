import { readdirSync, readFileSync } from 'node:fs'

const read = (path) => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    // The process has ended in the meantime.
    return ''
  }
}

/** A process and all that it started, by their numbers. */
function familyOf(pid) {
  const threads = read(`/proc/${pid}/status`) === '' ? [] : readdirSync(`/proc/${pid}/task`)
  const children = threads.flatMap((thread) =>
    read(`/proc/${pid}/task/${thread}/children`).split(' ').filter(Boolean).map(Number),
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
    Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${one}/smaps_rollup`))?.[1] ?? 0),
  )
  return kilobytes.reduce((sum, one) => sum + one, 0) / 1024
}
