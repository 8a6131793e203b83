import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it, test } from 'vitest'
import { accessFor, writersNote } from '@/lib/access/access'
import { guardAsk, guardSignIn, guardWrite, type Limits } from '@/lib/access/guard'
import { openLimiter } from '@/lib/access/rate'
import { isSignedIn, signIn, signOut } from '@/lib/access/session'
import { accessSettings } from '@/lib/access/settings'

// Ended sessions are noted where lists are kept.
const folder = mkdtempSync(join(tmpdir(), 'top500-access-'))
process.env.TOP500_DATA_DIR = folder
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const TOKEN = 'a-token-of-24-characters'
const OURS = { host: 'localhost:3000' }
const alone = accessSettings({ TOP500_HOST: '127.0.0.1', TOP500_PORT: '3000' })
const open = accessSettings({ TOP500_HOST: '0.0.0.0', TOP500_PORT: '3000' })
const guarded = accessSettings({ TOP500_HOST: '0.0.0.0', TOP500_PORT: '3000', ADMIN_TOKEN: TOKEN })

const ask = (settings: typeof alone, headers: Record<string, string>, mutating = true) =>
  accessFor(new Headers(headers), { mutating, settings })

/** The cookie header of somebody who signed in with a token. */
async function cookie(token = TOKEN, headers: Record<string, string> = {}) {
  const response = new Response()
  await signIn(new Headers(headers), response, token)
  return response.headers.get('set-cookie') ?? ''
}
const session = async (token?: string) => (await cookie(token)).split(';')[0] ?? ''

