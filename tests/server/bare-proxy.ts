import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'

/**
 * A reverse proxy as nginx is with `proxy_pass` alone until 1.29: it asks as HTTP/1.0, names the upstream as `Host`, and
 * adds no header by which it could be told.
 * @returns the port on which it listens.
 */
export async function startBareProxy(upstream: number): Promise<{ port: number; server: Server }> {
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const body = Buffer.concat(parts)
      const { host: _, connection: __, ...rest } = request.headers
      const headers = Object.entries({
        host: `127.0.0.1:${upstream}`,
        connection: 'close',
        ...rest,
        ...(body.length ? { 'content-length': String(body.length) } : {}),
      }).filter(([name]) => name !== 'transfer-encoding')
      const socket = connect(upstream, '127.0.0.1')
      const lines = headers.map(([name, value]) => `${name}: ${value}`)
      socket.write(
        `${[`${request.method} ${request.url} HTTP/1.0`, ...lines].join('\r\n')}\r\n\r\n`,
      )
      socket.write(body)
      const answer: Buffer[] = []
      socket.on('data', (part: Buffer) => answer.push(part))
      socket.on('error', () => response.destroy())
      socket.on('close', () => {
        const all = Buffer.concat(answer)
        const end = all.indexOf('\r\n\r\n')
        const [first = '', ...lines] = all.subarray(0, end).toString('latin1').split('\r\n')
        for (const line of lines) {
          const [name = '', value = ''] = line.split(/: (.*)/)
          if (!/^(?:connection|transfer-encoding|keep-alive)$/i.test(name))
            response.setHeader(name, value)
        }
        response.writeHead(Number(first.split(' ')[1]))
        response.end(all.subarray(end + 4))
      })
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return { port: (server.address() as AddressInfo).port, server }
}
