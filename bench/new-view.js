import { setTimeout } from 'node:timers/promises'
import { aim, figure, median, times } from './measure.js'
import { processorTimeOf } from './processor-time-of.js'
import { startProduct } from './serve.js'
import { fetchAll, KNOWN } from './visits.js'

export const title = 'A view that nobody asked for before'

const LISTS = [2021, 2020, 2019, 2018, 2017, 2016].flatMap((year) => [`${year}-11`, `${year}-06`])
/** Views that are made before any is measured: a server has made its first hundred within minutes. */
const WARMUPS = 96
/** Milliseconds in which a server begins, and makes its own first views. */
const BEGUN = 20_000
/** Milliseconds after an answer for what a server still does because of it. */
const AFTER = 60
const HEADERS = { 'accept-encoding': 'gzip, deflate, br', 'sec-ch-ua-mobile': '?0' }

/** Queries of which no two are alike, and which every state of the page understands. */
const VIEWS = LISTS.flatMap((list) =>
  KNOWN.flatMap((focus) =>
    ['log', 'linear'].map((axis) => String(new URLSearchParams({ list, focus, axis }))),
  ),
)

/** Milliseconds of processor time, of all threads, that a server takes for a view. */
async function timeFor({ url, pid }, query) {
  const before = processorTimeOf(pid)
  const status = await fetchAll(`${url}/?${query}`, { headers: HEADERS })
  if (status !== 200) throw new Error(`/?${query} was answered with ${status}.`)
  await setTimeout(AFTER)
  return processorTimeOf(pid) - before
}

/** `BENCH_BEFORE` names a built checkout of another state, which is then measured in turns. */
export async function measure({ rounds = VIEWS.length - WARMUPS }) {
  const servers = [{ label: 'the main page', ...(await startProduct()) }]
  try {
    const before = process.env.BENCH_BEFORE
    if (before)
      servers.push({ label: 'the page of `BENCH_BEFORE`', ...(await startProduct({}, before)) })
    await setTimeout(BEGUN)
    const samples = servers.map(() => [])
    for (const [at, query] of VIEWS.slice(0, WARMUPS + rounds).entries())
      for (let turn = 0; turn < servers.length; turn++) {
        const which = (at + turn) % servers.length
        const time = await timeFor(servers[which], query)
        if (at >= WARMUPS) samples[which].push(time)
      }
    const middles = samples.map(median)
    const means = samples.map((times) => times.reduce((sum, one) => sum + one, 0) / times.length)
    return {
      conditions: `Production build; processor time of the server with all its threads, as the scheduler counts it, for ${samples[0].length} views that nobody asked for before, after ${WARMUPS} others; asked for one after the other, in turns.`,
      tables: [
        {
          columns: ['page', 'median', 'mean', 'medians against', 'means against'],
          rows: servers.map(({ label }, at) => [
            label,
            `${figure(middles[at])} ms`,
            `${figure(means[at])} ms`,
            times(middles[0] / middles[at]),
            times(means[0] / means[at]),
          ]),
        },
      ],
      aims: before
        ? [aim('a new view against that page, processor time', middles[0] / middles[1], 0.55)]
        : [],
    }
  } finally {
    for (const { stop } of servers) await stop()
  }
}
