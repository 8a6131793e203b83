import { Parser } from 'htmlparser2'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningServer, startServer } from './running-server'

let server: RunningServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.kill())

/** What a page says of itself in its head: the title, every `meta` by name or property, and its canonical address. */
async function headOf(path: string, headers: HeadersInit = {}): Promise<Record<string, string>> {
  const head: Record<string, string> = {}
  let inTitle = false
  let depth = 0
  const parser = new Parser({
    onopentag(name, { name: meta, property, content, rel, href }) {
      if (name === 'link' && rel === 'canonical' && href) head.canonical = href
      if (name === 'svg') depth++
      inTitle = name === 'title' && depth === 0
      if (name === 'meta' && content !== undefined) head[meta ?? property ?? ''] = content
    },
    ontext(text) {
      if (inTitle) head.title = (head.title ?? '') + text
    },
    onclosetag(name) {
      if (name === 'svg') depth--
      inTitle = false
    },
  })
  parser.end(await (await fetch(server.url + path, { headers })).text())
  return head
}

const PAGES: readonly { path: string; title: string; description: string; picture: string }[] = [
  {
    path: '/',
    title: 'Microsoft Azure on the TOP500 list of November 2021',
    description:
      'Microsoft Azure built 5 of the 500 systems: rank 10 and four tied at 32. Together 96.4 Pflop/s, 3.17 % of the list.',
    picture: '/api/chart/rank-rmax.png?size=link',
  },
  {
    path: '/?list=2026-06&focus=country%3AUnited+States&theme=dark',
    title: 'The United States on the TOP500 list of June 2026',
    description:
      'The United States had 161 of the 500 systems: between rank 2 and rank 498. Together 7.03 Eflop/s, 37.5 % of the list.',
    picture: '/api/chart/rank-rmax.png?list=2026-06&focus=country%3AUnited+States&size=link',
  },
  {
    path: '/table/totals?metric=systems',
    title: 'Table: Number of systems by builder, TOP500 list of November 2021',
    description:
      'Number of systems by builder, as a table of 10 rows. Systems built by each organisation, alone or with partners, TOP500 list of November 2021.',
    picture: '/api/chart/totals.png?metric=systems&size=link',
  },
  {
    path: '/embed/rank-strip?focus=meta&with=',
    title: 'The rank of the system built by Meta, TOP500 list of November 2021',
    description:
      'The rank of the system built by Meta. One tick for each system, TOP500 list of November 2021. Meta built 1 of the 500 systems: rank 139. That system reaches 3.307 Pflop/s, 0.109 % of the list.',
    picture: '/api/chart/rank-strip.png?focus=meta&with=&size=link',
  },
  {
    path: '/time',
    title:
      'The sum of Rmax, the first and the last system, 67 TOP500 lists from June 1993 to June 2026',
    description:
      'From June 1993 to June 2026 the sum of Rmax went from 1.12 Tflop/s to 18.7 Eflop/s: 16.7 million times as much.',
    picture: '/api/chart/development.png?size=link',
  },
  {
    path: '/time?of=country&metric=systems&since=2004-06',
    title: 'Number of systems by country, 45 TOP500 lists from June 2004 to June 2026',
    description:
      'On the list of June 2026, the United States has the highest number of systems of the countries shown by name, 161; in June 2004 it was 258.',
    picture: '/api/chart/over-time.png?metric=systems&of=country&since=2004-06&size=link',
  },
  {
    path: '/lists',
    title: 'All TOP500 lists',
    description:
      'All 67 TOP500 lists from June 1993 to June 2026, with their versions and downloads, and the place to upload a new one.',
    picture: '/api/chart/rank-rmax.png?list=2026-06&size=link',
  },
  {
    path: '/lists/2019-11',
    title: 'TOP500 list of November 2019',
    description:
      'TOP500 list of November 2019, no. 54: 500 systems with 1.65 Eflop/s in all, each with what the list says of it.',
    picture: '/api/chart/rank-rmax.png?list=2019-11&size=link',
  },
  {
    path: '/lists/2019-11/versions',
    title: 'Versions of the TOP500 list of November 2019',
    description:
      'Versions of the TOP500 list of November 2019, no. 54: 500 systems with 1.65 Eflop/s in all, and what changed between its versions.',
    picture: '/api/chart/rank-rmax.png?list=2019-11&size=link',
  },
  {
    path: '/verify',
    title: 'Verify a picture',
    description:
      'Upload a chart that was downloaded here: which view it shows, whether it was changed, and whether its figures still agree with the list.',
    picture: '/api/chart/rank-strip.png?size=link',
  },
]

describe.each(PAGES)('the page $path', ({ path, title, description, picture }) => {
  it('says of itself what it is, to browsers and to those who show a link to it', async () => {
    const head = await headOf(path)
    expect(head.title).toBe(`${title} · TOP500 Compare`)
    expect(head.description).toBe(description)
    expect(head['og:title']).toBe(title)
    expect(head['og:description']).toBe(description)
    expect(head['twitter:title']).toBe(title)
    expect(head['og:url']).toMatch(/^http:\/\/127\.0\.0\.1:\d+\//)
    for (const name of ['og:image', 'twitter:image']) expect(head[name]).toBe(server.url + picture)
    expect(head['twitter:card']).toBe('summary_large_image')
  })

  it('has a preview picture of the size that is said', async () => {
    const head = await headOf(path)
    const answer = await fetch(head['og:image'] ?? '')
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('image/png')
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630])
    expect([head['og:image:width'], head['og:image:height']]).toEqual(['1200', '630'])
  })
})

it.each([
  ['/?theme=dark&sort=-rmax&rows=all', '/'],
  ['/?with=ibm&focus=meta', '/?focus=meta&with=ibm'],
  ['/systems/180024?theme=light', '/systems/180024'],
  ['/changes?to=2021-11&theme=dark', '/changes?from=2021-06&to=2021-11'],
  ['/rank?rmax=16.59+PF&theme=dark', '/rank?rmax=16.59PF'],
  ['/time?theme=dark', '/time'],
  ['/lists/2019-11?theme=dark', '/lists/2019-11'],
  ['/azure-2021?theme=dark', '/azure-2021'],
  ['/embed/totals?theme=dark', '/'],
])('%s has the address of its view as the canonical one: %s', async (path, canonical) => {
  // Not by what the request says of the host, as a stranger writes that.
  const head = await headOf(path, { 'x-forwarded-host': 'evil.example' })
  expect(head.canonical).toBe(server.url + canonical)
})

it('no two pages have the same title or description', async () => {
  const heads = await Promise.all(PAGES.map(({ path }) => headOf(path)))
  for (const name of ['title', 'description'])
    expect(new Set(heads.map((head) => head[name])).size).toBe(PAGES.length)
})

it('an address without a page says so, and asks not to be found', async () => {
  const head = await headOf('/nothing')
  expect(head.title).toBe('Not found · TOP500 Compare')
  expect(head.description).toBe(
    'There is no page at this address; these are the lists that are available.',
  )
  expect(head.robots).toContain('noindex')
})
