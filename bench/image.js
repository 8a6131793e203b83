import { performance } from 'node:perf_hooks'
import { chromium } from '@playwright/test'
import { FLAGS, findBrowser } from '../scripts/browser.js'
import { load } from './lib.js'
import { aim, figure, inTurns, median, quantile, times } from './measure.js'
import { startProduct } from './serve.js'

export const title = 'Images'

const WIDTH = 1200
const HEIGHT = 675
const SCALE = 2
/** Pictures of one sample: enough for a rate, few enough that rounds alternate. */
const PICTURES = 12
/** So many ask at once. */
const ASKING = 3
const SCREENSHOTS = 4
const STARTS = 2

const LISTS = [
  '2025-06',
  '2024-11',
  '2023-06',
  '2022-06',
  '2021-11',
  '2020-11',
  '2019-06',
  '2018-11',
]
const FOCUSES = ['azure', 'ibm', 'nvidia', 'hpe', 'lenovo', 'fujitsu', 'amazon', 'meta']
const LENSES = ['built-by', 'run-by']
const AXES = ['log', 'linear']

/** Views that all differ, as the queries of their links. */
function* views() {
  for (const axis of AXES)
    for (const by of LENSES)
      for (const focus of FOCUSES)
        for (const list of LISTS) yield String(new URLSearchParams({ list, by, focus, axis }))
}

const drawn = `width=${WIDTH}&height=${HEIGHT}&scale=${SCALE}`
const timed = async (call) => {
  const from = performance.now()
  await call()
  return performance.now() - from
}

