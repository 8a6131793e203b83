import { expect, type Page, test } from '@playwright/test'
import { chartOf, KINDS } from './chart'
import { listFile } from './lists'

/** Words as no list has printed them yet: longer than a phone, without a place to break. */
const LONG = `Rechenzentrum${'x'.repeat(150)}ende`
const CHINESE = '国家超级计算中心'.repeat(12)

/** The list of June 2014 with such names for the first three systems, their sites and their maker. */
const changed = listFile('2014-06', (csv) =>
  csv
    .split('\n')
    .map((line) =>
      line
        .replace('Tianhe-2 (MilkyWay-2)', CHINESE)
        .replace('National Super Computer Center in Guangzhou', LONG)
        .replace('DOE/SC/Oak Ridge National Laboratory', CHINESE),
    )
    .join('\n'),
)

const ADDRESSES = [
  '/?list=2014-06&by=run-by&rows=all',
  `/?list=2014-06&by=run-by&focus=${encodeURIComponent(`site:${LONG}`)}&with=${encodeURIComponent(`site:${CHINESE}`)}`,
  `/table/rank-rmax?list=2014-06&by=run-by&focus=${encodeURIComponent(`site:${LONG}`)}`,
  '/lists/2014-06',
  '/systems/2014-06-1',
  '/changes?from=2013-11&to=2014-06',
  `/search?q=${LONG}`,
] as const

/** What sticks out of the page to its right, but for what scrolls by itself. */
const outside = (page: Page) =>
  page.evaluate(() =>
    [...document.body.querySelectorAll('*')]
      .filter((element) => !element.closest('section[tabindex], .sr-only, svg, [hidden]'))
      .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
      .map((element) =>
        `${element.tagName} ${element.className} ${element.textContent}`.slice(0, 80),
      ),
  )

test.beforeAll(async ({ request }) => {
  const answer = await request.post('/api/lists', { multipart: { file: changed } })
  expect([answer.status(), await answer.text()]).toEqual([201, expect.anything()])
})

// Others on this server count the lists.
test.afterAll(async ({ request }) => {
  const answer = await request.post('/api/lists/2014-06/restore?version=0')
  expect(answer.ok()).toBe(true)
})

for (const width of [390, 1280])
  test(`names without a place to break stay inside a page of ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 })
    for (const address of ADDRESSES) {
      await page.goto(address)
      expect([address, await outside(page)]).toEqual([address, []])
      const widths = await page
        .locator('table td, table tbody th')
        .evaluateAll((cells) => cells.map((cell) => cell.getBoundingClientRect().width))
      // Tables of two or three columns are as wide as the page, whatever stands in them.
      if (!address.startsWith('/changes') && !address.startsWith('/systems'))
        expect(Math.max(0, ...widths)).toBeLessThan(560)
    }
    await page.goto(ADDRESSES[1])
    for (const kind of KINDS) {
      const picture = chartOf(page, kind).locator('[data-frame]:visible svg')
      const frame = await picture.boundingBox()
      const boxes = await picture.locator('text').evaluateAll((all) =>
        all.map((text) => ({
          text: text.textContent,
          right: text.getBoundingClientRect().right,
        })),
      )
      const cut = boxes.filter(({ right }) => right > (frame?.x ?? 0) + (frame?.width ?? 0) + 1)
      expect([kind, cut]).toEqual([kind, []])
    }
  })
