import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { startServer } from './running-server'

const START = fileURLToPath(new URL('../../scripts/start.js', import.meta.url))

test('the server says where it is, and ends when it is asked to', async () => {
  const server = await startServer()
  expect(server.output()).toContain(`TOP500 Compare is at ${server.url}/`)
  const ended = once(server.process, 'exit')
  server.process.kill('SIGTERM')
  await ended
  await expect(fetch(server.url)).rejects.toThrow()
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
