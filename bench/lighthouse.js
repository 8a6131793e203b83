import { chromium } from '@playwright/test'
import lighthouse, { desktopConfig } from 'lighthouse'
import { FLAGS, findBrowser } from '../scripts/browser.js'
import { aim, median } from './measure.js'
import { freePort, startProduct } from './serve.js'

export const title = 'Lighthouse'

/** A page of each kind. */
const PAGES = [
  '/',
  '/time',
  '/time?of=country&as=shares',
  '/lists',
  '/lists/2021-11',
  '/systems/2021-11-10',
  '/rank?rmax=30.05',
  '/changes',
  '/claims',
  '/search?q=azure',
  '/azure-2021',
  '/table/rank-rmax',
  '/verify',
]

const DEVICES = {
  phone: { config: undefined, hint: '?1' },
  desk: { config: desktopConfig, hint: '?0' },
}

/** What a search finds asks search engines to leave it, which this category takes for a fault. */
const LEFT_BY_ENGINES = { path: /^\/search/, category: 'seo' }

/** Points of a hundred that a page may be short of in each category. */
const MOST_SHORT = 2
/** How far things may move by themselves, of `/`. */
const MOST_SHIFT = 0.02

/** The scores of a page, 0 to 100, and how far things moved by themselves in it, for who comes for the first time. */
async function scores(port, url, config) {
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    args: [...FLAGS, `--remote-debugging-port=${port}`],
  })
  try {
    return await scoresBy(port, url, config)
  } finally {
    await browser.close()
  }
}

async function scoresBy(port, url, config) {
  const { lhr } = await lighthouse(url, { port, output: 'json', logLevel: 'error' }, config)
  if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`)
  return {
    ...Object.fromEntries(
      Object.values(lhr.categories).map(({ id, score }) => [id, Math.round((score ?? 0) * 100)]),
    ),
    shift: lhr.audits['cumulative-layout-shift']?.numericValue ?? Number.NaN,
  }
}

/** Several visits as one: the middle of each figure. */
const middle = (visits) =>
  Object.fromEntries(
    Object.keys(visits[0]).map((key) => [key, median(visits.map((visit) => visit[key]))]),
  )

export async function measure({ rounds = 3 }) {
  if (!findBrowser()) throw new Error('No Chromium was found; say where one is by CHROMIUM_PATH.')
  const product = await startProduct()
  const port = await freePort()
  try {
    const found = []
    for (const path of PAGES)
      for (const [device, { config, hint }] of Object.entries(DEVICES)) {
        const url = `${product.url}${path}`
        // To make a page is measured elsewhere.
        await (await fetch(url, { headers: { 'sec-ch-ua-mobile': hint } })).arrayBuffer()
        const visits = []
        for (let round = 0; round < rounds; round++) visits.push(await scores(port, url, config))
        found.push({ path, device, ...middle(visits) })
      }
    const categories = Object.keys(found[0]).filter(
      (key) => !['path', 'device', 'shift'].includes(key),
    )
    const short = (one) =>
      categories.map((category) =>
        category === LEFT_BY_ENGINES.category && LEFT_BY_ENGINES.path.test(one.path)
          ? 0
          : 100 - one[category],
      )
    const main = found.filter(({ path }) => path === '/')
    return {
      conditions: `Production build; Lighthouse's own slow phone and desk, both simulated; medians of ${rounds} visits.`,
      tables: [
        {
          columns: ['page', 'device', ...categories, 'layout shift'],
          rows: found.map((one) => [
            `\`${one.path}\``,
            one.device,
            ...categories.map((category) => String(one[category])),
            one.shift.toFixed(3),
          ]),
        },
      ],
      aims: [
        aim(
          'points that a page is short of 100 in any category, but for search engines on `/search`',
          Math.max(...found.flatMap(short)),
          MOST_SHORT,
        ),
        aim('layout shift of `/`', Math.max(...main.map(({ shift }) => shift)), MOST_SHIFT),
      ],
    }
  } finally {
    await product.stop()
  }
}
