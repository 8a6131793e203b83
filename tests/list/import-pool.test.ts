import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { importList } from '@/lib/list/import'
import {
  type ImportPool,
  openImportPool,
  POOL_LIMITS,
  type PoolLimits,
} from '@/lib/list/import-pool'
import { buildWorker } from '@/scripts/worker.js'
import { snapshotText } from './snapshots'

const folder = mkdtempSync(join(tmpdir(), 'top500-pool-'))
const built = join(folder, 'list.cjs')
const puppet = join(folder, 'puppet.cjs')

/** A reader that does what a file's name says, and otherwise tells its own process. */
const PUPPET = `
const acts = {
  loop: () => { for (;;); },
  grow: () => { const all = []; for (;;) all.push({ at: all.length }) },
  table: () => { const all = new Map(); for (let at = 0; ; at++) all.set(at, at) },
  rows: () => { const all = []; for (;;) all.push(','.repeat(8e6).split(',')) },
  fault: () => { throw new Error('a bug') },
  leave: () => process.exit(3),
}
process.on('message', ({ task: { bytes, hints } }) => {
  const end = (answer) => process.send(answer) && process.send({ resident: 50 })
  try {
    acts[hints.fileName]?.()
    const issue = [process.pid, Object.keys(process.env).join(' '), bytes.length]
    setTimeout(() => end({ answer: { ok: false, error: issue } }), Number(hints.fileName) || 0)
  } catch (error) {
    end({ fault: error.stack })
  }
})
`
let pool: ImportPool | null = null
const open = (script: string, limits: Partial<PoolLimits> = {}) => {
  pool = openImportPool(script, { ...POOL_LIMITS, ...limits })
  return pool
}
beforeAll(async () => {
  writeFileSync(puppet, PUPPET)
  await buildWorker({ outfile: built, source: join(process.cwd(), 'lib/list/import-process.ts') })
})
afterEach(() => {
  pool?.close()
  vi.restoreAllMocks()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const BYTES = new Uint8Array(3)
const act = (readers: ImportPool, fileName: string) => readers.read(BYTES, { fileName })
/** The process that answers. */
async function processOf(readers: ImportPool): Promise<number> {
  const outcome = await act(readers, 'tell')
  if (outcome.ok || outcome.error === 'busy') throw new Error('The puppet did not answer')
  return Number(outcome.error[0])
}

describe('a file read in a process of its own', () => {
  test('is understood as it is here, while this process goes on', async () => {
    const bytes = new TextEncoder().encode(snapshotText('2021-11'))
    const hints = { fileName: 'TOP500_202111.csv' }
    let turns = 0
    const count = setInterval(() => turns++, 1)
    const outcome = await open(built).read(bytes, hints)
    clearInterval(count)
    expect(turns).toBeGreaterThan(5)
    expect(outcome).toEqual(importList(bytes, hints))
    expect(outcome.ok && outcome.value.edition?.systems).toHaveLength(500)
    expect(bytes).toHaveLength(191_639)
  })

  test('is refused in our words where it is no list', async () => {
    const outcome = await open(built).read(new Uint8Array(0), { fileName: 'nothing.xls' })
    expect(outcome).toMatchObject({ ok: false, error: [{ code: 'empty-file' }] })
  })

  test('sees nothing of the environment of the server', async () => {
    const outcome = await act(open(puppet), 'tell')
    const [, names, length] = outcome.ok || outcome.error === 'busy' ? [] : outcome.error
    expect(names).not.toMatch(/PATH|HOME|TOKEN|AZURE/)
    expect(length).toBe(3)
  })

  test('is followed by others in the same process', async () => {
    const readers = open(puppet)
    const [first, second] = await Promise.all([processOf(readers), processOf(readers)])
    expect(await processOf(readers)).toBe(first)
    expect(second).toBe(first)
    expect(first).not.toBe(process.pid)
  })
})

describe('a file that a reader cannot bear', () => {
  test('is given up after its time, and the next one is read by a new process', async () => {
    const readers = open(puppet, { time: 1500 })
    const before = await processOf(readers)
    const [stuck, after] = await Promise.all([act(readers, 'loop'), processOf(readers)])
    expect(stuck).toEqual({
      ok: false,
      error: [
        {
          severity: 'error',
          code: 'too-long-to-read',
          row: null,
          column: null,
          value: null,
          message: 'The file was given up after 1.5 seconds; a published list is read in one.',
          remedy: 'Remove what does not belong to the list, or save the list alone as CSV.',
        },
      ],
    })
    expect(after).not.toBe(before)
  })

  // One large table is the case in which a thread would end this very process.
  test.each(['grow', 'table', 'rows'])(
    'is refused when it outgrows its memory (%s), and the next one is read',
    async (way) => {
      const readers = open(puppet, { memory: 64 })
      const [large, after] = await Promise.all([act(readers, way), processOf(readers)])
      expect(large).toMatchObject({
        ok: false,
        error: [
          {
            code: 'too-much-to-read',
            message:
              'Reading the file takes more than 64 MB of memory; a published list takes less than 100.',
          },
        ],
      })
      expect(after).toBeGreaterThan(0)
    },
  )

  test.each([
    ['fault', /^A reader met a bug: Error: a bug\n/],
    ['leave', /^A reader ended with 3: /],
  ])('is refused as our fault, which is logged, where it meets a bug (%s)', async (way, said) => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const readers = open(puppet)
    const [broken, after] = await Promise.all([act(readers, way), processOf(readers)])
    expect(broken).toMatchObject({ ok: false, error: [{ code: 'reader-failed' }] })
    expect(log.mock.calls).toEqual([[expect.stringMatching(said)]])
    expect(after).toBeGreaterThan(0)
  })

  test('is refused as our fault where the reader was never built', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const outcome = await act(open(join(folder, 'missing.cjs')), 'tell')
    expect(outcome).toMatchObject({ ok: false, error: [{ code: 'reader-failed' }] })
    expect(log.mock.calls[0]?.[0]).toContain('Cannot find module')
  })
})

