import { expect, type Page, test } from '@playwright/test'
import { contrast } from '@/lib/scene/colour'
import { barriers } from './barriers'
import { KINDS, lookCloser, wakeByKeyboard } from './chart'

/** Every page, in its usual state and in those that look otherwise. */
const PAGES = [
  '/',
  '/?by=run-by&focus=meta&with=azure&axis=linear&metric=power',
  '/?with=ibm&with=nobody&metric=fun',
  '/?list=2021-12',
  '/table/totals',
  '/table/rank-strip?with=ibm',
  '/lists/1993-06',
  '/time',
  '/time?of=country&as=multiples&top=20',
  '/time?metric=share&of=country&since=2021-11&until=2021-11',
  '/systems/180024',
  '/rank?of=azure&rank=100',
  '/changes?from=2023-11&to=2024-06',
  '/search?q=azure',
  '/verify',
  '/claims?list=2023-11',
  '/claims/holds?who=Chima&n=5',
  '/azure-2021',
  '/embed/totals?with=ibm',
  '/export/totals?with=ibm',
]

const GROUNDS = ['light', 'dark'] as const

/** Words need this much against the ground that they stand on. */
const LEAST_CONTRAST = 4.5

/** `rgb(26, 26, 24)` as `#1a1a18`. */
function hex(colour: string): string {
  const parts = /rgb\((\d+), (\d+), (\d+)\)/.exec(colour)?.slice(1) ?? []
  expect(parts).toHaveLength(3)
  return `#${parts.map((part) => Number(part).toString(16).padStart(2, '0')).join('')}`
}

/** Words of all charts that are seen, each with its colour and that of the ground. */
async function svgWords(page: Page) {
  const ground = await page
    .locator('html')
    .evaluate((html) => getComputedStyle(html).backgroundColor)
  const words = await page
    .locator('[data-chart] text:visible')
    .evaluateAll((all) => all.map((text) => [text.textContent ?? '', getComputedStyle(text).fill]))
  return { ground, words }
}

/**
 * What everybody must be able to perceive, on one kind of screen.
 * @param screen how it is called in the names of the tests.
 */
export function testAccessibility(screen: string): void {
  for (const path of PAGES) {
    test(`axe finds nothing on ${path}, light or dark, on a ${screen}`, async ({ page }) => {
      await page.goto(path)
      expect(await barriers(page)).toEqual([])
    })
  }

  for (const kind of KINDS) {
    test(`axe finds nothing in the ${kind} chart once it tells of a mark and once it can be zoomed, on a ${screen}`, async ({
      page,
    }) => {
      await page.goto('/?with=ibm&with=meta')
      const chart = await wakeByKeyboard(page, kind)
      await chart.press('ArrowRight')
      await expect(chart.locator('[data-layer=tip]')).toBeVisible()
      expect(await barriers(page, `[data-chart="${kind}"]`)).toEqual([])
      await lookCloser(page, kind)
      expect(await barriers(page, `.figure:has([data-chart="${kind}"])`)).toEqual([])
    })
  }

  for (const ground of GROUNDS) {
    test(`words in charts have a contrast of 4.5 to 1 or more, ${ground}, on a ${screen}`, async ({
      page,
    }) => {
      await page.emulateMedia({ colorScheme: ground })
      await page.goto('/')
      const still = await svgWords(page)
      for (const kind of KINDS) await lookCloser(page, kind)
      const live = await svgWords(page)
      expect(still.words.length).toBeGreaterThan(50)
      expect(live.words.length).toBe(still.words.length)
      for (const { ground: paper, words } of [still, live])
        expect(
          words.filter(([, fill]) => contrast(hex(fill ?? ''), hex(paper)) < LEAST_CONTRAST),
        ).toEqual([])
    })
  }
}
