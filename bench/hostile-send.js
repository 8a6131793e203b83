import { HOSTILE } from './hostile-inputs.js'
import { fetchAll } from './visits.js'

const AT_ONCE = 3

/** Sends one input again and again for a time; what is answered does not matter, but that it is. */
async function send(url, { path, init }, until, statuses) {
  while (performance.now() < until) {
    const address = url + (typeof path === 'string' ? path : path())
    const status = await fetchAll(address, {
      ...init?.(),
      redirect: 'manual',
      signal: AbortSignal.timeout(60_000),
    }).catch(() => 'broken off')
    statuses[status] = (statuses[status] ?? 0) + 1
  }
}

// A process of its own: what it takes to make and send megabytes must not be counted as somebody else's wait.
process.once('message', async ({ url, what, span }) => {
  const input = HOSTILE.find((one) => one.what === what)
  const until = performance.now() + span
  const statuses = {}
  await Promise.all(
    Array.from({ length: input.atOnce ?? AT_ONCE }, () => send(url, input, until, statuses)),
  )
  process.send(statuses, () => process.disconnect())
})

// Whoever measures begins when this process can.
process.send('ready')
