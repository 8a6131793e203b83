import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join, relative } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build, buildIsFresh } from '../scripts/build.js'
import { ROOT } from '../scripts/run.js'

const FIRST_PORT = Number(process.env.BENCH_PORT ?? 4640)
const PATIENCE = 60_000
let next = FIRST_PORT

/** The next port from BENCH_PORT (4640) on that nobody listens on. */
export async function freePort() {
  for (; next < FIRST_PORT + 100; next++) {
    const probe = createServer()
    const taken = await new Promise((resolve) => {
      probe.once('error', () => resolve(true)).listen(next, '127.0.0.1', () => resolve(false))
    })
    if (taken) continue
    probe.close()
    await once(probe, 'close')
    return next++
  }
  throw new Error(`No port from ${FIRST_PORT} to ${FIRST_PORT + 99} is free; set BENCH_PORT.`)
}

/**
 * Starts the product as `npm start` does, built from the present sources, on lists of its own.
 * @param root another checkout, which is taken as it was built.
 * @returns {Promise<{ url: string, pid: number, printed: () => string, stop: () => Promise<void> }>} `printed` is the end
 *   of what it wrote to its log.
 */
export async function startProduct(env = {}, root = ROOT) {
  if (root === ROOT && !buildIsFresh() && (await build()) !== 0)
    throw new Error('The build failed; see above.')
  const port = await freePort()
  const data = mkdtempSync(join(tmpdir(), 'top500-bench-'))
  const child = spawn(process.execPath, ['scripts/start.js'], {
    cwd: root,
    env: { ...process.env, HOST: '127.0.0.1', TOP500_DATA_DIR: data, ...env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      printed = `${printed}${chunk}`.slice(-20_000)
    })
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGKILL')
      await once(child, 'exit')
    }
    rmSync(data, { recursive: true, force: true })
  }
  const url = `http://127.0.0.1:${port}`
  for (const end = Date.now() + PATIENCE; Date.now() < end && child.exitCode === null; ) {
    const up = await fetch(`${url}/icon.svg`).catch(() => null)
    if (up?.ok) return { url, pid: child.pid, printed: () => printed, stop }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  await stop()
  throw new Error(`The product did not start. It printed:\n${printed}`)
}

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/** Every file beneath a folder by its path in an address. */
export function filesOf(folder) {
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((file) => statSync(file).isFile())
    .map((file) => [`/${relative(folder, file)}`, readFileSync(file)])
}

/**
 * Serves files from memory, compressed ahead of time: nothing that the product does for each request is asked of it.
 * @param {Iterable<readonly [string, string | Uint8Array]>} files
 */
export async function serveFiles(files) {
  const answers = new Map()
  for (const [path, content] of files) {
    const headers = {
      'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
      'content-encoding': 'gzip',
    }
    answers.set(path, { headers, body: gzipSync(content) })
  }
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://bench').pathname
    const answer = answers.get(path.endsWith('/') ? `${path}index.html` : path)
    if (!answer) return void response.writeHead(404).end()
    response.writeHead(200, { ...answer.headers, 'content-length': answer.body.length })
    response.end(answer.body)
  })
  const port = await freePort()
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
