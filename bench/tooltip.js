import { chromium } from '@playwright/test'
import { FLAGS, findBrowser } from '../scripts/browser.js'
import { aim, inTurns, median, times } from './measure.js'
import { frameworkFiles } from './rivals.js'
import { serveFiles, startProduct } from './serve.js'
import { LINE, SLOWER, sceneOf } from './slow.js'

export const title = 'The first tooltip'

/** A phone's width, and so high that the chart is seen at once; a mouse, which can rest where the chart will be. */
const WINDOW = {
  viewport: { width: 390, height: 2400 },
  userAgent:
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
  // A phone says so beside its name, and gets the drawing for phones.
  isMobile: true,
}
const FRAME = 358
/** Milliseconds between two movements of a pointer that waits for an answer. */
const RESTLESS = 30
/** Milliseconds that a reader looks at a page before they point. */
const LOOKED = 1000
const LONGEST = 60_000

/** Runs in the page before anything else: notes when a tooltip is there, and when a pointer last came to a mark. */
function watch(tip) {
  const seen = { tip: null, pointed: null }
  window.bench = seen
  addEventListener('pointermove', (event) => {
    seen.pointed ??= event.timeStamp
  })
  const look = () => {
    if (seen.tip === null && document.querySelector(tip)) seen.tip = performance.now()
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

/** Where the middle of an element is in the window, once it is there. */
async function placeOf(page, selector) {
  const mark = page.locator(selector).first()
  await mark.waitFor({ timeout: LONGEST })
  const box = await mark.boundingBox()
  if (!box) throw new Error(`${selector} is not there to be pointed at.`)
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

async function slowPage(browser) {
  const context = await browser.newContext(WINDOW)
  const page = await context.newPage()
  const cdp = await context.newCDPSession(page)
  await cdp.send('Network.enable')
  await cdp.send('Network.setCacheDisabled', { cacheDisabled: true })
  await cdp.send('Network.emulateNetworkConditions', LINE)
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  return { context, page }
}

/** Moves the pointer to and fro over a mark until it is told of. @returns what the page noted. */
async function pointUntilTold(page, { url, place }) {
  const end = Date.now() + LONGEST
  for (let side = 1; Date.now() < end; side = -side) {
    await page.mouse.move(place.x + side, place.y)
    await new Promise((passed) => setTimeout(passed, RESTLESS))
    const seen = await page.evaluate(() => window.bench).catch(() => null)
    if (seen?.tip) return seen
  }
  throw new Error(`${url} told nothing within a minute.`)
}

/** Milliseconds from the start of the navigation to a tooltip, for a pointer that is restless where the mark will be. */
async function atOnce(browser, target) {
  const { context, page } = await slowPage(browser)
  try {
    await page.addInitScript(watch, target.tip)
    const going = page.goto(target.url, { waitUntil: 'load', timeout: LONGEST })
    const { tip } = await pointUntilTold(page, target)
    await going
    return tip
  } finally {
    await context.close()
  }
}

/** Milliseconds from pointing to the tooltip, for a reader who points a second after the page was there. */
async function afterLooking(browser, target) {
  const { context, page } = await slowPage(browser)
  try {
    await page.addInitScript(watch, target.tip)
    await page.goto(target.url, { waitUntil: 'load', timeout: LONGEST })
    await page.waitForTimeout(LOOKED)
    const { tip, pointed } = await pointUntilTold(page, target)
    return tip - pointed
  } finally {
    await context.close()
  }
}

export async function measure({ rounds = 5 }) {
  const executablePath = findBrowser()
  if (!executablePath) throw new Error('No Chromium was found; say where one is by CHROMIUM_PATH.')
  const product = await startProduct()
  const browser = await chromium.launch({ executablePath, args: FLAGS })
  const scene = await sceneOf(product.url, FRAME)
  const rival = await serveFiles(await frameworkFiles(scene, true, true))
  try {
    const pages = {
      page: {
        label: '(a) the main page',
        url: product.url,
        tip: '[data-layer=tip]',
        mark: '[data-chart="rank-rmax"] [data-frame]:visible [data-marks=azure] path',
      },
      joined: {
        label: '(d) Observable Framework, Plot joined into one file, with its own tip',
        url: rival.url,
        tip: 'g[aria-label=tip] text',
        mark: 'figure svg circle, svg circle',
      },
    }
    for (const one of Object.values(pages)) {
      const page = await browser.newPage(WINDOW)
      await page.goto(one.url)
      one.place = await placeOf(page, one.mark)
      await page.close()
    }
    const visits = Object.entries(pages).flatMap(([key, page]) => [
      [`${key} at once`, () => atOnce(browser, page)],
      [`${key} later`, () => afterLooking(browser, page)],
    ])
    const samples = await inTurns(Object.fromEntries(visits), { rounds })
    const middle = (name) => median(samples[name])
    return {
      conditions: `Production build, cold cache, processor slowed ${SLOWER} times, 1.6 Mbit/s with 150 ms; medians of ${rounds} visits in turns. A pointer is restless over a mark from the start of the navigation on, or comes to it ${LOOKED / 1000} s after the load event.`,
      tables: [
        {
          columns: ['page', 'told, from navigation on', 'told, after pointing'],
          rows: Object.entries(pages).map(([key, { label }]) => [
            label,
            `${Math.round(middle(`${key} at once`))} ms`,
            `${Math.round(middle(`${key} later`))} ms`,
          ]),
        },
      ],
      aims: [
        aim(
          `pointing at once: (a) against (d), ${times(middle('page at once') / middle('joined at once'))}`,
          middle('page at once') / middle('joined at once'),
          0.5,
        ),
        aim('pointing a second after the page was there: (a), ms', middle('page later'), 70),
      ],
    }
  } finally {
    await browser.close()
    await rival.stop()
    await product.stop()
  }
}
