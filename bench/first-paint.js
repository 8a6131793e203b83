import { chromium } from '@playwright/test'
import { FLAGS, findBrowser } from '../scripts/browser.js'
import { aim, figure, inTurns, median, times } from './measure.js'
import { frameworkFiles, partsOf, rechartsFiles, staticFiles } from './rivals.js'
import { serveFiles, startProduct } from './serve.js'

export const title = 'First paint'

/** The line: 1.6 Mbit/s each way and 150 ms from a request to its answer. */
const LINE = {
  offline: false,
  latency: 150,
  downloadThroughput: 200_000,
  uploadThroughput: 200_000,
}
const SLOWER = 4
const WINDOW = { width: 1280, height: 800 }
/** The frame that the page shows in that window. */
const FRAME = 1120
/** How long after its load event a page is still watched for what blocks it. */
const WATCHED = 2000
const LONGEST = 60_000

/**
 * Runs in the page before anything else: notes when all marks have been painted, and every task that blocks for more
 * than 50 ms.
 */
function watch({ selector, count }) {
  const seen = { painted: null, tasks: [] }
  window.bench = seen
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) seen.tasks.push([startTime, duration])
  }).observe({ type: 'longtask', buffered: true })
  const look = () => {
    const marks = document.querySelectorAll(selector)
    const last = marks[marks.length - 1]
    if (marks.length < count || !last?.getClientRects().length) {
      requestAnimationFrame(look)
      return
    }
    // A message that is sent while a frame is being made arrives when that frame is done.
    const { port1, port2 } = new MessageChannel()
    port2.onmessage = () => {
      seen.painted = performance.now()
    }
    port1.postMessage(null)
  }
  requestAnimationFrame(look)
}

/** Sums what each task blocks beyond the 50 ms that nobody notices. */
const blocked = (tasks) => tasks.reduce((sum, [, duration]) => sum + Math.max(0, duration - 50), 0)

/** Opens a page once, with nothing cached, and tells what happened. */
async function visit(browser, { url, marks, approach }) {
  const context = await browser.newContext({ viewport: WINDOW })
  try {
    const page = await context.newPage()
    const cdp = await context.newCDPSession(page)
    const scripts = new Set()
    const arrivals = []
    let begin = null
    cdp.on('Network.requestWillBeSent', ({ type, timestamp }) => {
      if (type === 'Document') begin ??= timestamp
    })
    cdp.on('Network.responseReceived', ({ requestId, response }) => {
      if (/javascript/.test(response.mimeType)) scripts.add(requestId)
    })
    cdp.on('Network.dataReceived', ({ requestId, encodedDataLength, timestamp }) => {
      arrivals.push({ requestId, bytes: encodedDataLength, timestamp })
    })
    await cdp.send('Network.enable')
    await cdp.send('Network.setCacheDisabled', { cacheDisabled: true })
    await cdp.send('Network.emulateNetworkConditions', LINE)
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
    await page.addInitScript(watch, marks)
    await page.goto(url, { waitUntil: 'load', timeout: LONGEST })
    await page.waitForFunction(() => window.bench.painted !== null, null, { timeout: LONGEST })
    await page.waitForTimeout(WATCHED)
    const seen = await page.evaluate(() => window.bench)
    const script = arrivals.filter(({ requestId }) => scripts.has(requestId))
    const sum = (some) => some.reduce((total, { bytes }) => total + bytes, 0)
    const sample = {
      painted: seen.painted,
      script: sum(script.filter(({ timestamp }) => (timestamp - begin) * 1000 <= seen.painted)),
      wholeScript: sum(script),
      whole: sum(arrivals),
      blocked: blocked(seen.tasks),
    }
    return approach ? { ...sample, ...(await comeNear(page, approach)) } : sample
  } finally {
    await context.close()
  }
}

/** Moves the pointer onto the chart, and waits until the interactive one has taken its place. */
async function comeNear(page, { place, ready }) {
  const box = await page.locator(place).boundingBox()
  if (!box) throw new Error(`${place} is not there to be approached.`)
  const from = await page.evaluate(() => performance.now())
  await page.mouse.move(box.x + box.width / 2, box.y + Math.min(box.height, 200) / 2)
  await page.waitForSelector(ready, { timeout: LONGEST })
  const until = await page.evaluate(() => performance.now())
  await page.waitForTimeout(500)
  const tasks = await page.evaluate(() => window.bench.tasks)
  return { live: until - from, liveBlocked: blocked(tasks.filter(([start]) => start >= from)) }
}

