import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import autocannon from 'autocannon'
import { ROOT } from '../scripts/run.js'
import { aim, figure, inTurns, median } from './measure.js'
import { startProduct } from './serve.js'

export const title = 'Requests per second'

const SECONDS = 4
const CONNECTIONS = 10

/** Address and size of the smallest file that the server only hands out. */
function smallestFile() {
  const folder = join(ROOT, '.next/static')
  const files = readdirSync(folder, { recursive: true })
    .map((name) => ({ name: String(name), stat: statSync(join(folder, String(name))) }))
    .filter(({ stat }) => stat.isFile() && stat.size > 0)
    .map(({ name, stat }) => ({ path: `/_next/static/${name}`, bytes: stat.size }))
    .sort((a, b) => a.bytes - b.bytes)
  if (!files[0]) throw new Error('The build has no static file.')
  return files[0]
}

async function load(url) {
  const { requests, latency, non2xx, errors } = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: SECONDS,
    headers: { 'accept-encoding': 'gzip' },
  })
  if (non2xx + errors > 0) throw new Error(`${url}: ${non2xx} refusals and ${errors} errors`)
  return { rate: requests.average, p99: latency.p99 }
}

export async function measure({ rounds = 3 }) {
  const product = await startProduct()
  try {
    const { path, bytes } = smallestFile()
    const targets = {
      page: { label: 'the main page, `/`', path: '/' },
      linear: {
        label: 'another view, `/?list=2025-06&axis=linear`',
        path: '/?list=2025-06&axis=linear',
      },
      icon: { label: 'the icon, made at build time', path: '/icon.svg' },
      file: { label: `the smallest static file (${bytes} bytes)`, path },
    }
    const samples = await inTurns(
      Object.fromEntries(
        Object.entries(targets).map(([key, target]) => [
          key,
          () => load(product.url + target.path),
        ]),
      ),
      { rounds },
    )
    const middle = (key, of) => median(samples[key].map((sample) => sample[of]))
    return {
      conditions: `Production build, ${CONNECTIONS} connections kept alive, gzip, ${SECONDS} s each; medians of ${rounds} rounds in turns. Who asks runs on the same machine.`,
      tables: [
        {
          columns: ['what', 'requests per second', 'share of the static file’s', 'p99'],
          rows: Object.entries(targets).map(([key, { label }]) => [
            label,
            figure(middle(key, 'rate')),
            `${figure((100 * middle(key, 'rate')) / middle('file', 'rate'))} %`,
            `${figure(middle(key, 'p99'))} ms`,
          ]),
        },
      ],
      aims: [
        aim(
          'the static file against the main page',
          middle('file', 'rate') / middle('page', 'rate'),
          1.25,
        ),
        aim(
          'p99 of the main page against the static file’s',
          middle('page', 'p99') / middle('file', 'p99'),
          1,
        ),
      ],
    }
  } finally {
    await product.stop()
  }
}
