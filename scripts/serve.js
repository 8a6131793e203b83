import { parentPort, workerData } from 'node:worker_threads'
import { NEXT, ROOT } from './run.js'

// Signals reach no thread but the first, which hands them on; Next then ends in order.
parentPort?.on('message', (signal) => process.emit(signal, signal))
// Once the server is closed, nothing else must keep this thread.
parentPort?.unref()

const { host, port } = workerData
process.argv = [process.execPath, NEXT, 'start', ROOT, '-H', host, '-p', port]
await import(NEXT)
