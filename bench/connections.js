import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import autocannon from 'autocannon'
import { ROOT } from '../scripts/run.js'
import { breakOffMany, descriptors } from './aborts.js'
import { aim, figure } from './measure.js'
import { startProduct } from './serve.js'

export const title = 'Many connections, and those that break off'

const CONNECTIONS = 100
const SECONDS = 10
const BROKEN = 200
const PATHS = ['/', '/api/lists', '/api/lists/2021-11.csv', '/lists', '/lists/2021-11/versions']

/** Waits until a process has no more descriptors than it had, or half a minute. */
async function settled(pid, before) {
  let now = descriptors(pid)
  for (const end = Date.now() + 30_000; now > before && Date.now() < end; now = descriptors(pid))
    await new Promise((resolve) => setTimeout(resolve, 500))
  return now
}

export async function measure() {
  const product = await startProduct()
  try {
    const csv = readFileSync(join(ROOT, 'data/lists/2021-11.csv'), 'utf8')
    const load = await autocannon({
      url: product.url,
      connections: CONNECTIONS,
      duration: SECONDS,
      timeout: 60,
      requests: PATHS.map((path) => ({ path })),
    })
    const failed = load.errors + load.timeouts + load.non2xx
    const before = descriptors(product.pid)
    await breakOffMany(product.url, csv, { downloads: BROKEN, uploads: BROKEN })
    const after = before === null ? null : await settled(product.pid, before)
    const traces = product.printed().match(/^\s+at /gm)?.length ?? 0
    const alive = (await fetch(`${product.url}/api/lists`)).status
    return {
      conditions: `${CONNECTIONS} connections for ${SECONDS} s on five addresses in turn; then ${BROKEN} downloads and ${BROKEN} uploads broken off within 150 ms, ten at a time.`,
      tables: [
        {
          columns: [
            'requests',
            'errors, timeouts and refusals',
            'p99',
            'descriptors before',
            'after',
            'stack traces in the log',
          ],
          rows: [
            [
              ...[load.requests.total, failed].map(figure),
              `${figure(load.latency.p99)} ms`,
              ...[before, after].map((count) => (count === null ? '–' : figure(count))),
              figure(traces),
            ],
          ],
        },
      ],
      aims: [
        aim('errors, timeouts and refusals', failed, 0),
        aim('stack traces after connections that broke off', traces, 0),
        aim('wrong answers afterwards', alive === 200 ? 0 : 1, 0),
        ...(before === null
          ? []
          : [aim('descriptors more than before', Math.max(0, after - before), 0)]),
      ],
    }
  } finally {
    await product.stop()
  }
}
