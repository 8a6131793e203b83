import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The folder of the checkout, with a slash at its end. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** The file that `next` on the command line starts. */
export const NEXT = fileURLToPath(import.meta.resolve('next/dist/bin/next'))

/**
 * Runs a program in the checkout with this one's input and output, and hands signals on to it.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Record<string, string>} env set beside what this process has.
 * @returns {Promise<number>} the exit code; 127 where the program could not be started, 128 where a signal ended it.
 */
export function run(command, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      stdio: 'inherit',
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
    })
    const stop = (signal) => child.kill(signal)
    process.once('SIGINT', stop).once('SIGTERM', stop)
    const end = (code) => {
      process.off('SIGINT', stop).off('SIGTERM', stop)
      resolve(code)
    }
    child.once('error', (error) => {
      console.error(`${command} could not be started: ${error.message}`)
      end(127)
    })
    child.once('exit', (code) => end(code ?? 128))
  })
}

/** Runs a script of Node's in a process of its own; see `run`. */
export const node = (args, env) => run(process.execPath, args, env)
