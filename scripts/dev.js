import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { listening } from './listen.js'
import { NEXT, node, ROOT } from './run.js'

const { host, port } = listening()
const worker = join(ROOT, 'scripts/worker.js')
if (existsSync(worker)) {
  const code = await node([worker])
  if (code !== 0) process.exit(code)
}
process.exit(await node([NEXT, 'dev', ROOT, '-H', host, '-p', port]))
