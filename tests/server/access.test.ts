import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBareProxy } from './bare-proxy'
import { type RunningServer, startServer } from './running-server'
import { upload } from './upload'

const TOKEN = 'Zähes Wort 東京 & mehr'
const folder = mkdtempSync(join(tmpdir(), 'top500-access-'))
const csv = readFileSync(new URL('../../data/lists/2021-11.csv', import.meta.url), 'utf8')
let open: RunningServer
let guarded: RunningServer
let twin: RunningServer
let closed: RunningServer
let proxy: { port: number; server: Server }
beforeAll(async () => {
  const shared = { TOP500_DATA_DIR: join(folder, 'guarded'), ADMIN_TOKEN: TOKEN }
  const started = await Promise.all([
    startServer({ TOP500_DATA_DIR: join(folder, 'open') }),
    startServer(shared),
    startServer(shared),
    startServer({
      TOP500_DATA_DIR: join(folder, 'closed'),
      TOP500_READ_ONLY: '1',
      ADMIN_TOKEN: TOKEN,
    }),
  ])
  open = started[0]
  guarded = started[1]
  twin = started[2]
  closed = started[3]
  proxy = await startBareProxy(open.port)
})
afterAll(async () => {
  proxy?.server.close()
  await Promise.all([open, guarded, twin, closed].map((server) => server?.kill()))
  rmSync(folder, { recursive: true, force: true })
})

const page = async (server: RunningServer, path: string) =>
  (await (await fetch(server.url + path)).text()).replace(/<script[\s\S]*?<\/script>/g, '')

const signIn = (server: RunningServer, headers: Record<string, string>, token = TOKEN) =>
  fetch(`${server.url}/api/session`, {
    method: 'POST',
    headers,
    body: new URLSearchParams({ token }),
    redirect: 'manual',
  })

describe('a server without a token', () => {
  it('says at its start and on its page that whoever reaches the port may write', async () => {
    const note = `Whoever reaches port ${open.port} of this machine may change lists.`
    expect(open.output()).toContain(note)
    expect(await page(open, '/lists')).toContain(note)
  })

  it('takes nothing from a stranger who comes through a bare reverse proxy, and all from the person at the machine', async () => {
    const through = { url: `http://127.0.0.1:${proxy.port}` }
    expect((await fetch(`${through.url}/api/lists`)).status).toBe(200)
    const refused = await upload(through.url, csv, { edition: '2021-11' })
    const { error } = await refused.json()
    expect([refused.status, error.code]).toEqual([403, 'foreign-request'])
    expect(error.message).toContain('it came as HTTP/1.0')
    for (const [method, path] of [
      ['DELETE', '/api/lists/2021-11'],
      ['POST', '/api/lists/2021-11/remove'],
      ['POST', '/api/lists/2021-11/restore?version=0'],
    ] as const)
      expect((await fetch(through.url + path, { method })).status, path).toBe(403)
    expect(await (await fetch(`${open.url}/api/lists/2021-11/history`)).json()).toMatchObject({
      versions: [{ version: 0 }],
    })
    expect((await upload(open.url, csv, { edition: '2021-11' })).status).toBe(201)
  })
})

describe('the form of the page that works without script', () => {
  /** Sends the form as the page has it, with a file that is no list. */
  async function send(server: RunningServer, origin: string) {
    const html = await (await fetch(`${server.url}/lists`)).text()
    const form = new FormData()
    for (const [, name = '', value = ''] of html.matchAll(
      /<input type="hidden" name="(\$ACTION[^"]*)"(?: value="([^"]*)")?/g,
    ))
      form.append(name, value.replaceAll('&quot;', '"'))
    form.append('file', new File(['rank'], 'list.csv'))
    const answer = await fetch(`${server.url}/lists`, {
      method: 'POST',
      headers: { origin },
      body: form,
    })
    return {
      status: answer.status,
      html: (await answer.text()).replace(/<script[\s\S]*?<\/script>/g, ''),
    }
  }

  it('is answered by its page, in words, wherever it comes from', async () => {
    const own = await send(open, open.url)
    expect(own.status).toBe(200)
    expect(own.html).not.toContain('may not change lists')
    for (const origin of ['https://evil.example', 'null']) {
      const foreign = await send(open, origin)
      expect([origin, foreign.status]).toEqual([origin, 200])
      expect(foreign.html).toContain('The page of another site may not change lists or sign in.')
    }
  })
})

