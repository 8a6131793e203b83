import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningServer, startServer } from './running-server'
import { upload } from './upload'

const TOKEN = 'a-token-of-24-characters'
const folder = mkdtempSync(join(tmpdir(), 'top500-api-'))
const csv = readFileSync(new URL('../../data/lists/2021-11.csv', import.meta.url), 'utf8')
let server: RunningServer
let guarded: RunningServer
beforeAll(async () => {
  const started = await Promise.all([
    startServer({ TOP500_DATA_DIR: join(folder, 'open') }),
    startServer({ TOP500_DATA_DIR: join(folder, 'guarded'), ADMIN_TOKEN: TOKEN }),
  ])
  server = started[0]
  guarded = started[1]
})
afterAll(async () => {
  await Promise.all([server?.kill(), guarded?.kill()])
  rmSync(folder, { recursive: true, force: true })
})

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${server.url}${path}`, { headers })
const post = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${server.url}${path}`, { method: 'POST', headers })

describe('the lists by HTTP', () => {
  it('are named, oldest first', async () => {
    const { lists } = await (await get('/api/lists')).json()
    expect(lists).toHaveLength(67)
    expect(lists[0]).toEqual({
      edition: '1993-06',
      version: 0,
      systems: 500,
      rmaxSumTflops: expect.any(Number),
      origin: 'bundled',
    })
    expect(lists.find(({ edition }: { edition: string }) => edition === '2021-11')).toMatchObject({
      systems: 500,
      rmaxSumTflops: 3036861.78377,
    })
  })

  it('are given as CSV and as JSON, and not sent again to who holds them', async () => {
    const answer = await get('/api/lists/2021-11.csv')
    expect(await answer.text()).toBe(csv)
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present')
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="top500_2021-11.csv"; filename*=UTF-8''top500_2021-11.csv`,
    )
    const etag = answer.headers.get('etag') ?? ''
    expect((await get('/api/lists/2021-11.csv', { 'if-none-match': etag })).status).toBe(304)
    const json = await (await get('/api/lists/2021-11.json')).json()
    expect(json).toMatchObject({ edition: '2021-11', version: 0, number: 58 })
    expect(json.list[9]).toMatchObject({ rank: 10, name: 'Voyager-EUS2', rmax: 30050 })
  })

  it('are given as CSV that is taken again as the same list, all 67 of them', async () => {
    const { lists } = await (await get('/api/lists')).json()
    for (const { edition, rmaxSumTflops } of lists) {
      const answer = await get(`/api/lists/${edition}.csv`)
      const name = /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1]
      const bytes = new Uint8Array(await answer.arrayBuffer())
      const again = await upload(server.url, bytes, {}, { name, query: '?dry-run' })
      expect([edition, again.status]).toEqual([edition, 200])
      expect(await again.json()).toMatchObject({ edition, systems: 500, rmaxSumTflops })
    }
    expect(lists).toHaveLength(67)
  })

  it.each([
    '/api/lists/2021-11',
    '/api/lists/2021-11.xml',
    '/api/lists/2021-11.csv.json',
    '/api/lists/2021-07.csv',
    '/api/lists/2099-11.csv',
    '/api/lists/2021-11.csv?version=7',
    '/api/lists/2021-11/source',
    '/api/lists/..%2f..%2fetc.csv',
    '/api/lists/2099-11/history',
  ])('that are not there are not found: %s', async (path) => {
    const answer = await get(path)
    expect(answer.status).toBe(404)
    expect((await answer.json()).error).toMatchObject({ code: 'not-found', issues: [] })
  })

  it('are tried without being kept', async () => {
    const answer = await upload(server.url, csv, { edition: '2021-11' }, { query: '?dry-run' })
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({
      edition: '2021-11',
      version: null,
      current: 0,
      systems: 500,
      rmaxSumTflops: 3036861.78377,
      preview: {
        format: 'csv',
        encoding: expect.any(String),
        effect: {
          figures: { top: { name: 'Supercomputer Fugaku' }, entry: { name: 'NA1' } },
          beside: [
            { relation: 'before', edition: '2021-06', overlap: { shared: 430, joined: 70 } },
            { relation: 'now', edition: '2021-11', version: 0 },
            { relation: 'after', edition: '2022-06' },
          ],
          difference: { cells: 0, joined: 0, left: 0 },
        },
      },
    })
    const { versions } = await (await get('/api/lists/2021-11/history')).json()
    expect(versions).toHaveLength(1)
  })

  it('are kept, shown, removed, restored and given back as they came', async () => {
    const changed = csv.replace('Voyager-EUS2', '=Voyager')
    const kept = await upload(
      server.url,
      changed,
      { edition: '2021-11', expected: '0' },
      { name: 'Größe "1".csv' },
    )
    expect([kept.status, await kept.json()]).toEqual([
      201,
      { edition: '2021-11', version: 1, systems: 500, rmaxSumTflops: 3036861.78377, issues: [] },
    ])
    const late = await upload(server.url, csv, { edition: '2021-11', expected: '0' })
    expect([late.status, await late.json()]).toMatchObject([
      409,
      {
        error: { code: 'conflict', issues: [], current: { version: 1, fileName: 'Größe "1".csv' } },
      },
    ])
    expect(await (await get('/api/lists/2021-11.csv')).text()).toContain("'=Voyager")
    const source = await get('/api/lists/2021-11/source')
    expect(await source.text()).toBe(changed)
    expect(source.headers.get('content-type')).toBe('application/octet-stream')
    expect(source.headers.get('x-content-type-options')).toBe('nosniff')
    expect(source.headers.get('content-disposition')).toContain("filename*=UTF-8''Gr%C3%B6%C3%9Fe")

    const removed = await fetch(`${server.url}/api/lists/2021-11?expected=1`, { method: 'DELETE' })
    expect([removed.status, await removed.json()]).toMatchObject([
      201,
      { version: 2, state: 'removed' },
    ])
    expect((await get('/api/lists/2021-11.csv')).status).toBe(404)
    expect((await (await get('/api/lists')).json()).lists).toHaveLength(66)
    expect((await post('/api/lists/2021-11/restore?version=1&expected=1')).status).toBe(409)
    const restored = await post('/api/lists/2021-11/restore?version=1&expected=2')
    expect([restored.status, await restored.json()]).toMatchObject([
      201,
      { version: 3, restores: 1 },
    ])
    expect((await post('/api/lists/2021-11/restore?version=0')).status).toBe(201)
    expect(await (await get('/api/lists/2021-11.csv')).text()).toBe(csv)
    const { versions } = await (await get('/api/lists/2021-11/history')).json()
    expect(versions.map(({ version }: { version: number }) => version)).toEqual([4, 3, 2, 1, 0])
  })

  it.each([
    [400, 'bad-request', '/api/lists/2021-11/restore'],
    [400, 'bad-request', '/api/lists/2021-11/restore?version=last'],
    [400, 'bad-request', '/api/lists/2021-11/restore?version=0&expected=x'],
    [404, 'not-found', '/api/lists/2099-11/restore?version=0'],
    [415, 'not-multipart', '/api/lists'],
  ])('answer %i %s to what cannot be done: %s', async (status, code, path) => {
    const answer = await post(path)
    expect(answer.status).toBe(status)
    expect((await answer.json()).error).toEqual({
      code,
      message: expect.stringMatching(/\.$/),
      issues: [],
    })
  })

  it('that come two in a file are named, and taken one by one', async () => {
    const list = async (edition: string) =>
      (await (await get(`/api/lists/${edition}.csv`)).text()).trimEnd().split('\n')
    const [june, november] = [await list('1999-06'), await list('1999-11')]
    const told = (edition: string, lines: string[]) => lines.map((line) => `${edition},${line}`)
    const both = [
      `List,${june[0]}`,
      ...told('1999-06', june.slice(1)),
      ...told('1999-11', november.slice(1)),
    ].join('\n')

    const answer = await upload(server.url, both, {}, { name: 'history.csv' })
    const { error } = await answer.json()
    expect([answer.status, error.code]).toEqual([422, 'several-lists'])
    expect(error.lists).toEqual([
      { part: 1, edition: '1999-06', where: 'the rows of June 1999', systems: 500 },
      { part: 2, edition: '1999-11', where: 'the rows of November 1999', systems: 500 },
    ])
    const second = await upload(server.url, both, { part: '2' }, { query: '?dry-run' })
    expect([second.status, await second.json()]).toMatchObject([
      200,
      { edition: '1999-11', version: null, systems: 500 },
    ])
    const named = await upload(server.url, both, { edition: '1999-06' }, { query: '?dry-run' })
    expect(await named.json()).toMatchObject({ edition: '1999-06', systems: 500 })
    const none = await upload(server.url, both, { part: '3' }, { query: '?dry-run' })
    expect([none.status, (await none.json()).error.issues[0].code]).toEqual([422, 'no-such-part'])
    const wrong = await upload(server.url, both, { part: 'two' }, { query: '?dry-run' })
    expect([wrong.status, (await wrong.json()).error.code]).toEqual([400, 'bad-request'])
  })

  it('refuse what is no list, and say why', async () => {
    const answer = await upload(server.url, 'name,colour\nsky,blue\n', {}, { name: 'notes.csv' })
    expect(answer.status).toBe(422)
    const { error } = await answer.json()
    expect(error.issues[0]).toMatchObject({ severity: 'error', remedy: expect.any(String) })
  })

  it('refuse nine megabytes', async () => {
    const answer = await upload(server.url, new Uint8Array(9 * 1024 * 1024))
    expect([answer.status, (await answer.json()).error.code]).toEqual([413, 'too-large'])
  })
})

describe('claims by HTTP', () => {
  const claims = async (query: string) => (await (await get(`/api/claims${query}`)).json()).claims

  it('are the article’s seven, each with its verdict and the rows that decide it', async () => {
    const found = await claims('?list=2021-11')
    expect(found.map(({ id, verdict }: { id: string; verdict: string }) => [id, verdict])).toEqual([
      ['azure-five', 'true'],
      ['voyager-only-new', 'true'],
      ['voyager-rmax', 'true'],
      ['voyager-parts', 'true'],
      ['meta-and-ibm-build', 'true'],
      ['openai-2020', 'cannot-say'],
      ['nuance-and-meta-use-it', 'cannot-say'],
    ])
    expect(found[2]).toEqual({
      id: 'voyager-rmax',
      list: '2021-11',
      statement: 'Voyager-EUS2 reaches 30.05 Pflop/s.',
      verdict: 'true',
      note: null,
      readings: [
        {
          verdict: 'true',
          sentence: 'The Rmax of Voyager-EUS2 on the list of November 2021 is 30.05 Pflop/s.',
          stated: '30.05 Pflop/s',
          found: '30.05 Pflop/s',
        },
      ],
      nearMisses: [],
      evidence: [
        {
          list: '2021-11',
          rank: 10,
          system: 'Voyager-EUS2',
          rmax: '30.05 Pflop/s',
          href: '/lists/2021-11#rank-10',
        },
      ],
      evidenceRows: 1,
    })
  })

  it('of a text are judged by the list that it names, and refused for a list that there is not', async () => {
    const [found] = await claims(`?say=${encodeURIComponent('China 220 in June 2019.')}`)
    expect([found.list, found.verdict, found.evidenceRows]).toEqual(['2019-06', 'true', 220])
    expect(found.evidence).toHaveLength(100)
    expect((await get('/api/claims?list=2021-12')).status).toBe(404)
  })

  it('are composed of a pattern and its fields, each of which is told of where it means nothing', async () => {
    const [found] = await claims('?claim=holds&who=china&n=219&list=2019-06')
    expect([found.statement, found.verdict, found.evidenceRows]).toEqual([
      'China has 219 systems.',
      'false',
      220,
    ])
    const refused = await get('/api/claims?claim=holds&who=Chima')
    expect(refused.status).toBe(400)
    const { issues } = (await refused.json()).error
    expect(issues.map(({ column }: { column: string }) => column)).toEqual(['who', 'n'])
    expect((await get('/api/claims?claim=nothing')).status).toBe(404)
  })

  it('have a picture by the name alone, and none where a field means nothing', async () => {
    const path = '/api/chart/claim-verdict.svg?claim=holds&n=219&list=2019-06&who='
    const drawn = await get(`${path}China`)
    expect([drawn.status, await drawn.text()]).toEqual([
      200,
      expect.stringContaining('False: China has 219 systems'),
    ])
    const refused = await get(`${path}${encodeURIComponent('<b>evil</b>')}`)
    expect(refused.status).toBe(404)
  })
})

describe('who may write', () => {
  it('is not the page of another site', async () => {
    const answer = await upload(server.url, csv, {}, { headers: { origin: 'http://evil.example' } })
    expect([answer.status, (await answer.json()).error.code]).toEqual([403, 'foreign-request'])
  })

  it('is whoever has the token, where there is one', async () => {
    const without = await upload(guarded.url, csv, { edition: '2021-11' })
    expect(without.status).toBe(401)
    expect(without.headers.get('www-authenticate')).toBe('Bearer')
    const headers = { authorization: `Bearer ${TOKEN}` }
    expect((await upload(guarded.url, csv, { edition: '2021-11' }, { headers })).status).toBe(201)
  })

  it('is whoever signed in by the form, until they sign out', async () => {
    const form = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
      fetch(`${guarded.url}/api/session`, {
        method: 'POST',
        body: new URLSearchParams(fields),
        headers: { accept: 'text/html', origin: guarded.url, ...headers },
        redirect: 'manual',
      })
    expect((await form({ token: 'wrong' })).headers.get('location')).toBe('/lists?sign-in=wrong')
    const signedIn = await form({ token: TOKEN, next: '//evil.example' })
    expect([signedIn.status, signedIn.headers.get('location')]).toEqual([303, '/lists'])
    const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
    const state = await fetch(`${guarded.url}/api/session`, { headers: { cookie } })
    expect(await state.json()).toEqual({ write: true, way: 'session', signIn: true })
    const headers = { cookie, origin: guarded.url }
    expect((await upload(guarded.url, csv, { edition: '2021-11' }, { headers })).status).toBe(201)
    const foreign = { cookie, origin: 'http://evil.example' }
    expect((await upload(guarded.url, csv, {}, { headers: foreign })).status).toBe(403)
    const out = await form({ 'sign-out': '' }, { cookie })
    expect(out.headers.get('set-cookie')).toMatch(/^top500-session=; Max-Age=0/)
  })

  it('is counted by the address that a request comes from, whatever it says of itself', async () => {
    const headers = (n: number) => ({
      authorization: 'Bearer wrong-wrong-wrong',
      'x-forwarded-for': `198.51.100.${n}`,
    })
    const statuses: number[] = []
    for (let n = 0; n < 12; n++)
      statuses.push((await upload(guarded.url, csv, {}, { headers: headers(n) })).status)
    expect(statuses.slice(0, 9)).toEqual(Array(9).fill(401))
    expect(statuses.slice(-2)).toEqual([429, 429])
  })
})
