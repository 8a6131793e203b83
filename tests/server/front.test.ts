import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningServer, startServer } from './running-server'
import { upload } from './upload'

const csv = readFileSync(new URL('../../data/lists/2019-06.csv', import.meta.url), 'utf8')
const PAGE = '/?list=2019-06'

let servers: RunningServer[] = []
beforeAll(async () => {
  const first = await startServer()
  servers = [first, await startServer({ TOP500_DATA_DIR: first.data })]
})
afterAll(() => Promise.all(servers.map((server) => server.kill())))

const get = (server: number, path: string, headers: Record<string, string> = {}) =>
  fetch(`${servers[server]?.url}${path}`, { headers })
const tag = async (server: number, path: string) => {
  const answer = await get(server, path)
  await answer.text()
  return answer.headers.get('etag')
}

describe('a page that was asked for before', () => {
  it('is the same bytes with the same tag, and 304 for whoever has it', async () => {
    const first = await get(0, PAGE)
    const html = await first.text()
    const second = await get(0, PAGE)
    expect(await second.text()).toBe(html)
    const etag = first.headers.get('etag') ?? ''
    expect(second.headers.get('etag')).toBe(etag)
    expect((await get(0, PAGE, { 'if-none-match': etag })).status).toBe(304)
  })

  it('has a policy without a nonce that names every inline script that it has', async () => {
    const answer = await get(0, PAGE)
    const policy = answer.headers.get('content-security-policy') ?? ''
    expect(policy).not.toMatch(/nonce|unsafe-inline'[^;]*;[^;]*script-src|strict-dynamic/)
    const inline = (await answer.text()).match(/<script(?![^>]*\ssrc=)[^>]*>/g) ?? []
    expect(policy.match(/'sha256-/g)?.length).toBe(inline.length)
  })

  it('is not a phone’s for a wide window, nor the other way round', async () => {
    const phone = await get(0, PAGE, { 'sec-ch-ua-mobile': '?1' })
    await phone.text()
    expect(phone.headers.get('etag')).not.toBe(await tag(0, PAGE))
  })

  it('shows a kept list at once in its own process and within a second in another one', async () => {
    const before = [await tag(0, PAGE), await tag(1, PAGE)]
    const answer = await upload(servers[0]?.url ?? '', csv.replace('Summit', 'Peak'), {
      edition: '2019-06',
    })
    expect(answer.status).toBe(201)
    const here = await get(0, PAGE)
    expect(await here.text()).toContain('version 1')
    expect(here.headers.get('etag')).not.toBe(before[0])
    // Two seconds by the clock of a busy machine; each process looks once a second.
    await expect.poll(() => tag(1, PAGE), { timeout: 5000, interval: 50 }).not.toBe(before[1])
  })

  it('is not kept where it depends on who asks', async () => {
    for (const path of ['/lists', '/verify']) {
      const answer = await get(0, path)
      expect([path, answer.status, answer.headers.get('s-maxage')]).toEqual([path, 200, null])
      expect(answer.headers.get('content-security-policy')).toContain("'nonce-")
    }
  })
})

describe('everything that leaves', () => {
  it('is compressed for whoever takes it: data, pictures as SVG, lists', async () => {
    for (const path of ['/api/lists', '/api/lists/2021-11.csv', '/api/chart/totals.svg']) {
      const answer = await get(0, path, { 'accept-encoding': 'gzip' })
      await answer.arrayBuffer()
      expect([path, answer.headers.get('content-encoding')]).toEqual([path, 'gzip'])
    }
  })
})
