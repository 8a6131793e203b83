import { performance } from 'node:perf_hooks'
import { HOSTILE } from './hostile-inputs.js'
import { aim, figure, quantile } from './measure.js'
import { startProduct } from './serve.js'
import { fetchAll } from './visits.js'

export const title = 'Hostile inputs'

/** Milliseconds for which each input is sent, again and again. */
const SPAN = 4000
/** Milliseconds between two requests of somebody else. */
const PAUSE = 20
const AT_ONCE = 3
/** Milliseconds within which somebody else is to be answered, at the 99th percentile. */
const SOON = 250

/** What somebody else waits for `GET /api/lists` until a moment. */
async function waits(url, until) {
  const taken = []
  while (performance.now() < until) {
    const from = performance.now()
    if ((await fetchAll(`${url}/api/lists`)) !== 200) throw new Error('The lists are not answered.')
    taken.push(performance.now() - from)
    await new Promise((resolve) => setTimeout(resolve, PAUSE))
  }
  return taken
}

/** Sends one input again and again until a moment; what is answered does not matter, but that it is. */
async function send(url, { path, init }, until, statuses) {
  while (performance.now() < until) {
    const address = url + (typeof path === 'string' ? path : path())
    const status = await fetchAll(address, {
      ...init?.(),
      redirect: 'manual',
      signal: AbortSignal.timeout(60_000),
    }).catch(() => 'broken off')
    statuses.add(status)
  }
}

/**
 * What somebody else waits while each hostile input is worked on.
 * @param {string} url of a server.
 */
export async function underHostility(url, span = SPAN) {
  const results = []
  for (const input of [{ what: 'nothing hostile', atOnce: 0, path: '/' }, ...HOSTILE]) {
    const until = performance.now() + span
    const statuses = new Set()
    const senders = Array.from({ length: input.atOnce ?? AT_ONCE }, () =>
      send(url, input, until, statuses),
    )
    const taken = await waits(url, until)
    await Promise.all(senders)
    results.push({ what: input.what, taken, statuses: [...statuses].sort() })
  }
  return results
}

export async function measure() {
  const product = await startProduct()
  try {
    await fetchAll(`${product.url}/`)
    const results = await underHostility(product.url)
    return {
      conditions: `Production build; each input sent for ${SPAN / 1000} s, ${AT_ONCE} at once where nothing else is said, while somebody else asks for \`GET /api/lists\` every ${PAUSE} ms. Who sends and who asks run on the same machine.`,
      tables: [
        {
          columns: ['while this is sent', 'answered by', 'median wait', 'p99', 'longest'],
          rows: results.map(({ what, taken, statuses }) => [
            what,
            statuses.join(', ') || '–',
            `${figure(quantile(taken, 0.5))} ms`,
            `${figure(quantile(taken, 0.99))} ms`,
            `${figure(Math.max(...taken))} ms`,
          ]),
        },
      ],
      aims: results.map(({ what, taken }) =>
        aim(`p99 while this is sent, ms: ${what}`, quantile(taken, 0.99), SOON),
      ),
    }
  } finally {
    await product.stop()
  }
}