/** Asks for all of them, a few at a time: how many came in a second, and how long each took. */
async function ask(addresses) {
  const waiting = [...addresses]
  const taken = []
  const worker = async () => {
    for (let url = waiting.pop(); url !== undefined; url = waiting.pop()) {
      taken.push(
        await timed(async () => {
          const answer = await fetch(url)
          const body = await answer.arrayBuffer()
          if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${Buffer.from(body)}`)
        }),
      )
    }
  }
  const all = await timed(() => Promise.all(Array.from({ length: ASKING }, worker)))
  return { each: all / addresses.length, taken }
}

/** Does one after the other. */
async function inOrder(things, call) {
  const taken = []
  for (const thing of things) taken.push(await timed(() => call(thing)))
  return { each: taken.reduce((sum, one) => sum + one, 0) / taken.length, taken }
}

/** The SVG that the product rasterises for a view, and the bare call. */
const LIBRARY = `
  import { compare } from './lib/compare/compare'
  import { pictureDrawing, pictureScene } from './lib/export/render'
  import { comparisonSubject } from './lib/picture/comparison-subject'
  import { parsePicture } from './lib/picture/picture'
  import { subjectFigure } from './lib/picture/subject'
  import { svgText } from './lib/scene/svg'
  import { parseView } from './lib/link/view'
  import { openBundled } from './lib/store/bundled'
  export { renderPng } from './lib/export/png'
  const bundled = openBundled()
  const lists = bundled.versions().map(({ edition }) => edition)
  /** The product's own SVG for a view. */
  export function svgOf(query: string, origin: string): string {
    const params = new URLSearchParams(query)
    const parsed = parseView(Object.fromEntries(params), { lists })
    const picture = parsePicture('rank-rmax.png', new URLSearchParams('${drawn}'))
    if (!parsed.found || !picture.ok) throw new Error(query)
    const edition = bundled.edition(parsed.view.list)
    if (!edition) throw new Error(query)
    const subject = comparisonSubject(compare(edition, parsed.view), parsed.view)
    const figure = subjectFigure(subject, picture.value.kind, origin)
    return svgText(pictureDrawing(pictureScene(figure, picture.value), picture.value, false))
  }
`

export async function measure({ rounds = 7 }) {
  const executablePath = findBrowser()
  if (!executablePath) throw new Error('No Chromium was found; say where one is by CHROMIUM_PATH.')
  const { svgOf, renderPng } = await load('image', LIBRARY)
  const product = await startProduct()
  const stops = [product.stop]
  try {
    const browser = await chromium.launch({ executablePath, args: FLAGS })
    stops.unshift(() => browser.close())
    const settings = { viewport: { width: WIDTH, height: HEIGHT }, deviceScaleFactor: SCALE }
    const context = await browser.newContext(settings)
    const open = await context.newPage()

    const unseen = views()
    const take = (count) => Array.from({ length: count }, () => unseen.next().value)
    const png = (query) => `${product.url}/api/chart/rank-rmax.png?${query}&${drawn}`
    let now = take(PICTURES)
    const shootPage = async (context, query) => {
      const page = await context.newPage()
      await page.goto(`${product.url}/?${query}`)
      await page.locator('[data-chart="rank-rmax"]').screenshot({ type: 'png' })
      await page.close()
    }
    const shoot = async (page, query) => {
      await page.goto(`${product.url}/api/chart/rank-rmax.svg?${query}&${drawn}`)
      await page.screenshot({ type: 'png' })
    }
    const samples = await inTurns(
      {
        // What is asked for first is new; the others of the round get the same views.
        cold: async () => {
          now = take(PICTURES)
          return ask(now.map(png))
        },
        cached: () => ask(now.map(png)),
        bare: () => {
          const svgs = now.map((query) => svgOf(query, product.url))
          return inOrder(svgs, (svg) => renderPng(svg, SCALE))
        },
        kept: () => inOrder(now.slice(0, SCREENSHOTS), (query) => shoot(open, query)),
        page: () => inOrder(now.slice(0, SCREENSHOTS), (query) => shootPage(context, query)),
        started: () =>
          inOrder(now.slice(0, STARTS), async (query) => {
            const fresh = await chromium.launch({ executablePath, args: FLAGS })
            await shootPage(await fresh.newContext(settings), query)
            await fresh.close()
          }),
      },
      { rounds },
    )
    return report(samples, rounds)
  } finally {
    for (const stop of stops) await stop()
  }
}

const LABELS = {
  cold: 'the endpoint, every view for the first time',
  cached: 'the endpoint, the same views again',
  bare: 'resvg alone on the same SVGs, same options',
  kept: 'screenshot of the SVG in a page that is kept open',
  page: 'screenshot of the chart in a new page of a browser that runs',
  started: 'screenshot of the chart in a browser started for it',
}

function report(samples, rounds) {
  const each = (key) => median(samples[key].map((sample) => sample.each))
  const all = (key) => samples[key].flatMap(({ taken }) => taken)
  return {
    conditions: `\`/api/chart/rank-rmax.png\`, ${WIDTH} × ${HEIGHT} at ${SCALE}×, ${PICTURES} views a round, ${ASKING} asked for at once (screenshots: ${SCREENSHOTS} or ${STARTS}, one after the other); medians of ${rounds} rounds in turns, p99 over all of them.`,
    tables: [
      {
        columns: [
          'way',
          'pictures per second',
          'time of one',
          'against resvg',
          'median wait',
          'p99',
        ],
        rows: Object.entries(LABELS).map(([key, label]) => [
          label,
          figure(1000 / each(key)),
          `${figure(each(key))} ms`,
          times(each(key) / each('bare')),
          `${figure(median(all(key)))} ms`,
          `${figure(quantile(all(key), 0.99))} ms`,
        ]),
      },
    ],
    aims: [
      aim('a new picture against resvg alone', each('cold') / each('bare'), 1.2),
      aim('a new picture against a screenshot of the page', each('cold') / each('page'), 0.1),
      aim('a new picture against a browser started for it', each('cold') / each('started'), 0.1),
      aim('a kept picture against a screenshot of the page', each('cached') / each('page'), 0.1),
    ],
  }
}
