import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningServer, startServer } from './running-server'

let server: RunningServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.kill())

/** The directives of an answer's Content-Security-Policy. */
async function policyOf(path: string): Promise<Map<string, string>> {
  const answer = await fetch(server.url + path)
  const policy = answer.headers.get('content-security-policy') ?? ''
  return new Map(
    policy.split('; ').map((directive) => {
      const [name = '', ...values] = directive.split(' ')
      return [name, values.join(' ')]
    }),
  )
}

test.each([
  ['that is kept by their hashes only', '/', /^'self'(?: 'sha256-[A-Za-z0-9+/]{43}=')+$/],
  [
    'that is made for one reader by nonce only',
    '/verify',
    /^'self' 'nonce-[A-Za-z0-9+/]{22}==' 'strict-dynamic'$/,
  ],
])('a page %s allows scripts', async (_, path, scripts) => {
  const policy = await policyOf(path)
  expect(policy.get('script-src')).toMatch(scripts)
  expect(policy.get('object-src')).toBe("'none'")
  expect(policy.get('base-uri')).toBe("'none'")
  expect(policy.get('style-src-attr')).toBe("'none'")
  expect(policy.get('default-src')).toBe("'self'")
})

test('every request for a page that is not kept has a nonce of its own', async () => {
  const [first, second] = await Promise.all([policyOf('/verify'), policyOf('/verify')])
  expect(first.get('script-src')).not.toBe(second.get('script-src'))
})

test('every script of a page carries the nonce of its policy', async () => {
  const answer = await fetch(`${server.url}/verify`)
  const nonce = /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1]
  const scripts = (await answer.text()).match(/<script\b[^>]*>/g) ?? []
  expect(scripts.length).toBeGreaterThan(0)
  expect(scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([])
})

test('no element of a page carries a style attribute, which the policy forbids', async () => {
  const html = await (await fetch(`${server.url}/`)).text()
  const markup = html.replace(/<(script|style)\b[^>]*>[\s\S]*?<\/\1>/g, '')
  expect(markup.match(/<[^>]+\sstyle="[^"]*"/g)).toBeNull()
})

test('a page names nothing on another host to be loaded', async () => {
  const page = await (await fetch(`${server.url}/`)).text()
  // The page's own address is a name, and loads nothing.
  const html = page.replace(/<link rel="canonical"[^>]*>/, '')
  expect(html.match(/<(?:script|link|img|iframe|source)\b[^>]*(?:src|href)="https?:/g)).toBeNull()
})

test('a page may be framed nowhere, an embedded one anywhere', async () => {
  expect((await policyOf('/')).get('frame-ancestors')).toBe("'none'")
  expect((await policyOf('/lists')).get('frame-ancestors')).toBe("'none'")
  expect((await policyOf('/embedded')).get('frame-ancestors')).toBe("'none'")
  expect((await policyOf('/embed/totals')).get('frame-ancestors')).toBe('*')
})

test('an answer of the API may do nothing as a document', async () => {
  expect((await policyOf('/api/nothing')).get('default-src')).toBe("'none'")
  expect((await policyOf('/api/nothing')).has('sandbox')).toBe(true)
})

test.each(['/', '/nothing', '/api/nothing', '/icon.svg'])(
  'the headers against sniffing and leaking come with %s',
  async (path) => {
    const { headers } = await fetch(server.url + path)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin')
    expect(headers.get('permissions-policy')).toContain('camera=()')
    expect(headers.get('x-powered-by')).toBeNull()
  },
)

test.each(['/', '/time', '/claims', '/lists', '/nothing'])(
  'no header of %s has browsers fetch a style sheet that stands in the page',
  async (path) => {
    expect((await fetch(server.url + path)).headers.get('link')).toBeNull()
  },
)

test.each(['/?list=2099-11', '/lists/2099-11', '/table/nothing', '/embed/totals?list=2099-11'])(
  'a page about something that is not there is whole and not found, however often it is asked for: %s',
  async (path) => {
    for (const _ of ['first', 'again', 'and again']) {
      const answer = await fetch(server.url + path)
      expect(answer.status).toBe(404)
      const html = (await answer.text()).replace(/<script[\s\S]*?<\/script>/g, '')
      expect(html).toContain('There is no such list or page')
    }
  },
)

test('an address at which nothing is says so and leads on', async () => {
  const answer = await fetch(`${server.url}/nothing`)
  expect(answer.status).toBe(404)
  const html = await answer.text()
  expect(html).toContain('There is no such')
  expect(html).toContain('href="/"')
})

test('pictures are scaled and stored for nobody', async () => {
  const query = new URLSearchParams({ url: '/api/chart/rank-rmax.png', w: '640', q: '75' })
  expect((await fetch(`${server.url}/_next/image?${query}`)).status).toBe(404)
})
