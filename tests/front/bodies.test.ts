import { createServer } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { openBodies } from '@/scripts/front/bodies'

const open: (() => void)[] = []
afterEach(() => {
  for (const close of open.splice(0)) close()
})

/** A server that holds 1000 bytes of bodies and answers each with its length. */
async function begin() {
  const bodies = openBodies(1000)
  const server = createServer((request, response) => {
    bodies.note(request, response)
    let length = 0
    request.on('error', () => undefined)
    request.on('data', (chunk: Buffer) => {
      length += chunk.length
    })
    request.on('end', () => response.end(`${length} bytes`))
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  open.push(() => {
    server.closeAllConnections()
    server.close()
  })
  /** Begins to send 400 bytes, `now` of them at once. */
  return async (now: number, length = 'Content-Length: 400') => {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
    const heard = { text: '' }
    socket.setEncoding('utf8').on('data', (text: string) => {
      heard.text += text
    })
    socket.write(`POST / HTTP/1.1\r\nHost: a\r\n${length}\r\n\r\n${'x'.repeat(now)}`)
    await new Promise((resolve) => setTimeout(resolve, 30))
    return { socket, heard }
  }
}

const until = (holds: () => boolean) => expect.poll(holds, { interval: 5 }).toBe(true)
const isCut = ({ socket, heard }: { socket: Socket; heard: { text: string } }) =>
  heard.text.startsWith('HTTP/1.1 408') && socket.readableEnded

test('the body that has been coming for longest is cut off where there is no room for another', async () => {
  const send = await begin()
  const [first, second] = [await send(399), await send(399)]
  const third = await send(400)
  await until(() => third.heard.text.includes('400 bytes'))
  await until(() => isCut(first))
  second.socket.write('x')
  await until(() => second.heard.text.includes('400 bytes'))
})

test('a body that does not say how long it is counts as the longest', async () => {
  const send = await begin()
  const first = await send(399)
  await send(0, 'Transfer-Encoding: chunked')
  await until(() => isCut(first))
})

test('what was answered, or broke off, takes no room any more', async () => {
  const send = await begin()
  const slow = await send(399)
  const gone = await send(10)
  gone.socket.destroy()
  for (let time = 0; time < 5; time++) {
    const quick = await send(400)
    await until(() => quick.heard.text.includes('400 bytes'))
  }
  slow.socket.write('x')
  await until(() => slow.heard.text.includes('400 bytes'))
})
