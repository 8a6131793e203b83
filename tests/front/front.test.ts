import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { frontServer } from '@/scripts/front/front'
import { openViews } from '@/scripts/front/kept'
import { isPage } from '@/scripts/front/views'

const NONCE_POLICY = "script-src 'self' 'nonce-abc' 'strict-dynamic'"

type Front = {
  get: (path: string, headers?: Record<string, string>, method?: string) => Promise<Response>
  /** How often the handler made each address. */
  made: Map<string, number>
  state: { lists: string | null; day: string }
  views: ReturnType<typeof openViews>
  port: number
}

const open: (() => void)[] = []
afterEach(() => {
  for (const close of open.splice(0)) close()
})

/** A front before a handler that says what it was asked, and how often. */
async function front(
  answer: (request: IncomingMessage, response: ServerResponse, count: number) => void,
  {
    bytes,
    first = [],
    sheets = {},
  }: { bytes?: number; first?: readonly string[]; sheets?: Record<string, string> } = {},
): Promise<Front> {
  const made = new Map<string, number>()
  const state: Front['state'] = { lists: 'lists 1', day: '2026-11-25' }
  const views = openViews(bytes)
  const handle: RequestListener = (request, response) => {
    const path = request.url ?? ''
    const count = (made.get(path) ?? 0) + 1
    made.set(path, count)
    answer(request, response, count)
  }
  const server = frontServer(handle, {
    lists: async () => {
      if (state.lists === null) throw new Error('The store is away.')
      return state.lists
    },
    today: () => state.day,
    views,
    first,
    sheets,
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  open.push(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return {
    made,
    state,
    views,
    port,
    get: (path, headers = {}, method = 'GET') =>
      fetch(`http://127.0.0.1:${port}${path}`, { headers, method, redirect: 'manual' }),
  }
}

/** A page that says which making of it this is. */
const page: Parameters<typeof front>[0] = (request, response, count) => {
  response
    .writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': NONCE_POLICY,
    })
    .end(
      `<h1>${request.url} ${request.method} ${request.headers['sec-ch-ua-mobile'] ?? ''} made ${count}</h1>` +
        `<script nonce="abc">go()</script>${'filler '.repeat(400)}`,
    )
}
const heading = async (answer: Response) => /<h1>(.*?)<\/h1>/.exec(await answer.text())?.[1]

describe('a view', () => {
  test('is made once and answered from memory afterwards', async () => {
    const { get, made } = await front(page)
    const first = await (await get('/?list=2021-11')).text()
    const second = await (await get('/?list=2021-11')).text()
    expect(second).toBe(first)
    expect(made.get('/?list=2021-11')).toBe(1)
  })

  test('holds its style sheet, be it kept, refused, for one reader, or what a form is answered with', async () => {
    const { get, port } = await front(
      (request, response) =>
        response
          .writeHead(request.url === '/time' ? 404 : 200, {
            'content-type': 'text/html; charset=utf-8',
            'content-security-policy': NONCE_POLICY,
          })
          .end('<link rel="stylesheet" href="/look.css"/><h1>TOP500</h1>'),
      { sheets: { '/look.css': 'h1{color:red}' } },
    )
    const body = new FormData()
    body.append('file', 'Rank')
    const lists = `http://127.0.0.1:${port}/lists`
    const answers = [
      ...(await Promise.all(['/', '/time', '/verify'].map((path) => get(path)))),
      await fetch(lists, { method: 'POST', body, headers: { origin: `http://127.0.0.1:${port}` } }),
    ]
    for (const answer of answers)
      expect([answer.status, await answer.text()]).toEqual([
        answer.url.endsWith('/time') ? 404 : 200,
        '<style data-precedence="next">h1{color:red}</style><link rel="stylesheet" href="/look.css" disabled/><h1>TOP500</h1>',
      ])
  })

  test('for one reader lets Next’s scripts wait for that reader, as a kept one does', async () => {
    const { get } = await front((request, response) =>
      response
        .writeHead(request.url === '/nothing' ? 404 : 200, {
          'content-type': 'text/html; charset=utf-8',
          'content-security-policy': NONCE_POLICY,
        })
        .end(
          '<script src="/_next/a.js" async="" nonce="abc"></script><body><script nonce="abc">self.__next_s={}</script>' +
            '<script nonce="abc">self.__next_f.push([1])</script></body>',
        ),
    )
    for (const path of ['/lists', '/verify', '/nothing'])
      expect(await (await get(path)).text()).toBe(
        '<body><script nonce="abc">self.__next_s={}</script><script nonce="abc">self.__next_f.push([1])</script>' +
          '<script nonce="abc">self.later=["/_next/a.js"]</script></body>',
      )
  })

  test('is made once for many who ask at the same moment', async () => {
    const { get, made } = await front(page)
    const all = await Promise.all(Array.from({ length: 20 }, () => get('/').then(heading)))
    expect(new Set(all)).toEqual(new Set(['/ GET  made 1']))
    expect(made.get('/')).toBe(1)
  })

  test('is another for another link, device, day and list', async () => {
    const { get, state } = await front(page)
    expect(await heading(await get('/'))).toBe('/ GET  made 1')
    expect(await heading(await get('/?axis=linear'))).toBe('/?axis=linear GET  made 1')
    expect(await heading(await get('/', { 'sec-ch-ua-mobile': '?1' }))).toBe('/ GET ?1 made 2')
    state.day = '2026-11-26'
    expect(await heading(await get('/'))).toBe('/ GET  made 3')
  })

  test('is another for a part of the page that soft navigation asks for', async () => {
    const { get, made } = await front((request, response, count) => {
      if (!request.headers.rsc) return page(request, response, count)
      response.writeHead(200, { 'content-type': 'text/x-component' }).end(`flight ${count}`)
    })
    const flight = { rsc: '1', 'next-router-state-tree': '["a",{}]' }
    await get('/')
    expect(await (await get('/', flight)).text()).toBe('flight 2')
    expect(await (await get('/', flight)).text()).toBe('flight 2')
    const other = { ...flight, 'next-router-state-tree': '["b",{}]' }
    expect(await (await get('/', other)).text()).toBe('flight 3')
    expect(await heading(await get('/'))).toBe('/ GET  made 1')
    expect(made.get('/')).toBe(3)
  })

  test('is outdated by a list that another process keeps, within a second', async () => {
    const { get, state } = await front(page)
    await get('/')
    state.lists = 'lists 2'
    await new Promise((later) => setTimeout(later, 600))
    expect(await heading(await get('/'))).toBe('/ GET  made 2')
  })

  test('is outdated at once by a list that is kept here', async () => {
    const { get, state } = await front((request, response, count) => {
      if (request.method === 'GET') return page(request, response, count)
      state.lists = 'lists 2'
      response.writeHead(201).end()
    })
    await get('/')
    await get('/api/lists', {}, 'POST')
    expect(await heading(await get('/'))).toBe('/ GET  made 2')
  })

  test('is made anew where nobody knows which lists there are', async () => {
    const { get, state } = await front(page)
    state.lists = null
    await get('/')
    expect(await heading(await get('/'))).toBe('/ GET  made 2')
  })

  test('has the hashes of its scripts in place of the nonce', async () => {
    const { get } = await front(page)
    for (const answer of [await get('/'), await get('/')])
      expect(answer.headers.get('content-security-policy')).toMatch(
        /^script-src 'self' 'sha256-[A-Za-z0-9+/]{43}='$/,
      )
  })

  test('is sent without what React wakes it from, which is had from the address in it', async () => {
    const { get, made, state } = await front((request, response) => {
      response
        .writeHead(200, {
          'content-type': 'text/html; charset=utf-8',
          'content-security-policy': NONCE_POLICY,
        })
        .end(
          `<body><h1>${request.url} ${request.headers['sec-ch-ua-mobile']}</h1>` +
            '<script nonce="abc">self.__next_s=1</script><script src="/_next/a.js" nonce="abc"></script>' +
            `<script nonce="abc">self.__next_f.push("${request.url}")</script></body>`,
        )
    })
    const answer = await get('/?focus=ibm', { 'sec-ch-ua-mobile': '?1' })
    const html = await answer.text()
    expect(html).not.toContain('__next_f')
    const [, address = ''] = /self\.later=\["([^"]+)"/.exec(html) ?? []
    const later = await get(address)
    expect(later.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(await later.text()).toBe('self.__next_f.push("/?focus=ibm")')
    expect(made.get('/?focus=ibm')).toBe(1)
    // The policy lets what stands in the page run, and nothing that somebody else might put there.
    expect(answer.headers.get('content-security-policy')?.match(/sha256/g)).toHaveLength(2)

    state.day = '2026-11-26'
    expect(await (await get(address)).text()).toBe('self.__next_f.push("/?focus=ibm")')
    expect(made.get('/?focus=ibm')).toBe(2)

    state.lists = 'lists 2'
    await new Promise((passed) => setTimeout(passed, 600))
    const outdated = await get(address)
    expect(await outdated.text()).toBe('location.reload()')
    expect(outdated.headers.get('cache-control')).toBe('no-store')
    expect((await get('/later?of=%2Flists&device=wide&lists=x&page=y')).status).toBe(404)
    expect((await get('/later?of=%2F%2Fevil.example&device=wide')).status).toBe(404)
  })

  test('answers HEAD as GET without a body, whichever comes first', async () => {
    const { get, made } = await front(page)
    const head = await get('/', {}, 'HEAD')
    const body = await get('/')
    expect(await head.text()).toBe('')
    expect(head.headers.get('etag')).toBe(body.headers.get('etag'))
    expect(await heading(body)).toBe('/ GET  made 1')
    expect(made.get('/')).toBe(1)
  })

  test('is not sent again to a reader who has it', async () => {
    const { get } = await front(page)
    const tag = (await get('/')).headers.get('etag') ?? ''
    const again = await get('/', { 'if-none-match': `"other", W/${tag}` })
    expect(again.status).toBe(304)
    expect(await again.text()).toBe('')
    expect((await get('/', { 'if-none-match': '"other"' })).status).toBe(200)
  })
})

describe('what is never kept', () => {
  test.each([
    ['a refusal', 404, {}],
    ['a failure', 500, {}],
    ['a redirect', 307, { location: '/' }],
    ['an answer with a cookie', 200, { 'set-cookie': 'session=1' }],
    ['a page without a nonce', 200, { 'content-security-policy': "script-src 'self'" }],
    ['a file', 200, { 'content-type': 'text/csv' }],
  ])('%s', async (_, status, headers) => {
    const { get, views } = await front((__, response, count) => {
      response
        .writeHead(status, {
          'content-type': 'text/html',
          'content-security-policy': NONCE_POLICY,
          ...headers,
        })
        .end(`made ${count}`)
    })
    const first = await get('/')
    expect(first.status).toBe(status)
    if (status !== 307) expect(await first.text()).toBe('made 1')
    expect(first.headers.get('set-cookie')).toBe(
      'set-cookie' in headers ? headers['set-cookie'] : null,
    )
    if (status !== 307) expect(await (await get('/')).text()).toBe('made 2')
    expect(views.size).toBe(0)
  })

  test('a page that is none of the views, as what it shows depends on who asks', async () => {
    const { get } = await front(page)
    for (const path of ['/lists', '/lists/2021-11/versions', '/verify', '/api/lists', '/nothing']) {
      await get(path)
      expect(await heading(await get(path))).toContain('made 2')
    }
  })

  test('an answer to one of several who asked for it at the same moment is not given to the others', async () => {
    const { get } = await front((_, response, count) => {
      setTimeout(
        () =>
          response
            .writeHead(200, { 'content-type': 'text/html', 'set-cookie': `reader=${count}` })
            .end('own'),
        50,
      )
    })
    const answers = await Promise.all([get('/'), get('/'), get('/')])
    const cookies = answers.map(({ headers }) => headers.get('set-cookie'))
    expect(new Set(cookies).size).toBe(3)
  })
})

describe('what leaves', () => {
  const raw = (port: number, coding: string, path = '/') =>
    new Promise<{ head: string; body: Buffer }>((done, fail) => {
      const chunks: Buffer[] = []
      const socket = connect(port, '127.0.0.1', () =>
        socket.write(
          `GET ${path} HTTP/1.0\r\nHost: x\r\nAccept-Encoding: ${coding}\r\nConnection: close\r\n\r\n`,
        ),
      )
      socket.on('data', (chunk: Buffer) => chunks.push(chunk))
      socket.on('error', fail)
      socket.on('end', () => {
        const all = Buffer.concat(chunks)
        const at = all.indexOf('\r\n\r\n')
        done({ head: all.subarray(0, at).toString(), body: all.subarray(at + 4) })
      })
    })

  test('is a view by brotli, gzip or as it is, each with its own tag', async () => {
    const { port } = await front(page)
    const [br, gzip, plain] = await Promise.all([
      raw(port, 'gzip, br'),
      raw(port, 'gzip'),
      raw(port, 'identity'),
    ])
    expect(br.head).toMatch(/content-encoding: br/i)
    expect(gzip.head).toMatch(/content-encoding: gzip/i)
    expect(plain.head).not.toMatch(/content-encoding/i)
    expect(brotliDecompressSync(br.body)).toEqual(plain.body)
    expect(gunzipSync(gzip.body)).toEqual(plain.body)
    const tags = [br, gzip, plain].map(({ head }) => /etag: (\S+)/i.exec(head)?.[1])
    expect(new Set(tags).size).toBe(3)
  })

  test('is compressed where it is no view, too: the answers of the API', async () => {
    const { port } = await front((_, response) => {
      response
        .appendHeader('content-type', 'application/json')
        .end(JSON.stringify({ text: 'x'.repeat(5000) }))
    })
    const { head, body } = await raw(port, 'gzip', '/api/lists')
    expect(head).toMatch(/content-encoding: gzip/i)
    expect(JSON.parse(gunzipSync(body).toString()).text).toHaveLength(5000)
  })
})

describe('the memory of views', () => {
  test('stays within its bound under 600 distinct views, the last of which are kept', async () => {
    const bytes = 200_000
    const { get, views, made } = await front(page, { bytes })
    for (let at = 0; at < 600; at += 50)
      await Promise.all(
        Array.from({ length: 50 }, (_, one) => get(`/?view=${at + one}`).then((a) => a.text())),
      )
    expect(views.calculatedSize).toBeLessThanOrEqual(bytes)
    expect(views.size).toBeGreaterThan(10)
    await get('/?view=599')
    expect(made.get('/?view=599')).toBe(1)
  })
})

describe('views that nobody asked for before', () => {
  const later = (milliseconds: number) =>
    new Promise<void>((resolve) => setTimeout(resolve, milliseconds))

  test('are made one at a moment however many are asked for', async () => {
    let making = 0
    let most = 0
    const { get } = await front((request, response, count) => {
      making++
      most = Math.max(most, making)
      setTimeout(() => {
        making--
        page(request, response, count)
      }, 20)
    })
    const views = await Promise.all(Array.from({ length: 12 }, (_, at) => get(`/?view=${at}`)))
    expect(views.every(({ status }) => status === 200)).toBe(true)
    expect(most).toBe(1)
  })

  test.each(['/lists', '/nothing', '/lists/2021-11/versions'])(
    'are made one at a moment where they are for one reader only, too: %s',
    async (path) => {
      let making = 0
      let most = 0
      const { get } = await front((request, response) => {
        making++
        most = Math.max(most, making)
        setTimeout(() => {
          making--
          response.writeHead(404, { 'set-cookie': 'a=b' }).end(request.method)
        }, 20)
      })
      const answers = await Promise.all(Array.from({ length: 6 }, () => get(path)))
      expect(answers.map(({ status, headers }) => [status, headers.get('set-cookie')])).toEqual(
        Array(6).fill([404, 'a=b']),
      )
      expect(most).toBe(1)
    },
  )

  test('let whoever asks for less go first, though nobody who is slow for long', async () => {
    const begun: string[] = []
    const held = new Map<string, ServerResponse>()
    const { get } = await front((request, response, count) => {
      const path = request.url ?? ''
      begun.push(path)
      held.set(path, response)
      if (path === '/?view=2') page(request, response, count)
    })
    const has = async (path: string) => {
      while (!held.has(path)) await later(5)
    }
    const finish = (path: string) => held.get(path)?.end(path)
    const slow = get('/api/slow')
    await has('/api/slow')
    const views = [get('/?view=1'), get('/?view=2')]
    // The first view waits no longer for what is slow than courtesy asks.
    await has('/?view=1')
    const little = get('/api/little')
    await has('/api/little')
    held.get('/api/little')?.once('finish', () => begun.push('answered'))
    finish('/?view=1')
    setImmediate(() => finish('/api/little'))
    await Promise.all([...views, little])
    expect(begun).toEqual(['/api/slow', '/?view=1', '/api/little', 'answered', '/?view=2'])
    finish('/api/slow')
    expect(await (await slow).text()).toBe('/api/slow')
  })

  test('do not wait for ever for one that is made from far away', async () => {
    const { get } = await front((request, response, count) => {
      if (request.url !== '/?view=far') page(request, response, count)
    })
    void get('/?view=far').catch(() => undefined)
    await later(20)
    expect(await heading(await get('/?view=near'))).toBe('/?view=near GET  made 1')
  })
})

describe('the first views', () => {
  const until = async (holds: () => boolean) => {
    while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20))
  }

  test('are made once the server is up, and are then there for whoever asks', async () => {
    const { get, made, views } = await front(page, { first: ['/', '/time'] })
    await until(() => views.size === 2)
    expect(await heading(await get('/time'))).toBe('/time GET  made 1')
    expect([...made]).toEqual([
      ['/', 1],
      ['/time', 1],
    ])
  })

  test('are left alone after one that fails', async () => {
    const { made } = await front(
      (request, response, count) => {
        if (request.url === '/time') response.writeHead(500).end('away')
        else page(request, response, count)
      },
      { first: ['/', '/time', '/rank'] },
    )
    await until(() => made.has('/time'))
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect([...made.keys()]).toEqual(['/', '/time'])
  })
})

