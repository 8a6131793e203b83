import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { freePort } from '../port'
import { type RunningServer, startServer } from './running-server'
import { upload } from './upload'

const KILLS = 40
/** The lists that are written all the time, one upload each a round. */
const EDITIONS = ['2019-06', '2019-11', '2020-06', '2020-11', '2021-06', '2021-11'] as const
/** How long a server may live once the uploads of a round are on their way. */
const LONGEST_LIFE_MS = 1200

const folder = mkdtempSync(join(tmpdir(), 'top500-crash-'))
let server: RunningServer | null = null
afterAll(async () => {
  await server?.kill()
  rmSync(folder, { recursive: true, force: true })
})

const snapshot = (edition: string) =>
  readFileSync(new URL(`../../data/lists/${edition}.csv`, import.meta.url), 'utf8')

/** A list whose first and last systems carry the number of the upload, so that a mixture would show. */
function marked(edition: string, upload: number): string {
  const rows = snapshot(edition).trimEnd().split('\n')
  const mark = (row = '') =>
    row.replace(/^(\d+),(\d*,\d*,\d*),("[^"]*"|[^,]*),/, `$1,$2,Upload ${upload},`)
  return `${[rows[0], mark(rows[1]), ...rows.slice(2, -1), mark(rows.at(-1))].join('\n')}\n`
}

it('a server that is killed during 240 uploads, 40 times, keeps every list whole and loses none that it confirmed', async () => {
  const port = String(await freePort())
  /** What each list may hold: the confirmed content, and those sent later whose fate nobody was told. */
  const possible = new Map<string, string[]>(EDITIONS.map((id) => [id, [snapshot(id)]]))
  const confirmed = new Map<string, string>()
  const counts = { sent: 0, confirmed: 0, cutOff: 0 }
  const start = async () => {
    server = await startServer({ TOP500_DATA_DIR: folder, PORT: port })
    return server.url
  }
  const read = async (url: string, edition: string, query = '') => {
    const answer = await fetch(`${url}/api/lists/${edition}.csv${query}`)
    expect(answer.status).toBe(200)
    return answer.text()
  }

  for (let round = 0; round <= KILLS; round++) {
    const url = await start()
    for (const edition of EDITIONS) {
      const found = await read(url, edition)
      // Compared as a boolean: a list is too long to be printed.
      expect(possible.get(edition)?.includes(found), `${edition} in round ${round}`).toBe(true)
      possible.set(edition, [found])
    }
    if (round === KILLS) break
    const sent = EDITIONS.map(async (edition) => {
      const content = marked(edition, ++counts.sent)
      possible.get(edition)?.push(content)
      try {
        const answer = await upload(url, content, { edition })
        const { version, error } = await answer.json()
        expect(answer.status, JSON.stringify(error)).toBe(201)
        counts.confirmed++
        confirmed.set(`${edition}?version=${version}`, content)
        possible.set(edition, [content])
      } catch (error) {
        // Only the connection may break; an answer that came is always a good one.
        if (!(error instanceof TypeError)) throw error
        counts.cutOff++
      }
    })
    await new Promise((done) => setTimeout(done, Math.random() * LONGEST_LIFE_MS))
    await server?.kill()
    await Promise.all(sent)
  }

  expect(counts.sent).toBe(240)
  expect(counts.confirmed + counts.cutOff).toBe(240)
  // Both must happen, or the moments were not random.
  expect(counts.confirmed).toBeGreaterThan(10)
  expect(counts.cutOff).toBeGreaterThan(10)
  const url = server?.url ?? ''
  for (const [version, content] of confirmed) {
    const [edition = '', query = ''] = version.split('?')
    expect((await read(url, edition, `?${query}`)) === content, version).toBe(true)
  }
  const { lists } = await (await fetch(`${url}/api/lists`)).json()
  expect(lists).toHaveLength(67)
  for (const { edition } of lists)
    if (!EDITIONS.includes(edition))
      expect((await read(url, edition)) === snapshot(edition), edition).toBe(true)
}, 900_000)
