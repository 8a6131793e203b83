import { parentPort, workerData } from 'node:worker_threads'
import next from 'next'
import { frontServer } from './front/front.js'
import { ROOT } from './run.js'
import { builtSheets } from './sheets.js'

/** Milliseconds for which an idle connection is kept: longer than the minute of most proxies, so that they close first. */
const KEEP_ALIVE = 65_000

const { host, port } = workerData
const app = next({ dev: false, dir: ROOT, hostname: host, port: Number(port) })
await app.prepare()
const server = frontServer(app.getRequestHandler(), {
  sheets: builtSheets(),
  // `instrumentation.ts` leaves it here, as what Next bundles can be imported by nobody else.
  // A page sets the status of what it answers, also where that is kept.
  adopt: (request, response) => globalThis.top500Exchanges?.adopt(request, response),
  lists: () => globalThis.top500Lists?.() ?? Promise.reject(new Error('The store is not open.')),
})
server.keepAliveTimeout = KEEP_ALIVE

// Signals reach no thread but the first, which hands them on; requests that have begun may end.
parentPort?.on('message', () => {
  server.close()
  server.closeIdleConnections()
})
// Once the server is closed, nothing else must keep this thread.
parentPort?.unref()

server.once('close', async () => {
  await app.close()
  // Processes that draw and read would keep this thread for as long as they rest.
  process.exit(0)
})
server.once('error', (error) => {
  console.error(`The server cannot listen on ${host}:${port}: ${error.message}`)
  process.exit(1)
})
server.listen(Number(port), host)