describe('without a token', () => {
  it.each([
    ['a script at the machine', OURS],
    ['the page', { ...OURS, origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' }],
    ['the page by address', { host: '127.0.0.1:3000', origin: 'http://127.0.0.1:3000' }],
    ['the page over IPv6', { host: '[::1]:3000', origin: 'http://[::1]:3000' }],
    ['a request whose peer Next noted', { ...OURS, 'x-forwarded-for': '::ffff:127.0.0.1' }],
  ])('%s may write on loopback', async (_, headers) => {
    expect(await ask(alone, headers)).toEqual({ write: true, way: 'machine' })
  })

  it.each([
    ['a rebound name', { host: 'evil.example:3000', origin: 'http://evil.example:3000' }],
    ['a foreign page', { ...OURS, origin: 'http://evil.example' }],
    ['a page of another port', { ...OURS, origin: 'http://localhost:8080' }],
    ['a page without an origin', { ...OURS, origin: 'null' }],
    ['a foreign form without an origin', { ...OURS, 'sec-fetch-site': 'cross-site' }],
    ['a page of a sibling', { ...OURS, 'sec-fetch-site': 'same-site' }],
    ['another port in Host', { host: 'localhost:3001' }],
    ['no Host', {}],
    ['what a proxy forwards', { ...OURS, 'x-forwarded-for': '203.0.113.7' }],
    ['what a proxy forwards for a liar', { ...OURS, 'x-forwarded-for': '127.0.0.1, 203.0.113.7' }],
    ['what a proxy marks', { ...OURS, via: '1.1 proxy' }],
  ])('%s may not write on loopback', async (_, headers) => {
    expect(await ask(alone, headers)).toMatchObject({ write: false, code: 'foreign-request' })
  })

  it('shows the controls to somebody who comes from a link elsewhere', async () => {
    const headers = { ...OURS, 'sec-fetch-site': 'cross-site' }
    expect(await ask(alone, headers, false)).toEqual({ write: true, way: 'machine' })
  })

  it('nobody may write where other machines can reach the server, and is told how', async () => {
    expect(await ask(open, OURS)).toMatchObject({
      write: false,
      code: 'writing-off',
      message: expect.stringContaining('ADMIN_TOKEN set to a secret of at least 16 characters'),
    })
  })

  it.each([
    ['TOP500_READ_ONLY=1', { TOP500_READ_ONLY: '1' }],
    ['a reverse proxy that is trusted', { TOP500_TRUST_PROXY: '1' }],
    ['an address at which others reach it', { PUBLIC_URL: 'https://top500.example/lists' }],
    [
      'a token of blanks alone, 15 characters and a line end',
      { ADMIN_TOKEN: ' 123456789012345\n' },
    ],
  ])('nobody may write on loopback with %s', async (_, env) => {
    const settings = accessSettings({ TOP500_HOST: '127.0.0.1', TOP500_PORT: '3000', ...env })
    expect(await ask(settings, OURS)).toMatchObject({ write: false, code: 'writing-off' })
    expect(await guardSignIn(new Headers(OURS), '', { settings })).toMatchObject({
      refusal: { code: 'writing-off' },
    })
    expect(writersNote(settings)).toMatch(/^Changing lists is switched off: /)
  })

  it('the person at the machine may write with a public address that is this machine’s', async () => {
    const settings = accessSettings({
      TOP500_HOST: '127.0.0.1',
      TOP500_PORT: '3000',
      PUBLIC_URL: 'http://localhost:3000',
    })
    expect(await ask(settings, OURS)).toEqual({ write: true, way: 'machine' })
  })

  it('it is said that whoever reaches the port may write, and how to change that', () => {
    expect(writersNote(alone)).toBe(
      'Whoever reaches port 3000 of this machine may change lists. Before you put a reverse proxy in front of it, set ADMIN_TOKEN, or TOP500_READ_ONLY=1.',
    )
    expect(writersNote(guarded)).toBe('Lists are changed by whoever has ADMIN_TOKEN.')
  })

  it('nobody may write where it is not known on what the server listens', async () => {
    expect(await ask(accessSettings({}), OURS)).toMatchObject({ code: 'writing-off' })
    expect(await ask(accessSettings({ TOP500_HOST: '127.0.0.1' }), OURS)).toMatchObject({
      code: 'writing-off',
    })
  })
})

describe('with a token', () => {
  it('of 15 characters nobody may write, of 16 its bearer may', async () => {
    for (const [token, write] of [
      ['123456789012345', false],
      ['1234567890123456', true],
    ] as const) {
      const settings = accessSettings({
        TOP500_HOST: '127.0.0.1',
        TOP500_PORT: '3000',
        ADMIN_TOKEN: token,
      })
      expect(await ask(settings, { ...OURS, authorization: `Bearer ${token}` })).toMatchObject({
        write,
      })
    }
  })

  it('its bearer may write from anywhere', async () => {
    const headers = { host: 'lists.example.org', authorization: `Bearer ${TOKEN}` }
    expect(await ask(guarded, headers)).toEqual({ write: true, way: 'token' })
  })

  it.each([`Bearer ${TOKEN}x`, 'Bearer', 'Bearer ', `Basic ${TOKEN}`, TOKEN])(
    '“%s” is refused',
    async (authorization) => {
      expect(await ask(guarded, { ...OURS, authorization })).toMatchObject({
        write: false,
        code: 'wrong-token',
      })
    },
  )

  it('nobody may write with TOP500_READ_ONLY=1, whatever they bring', async () => {
    const settings = { ...guarded, readOnly: true }
    for (const headers of [
      { ...OURS, authorization: `Bearer ${TOKEN}` },
      { ...OURS, origin: 'http://localhost:3000', cookie: await session() },
    ])
      expect(await ask(settings, headers)).toMatchObject({
        code: 'writing-off',
        message:
          'Changing lists is switched off: the server was started with TOP500_READ_ONLY=1. Start it without that to change lists.',
      })
  })

  it('a page of another site may not even use it', async () => {
    const headers = { host: 'lists.example.org', authorization: `Bearer ${TOKEN}` }
    for (const [name, value] of [
      ['origin', 'https://evil.example'],
      ['sec-fetch-site', 'cross-site'],
    ] as const)
      expect(await ask(guarded, { ...headers, [name]: value })).toMatchObject({
        code: 'foreign-request',
      })
  })

  it('the page of PUBLIC_URL is its own whatever Host a proxy passes on, and a rebound name is not', async () => {
    const settings = { ...guarded, publicOrigin: 'https://lists.example.org' }
    const cookie = await session()
    const from = (host: string, origin: string) => ask(settings, { host, origin, cookie })
    for (const [host, origin] of [
      ['127.0.0.1:3000', 'https://lists.example.org'],
      ['lists.example.org', 'https://lists.example.org'],
      ['192.0.2.7:3000', 'http://192.0.2.7:3000'],
      ['[2001:db8::7]:3000', 'http://[2001:db8::7]:3000'],
      ['localhost:3000', 'http://localhost:3000'],
    ] as const)
      expect(await from(host, origin), origin).toEqual({ write: true, way: 'session' })
    for (const [host, origin] of [
      ['rebound.example:3000', 'http://rebound.example:3000'],
      ['127.0.0.1:3000', 'http://rebound.example:3000'],
      ['lists.example.org', 'http://lists.example.org:8080'],
    ] as const)
      expect(await from(host, origin), origin).toMatchObject({ code: 'foreign-request' })
  })

  it('the person at the machine must sign in, too', async () => {
    const settings = { ...alone, token: TOKEN }
    expect(await ask(settings, OURS)).toMatchObject({ write: false, code: 'sign-in-needed' })
  })

  it('whoever signed in may write from our page, and from no other', async () => {
    const headers = { host: 'lists.example.org', cookie: await session() }
    const page = { ...headers, origin: 'https://lists.example.org' }
    expect(await ask(guarded, page)).toEqual({ write: true, way: 'session' })
    expect(await ask(guarded, headers, false)).toEqual({ write: true, way: 'session' })
    for (const wrong of [
      headers,
      { ...headers, origin: 'https://evil.example' },
      { ...page, 'sec-fetch-site': 'cross-site' },
    ])
      expect(await ask(guarded, wrong)).toMatchObject({ write: false, code: 'foreign-request' })
  })

  it('a session of an older token, or a forged one, counts for nothing', async () => {
    for (const cookie of [await session('another-token-of-then'), 'top500-session=Fe26.2*1*x'])
      expect(await ask(guarded, { ...OURS, cookie })).toMatchObject({ code: 'sign-in-needed' })
  })
})

describe('the session cookie', () => {
  it('is HttpOnly and SameSite=Strict, and Secure where the page came by https', async () => {
    const plain = await cookie()
    expect(plain).toContain('HttpOnly')
    expect(plain).toContain('SameSite=Strict')
    expect(plain).toContain('Path=/')
    expect(plain).not.toContain('Secure')
    expect(await cookie(TOKEN, { 'x-forwarded-proto': 'https' })).toContain('Secure')
    expect(await cookie(TOKEN, { origin: 'https://lists.example.org' })).toContain('Secure')
  })

  it('does not hold the token', async () => {
    expect(await cookie()).not.toContain(TOKEN)
  })

  it('is taken back, and a copy of it is worth nothing from then on', async () => {
    const response = new Response()
    const headers = new Headers({ cookie: await session() })
    const other = new Headers({ cookie: await session() })
    expect(await isSignedIn(headers, TOKEN)).toBe(true)
    await signOut(headers, response, TOKEN)
    expect(response.headers.get('set-cookie')).toMatch(/^top500-session=; Max-Age=0/)
    expect(await isSignedIn(headers, TOKEN)).toBe(false)
    expect(await isSignedIn(other, TOKEN)).toBe(true)
  })
})

describe('attempts', () => {
  const limits = (): Limits => ({
    attempts: openLimiter({ points: 3, seconds: 60 }),
    writes: openLimiter({ points: 2, seconds: 60 }),
    verifications: openLimiter({ points: 2, seconds: 60 }),
  })
  const bearer = (token: string) => new Headers({ ...OURS, authorization: `Bearer ${token}` })

  test('with a wrong token are counted, and then even the right one has to wait', async () => {
    const options = { settings: guarded, limits: limits() }
    for (const _ of [1, 2, 3])
      expect(await guardWrite(bearer('wrong'), options)).toMatchObject({ code: 'wrong-token' })
    expect(await guardWrite(bearer(TOKEN), options)).toMatchObject({
      code: 'too-many-requests',
      retryAfter: 60,
    })
    expect(await guardSignIn(new Headers(OURS), TOKEN, options)).toMatchObject({
      refusal: { code: 'too-many-requests' },
    })
  })

  test('at the form are counted the same, and the right token is not', async () => {
    const options = { settings: guarded, limits: limits() }
    const attempt = async (token: string) =>
      (await guardSignIn(new Headers(OURS), token, options)).refusal?.code
    expect(await attempt('wrong')).toBe('wrong-token')
    expect(await attempt('wrong')).toBe('wrong-token')
    for (const _ of [1, 2, 3, 4]) expect(await attempt(TOKEN)).toBeUndefined()
    expect(await attempt('wrong')).toBe('wrong-token')
    expect(await attempt(TOKEN)).toBe('too-many-requests')
  })

  test('are not used up by a foreign page in the browser of whoever looks at it', async () => {
    const options = { settings: guarded, limits: limits() }
    const foreign = [
      { ...OURS, origin: 'https://evil.example' },
      { ...OURS, origin: 'null' },
      { ...OURS, 'sec-fetch-site': 'cross-site' },
      { ...OURS, origin: 'http://localhost:8080', 'sec-fetch-site': 'same-site' },
    ]
    for (const headers of [...foreign, ...foreign]) {
      expect(await guardSignIn(new Headers(headers), 'wrong', options)).toMatchObject({
        refusal: { code: 'foreign-request' },
      })
      const bearing = new Headers({ ...headers, authorization: 'Bearer wrong' })
      expect(await guardWrite(bearing, options)).toMatchObject({ code: 'foreign-request' })
    }
    expect(await guardSignIn(new Headers(OURS), TOKEN, options)).toMatchObject({ refusal: null })
    expect(await guardWrite(bearer(TOKEN), options)).toBeNull()
  })

  test('cannot be had for nothing by only asking who may write', async () => {
    const options = { settings: guarded, limits: limits() }
    for (const _ of [1, 2, 3])
      expect(await guardAsk(bearer('wrong'), options)).toMatchObject({
        access: { code: 'wrong-token' },
      })
    expect(await guardAsk(bearer(TOKEN), options)).toMatchObject({
      refusal: { code: 'too-many-requests' },
    })
    expect(await ask(guarded, { ...OURS, authorization: `Bearer ${TOKEN}` }, false)).toMatchObject({
      code: 'sign-in-needed',
    })
  })

  test('of one peer do not hold up another, and a peer cannot change its name', async () => {
    const options = { settings: { ...guarded, trustsProxy: true }, limits: limits() }
    const from = (chain: string, token: string) => {
      const headers = bearer(token)
      headers.set('x-forwarded-for', chain)
      return guardWrite(headers, options)
    }
    for (const n of [1, 2, 3]) await from(`198.51.100.${n}, 203.0.113.7`, 'wrong')
    expect(await from('198.51.100.9, 203.0.113.7', TOKEN)).toMatchObject({
      code: 'too-many-requests',
    })
    expect(await from('203.0.113.8', TOKEN)).toBeNull()
  })

  test('share one count where nobody vouches for who they are', async () => {
    const options = { settings: guarded, limits: limits() }
    for (const n of [1, 2, 3]) {
      const headers = bearer('wrong')
      headers.set('x-forwarded-for', `198.51.100.${n}`)
      await guardWrite(headers, options)
    }
    expect(await guardWrite(bearer(TOKEN), options)).toMatchObject({ code: 'too-many-requests' })
  })

  test('to write are counted too', async () => {
    const options = { settings: alone, limits: limits() }
    expect(await guardWrite(new Headers(OURS), options)).toBeNull()
    expect(await guardWrite(new Headers(OURS), options)).toBeNull()
    expect(await guardWrite(new Headers(OURS), options)).toMatchObject({
      code: 'too-many-requests',
    })
  })

  test('to sign in where there is no token say so', async () => {
    expect(await guardSignIn(new Headers(OURS), '', { settings: open })).toMatchObject({
      refusal: { code: 'writing-off' },
    })
  })
})

describe('a token of any characters', () => {
  const strange = [
    'two words and more of them',
    'Zähigkeit 東京 🔐 und mehr',
    'e\u0301 composed of two characters',
    'percent %41 and plus + and &=;',
    '"quotes", \\ and \u00a0 within',
    ' around it blanks, a tab\t and a line end\r\n',
  ]
  /** A header as the server gets it from a client that sends bytes of UTF-8. */
  const asBytes = (text: string) => Buffer.from(text.trim(), 'utf8').toString('latin1')

  it.each(strange)('works by form and by header alike: “%s”', async (token) => {
    const settings = accessSettings({ ...{ TOP500_HOST: '0.0.0.0', ADMIN_TOKEN: token } })
    expect(await guardSignIn(new Headers(OURS), token, { settings })).toMatchObject({
      refusal: null,
    })
    for (const sent of [asBytes(token), encodeURIComponent(token)])
      expect(await ask(settings, { ...OURS, authorization: `Bearer ${sent}` })).toEqual({
        write: true,
        way: 'token',
      })
    const wrong = asBytes(`${token.trim()}x`)
    expect(await ask(settings, { ...OURS, authorization: `Bearer ${wrong}` })).toMatchObject({
      code: 'wrong-token',
    })
  })
})
