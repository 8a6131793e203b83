import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { type RunningServer, startServer } from './running-server'

const START = fileURLToPath(new URL('../../scripts/start.js', import.meta.url))

test('the server says where it is, and ends when it is asked to', async () => {
  const server = await startServer()
  expect(server.output()).toContain(`TOP500 Compare is at ${server.url}/`)
  const ended = once(server.process, 'exit')
  server.process.kill('SIGTERM')
  expect(await ended).toEqual([143, null])
  await expect(fetch(server.url)).rejects.toThrow()
})

/** Milliseconds from a signal to a server's end. */
async function timeToEnd(server: RunningServer): Promise<number> {
  const begun = performance.now()
  const ended = once(server.process, 'exit')
  server.process.kill('SIGTERM')
  await ended
  return performance.now() - begun
}

describe('a server that is asked to end does so within five seconds', () => {
  test('while connections are open that send and read nothing', async () => {
    const server = await startServer()
    const sockets = Array.from({ length: 20 }, () => connect(server.port, '127.0.0.1'))
    await Promise.all(sockets.map((socket) => once(socket, 'connect')))
    for (const [index, socket] of sockets.entries()) {
      socket.on('error', () => undefined)
      // Half of them never finish their request, the others never read their answer.
      socket.write(
        index % 2
          ? 'POST /api/lists HTTP/1.1\r\nhost: x\r\ncontent-length: 900\r\n\r\n'
          : 'GET / HTTP/1.1\r\nhost: x\r\n\r\n',
      )
      socket.pause()
    }
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(await timeToEnd(server)).toBeLessThan(5000)
    for (const socket of sockets) socket.destroy()
  })

  test('while its own thread is busy for ever', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'top500-busy-'))
    const [script, sign] = [join(folder, 'busy.mjs'), join(folder, 'now')]
    // What serves is a thread beside the first; it is made deaf at a sign.
    writeFileSync(
      script,
      `import { existsSync } from 'node:fs'
       import { isMainThread } from 'node:worker_threads'
       if (!isMainThread) setInterval(() => { while (existsSync('${sign}')); }, 20)`,
    )
    const server = await startServer({ NODE_OPTIONS: `--import ${script}` })
    writeFileSync(sign, '')
    await new Promise((resolve) => setTimeout(resolve, 200))
    const asked = fetch(server.url, { signal: AbortSignal.timeout(1000) })
    await expect(asked).rejects.toThrow('timeout')
    expect(await timeToEnd(server)).toBeLessThan(5000)
  })
})

test.each(['0', '65536', 'http', ''])('a port that is none is refused: “%s”', async (port) => {
  const child = spawn(process.execPath, [START, `--port=${port}`], {
    env: { ...process.env, PORT: 'none' },
  })
  let printed = ''
  child.stderr.on('data', (chunk) => {
    printed += chunk
  })
  const [code] = await once(child, 'close')
  expect(code).toBe(2)
  expect(printed).toContain('is no port')
})
