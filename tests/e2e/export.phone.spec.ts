import { expect, test } from '@playwright/test'
import { PNG } from 'pngjs'
import { menuOf, taken } from './export'

test('the export menu opens to a finger, fits the phone, and gives a picture', async ({ page }) => {
  await page.goto('/')
  const menu = menuOf(page, 'totals')
  await menu.locator('summary').first().tap()
  await expect(menu.getByRole('button', { name: 'Copy image' })).toBeVisible()
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(wide).toBeLessThanOrEqual(0)
  const heights = await menu
    .locator('summary, select, input[type="number"], button, a')
    .evaluateAll((all) =>
      all.filter((one) => one.checkVisibility()).map((one) => one.getBoundingClientRect().height),
    )
  expect(heights.length).toBeGreaterThan(20)
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(44)
  await menu.getByLabel('Size').selectOption('portrait')
  const { bytes } = await taken(page, () =>
    menu.getByRole('button', { name: 'PNG', exact: true }).tap(),
  )
  const { width, height } = PNG.sync.read(bytes)
  expect([width, height]).toEqual([1080, 1350])
})

test('a picture is verified on a phone', async ({ page }) => {
  await page.goto('/verify')
  const png = await (await page.request.get('/api/chart/totals.png?size=square')).body()
  await page
    .getByLabel('A PNG or SVG file')
    .setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: png })
  await expect(page.getByRole('heading', { level: 2 })).toContainText('This picture is unchanged')
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
  ).toBeLessThanOrEqual(0)
})