describe('a server with a token', () => {
  it('is signed in to by form, and written to by header, with a token of any characters', async () => {
    expect((await signIn(guarded, {})).status).toBe(204)
    for (const token of [Buffer.from(TOKEN).toString('latin1'), encodeURIComponent(TOKEN)]) {
      const answer = await upload(
        guarded.url,
        csv,
        { edition: '2021-11' },
        { query: '?dry-run', headers: { authorization: `Bearer ${token}` } },
      )
      expect(answer.status).toBe(200)
    }
  })

  it('counts no attempts of a foreign page', async () => {
    for (let attempt = 0; attempt < 12; attempt++)
      expect((await signIn(guarded, { origin: 'https://evil.example' }, 'wrong')).status).toBe(403)
    const html = await signIn(
      guarded,
      { origin: 'https://evil.example', accept: 'text/html' },
      'wrong',
    )
    expect([html.status, html.headers.get('location')]).toEqual([303, '/lists?sign-in=elsewhere'])
    expect(await page(guarded, '/lists?sign-in=elsewhere')).toContain(
      'The form did not come from this page as far as the server can tell.',
    )
    expect((await signIn(guarded, { origin: guarded.url })).status).toBe(204)
  })

  it('ends a session for every copy of its cookie when somebody signs out, on each server of the store', async () => {
    const cookie = (await signIn(guarded, {})).headers.get('set-cookie')?.split(';')[0] ?? ''
    const mayWrite = async (server: RunningServer) =>
      (await (await fetch(`${server.url}/api/session`, { headers: { cookie } })).json()).write
    expect([await mayWrite(guarded), await mayWrite(twin)]).toEqual([true, true])
    const foreign = await fetch(`${guarded.url}/api/session`, {
      method: 'DELETE',
      headers: { cookie, origin: 'https://evil.example' },
    })
    expect([foreign.status, await mayWrite(guarded)]).toEqual([403, true])
    const out = await fetch(`${guarded.url}/api/session`, { method: 'DELETE', headers: { cookie } })
    expect(out.status).toBe(204)
    expect([await mayWrite(guarded), await mayWrite(twin)]).toEqual([false, false])
    const late = await upload(
      twin.url,
      csv,
      { edition: '2021-11' },
      { headers: { cookie, origin: twin.url } },
    )
    expect([late.status, (await late.json()).error.code]).toEqual([401, 'sign-in-needed'])
  })

  it('does not tell by asking who may write whether a guess was right, after too many', async () => {
    const ask = (token: string) =>
      fetch(`${twin.url}/api/session`, { headers: { authorization: `Bearer ${token}` } })
    for (let attempt = 0; attempt < 10; attempt++) expect((await ask('wrong')).status).toBe(200)
    expect((await ask(encodeURIComponent(TOKEN))).status).toBe(429)
  })
})

describe('a server that is only read', () => {
  it('says so, and takes nothing from whoever has the token', async () => {
    const words =
      'Changing lists is switched off: the server was started with TOP500_READ_ONLY=1. Start it without that to change lists.'
    expect(closed.output()).toContain(words)
    expect(await page(closed, '/lists')).toContain(words)
    const headers = { authorization: `Bearer ${encodeURIComponent(TOKEN)}` }
    const answer = await upload(closed.url, csv, { edition: '2021-11' }, { headers })
    expect([answer.status, (await answer.json()).error]).toMatchObject([
      403,
      { code: 'writing-off', message: words },
    ])
    expect((await signIn(closed, {})).status).toBe(403)
    expect(readdirSync(folder)).not.toContain('closed')
  })
})
