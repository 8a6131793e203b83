import { get } from 'node:http'
import { chromium } from '@playwright/test'
import { FLAGS, findBrowser } from '../scripts/browser.js'
import { aim, figure, inTurns, median, times } from './measure.js'
import { frameworkFiles, partsOf, rechartsFiles, staticFiles } from './rivals.js'
import { serveFiles, startProduct } from './serve.js'
import { LINE, SLOWER, sceneOf } from './slow.js'

export const title = 'First paint'

/** What the page is looked at with, and which of its frames it shows there. */
const WINDOWS = [
  {
    name: 'a phone',
    limit: 1.2,
    frame: 358,
    context: {
      viewport: { width: 390, height: 844 },
      isMobile: true,
      hasTouch: true,
      userAgent:
        'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
    },
  },
  {
    name: 'a wide window',
    limit: 1.25,
    frame: 1120,
    context: { viewport: { width: 1280, height: 800 } },
  },
]
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
async function visit(browser, { url, marks, context: settings }) {
  const context = await browser.newContext(settings)
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
    let whole = 0
    cdp.on('Network.loadingFinished', ({ encodedDataLength }) => {
      whole += encodedDataLength
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
    return {
      painted: seen.painted,
      script: sum(script.filter(({ timestamp }) => (timestamp - begin) * 1000 <= seen.painted)),
      wholeScript: sum(script),
      whole,
      blocked: blocked(seen.tasks),
    }
  } finally {
    await context.close()
  }
}

/** Bytes of the page as it leaves, compressed as browsers ask for it. */
async function documentBytes(url, headers) {
  const answer = await new Promise((resolve, reject) =>
    get(url, { headers: { ...headers, 'accept-encoding': 'br, gzip' } }, resolve).on(
      'error',
      reject,
    ),
  )
  let bytes = 0
  for await (const chunk of answer) bytes += chunk.length
  return bytes
}

const PAGE = '[data-chart="rank-rmax"]'

/** Everything that is opened in a window of one kind. */
async function pagesFor({ frame, context }, product, serve) {
  const headers = context.userAgent ? { 'user-agent': context.userAgent } : {}
  const html = await (await fetch(product.url, { headers })).text()
  const scene = await sceneOf(product.url, frame)
  const parts = partsOf(html, frame)
  const groups = parts.svg.split('data-marks=').length - 1
  const dots = { selector: 'figure svg circle', count: scene.marks.length }
  const page = async (label, files, marks) => ({ label, url: await serve(files), marks, context })
  return {
    page: {
      label: '(a) the main page',
      url: product.url,
      marks: { selector: `${PAGE} [data-frame="${frame}"] [data-marks]`, count: groups },
      context,
      bytes: await documentBytes(product.url, headers),
    },
    limit: await page('(b) hand-written HTML, the same SVG inside', staticFiles(parts), {
      selector: '[data-marks]',
      count: groups,
    }),
    recharts: await page('(c) Recharts in the browser alone', await rechartsFiles(scene, parts), {
      selector: '[data-mark]',
      count: scene.marks.length,
    }),
    framework: await page('(d) Observable Framework', await frameworkFiles(scene, false), dots),
    joined: await page(
      '(d) Observable Framework, Plot joined into one file',
      await frameworkFiles(scene, true),
      dots,
    ),
  }
}

export async function measure({ rounds = 7 }) {
  const executablePath = findBrowser()
  if (!executablePath) throw new Error('No Chromium was found; say where one is by CHROMIUM_PATH.')
  const product = await startProduct()
  const stops = [product.stop]
  try {
    const serve = async (files) => {
      const server = await serveFiles(files)
      stops.push(server.stop)
      return server.url
    }
    const browser = await chromium.launch({ executablePath, args: FLAGS })
    stops.unshift(() => browser.close())
    const reports = []
    for (const window of WINDOWS) {
      const pages = await pagesFor(window, product, serve)
      const visits = Object.entries(pages).map(([key, page]) => [key, () => visit(browser, page)])
      const samples = await inTurns(Object.fromEntries(visits), { rounds })
      reports.push(report(window, pages, samples))
    }
    return {
      conditions: `Production build, cold cache, processor slowed ${SLOWER} times, 1.6 Mbit/s with 150 ms; medians of ${rounds} visits in turns. All gzipped over HTTP/1.1; (b) to (d) compressed ahead of time and served from memory.`,
      tables: reports.flatMap(({ tables }) => tables),
      aims: reports.flatMap(({ aims }) => aims),
    }
  } finally {
    for (const stop of stops) await stop()
  }
}

const kilobytes = (bytes) => `${figure(bytes / 1000)} KB`
const milliseconds = (value) => `${Math.round(value)} ms`

function report({ name, limit }, pages, samples) {
  const middle = (key, of) => median(samples[key].map((sample) => sample[of]))
  const painted = (key) => middle(key, 'painted')
  return {
    tables: [
      {
        caption: `On ${name}:`,
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
    ],
    aims: [
      aim(`${name}: (a) against (b)`, painted('page') / painted('limit'), limit),
      aim(`${name}: (a) against (c)`, painted('page') / painted('recharts'), 0.25),
      aim(`${name}: (a) against (d)`, painted('page') / painted('framework'), 0.25),
      aim(`${name}: (a) against (d) joined`, painted('page') / painted('joined'), 0.25),
      aim(`${name}: blocking time of (a), ms`, middle('page', 'blocked'), 84),
      aim(`${name}: the document of (a), KB compressed`, pages.page.bytes / 1000, 25),
    ],
  }
}
