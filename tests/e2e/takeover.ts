import { expect, type Page, test } from '@playwright/test'
import pixelmatch from 'pixelmatch'
import { PNG } from 'pngjs'
import { textsOf } from '@/lib/scene/scene'
import {
  apart,
  chartOf,
  KINDS,
  liveMarks,
  sceneOf,
  sorted,
  stillMarks,
  texts,
  wakeByKeyboard,
} from './chart'

declare global {
  interface Window {
    /** How far the browser says that things moved by themselves. */
    shifts: number[]
  }
}

/** Views that between them hold every form of mark, axis and label. */
const VIEWS = [
  '/',
  '/?axis=linear&metric=best-rank',
  '/?by=run-by&focus=meta&with=azure&with=ibm&metric=power',
]

/** Pixels of a picture that may differ: edges that two renderers smooth in their own ways. */
const SMOOTHED = 0.0001

/**
 * Where the page goes on beneath its charts, from its top. Its whole height would not do: the table of rows has a
 * guessed one until somebody scrolls there.
 */
function beneathCharts(page: Page): Promise<number> {
  return page.locator('#rows').evaluate((rows) => rows.getBoundingClientRect().top + window.scrollY)
}

async function picture(page: Page, kind: (typeof KINDS)[number]) {
  return PNG.sync.read(await chartOf(page, kind).screenshot())
}

/**
 * Holds the chart that takes over against the server's picture, at the width of the project's screen.
 * @param screen how the screen is called in the names of the tests.
 */
export function testTakeover(screen: string): void {
  for (const view of VIEWS) {
    for (const kind of KINDS) {
      test(`the ${kind} chart of ${view} is the server’s on a ${screen}: points, ticks and words within a pixel`, async ({
        page,
      }) => {
        await page.goto(view)
        await page.evaluate(() => document.fonts.ready)
        await chartOf(page, kind).scrollIntoViewIfNeeded()
        const scene = await sceneOf(page, kind)
        const still = await stillMarks(page, scene)
        const words = await texts(page, kind, 'still')
        expect(still.length).toBe(scene.marks.length)
        expect(words.length).toBe(textsOf(scene).length)

        await wakeByKeyboard(page, kind)
        expect(apart(sorted(still), sorted(await liveMarks(page, kind)), 1)).toEqual([])
        expect(apart(words, await texts(page, kind, 'live'), 1)).toEqual([])
        const ticks = textsOf(scene)
          .filter(({ role }) => role === 'tick')
          .map(({ text }) => text)
        expect(
          await chartOf(page, kind)
            .locator('[data-layer=live] [data-text="tick"]')
            .allTextContents(),
        ).toEqual(expect.arrayContaining(ticks))
      })
    }
  }

  test(`nothing is seen to change on a ${screen} when the charts take over`, async ({ page }) => {
    await page.goto('/')
    await page.evaluate(() => document.fonts.ready)
    await page.evaluate(() => {
      window.shifts = []
      new PerformanceObserver((list) => {
        window.shifts.push(...list.getEntries().map((entry) => Number(Reflect.get(entry, 'value'))))
      }).observe({ type: 'layout-shift' })
    })
    const before = await beneathCharts(page)
    for (const kind of KINDS) {
      await chartOf(page, kind).scrollIntoViewIfNeeded()
      const still = await picture(page, kind)
      const chart = await wakeByKeyboard(page, kind)
      await chart.blur()
      // A mark at the edge of the plot must not be cut.
      await expect(chart.locator('[data-layer=live] [clip-path]')).toHaveCount(0)
      const live = await picture(page, kind)
      expect([live.width, live.height]).toEqual([still.width, still.height])
      const other = pixelmatch(still.data, live.data, undefined, still.width, still.height, {
        threshold: 0.2,
      })
      expect(other / (still.width * still.height)).toBeLessThan(SMOOTHED)
    }
    expect(await beneathCharts(page)).toBe(before)
    const shifts = await page.evaluate(() => window.shifts)
    expect(shifts).toEqual([])
  })
}
