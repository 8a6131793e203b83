import { expect, type Page, test } from '@playwright/test'
import { chartOf, KINDS, sceneOf } from './chart'

const PAGES = [
  '/',
  '/?by=run-by&focus=meta&with=azure&axis=linear&metric=power',
  '/?with=ibm&with=nobody&metric=fun',
  '/?with=site:National+Institute+of+Advanced+Industrial+Science+and+Technology+(AIST)',
  '/?list=2021-12',
  '/table/rank-strip?with=ibm',
]

/** A finger needs this many pixels. */
const FINGER = 44

/** What can be tapped and is seen, smaller than a finger. */
function small(page: Page): Promise<string[]> {
  return page
    .locator('a:visible, button:visible, select:visible, input:visible, summary:visible')
    .evaluateAll((all, least) => {
      return all.flatMap((element) => {
        const box = element.getBoundingClientRect()
        // The skip link waits above the page for the keyboard.
        if (box.bottom < 0 || box.width <= 1) return []
        const rows = [...element.getClientRects()]
        const height = Math.min(...rows.map((row) => row.height))
        return height >= least && box.width >= least
          ? []
          : [`${element.textContent?.slice(0, 40)}: ${box.width} × ${height}`]
      })
    }, FINGER)
}

for (const path of PAGES) {
  test(`${path} does not scroll sideways, and all that is tapped has 44 pixels`, async ({
    page,
  }) => {
    await page.goto(path)
    const [wide, screen] = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ])
    expect(wide).toBe(screen)
    expect(screen).toBe(390)
    expect(await small(page)).toEqual([])
  })
}

test('charts are laid out for the narrow frame, with words no smaller than ten pixels', async ({
  page,
}) => {
  await page.goto('/')
  for (const kind of KINDS) {
    const scene = await sceneOf(page, kind)
    expect(scene.frame.width).toBe(358)
    const sizes = await chartOf(page, kind)
      .locator('text:visible')
      .evaluateAll((all) =>
        all.map((text) => {
          const matrix = text instanceof SVGGraphicsElement ? text.getScreenCTM() : null
          return Number.parseFloat(getComputedStyle(text).fontSize) * (matrix?.a ?? 0)
        }),
      )
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(10)
    // No word is cut by the screen's edge.
    const edges = await chartOf(page, kind)
      .locator('text:visible')
      .evaluateAll((all) =>
        all
          .map((text) => ({ text: text.textContent, box: text.getBoundingClientRect() }))
          .filter(({ box }) => box.left < 0 || box.right > 390)
          .map(({ text }) => text),
      )
    expect(edges).toEqual([])
  }
})

test('a tap on a dot tells it, and a tap elsewhere another', async ({ page }) => {
  await page.goto('/')
  const chart = chartOf(page, 'rank-rmax')
  await chart.scrollIntoViewIfNeeded()
  const scene = await sceneOf(page, 'rank-rmax')
  const tap = async (id: string) => {
    const box = await chart.boundingBox()
    if (!box) throw new Error('The chart is not to be seen.')
    const scale = box.width / scene.frame.width
    const mark = scene.marks.find((candidate) => candidate.id === id)
    if (!mark) throw new Error(`There is no ${id}.`)
    await page.touchscreen.tap(box.x + mark.x * scale, box.y + mark.y * scale)
  }
  for (const [id, words] of [
    ['rank-10', /^Voyager-EUS2.*NVIDIA A100 80GB/],
    ['rank-1', /^Supercomputer Fugaku.*29,899.23 kW/],
    ['rank-35', /^Pioneer-WUS2.*157,440/],
    ['rank-139', /^Meta.*349.5 kW/],
    ['rank-500', /^NA1/],
  ] as const) {
    await tap(id)
    await expect(chart.locator('[data-layer=tip]')).toHaveText(words)
    const tip = await chart.locator('[data-layer=tip]').boundingBox()
    if (!tip) throw new Error('There is no tip.')
    expect(tip.x).toBeGreaterThanOrEqual(16)
    expect(tip.x + tip.width).toBeLessThanOrEqual(374)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  }
  await tap('rank-10')
  await expect(chart.locator('[data-layer=tip]')).toContainText('Tap again for its page')
  await tap('rank-10')
  await expect(page).toHaveURL('/systems/180024')
})

test('choosing from the sentence works with a finger', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('link', { name: 'Remove Meta' }).tap()
  await expect(page.locator('.removable')).toHaveCount(6)
  await expect(page).toHaveURL(/with=ibm.*with=amazon/)
  await page.getByRole('combobox', { name: 'Counted by' }).selectOption('run by')
  await expect(page).toHaveURL(/by=run-by/)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Microsoft Azure ran 5')
})
