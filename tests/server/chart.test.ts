import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { PNG } from 'pngjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readProvenance } from '@/lib/export/read-provenance'
import { writeList } from '@/lib/list/csv'
import { bundledList } from '@/tests/fixtures/lists'
import { type RunningServer, startServer } from './running-server'
import { upload } from './upload'

let server: RunningServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.kill())

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${server.url}/api/chart/${path}`, { headers })
const bytesOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer())
type Refusal = { error: { code: string; message: string; issues: { column: string }[] } }
const refusalOf = async (answer: Response) => ((await answer.json()) as Refusal).error

describe('a chart by its address', () => {
  it.each([
    ['rank-rmax.png', 'image/png', '89504e470d0a1a0a'],
    ['totals.pdf', 'application/pdf', Buffer.from('%PDF-1.').toString('hex')],
    ['rank-strip.svg', 'image/svg+xml; charset=utf-8', Buffer.from('<svg ').toString('hex')],
    ['totals.csv', 'text/csv; charset=utf-8', Buffer.from('# Total Rmax').toString('hex')],
    ['totals.json', 'application/json; charset=utf-8', Buffer.from('{\n').toString('hex')],
  ])('%s is %s', async (file, type, begin) => {
    const answer = await get(file)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe(type)
    expect((await bytesOf(answer)).toString('hex').startsWith(begin)).toBe(true)
  })

  it('with width 1200, height 675 and scale 2 has 2400 × 1350 pixels', async () => {
    const png = PNG.sync.read(
      await bytesOf(await get('rank-rmax.png?width=1200&height=675&scale=2')),
    )
    expect([png.width, png.height]).toEqual([2400, 1350])
  })

  it('has a transparent ground where asked for, and the paper of its theme elsewhere', async () => {
    const corner = async (query: string) => {
      const png = PNG.sync.read(await bytesOf(await get(`totals.png?${query}`)))
      return [...png.data.subarray(0, 4)]
    }
    expect(await corner('theme=light')).toEqual([253, 253, 251, 255])
    expect(await corner('theme=dark')).toEqual([21, 21, 19, 255])
    expect((await corner('theme=dark&background=none'))[3]).toBe(0)
  })

  it('is shown, or saved under a name that says what it holds', async () => {
    const shown = await get('rank-rmax.png?with=meta&with=ibm&width=1200&height=675&scale=2')
    expect(shown.headers.get('content-disposition')).toMatch(
      /^inline; filename="top500_2021-11_azure-meta-ibm_built-by_rank-rmax_1200x675@2x\.png"/,
    )
    const saved = await get('totals.csv?with=meta&download=1&data=rows')
    expect(saved.headers.get('content-disposition')).toMatch(
      /^attachment; filename="top500_2021-11_azure-meta_built-by_totals-rmax_rows\.csv"/,
    )
  })

  it('holds every row of the list where the rows are asked for', async () => {
    const { rows } = (await (await get('totals.json?data=rows')).json()) as {
      rows: Record<string, unknown>[]
    }
    expect(rows).toHaveLength(500)
    expect(rows[9]).toMatchObject({
      rank: 10,
      name: 'Voyager-EUS2',
      rmax: 30_050,
      'counts-for': 'Microsoft Azure',
      'matched-by': 'Microsoft Azure: manufacturer “Microsoft Azure”',
    })
    expect(rows[3]).toMatchObject({ 'counts-for': null, 'matched-by': null })
  })

  it('carries the view it shows and where to find it', async () => {
    const read = await readProvenance(
      await bytesOf(await get('totals.png?focus=meta&theme=dark&scale=2')),
    )
    expect(read).toMatchObject({
      kind: 'found',
      intact: true,
      provenance: {
        view: '/?focus=meta',
        link: `${server.url}/?focus=meta`,
        picture: 'scale=2&theme=dark',
      },
    })
    expect(await (await get('totals.csv?focus=meta')).text()).toContain(
      `# Link: ${server.url}/?focus=meta`,
    )
  })

  it('is not sent again to whoever holds it, and has another name when the view is another', async () => {
    const first = await get('totals.png')
    const etag = first.headers.get('etag') ?? ''
    expect(etag).toMatch(/^"[0-9a-f]{32}"$/)
    expect((await get('totals.png', { 'if-none-match': etag })).status).toBe(304)
    expect((await get('totals.png?download=1', { 'if-none-match': etag })).status).toBe(304)
    for (const other of ['totals.png?metric=share', 'totals.png?scale=2', 'totals.svg'])
      expect((await get(other, { 'if-none-match': etag })).status).toBe(200)
  })

  it('is drawn anew when the list got a new version', async () => {
    const before = await get('totals.csv?list=2018-06')
    const systems = bundledList('2018-06').systems.map((system) =>
      system.rank === 500 ? { ...system, cores: 12_345 } : system,
    )
    const kept = await upload(server.url, writeList(systems), { fileName: '2018-06.csv' })
    expect(kept.status).toBe(201)
    const after = await get('totals.csv?list=2018-06')
    expect(after.headers.get('etag')).not.toBe(before.headers.get('etag'))
    expect(await after.text()).toContain('version 1 uploaded here')
  })
})

