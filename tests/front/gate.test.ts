import type { IncomingMessage, ServerResponse } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { frontServer } from '@/scripts/front/front'

let server: ReturnType<typeof frontServer>
/** What reached the handler. */
let reached: { url: string | undefined; host: string | undefined; agent: string | undefined }[] = []
beforeAll(async () => {
  server = frontServer(
    ({ url, headers }: IncomingMessage, response: ServerResponse) => {
      reached.push({ url, host: headers.host, agent: headers['user-agent'] })
      response.end('reached')
    },
    { lists: async () => 'lists 1', first: [] },
  )
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

/** Sends a request exactly as it is written. */
function ask(line: string, headers = '') {
  reached = []
  return new Promise<{ status: number; type: string; body: string }>((resolve, reject) => {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
    let text = ''
    socket.setEncoding('utf8').on('data', (more: string) => {
      text += more
    })
    socket.on('error', reject).on('end', () => {
      const [head = '', ...rest] = text.split('\r\n\r\n')
      resolve({
        status: Number(/^HTTP\/1\.1 (\d+)/.exec(head)?.[1]),
        type: /^content-type: (.*)$/im.exec(head)?.[1] ?? '',
        body: rest.join('\r\n\r\n'),
      })
    })
    socket.write(`${line} HTTP/1.1\r\nHost: here\r\nConnection: close\r\n${headers}\r\n`)
  })
}

describe('an address', () => {
  test.each(['/systems/%', '/lists/%ff', '/embed/%c0%ae', '/%E0%A4'])(
    'that is no UTF-8 is refused in plain words: %s',
    async (path) => {
      const { status, type, body } = await ask(`GET ${path}`)
      expect([status, type, reached]).toEqual([400, 'text/plain; charset=utf-8', []])
      expect(body).toContain('a percent sign that does not begin a character')
    },
  )

  test.each(['/api/%', '/api/systems/%ff', '/api/chart/%80.png'])(
    'of the API that is no UTF-8 is refused in its envelope: %s',
    async (path) => {
      const { status, body } = await ask(`GET ${path}`)
      expect(status).toBe(400)
      expect(JSON.parse(body.replace(/^[0-9a-f]+\r\n|\r\n0\r\n\r\n$/g, ''))).toEqual({
        error: {
          code: 'bad-request',
          message:
            'The address holds a percent sign that does not begin a character in UTF-8. Write %25 for the sign itself.',
          issues: [],
        },
      })
    },
  )

  test.each(['/systems/100%25', '/?list=%', '/?with=%ff'])(
    'that is understood, or wrong in its parameters only, goes on: %s',
    async (path) => {
      expect((await ask(`GET ${path}`)).status).toBe(200)
      expect(reached).toHaveLength(1)
    },
  )

  test('that is no path is refused', async () => {
    expect((await ask('OPTIONS *')).status).toBe(400)
    expect(reached).toEqual([])
  })

  test.each([
    ['http://there:81/api/lists?a=1', '/api/lists?a=1', 'there:81'],
    ['http://there', '/', 'there'],
    ['HTTPS://there?a=1', '/?a=1', 'there'],
    ['http://there//else', '//else', 'there'],
  ])('that names a server is its path on this one: %s', async (address, url, host) => {
    expect((await ask(`GET ${address}`)).status).toBe(200)
    expect(reached).toMatchObject([{ url, host }])
  })

  test('of two slashes that something is sent to is refused and no fault', async () => {
    expect((await ask('POST //', 'Content-Length: 0\r\n')).status).toBe(405)
  })

  test('has 1,000 parameters at most', async () => {
    expect((await ask(`GET /api/lists?${'a&'.repeat(999)}a`)).status).toBe(200)
    const { status, body } = await ask(`GET /api/lists?${'a&'.repeat(1000)}a`)
    expect([status, reached]).toEqual([400, []])
    expect(body).toContain('more than 1000 parameters')
  })
})

describe('a request', () => {
  test('that names two hosts is refused', async () => {
    expect((await ask('GET /api/lists', 'Host: there\r\n')).status).toBe(400)
    expect(reached).toEqual([])
  })

  test.each(['TRACE', 'PROPFIND', 'SEARCH', 'QUERY'])('by %s is refused', async (method) => {
    expect((await ask(`${method} /api/lists`)).status).toBe(405)
    expect((await ask(`${method} /lists`)).status).toBe(405)
    expect(reached).toEqual([])
  })

  test('of a browser with a long name goes on with its first 512 characters', async () => {
    await ask('GET /api/lists', `User-Agent: ${'Mobi'.repeat(3000)}\r\n`)
    expect(reached.map(({ agent }) => agent)).toEqual(['Mobi'.repeat(128)])
    await ask('GET /api/lists', 'User-Agent: Mozilla/5.0\r\n')
    expect(reached.map(({ agent }) => agent)).toEqual(['Mozilla/5.0'])
  })

  test.each(['%', '%5B%22%22%5D', '%5B'.repeat(3000), 'null'])(
    'for a part of a page that Next could not tell is refused: %.20s',
    async (tree) => {
      const headers = `RSC: 1\r\nNext-Router-State-Tree: ${tree}\r\n`
      expect((await ask('GET /', headers)).status).toBe(400)
      expect(reached).toEqual([])
    },
  )

  test('for a part of a page that Next can tell goes on', async () => {
    const tree = encodeURIComponent(
      JSON.stringify(['', { children: ['__PAGE__', {}] }, null, null]),
    )
    await ask('GET /', `RSC: 1\r\nNext-Router-State-Tree: ${tree}\r\n`)
    expect(reached).toHaveLength(1)
  })
})
