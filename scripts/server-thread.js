import { constants } from 'node:os'
import { setFlagsFromString } from 'node:v8'
import { BroadcastChannel, Worker } from 'node:worker_threads'

/** Milliseconds in which requests that have begun may end. */
const GRACE = 3000
/** Milliseconds after which the server is gone, whatever it is doing: whoever stops it kills it after ten or more. */
const PATIENCE = 4500

/**
 * Megabytes of the server's heap: several times what its bounded caches and its work take. V8 lets a heap that may grow to
 * gigabytes wait until it is four times what lives in it before it looks through it, and one like this until half more.
 */
const HEAP = 1024

/**
 * Bytes of bytecode that a function runs before V8 looks whether to optimise it, eight times as many as V8 would have. A
 * page runs through thousands of functions once or twice, and optimising those took a fifth of the time of all processors
 * in the first hundreds of pages; what is hot is optimised all the same, a little later.
 */
const PATIENCE_OF_V8 = 8 * 67_584

/** Where processes beside the server are told of as they start and end: `{ pid, alive }`. */
const CHILDREN = 'top500-processes'

const kill = (pid) => {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has ended in the meantime.
  }
}

/**
 * Runs the server in a thread of its own until it ends. This thread does nothing but hear signals, so that they are
 * heard however busy the server is; it is the same process all the same, so that a signal, even the last one, meets the
 * server and not its keeper.
 * @param {URL} script what runs there; it gets signals as messages and ends in order.
 * @param {unknown} data given to it as `workerData`.
 * @returns {Promise<number>} its exit code.
 */
export function runServer(script, data) {
  // Flags are those of the process; the thread of the server begins with them.
  setFlagsFromString(`--interrupt-budget=${PATIENCE_OF_V8}`)
  const children = new Set()
  const channel = new BroadcastChannel(CHILDREN)
  channel.onmessage = ({ data: { pid, alive } }) => {
    if (alive) children.add(pid)
    else children.delete(pid)
  }
  channel.unref()
  const server = new Worker(script, {
    workerData: data,
    resourceLimits: { maxOldGenerationSizeMb: HEAP },
  })
  let stopping = null
  const stop = (signal) => {
    // Who asks twice does not want to wait.
    if (stopping) return end()
    stopping = signal
    server.postMessage(signal)
    setTimeout(() => server.terminate(), GRACE).unref()
    setTimeout(end, PATIENCE).unref()
  }
  const end = () => {
    for (const pid of children) kill(pid)
    // What runs in native code cannot be ended from within.
    kill(process.pid)
  }
  process.on('SIGTERM', stop).on('SIGINT', stop)
  return new Promise((resolve) => {
    server.once('error', (error) => console.error(error))
    server.once('exit', (code) => {
      for (const pid of children) kill(pid)
      resolve(stopping ? 128 + constants.signals[stopping] : code)
    })
  })
}
