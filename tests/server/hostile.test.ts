import { readdirSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { utils, write } from '@e965/xlsx'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FAMILIES, hostileFiles } from '../list/hostile'
import { type RunningServer, startServer } from './running-server'
import { upload } from './upload'

const csv = readFileSync(new URL('../../data/lists/2021-11.csv', import.meta.url), 'utf8')
let server: RunningServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(async () => {
  await server?.kill()
  if (server) await rm(server.data, { recursive: true, force: true })
})

/** Everything that is stored: what the server says, and what lies in its folder. */
async function stored() {
  const { lists } = await (await fetch(`${server.url}/api/lists`)).json()
  return { lists, files: readdirSync(server.data, { recursive: true }).map(String).sort() }
}

/** A small workbook with a row of 1.7 million cells, which takes seconds to be read and refused. */
function wide(): Uint8Array<ArrayBuffer> {
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet([['x']]), 'list')
  const parts = unzipSync(new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' })))
  const cells = '<c t="n"><v>1</v></c>'.repeat(1_700_000)
  const sheet = strToU8(`<worksheet><sheetData><row r="1">${cells}</row></sheetData></worksheet>`)
  return new Uint8Array(zipSync({ ...parts, 'xl/worksheets/sheet1.xml': sheet }))
}
const WIDE = wide()

describe('while hostile files are sent', () => {
  it('others are answered before the first of them is', async () => {
    const before = await stored()
    const answered: string[] = []
    // Read one after the other, each for seconds.
    const hostile = [1, 2].map(async (number) => {
      const answer = await upload(server.url, WIDE)
      answered.push('hostile')
      return { number, status: answer.status, body: await answer.json() }
    })
    // Time for the server to take them from the wire and, if it did so itself, to begin to read.
    await new Promise((done) => setTimeout(done, 500))
    for (const path of ['/api/lists', '/api/lists/2021-11.csv', '/', '/api/lists/1993-11.json']) {
      const answer = await fetch(server.url + path)
      expect(answer.status).toBe(200)
      await answer.arrayBuffer()
      answered.push(path)
    }
    const outcomes = await Promise.all(hostile)
    expect(answered).toEqual([
      ...['/api/lists', '/api/lists/2021-11.csv', '/', '/api/lists/1993-11.json'],
      ...['hostile', 'hostile'],
    ])
    for (const { status, body } of outcomes) {
      expect(status).toBe(422)
      expect(body.error).toMatchObject({ code: 'unreadable-file' })
      expect(body.error.issues[0].code).toMatch(/^too-(?:many-columns|long-to-read|much-to-read)$/)
    }
    expect(await stored()).toEqual(before)
  })

  it('a good list is still taken, in its turn', async () => {
    const [hostile, good] = await Promise.all([
      upload(server.url, WIDE),
      upload(server.url, csv, { edition: '2021-11' }, { query: '?dry-run' }),
    ])
    expect([hostile.status, good.status]).toEqual([422, 200])
    expect(await good.json()).toMatchObject({ edition: '2021-11', systems: 500, issues: [] })
  })

  it.each(FAMILIES)(
    'each of 40 is refused or would be taken, and nothing is stored ($name)',
    async ({ any }) => {
      const before = await stored()
      const seed = Date.now() % 1_000_000_000
      const answers = await Promise.all(
        hostileFiles(any, 40, seed).map(async ({ what, name, bytes }) => {
          const answer = await upload(
            server.url,
            new Uint8Array(bytes),
            {},
            { name, query: '?dry-run' },
          )
          return { what, name, status: answer.status, body: await answer.json() }
        }),
      )
      const odd = answers.filter(({ name, status, body }) => {
        if (status === 200) return false
        const { code, message, issues } = body.error
        // A part of a form without a file name is no file.
        if (name === '') return status !== 400 || code !== 'bad-request'
        return status !== 422 || message === '' || issues.length === 0
      })
      expect(odd, `seed ${seed}`).toEqual([])
      expect(await stored()).toEqual(before)
      expect(server.process.exitCode).toBe(null)
    },
  )

  it('the log says nothing of a fault', () => {
    expect(server.output()).not.toMatch(/met a bug|A reader ended|Error/)
  })
})
