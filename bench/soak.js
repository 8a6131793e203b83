import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { ROOT } from '../scripts/run.js'
import { HOSTILE } from './hostile-inputs.js'
import { figure, quantile } from './measure.js'
import { memoryOf } from './memory-of.js'
import { startProduct } from './serve.js'
import { fetchAll, listsOf, pages, pictures } from './visits.js'

/** Minutes of the whole run; `npm run soak -- 10` says another number. */
const MINUTES = Math.min(60, Number(process.argv[2] ?? 3))
/** Milliseconds between two lines of what is printed. */
const REPORT = 15_000
/** Milliseconds between two requests of one who only reads. */
const PAUSE = 50

/** Does something again and again until a moment; what it throws is counted, and it goes on. */
async function again(until, tally, work) {
  while (performance.now() < until) {
    try {
      const status = await work()
      if (typeof status === 'number' && status >= 500 && status !== 503) tally.failures++
      tally.answers++
    } catch {
      tally.failures++
    }
  }
}

/** Without end: the values of a generator, and then again from its beginning. */
function* round(make) {
  while (true) yield* make()
}

const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** A list as a person brings it, renamed each time, so that each kept version is another. */
function* uploads() {
  const csv = readFileSync(join(ROOT, 'data/lists/2009-06.csv'), 'utf8')
  for (let at = 0; ; at++) {
    const body = new FormData()
    body.append('file', new File([csv.replace('Roadrunner', `Roadrunner ${at}`)], '2009-06.csv'))
    body.append('edition', '2009-06')
    yield { method: 'POST', body }
  }
}

async function run() {
  const product = await startProduct()
  const { url, pid } = product
  const lists = await listsOf(url)
  const begin = performance.now()
  const until = begin + MINUTES * 60_000
  const tally = { answers: 0, failures: 0 }
  let waits = []
  let most = 0
  const page = round(() => pages(lists))
  const picture = round(() => pictures(lists))
  const upload = uploads()
  const hostile = round(() => HOSTILE)

  const reader = async () => {
    const from = performance.now()
    const status = await fetchAll(`${url}/api/lists`)
    waits.push(performance.now() - from)
    await wait(PAUSE)
    return status
  }
  const foe = () => {
    const { path, init } = hostile.next().value
    return fetchAll(url + (typeof path === 'string' ? path : path()), {
      ...init?.(),
      redirect: 'manual',
    })
  }
  const report = setInterval(() => {
    const memory = memoryOf(pid) ?? 0
    most = Math.max(most, memory)
    const seconds = Math.round((performance.now() - begin) / 1000)
    console.log(
      `${seconds} s: ${figure(Math.round(memory))} MB resident, ${figure(quantile(waits, 0.99) ?? 0)} ms at the 99th percentile of ${waits.length} requests for the lists, ${tally.answers} answers, ${tally.failures} failures`,
    )
    waits = []
  }, REPORT)
  await Promise.all([
    again(until, tally, reader),
    again(until, tally, () => fetchAll(url + page.next().value)),
    again(until, tally, () => fetchAll(url + picture.next().value)),
    again(until, tally, async () => {
      const status = await fetchAll(`${url}/api/lists`, upload.next().value)
      await wait(1000)
      return status
    }),
    again(until, tally, foe),
  ])
  clearInterval(report)
  await product.stop()
  console.log(
    `${MINUTES} minutes: at most ${figure(Math.round(most))} MB, ${tally.answers} answers, ${tally.failures} failures`,
  )
  process.exitCode = tally.failures > 0 ? 1 : 0
}

await run()
