import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { breakOffMany, descriptors } from '@/bench/aborts.js'
import { type RunningServer, startServer } from './running-server'

let server: RunningServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server?.kill())

const csv = readFileSync(new URL('../../data/lists/2021-11.csv', import.meta.url), 'utf8')
const open = () => descriptors(server.process.pid) ?? 0

it('200 downloads and 200 uploads that break off leave no descriptor open and no stack trace in the log', async () => {
  // What is opened once and kept is opened before.
  await breakOffMany(server.url, csv, { downloads: 20, uploads: 20 })
  await new Promise((done) => setTimeout(done, 2000))
  const before = open()
  await breakOffMany(server.url, csv)
  await expect.poll(open, { timeout: 60_000, interval: 500 }).toBeLessThanOrEqual(before)
  expect(server.output()).not.toMatch(/^\s+at |Error/m)
  expect((await fetch(`${server.url}/api/lists`)).status).toBe(200)
  const { versions } = await (await fetch(`${server.url}/api/lists/2021-11/history`)).json()
  expect(versions).toHaveLength(1)
})
