import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessFor } from '@/lib/access/access'
import { accessSettings } from '@/lib/access/settings'
import { noteExchanges, setStatus } from '@/lib/http/exchange'

let server: Server
let port = 0
beforeAll(async () => {
  noteExchanges()
  server = createServer(async (request, response) => {
    const headers = new Headers(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    )
    // As the framework does before a handler sees the headers.
    if (!headers.has('x-forwarded-for')) headers.set('x-forwarded-for', '::ffff:127.0.0.1')
    if (!headers.has('x-forwarded-proto')) headers.set('x-forwarded-proto', 'http')
    setStatus(headers, 404)
    const settings = accessSettings({ TOP500_HOST: '127.0.0.1', TOP500_PORT: String(port) })
    response.end(JSON.stringify(await accessFor(headers, { mutating: true, settings })))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  port = (server.address() as AddressInfo).port
})
afterAll(() => server.close())

/** What the server answers to these very bytes. */
function send(version: string, lines: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = ''
    const socket = connect(port, '127.0.0.1', () =>
      socket.write(
        `${[`POST /api/lists HTTP/${version}`, ...lines, 'Connection: close'].join('\r\n')}\r\n\r\n`,
      ),
    )
    socket.on('data', (chunk) => {
      answer += chunk
    })
    socket.on('close', () => resolve(answer)).on('error', reject)
  })
}

describe('on a server that listens on this machine only', () => {
  it('the person there may write', async () => {
    expect(await send('1.1', [`Host: localhost:${port}`])).toContain(
      '{"write":true,"way":"machine"}',
    )
  })

  it('whoever comes through a bare reverse proxy, which asks as HTTP/1.0 with our own Host, may not', async () => {
    expect(await send('1.0', [`Host: 127.0.0.1:${port}`])).toContain(
      'this request is another one: it came as HTTP/1.0, as reverse proxies ask',
    )
  })

  it.each([
    'X-Forwarded-For: 127.0.0.1',
    'X-Forwarded-Host: top500.example',
    'X-Forwarded-Proto: https',
    'X-Forwarded-Server: proxy',
    'X-Real-IP: 127.0.0.1',
    'Forwarded: for=127.0.0.1',
    'Via: 1.1 proxy',
    'CF-Connecting-IP: 127.0.0.1',
    'True-Client-IP: 127.0.0.1',
  ])('whoever comes with “%s” may not', async (header) => {
    const name = header.split(':')[0]?.toLowerCase()
    expect(await send('1.1', [`Host: localhost:${port}`, header])).toContain(
      `this request is another one: it carries the header ${name}, as reverse proxies send`,
    )
  })

  it('whoever claims to be noted may not', async () => {
    expect(
      await send('1.1', [`Host: localhost:${port}`, 'x-exchange-1: 1', 'X-Forwarded-For: ::1']),
    ).toContain('"code":"foreign-request"')
  })

  it('a page can say that what it shows is not there', async () => {
    expect(await send('1.1', [`Host: localhost:${port}`])).toMatch(/^HTTP\/1\.1 404 /)
  })
})
