import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { REFUSALS, type RefusalCode } from '@/lib/http/refusal'
import { route } from '@/lib/http/route'
import { DamagedVersion, SlowStore } from '@/lib/store/fault'
import { StoreGone } from '@/lib/store/log'

afterEach(() => {
  vi.restoreAllMocks()
})
const asked = (method: string) => new Request('http://localhost/api/lists', { method })
const withCode = (code: string, message: string) => Object.assign(new Error(message), { code })

/** What an address answers that throws. */
async function answerOf(error: unknown) {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const { GET } = route({
    GET: () => {
      throw error
    },
  })
  const answer = await GET(asked('GET'), {})
  const { error: refusal } = await answer.json()
  return { status: answer.status, ...refusal, logged: said.mock.calls.length }
}

describe('an address of the API', () => {
  it('answers every other method in the one shape, and names those that it takes', async () => {
    const { GET, PUT, DELETE, OPTIONS } = route({ GET: () => new Response('list') })
    expect(await (await GET(asked('GET'), {})).text()).toBe('list')
    for (const [method, handler] of [
      ['PUT', PUT],
      ['DELETE', DELETE],
    ] as const) {
      const answer = await handler(asked(method), {})
      expect([answer.status, answer.headers.get('allow'), await answer.json()]).toEqual([
        405,
        'GET, HEAD, OPTIONS',
        {
          error: {
            code: 'method-not-allowed',
            message: `This address does not take ${method}. It takes GET, HEAD, OPTIONS.`,
            issues: [],
          },
        },
      ])
    }
    const options = await OPTIONS(asked('OPTIONS'), {})
    expect([options.status, options.headers.get('allow')]).toEqual([204, 'GET, HEAD, OPTIONS'])
  })

  it.each([
    ['a full disk', withCode('ENOSPC', 'write /srv/secret'), 'unavailable', 'the disk is full'],
    [
      'a store that is gone',
      new StoreGone(),
      'unavailable',
      'the lists that were kept in it are gone',
    ],
    ['a slow store', new SlowStore(), 'unavailable', 'it does not answer'],
    [
      'a host that nobody finds',
      withCode('REQUEST_SEND_ERROR', 'getaddrinfo account.blob'),
      'unavailable',
      'its host cannot be reached',
    ],
    [
      'a service that refuses',
      Object.assign(new Error('https://account.blob'), { statusCode: 403 }),
      'unavailable',
      'its service answers with status 403',
    ],
    ['a damaged version', new DamagedVersion('Version 2 cannot be used.'), 'damaged', 'Version 2'],
    ['a bug', new TypeError('x of undefined at /srv/secret'), 'failed', 'its log says more'],
    [
      'a bug that has a code',
      withCode('ERR_INVALID_ARG_TYPE', 'secret'),
      'failed',
      'fault is its own',
    ],
    ['something that is no error', 'secret', 'failed', 'fault is its own'],
  ] as const)('says of %s what it is, and no path or host', async (_, error, code, words) => {
    const answer = await answerOf(error)
    expect(answer).toMatchObject({ code, status: REFUSALS[code as RefusalCode].status, issues: [] })
    expect(answer.message.toLowerCase()).toContain(words.toLowerCase())
    expect(answer.message).not.toMatch(/secret|account|\/srv/)
  })

  it('logs nothing where whoever asked has gone', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const gone = new AbortController()
    gone.abort()
    const { POST } = route({
      POST: () => {
        throw withCode('ECONNRESET', 'aborted')
      },
    })
    const request = new Request('http://localhost/', { method: 'POST', signal: gone.signal })
    expect((await POST(request, {})).status).toBe(400)
    expect(said).not.toHaveBeenCalled()
  })

  it('of every kind goes through it', async () => {
    const routes = import.meta.glob('../../app/api/**/route.ts', {
      query: '?raw',
      import: 'default',
    })
    expect(Object.keys(routes).length).toBeGreaterThan(10)
    for (const path of Object.keys(routes))
      expect(readFileSync(new URL(path, import.meta.url), 'utf8'), path).toMatch(
        /^export const \{ GET, POST, PUT, PATCH, DELETE, OPTIONS \} = route\(/m,
      )
  })
})