const PAGE = '[data-chart="rank-rmax"]'

export async function measure({ rounds = 7 }) {
  const executablePath = findBrowser()
  if (!executablePath) throw new Error('No Chromium was found; say where one is by CHROMIUM_PATH.')
  const product = await startProduct()
  const stops = [product.stop]
  try {
    const html = await (await fetch(product.url)).text()
    const spec = await (await fetch(`${product.url}/api/spec/rank-rmax?width=${FRAME}`)).json()
    const parts = partsOf(html, FRAME)
    const groups = parts.svg.split('data-marks=').length - 1
    const serve = async (files) => {
      const server = await serveFiles(files)
      stops.push(server.stop)
      return server.url
    }
    const pages = {
      page: {
        label: '(a) the main page',
        url: product.url,
        marks: { selector: `${PAGE} .frame-${FRAME} [data-marks]`, count: groups },
        approach: { place: PAGE, ready: `${PAGE}[data-live]` },
      },
      limit: {
        label: '(b) hand-written HTML, the same SVG inside',
        url: await serve(staticFiles(parts)),
        marks: { selector: '[data-marks]', count: groups },
      },
      recharts: {
        label: '(c) Recharts in the browser alone',
        url: await serve(await rechartsFiles(spec, parts)),
        marks: { selector: '[data-mark]', count: spec.marks.length },
      },
      framework: {
        label: '(d) Observable Framework',
        url: await serve(await frameworkFiles(spec, false)),
        marks: { selector: 'figure svg circle', count: spec.marks.length },
      },
      joined: {
        label: '(d) Observable Framework, Plot joined into one file',
        url: await serve(await frameworkFiles(spec, true)),
        marks: { selector: 'figure svg circle', count: spec.marks.length },
      },
    }
    const browser = await chromium.launch({ executablePath, args: FLAGS })
    stops.unshift(() => browser.close())
    const samples = await inTurns(
      Object.fromEntries(
        Object.entries(pages).map(([key, one]) => [key, () => visit(browser, one)]),
      ),
      { rounds },
    )
    return report(pages, samples, rounds)
  } finally {
    for (const stop of stops) await stop()
  }
}

const kilobytes = (bytes) => `${figure(bytes / 1000)} KB`
const milliseconds = (value) => `${Math.round(value)} ms`

function report(pages, samples, rounds) {
  const middle = (key, of) => median(samples[key].map((sample) => sample[of]))
  const painted = (key) => middle(key, 'painted')
  return {
    conditions: `Production build, cold cache, processor slowed ${SLOWER} times, 1.6 Mbit/s with 150 ms, window ${WINDOW.width} × ${WINDOW.height}; medians of ${rounds} visits in turns. All gzipped over HTTP/1.1; (b) to (d) compressed ahead of time and served from memory.`,
    tables: [
      {
        columns: [
          'page',
          'marks painted',
          'against (b)',
          'script until then',
          'script in all',
          'all bytes',
          'blocked',
        ],
        rows: Object.entries(pages).map(([key, { label }]) => [
          label,
          milliseconds(painted(key)),
          times(painted(key) / painted('limit')),
          kilobytes(middle(key, 'script')),
          kilobytes(middle(key, 'wholeScript')),
          kilobytes(middle(key, 'whole')),
          milliseconds(middle(key, 'blocked')),
        ]),
      },
      {
        caption: 'Then a pointer comes to the chart of (a):',
        columns: ['until Recharts has taken over', 'blocked meanwhile'],
        rows: [[milliseconds(middle('page', 'live')), milliseconds(middle('page', 'liveBlocked'))]],
      },
    ],
    aims: [
      aim('(a) against (b)', painted('page') / painted('limit'), 1.2),
      aim('(a) against (c)', painted('page') / painted('recharts'), 0.25),
      aim('(a) against (d)', painted('page') / painted('framework'), 0.25),
      aim('(a) against (d) joined', painted('page') / painted('joined'), 0.25),
      aim('blocking time of (a), ms', middle('page', 'blocked'), 150),
    ],
  }
}