describe('the queue', () => {
  test('refuses what comes when as many wait as may, and takes the next once there is room', async () => {
    const readers = open(puppet, { waiting: { files: 2, bytes: 100 } })
    const all = [1, 2, 3, 4].map(() => act(readers, '200'))
    const busy = (await Promise.all(all)).map((one) => !one.ok && one.error === 'busy')
    expect(busy).toEqual([false, false, false, true])
    expect(await processOf(readers)).toBeGreaterThan(0)
  })

  test('refuses what would hold too many bytes, but never the only one that waits', async () => {
    const readers = open(puppet, { waiting: { files: 9, bytes: 5 } })
    const send = (length: number) => readers.read(new Uint8Array(length), { fileName: '200' })
    const all = await Promise.all([send(9), send(9), send(1)])
    expect(all.map((one) => !one.ok && one.error === 'busy')).toEqual([false, false, true])
  })

  test('is read by as many processes as it may have', async () => {
    const readers = open(puppet, { processes: 2 })
    const pids = await Promise.all([1, 2, 3, 4, 5].map(() => processOf(readers)))
    expect(new Set(pids).size).toBe(2)
  })

  test('is answered when the pool is closed', async () => {
    const readers = open(puppet)
    const both = [act(readers, 'loop'), act(readers, 'tell')]
    readers.close()
    for (const outcome of await Promise.all(both))
      expect(outcome).toMatchObject({ ok: false, error: [{ code: 'reader-closed' }] })
  })
})

describe('a process that reads', () => {
  test('ends when it has had nothing to do for a while', async () => {
    const readers = open(puppet, { idle: 100 })
    const first = await processOf(readers)
    await vi.waitUntil(() => !isAlive(first), { timeout: 10_000 })
    expect(await processOf(readers)).not.toBe(first)
  })

  test('is replaced once its program has changed', async () => {
    const readers = open(puppet)
    const first = await processOf(readers)
    const later = new Date(Date.now() + 5000)
    utimesSync(puppet, later, later)
    const second = await processOf(readers)
    expect(second).not.toBe(first)
    expect(await processOf(readers)).toBe(second)
  })
})

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
