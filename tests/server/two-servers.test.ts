import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startAzurite } from '@/tests/store/azurite'
import { type RunningServer, startServer } from './running-server'
import { upload } from './upload'

const csv = readFileSync(new URL('../../data/lists/2021-11.csv', import.meta.url), 'utf8')
const marked = (writer: string) => csv.replace('Voyager-EUS2', writer).replace('NA1', writer)

let azurite: Awaited<ReturnType<typeof startAzurite>> | null = null
let servers: RunningServer[] = []
beforeAll(async () => {
  azurite = await startAzurite()
  const env = {
    AZURE_STORAGE_CONNECTION_STRING: azurite.connection,
    AZURE_STORAGE_CONTAINER: 'two-servers',
  }
  servers = await Promise.all([startServer(env), startServer(env)])
})
afterAll(async () => {
  await Promise.all(servers.map((server) => server.kill()))
  azurite?.stop()
})

/** What one server took may be unknown to the other for two seconds, and be asked for slowly on a busy machine. */
const SOON = { timeout: 10_000, interval: 100 }

const url = (writer: number) => servers[writer % 2]?.url ?? ''
const read = async (server: number, query = '') =>
  (await fetch(`${url(server)}/api/lists/2021-11.csv${query}`)).text()

/** Fifty people keep a list of the same month at one moment, half of them on each server. */
async function race(name: string, fields: Record<string, string>) {
  const outcomes = await Promise.all(
    Array.from({ length: 50 }, async (_, writer) => {
      const content = marked(`${name}-${writer}`)
      const answer = await upload(url(writer), content, { edition: '2021-11', ...fields })
      return { content, status: answer.status, body: await answer.json() }
    }),
  )
  const kept = outcomes.filter(({ status }) => status === 201)
  return { kept, refused: outcomes.filter(({ status }) => status !== 201) }
}

async function history(server: number): Promise<number[]> {
  const { versions } = await (await fetch(`${url(server)}/api/lists/2021-11/history`)).json()
  return versions.map(({ version }: { version: number }) => version)
}

describe('two servers on one blob store', () => {
  it('keep one of 50 lists that follow the same version, and tell the others by whom they were beaten', async () => {
    const { kept, refused } = await race('first', { expected: '0' })
    expect(kept.map(({ body }) => body.version)).toEqual([1])
    expect(refused).toHaveLength(49)
    for (const { status, body } of refused) {
      expect(status).toBe(409)
      expect(body.error).toMatchObject({ code: 'conflict', current: { version: 1 } })
    }
    for (const server of [0, 1])
      await expect.poll(async () => (await read(server)) === kept[0]?.content, SOON).toBe(true)
  })

  it('keep one version for each success, none lost and none mixed', async () => {
    const { kept, refused } = await race('second', {})
    const versions = kept.map(({ body }) => body.version).sort((a, b) => a - b)
    expect(versions.length).toBeGreaterThan(0)
    expect(versions).toEqual(versions.map((_, index) => index + 2))
    for (const { status } of refused) expect(status).toBe(409)
    for (const server of [0, 1]) {
      await expect.poll(() => history(server), SOON).toEqual([...versions.toReversed(), 1, 0])
      for (const { content, body } of kept)
        expect((await read(server, `?version=${body.version}`)) === content).toBe(true)
    }
  })

  it('show within two seconds what the other one took, without a restart', async () => {
    const content = marked('third')
    expect((await upload(url(0), content, { edition: '2021-11' })).status).toBe(201)
    const until = Date.now() + 2000
    let seen = false
    while (!seen && Date.now() < until) seen = (await read(1)) === content
    expect(seen).toBe(true)
  })
})
