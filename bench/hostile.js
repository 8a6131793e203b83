import { fork } from 'node:child_process'
import { once } from 'node:events'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { HOSTILE } from './hostile-inputs.js'
import { aim, figure, quantile } from './measure.js'
import { startProduct } from './serve.js'
import { fetchAll } from './visits.js'

export const title = 'Hostile inputs'

const SENDER = fileURLToPath(new URL('hostile-send.js', import.meta.url))

/** Milliseconds for which each input is sent, again and again. */
const SPAN = 4000
/** Milliseconds between two requests of somebody else. */
const PAUSE = 20
/** Milliseconds for which a server has been up before anything is sent: it makes its first views meanwhile. */
const SETTLED = 10_000
/** Milliseconds within which somebody else is to be answered, at the 99th percentile. */
const SOON = 250

/** What somebody else waits for `GET /api/lists`, again and again for a time. */
async function waits(url, span) {
  const taken = []
  const until = performance.now() + span
  while (performance.now() < until) {
    const from = performance.now()
    if ((await fetchAll(`${url}/api/lists`)) !== 200) throw new Error('The lists are not answered.')
    taken.push(performance.now() - from)
    await new Promise((resolve) => setTimeout(resolve, PAUSE))
  }
  return taken
}

/**
 * What somebody else waits while each hostile input is worked on.
 * @param {string} url of a server.
 * @param {readonly { what: string }[]} inputs of `HOSTILE`.
 */
export async function underHostility(url, inputs = HOSTILE, span = SPAN) {
  const results = [{ what: 'nothing hostile', taken: await waits(url, span), statuses: {} }]
  for (const { what } of inputs) {
    const sender = fork(SENDER)
    try {
      await once(sender, 'message')
      sender.send({ url, what, span })
      const answered = once(sender, 'message')
      const taken = await waits(url, span)
      const [statuses] = await answered
      results.push({ what, taken, statuses })
    } finally {
      sender.kill()
    }
  }
  return results
}

/** How often each status was answered, as in `200 (31), 429 (2)`. */
const answers = (statuses) =>
  Object.entries(statuses)
    .map(([status, times]) => `${status} (${times})`)
    .join(', ') || '–'

export async function measure() {
  const product = await startProduct()
  try {
    await fetchAll(`${product.url}/`)
    await new Promise((resolve) => setTimeout(resolve, SETTLED))
    const results = await underHostility(product.url)
    return {
      conditions: `Production build, up for ${SETTLED / 1000} s; each input sent for ${SPAN / 1000} s, three at once where nothing else is said, while somebody else asks for \`GET /api/lists\` every ${PAUSE} ms. Who sends and who asks are two processes on the same machine.`,
      tables: [
        {
          columns: ['while this is sent', 'answered by', 'median wait', 'p99', 'longest'],
          rows: results.map(({ what, taken, statuses }) => [
            what,
            answers(statuses),
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