describe('a form for a page', () => {
  const formOf = (parts: number) => {
    const form = new FormData()
    for (let at = 0; at < parts; at++) form.append('a', String(at))
    return form
  }
  const open = async () => {
    let read = ''
    const { port, made } = await front((request, response) => {
      request.setEncoding('utf8')
      request.on('data', (text: string) => {
        read += text
      })
      request.on('end', () => response.end(`${request.method} ${read.length > 0}`))
    })
    const send = (path: string, init: RequestInit) =>
      fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', ...init })
    return { send, made, read: () => read }
  }

  test('reaches the page of lists as it came', async () => {
    const { send, read } = await open()
    const answer = await send('/lists', { body: 'a=1&b=2' })
    expect([answer.status, await answer.text(), read()]).toEqual([200, 'POST true', 'a=1&b=2'])
  })

  test.each(['/', '/verify', '/time?of=country', '/lists/2021-11'])(
    'is refused by %s, which has none, before it is read',
    async (path) => {
      const { send, made } = await open()
      const answer = await send(path, { body: formOf(1) })
      expect(answer.status).toBe(405)
      expect(await answer.text()).toBe('Nothing can be sent to this address; it can only be read.')
      expect(made.size).toBe(0)
    },
  )

  test.each(['PUT', 'PATCH', 'DELETE', 'PROPFIND'])(
    'is not taken for one where it comes by %s',
    async (method) => {
      const { send, made } = await open()
      expect((await send('/lists', { method, body: 'a=1' })).status).toBe(405)
      expect(made.size).toBe(0)
    },
  )

  test.each([
    ['no boundary', 'multipart/form-data', '--b--\r\n'],
    ['another boundary', 'multipart/form-data; boundary=c', '--b\r\n\r\n1\r\n--b--\r\n'],
    ['a part without a name', 'multipart/form-data; boundary=b', '--b\r\n\r\n1\r\n--b--\r\n'],
  ])('is refused in words where it is broken: %s', async (_, type, body) => {
    const { send, made } = await open()
    const answer = await send('/lists', { body, headers: { 'content-type': type } })
    expect([answer.status, await answer.text()]).toEqual([
      400,
      'The form did not come as a browser sends one. Go back, load the page anew, and send it again.',
    ])
    expect(made.size).toBe(0)
  })

  test.each([
    ['https://there.example', 'https://there.example', 'there.example'],
    ['http://[::1]:81', 'http://[::1]:81', '[::1]:81'],
    ['null', 'null', 'null'],
    ['no address', 'null', 'null'],
    [undefined, undefined, undefined],
  ])(
    'comes from the place that Next takes for its own, as others decide of it: %s',
    async (from, origin, forwarded) => {
      let seen: IncomingMessage['headers'] = {}
      const { get } = await front((request, response) => {
        seen = request.headers
        response.end()
      })
      await get('/lists', from === undefined ? {} : { origin: from }, 'POST')
      expect([seen.origin, seen['x-forwarded-host']]).toEqual([origin, forwarded])
    },
  )

  test('leaves nothing in the log where whoever sends it breaks off', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const { port } = await front((_, response) => response.end())
    const socket = connect(port, '127.0.0.1')
    socket.write('POST /lists HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\na=1')
    await new Promise((resolve) => setTimeout(resolve, 50))
    socket.destroy()
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(said).not.toHaveBeenCalled()
    said.mockRestore()
  })

  test('has 128 parts at most', async () => {
    const { send, made } = await open()
    expect((await send('/lists', { body: formOf(128) })).status).toBe(200)
    const more = await send('/lists', { body: formOf(129) })
    expect([more.status, await more.text()]).toEqual([
      400,
      'The form has more parts than any form of this page. Go back, and send one file at a time.',
    ])
    expect(made.get('/lists')).toBe(1)
  })

  test('has 8 MB and 64 KB at most, whatever length it says that it has', async () => {
    const { send, made } = await open()
    const largest = 8 * 1024 * 1024 + 64 * 1024
    const headers = { 'content-type': 'multipart/form-data; boundary=b' }
    const [before, after] = [
      '--b\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\n',
      '\r\n--b--\r\n',
    ]
    const whole = before + 'x'.repeat(largest - before.length - after.length) + after
    expect((await send('/lists', { body: whole, headers })).status).toBe(200)
    const more = new Uint8Array(largest + 1)
    const told = await send('/lists', { body: more, headers })
    const untold = await send('/lists', {
      body: new Blob([more]).stream(),
      headers,
      duplex: 'half',
    } as RequestInit)
    expect([told.status, untold.status]).toEqual([413, 413])
    expect(made.get('/lists')).toBe(1)
  })
})

test.each([
  ['/lists', true],
  ['/verify?theme=dark', true],
  ['/nothing/here', true],
  ['/api/lists', false],
  ['/_next/static/chunks/a.js', false],
  ['/pointing/aAAmi_fENsG74YbhgkJh1g.js', false],
  ['/icon.svg?icon.svg', false],
])('%s is a page, which waits for its turn: %s', (url, page) => {
  const request = { method: 'GET', url } as IncomingMessage
  expect(isPage(request)).toBe(page)
})
