import { build, buildIsFresh } from './build.js'
import { address, listening } from './listen.js'
import { runServer } from './server-thread.js'

const place = listening()
if (!buildIsFresh()) {
  console.log('Building TOP500 Compare; this is done once for each change.')
  const code = await build()
  if (code !== 0) process.exit(code)
}
console.log(`TOP500 Compare is at ${address(place)}`)
process.env.NODE_ENV = 'production'
process.exitCode = await runServer(new URL('./serve.js', import.meta.url), place)
