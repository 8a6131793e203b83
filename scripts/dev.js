import { listening } from './listen.js'
import { NEXT, node, ROOT } from './run.js'
import { watchWorkers } from './worker.js'

const { host, port } = listening()
const stop = await watchWorkers()
const code = await node([NEXT, 'dev', ROOT, '-H', host, '-p', port])
await stop()
process.exit(code)
