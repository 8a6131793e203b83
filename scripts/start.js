import { build, buildIsFresh } from './build.js'
import { address, listening } from './listen.js'
import { NEXT, ROOT } from './run.js'

const place = listening()
if (!buildIsFresh()) {
  console.log('Building TOP500 Compare; this is done once for each change.')
  const code = await build()
  if (code !== 0) process.exit(code)
}
console.log(`TOP500 Compare is at ${address(place)}`)

// Next runs in this very process, so that a signal, even the last one, meets the server and not its keeper.
process.env.NODE_ENV = 'production'
process.argv = [process.execPath, NEXT, 'start', ROOT, '-H', place.host, '-p', place.port]
await import(NEXT)
