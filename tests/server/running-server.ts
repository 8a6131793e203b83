import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort } from '../port'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const PATIENCE = 120_000

/** A production server in a process of its own. */
export type RunningServer = {
  /** `http://127.0.0.1:43211`, without a slash at its end. */
  url: string
  port: number
  /** The folder in which it keeps lists. */
  data: string
  process: ChildProcess
  /** What it has printed so far. */
  output: () => string
  /** Ends it at once, as a power cut would. */
  kill: () => Promise<void>
}

/**
 * Starts the production build as `npm start` does, and waits until it answers.
 * @param env set beside this process's own; the lists are kept in a new folder unless TOP500_DATA_DIR names one.
 * @throws where it ends or does not answer within two minutes, with what it printed.
 */
export async function startServer(env: Record<string, string> = {}): Promise<RunningServer> {
  const port = Number(env.PORT ?? (await freePort()))
  const data = env.TOP500_DATA_DIR ?? (await mkdtemp(join(tmpdir(), 'top500-server-')))
  const child = spawn(process.execPath, ['scripts/start.js'], {
    cwd: ROOT,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      ...env,
      PORT: String(port),
      TOP500_DATA_DIR: data,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  const keep = (chunk: Buffer) => {
    printed = (printed + chunk.toString()).slice(-20_000)
  }
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  const running: RunningServer = {
    url: `http://127.0.0.1:${port}`,
    port,
    data,
    process: child,
    output: () => printed,
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    },
  }
  const deadline = Date.now() + PATIENCE
  while (Date.now() < deadline) {
    if (child.exitCode !== null) break
    try {
      await fetch(`${running.url}/icon.svg`)
      return running
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  await running.kill()
  throw new Error(`The server did not answer on port ${port}. It printed:\n${printed}`)
}
