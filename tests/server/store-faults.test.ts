import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningServer, startServer } from './running-server'
import { upload } from './upload'

const folder = mkdtempSync(join(tmpdir(), 'top500-store-faults-'))
const csv = readFileSync(new URL('../../data/lists/2021-11.csv', import.meta.url), 'utf8')
const data = join(folder, 'store')
const running: RunningServer[] = []
const start = async (env: Record<string, string>) => {
  const server = await startServer(env)
  running.push(server)
  return server
}
afterAll(async () => {
  await Promise.all(running.map((server) => server.kill()))
  rmSync(folder, { recursive: true, force: true })
})

/** Addresses of every route, each read from the store. */
const ADDRESSES = [
  '/api/lists',
  '/api/lists/2021-11.csv',
  '/api/lists/2021-11.json',
  '/api/lists/2021-11/history',
  '/api/lists/2021-11/source',
  '/api/names?list=2021-11',
  '/api/spec/totals?width=720',
  '/api/drawing/totals',
  '/api/chart/totals.svg',
]
const PAGES = ['/', '/lists', '/lists/2021-11', '/table/totals', '/embed/totals']

async function errorOf(server: RunningServer, path: string) {
  const answer = await fetch(server.url + path)
  const { error } = await answer.json()
  return { path, status: answer.status, code: error?.code, message: error?.message }
}

/** What a reader sees of a page without script. */
async function wordsOf(server: RunningServer, path: string) {
  const answer = await fetch(server.url + path)
  const html = (await answer.text()).replace(/<(script|style)\b[\s\S]*?<\/\1>/g, '')
  return { status: answer.status, words: html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ') }
}

describe('a store that must exist and does not', () => {
  let server: RunningServer
  beforeAll(async () => {
    mkdirSync(join(folder, 'unmounted'))
    server = await start({
      TOP500_DATA_DIR: join(folder, 'unmounted'),
      TOP500_STORE_MUST_EXIST: '1',
    })
  })

  it('is answered on every route in the one shape, without a path', async () => {
    for (const path of ADDRESSES)
      expect(await errorOf(server, path)).toEqual({
        path,
        status: 503,
        code: 'unavailable',
        message:
          'The lists cannot be read or written just now: the lists that were kept in it are gone. Try again; the server’s log says more.',
      })
    const refused = await upload(server.url, csv, { edition: '2021-11' })
    expect([refused.status, (await refused.json()).error.code]).toEqual([503, 'unavailable'])
  })

  it('is told of by every page, whole and with status 503', async () => {
    for (const path of PAGES) {
      const { status, words } = await wordsOf(server, path)
      expect([path, status]).toEqual([path, 503])
      expect(words).toContain('The lists cannot be read just now')
    }
    expect((await wordsOf(server, '/nothing')).status).toBe(404)
    expect(server.output()).not.toMatch(/^\s+at /m)
  })
})

describe('bad entries in a store', () => {
  let server: RunningServer
  beforeAll(async () => {
    const first = await start({ TOP500_DATA_DIR: data })
    for (const edition of ['2021-11', '2020-11', '2019-11']) {
      const text = readFileSync(new URL(`../../data/lists/${edition}.csv`, import.meta.url), 'utf8')
      expect((await upload(first.url, text, { edition })).status).toBe(201)
    }
    await first.kill()
    const damaged = join(data, 'lists', '2020-11', '000001.list')
    writeFileSync(damaged, readFileSync(damaged).fill(0x39, 5000, 5001))
    mkdirSync(join(data, 'lists', '2021-11', '000002.list'))
    writeFileSync(join(data, 'lists', 'notes.txt'), 'what somebody noted')
    server = await start({ TOP500_DATA_DIR: data })
  })

  it('harm themselves only, and are told in the history and in the log', async () => {
    const { lists } = await (await fetch(`${server.url}/api/lists`)).json()
    expect(lists).toHaveLength(66)
    expect(await errorOf(server, '/api/lists/2020-11.csv')).toMatchObject({
      status: 503,
      code: 'damaged',
      message:
        'Version 1 of November 2020 cannot be used: its content does not have the hash in its first line. Restore another version from the list’s history, or upload the list again.',
    })
    expect((await fetch(`${server.url}/api/lists/2020-11.csv?version=0`)).status).toBe(200)
    expect(await (await fetch(`${server.url}/api/lists/2021-11/history`)).json()).toMatchObject({
      versions: [{ version: 1 }, { version: 0 }],
      problems: [{ version: 2, name: '2021-11/000002.list', problem: 'a folder has its name' }],
    })
    for (const path of PAGES) expect((await wordsOf(server, path)).status, path).toBe(200)
    for (const words of [
      '“2020-11/000001.list” cannot be used: its content does not have the hash',
      '“2021-11/000002.list” cannot be used: a folder has its name',
      '“notes.txt” cannot be used: its name is not a list’s',
    ])
      expect(server.output()).toContain(words)
  })

  it('can be restored over where they are the newest', async () => {
    const restored = await fetch(`${server.url}/api/lists/2020-11/restore?version=0`, {
      method: 'POST',
    })
    expect([restored.status, await restored.json()]).toMatchObject([
      201,
      { version: 2, restores: 0 },
    ])
    expect((await fetch(`${server.url}/api/lists/2020-11.csv`)).status).toBe(200)
  })

  it('are served as ever while the store is away, which nothing is begun in, and after it is back', async () => {
    renameSync(data, `${data}-away`)
    await new Promise((done) => setTimeout(done, 1100))
    const { lists } = await (await fetch(`${server.url}/api/lists`)).json()
    expect(lists).toHaveLength(67)
    for (const path of PAGES) expect((await wordsOf(server, path)).status, path).toBe(200)
    const refused = await upload(server.url, csv, { edition: '2021-11' })
    expect([refused.status, (await refused.json()).error]).toMatchObject([
      503,
      {
        code: 'unavailable',
        message:
          'The store could not be written: the lists that were kept in it are gone. Look at the list’s history before you try again.',
      },
    ])
    renameSync(`${data}-away`, data)
    const kept = await upload(server.url, csv, { edition: '2021-11' })
    expect([kept.status, (await kept.json()).version]).toEqual([201, 3])
  })
})