describe('an address that is not understood', () => {
  it('is refused with every fault, and nothing else is drawn instead', async () => {
    const answer = await get('totals.png?width=5&focus=nobody&colour=red')
    expect(answer.status).toBe(400)
    expect((await refusalOf(answer)).issues.map(({ column }) => column)).toEqual(['width'])
    const view = await get('totals.png?focus=nobody&colour=red')
    expect(view.status).toBe(400)
    expect((await refusalOf(view)).issues.map(({ column }) => column)).toEqual(['focus', 'colour'])
  })

  it('of an unknown chart, format or list is not found', async () => {
    for (const file of ['pie.png', 'totals.gif', 'totals', 'totals.png?list=2031-06']) {
      const answer = await get(file)
      expect([file, answer.status]).toEqual([file, 404])
      expect((await refusalOf(answer)).code).toBe('not-found')
    }
  })
})

/** Resident memory of the server's process, in megabytes. */
function memoryOf({ process: { pid } }: RunningServer): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024
}

const SCRIPTS = [
  '<script>alert(1)</script>',
  '"><svg onload=alert(1)>',
  "javascript:alert('x')",
  '&#60;script&#62;',
  ']]><script>',
  '\u0000\u202e\ud800',
  '=HYPERLINK("http://x")',
]
/** What a URL can carry at all: halves of surrogate pairs it cannot. */
const wellFormed = (text: string) => text.replace(/\p{Surrogate}/gu, '\ufffd')

const hostileText = fc.oneof(
  fc.constantFrom(...SCRIPTS),
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc
    .constantFrom('site:', 'manufacturer:', 'country:')
    .chain((field) =>
      fc.constantFrom(...SCRIPTS, 'IBM', 'x'.repeat(900)).map((name) => field + name),
    ),
)
const oddNumber = fc.oneof(
  fc.integer().map(String),
  fc.double().map(String),
  fc.constantFrom(
    '1e9',
    '0x400',
    '99999999999999999999',
    '-1',
    '12e',
    '٣٠٠',
    '4096',
    '480',
    ' 600',
  ),
)
const hostileQuery = fc.array(
  fc.oneof(
    fc.tuple(fc.constantFrom('width', 'height', 'scale'), oddNumber),
    fc.tuple(
      fc.constantFrom('with', 'focus', 'metric', 'by', 'title', 'size', 'axis', 'list', 'theme'),
      hostileText,
    ),
    fc.tuple(hostileText, hostileText),
  ),
  { maxLength: 12 },
)
const hostileFile = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('totals.svg', 'rank-rmax.svg', 'rank-strip.svg') },
  { weight: 2, arbitrary: fc.constantFrom('totals.png', 'rank-rmax.pdf', 'rank-strip.csv') },
  { weight: 1, arbitrary: fc.constantFrom('__proto__.svg', '..%2f..%2fpackage.json', '%00.png') },
  { weight: 1, arbitrary: hostileText.map((text) => encodeURIComponent(wellFormed(text))) },
)

describe('500 hostile requests', () => {
  it('end in a picture without script or a clear refusal, and leave the server well and small', async () => {
    await get('totals.png?width=2000&height=3000&scale=2')
    const before = memoryOf(server)
    const requests = fc.sample(fc.tuple(hostileFile, hostileQuery), { numRuns: 500, seed: 2021 })
    const statuses = new Map<number, number>()
    const ask = async ([file, query]: (typeof requests)[number]) => {
      const params = new URLSearchParams(
        query.map(([name, value]) => [wellFormed(name), wellFormed(value)]),
      )
      const answer = await get(`${file}?${params}`)
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
      const body = await answer.text()
      if (answer.status === 200) {
        expect(body).not.toMatch(/<script|<foreignObject|\son\w+\s*=\s*["']/i)
        return
      }
      expect([400, 404]).toContain(answer.status)
      // An empty file name is no address of a chart at all.
      if (answer.headers.get('content-type')?.startsWith('application/json'))
        expect((JSON.parse(body) as Refusal).error.message.length).toBeGreaterThan(20)
    }
    for (let at = 0; at < requests.length; at += 10)
      await Promise.all(requests.slice(at, at + 10).map(ask))
    expect([...statuses.values()].reduce((sum, count) => sum + count)).toBe(500)
    expect(statuses.get(400)).toBeGreaterThan(100)
    expect(statuses.get(200)).toBeGreaterThan(5)
    expect(memoryOf(server) - before).toBeLessThan(500)
    expect((await get('totals.png')).status).toBe(200)
  })

  it('of which many ask for the largest picture at one moment are drawn or told to wait', async () => {
    const asked = Array.from({ length: 60 }, (_, index) =>
      get(`rank-rmax.png?width=${2000 + index}&height=1400&scale=2`),
    )
    const answers = await Promise.all(asked)
    const statuses = answers.map(({ status }) => status)
    expect(statuses.filter((status) => status !== 200 && status !== 503)).toEqual([])
    expect(statuses).toContain(200)
    for (const answer of answers)
      if (answer.status === 503) expect(answer.headers.get('retry-after')).toBe('3')
    await Promise.all(answers.map((answer) => answer.arrayBuffer()))
    expect((await get('totals.png')).status).toBe(200)
  })
})
