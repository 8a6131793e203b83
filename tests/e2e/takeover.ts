import { expect, type Page, test } from '@playwright/test'
import pixelmatch from 'pixelmatch'
import { PNG } from 'pngjs'
import { textsOf } from '@/lib/scene/scene'
import {
  apart,
  chartOf,
  exploreOf,
  KINDS,
  liveMarks,
  lookCloser,
  markOnScreen,
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

async function picture(page: Page, kind: (typeof KINDS)[number]) {
  return PNG.sync.read(await chartOf(page, kind).screenshot())
}

/**
 * Holds what Recharts draws against the server's picture, at the width of the project's screen.
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

        // A chart of one bar has nothing that could be changed.
        if (scene.marks.length === 1) return
        await lookCloser(page, kind)
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

  test(`nothing is seen to change on a ${screen} when Recharts draws the charts`, async ({
    page,
  }) => {
    await page.goto('/')
    await page.evaluate(() => document.fonts.ready)
    for (const kind of KINDS) {
      const chart = chartOf(page, kind)
      await chart.scrollIntoViewIfNeeded()
      const still = await picture(page, kind)
      await lookCloser(page, kind)
      await page.mouse.move(0, 0)
      // A mark at the edge of the plot must not be cut.
      await expect(chart.locator('[data-layer=live] [clip-path]')).toHaveCount(0)
      const live = await picture(page, kind)
      expect([live.width, live.height]).toEqual([still.width, still.height])
      const other = pixelmatch(still.data, live.data, undefined, still.width, still.height, {
        threshold: 0.2,
      })
      expect(other / (still.width * still.height)).toBeLessThan(SMOOTHED)
    }
  })

  test(`pointing tells the same on a ${screen} before and after Recharts has drawn, and nothing moves by it`, async ({
    page,
  }) => {
    await page.addInitScript(() => {
      window.shifts = []
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          // The table of rows has a guessed height until somebody scrolls there.
          const sources: { node: Node | null }[] = Reflect.get(entry, 'sources')
          const inChart = sources.some(({ node }) => node?.parentElement?.closest('.figure'))
          if (inChart) window.shifts.push(Number(Reflect.get(entry, 'value')))
        }
      }).observe({ type: 'layout-shift', buffered: true })
    })
    await page.goto('/')
    for (const kind of KINDS) {
      const chart = await wakeByKeyboard(page, kind)
      const { marks } = await sceneOf(page, kind)
      const ids = [0, 1, 2, 3, 4].map((at) => marks[Math.floor((at * (marks.length - 1)) / 4)]?.id)
      const tell = async () => {
        const told: (string | null)[] = []
        for (const id of ids) {
          const { x, y } = await markOnScreen(page, kind, id ?? '')
          await page.mouse.move(x, y)
          told.push(await chart.locator('[data-layer=tip]').textContent())
        }
        return told
      }
      const before = await tell()
      if (kind === 'rank-rmax') expect(before.join()).toContain('Sunway TaihuLight')
      expect(await page.evaluate(() => window.shifts)).toEqual([])
      await lookCloser(page, kind)
      expect(await tell()).toEqual(before)
      await exploreOf(page, kind).locator('summary').click()
      await expect(chart.locator('[data-layer=live]')).toHaveCount(0)
      // The menu makes room for its controls, once they have come.
      await page.evaluate(() => window.shifts.splice(0))
    }
  })
}
