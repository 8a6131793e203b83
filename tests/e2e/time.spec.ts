import { expect, test } from '@playwright/test'
import { chartOf, wakeByKeyboard } from './chart'

test('leads from Azure on one list to Azure through time and back', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('link', { name: 'Microsoft Azure through time' }).click()
  await expect(page).toHaveURL('/time?metric=rmax&of=built-by')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Microsoft Azure built 8 of the 500 systems on the list of June 2026 (total Rmax 757 Pflop/s), and 4 of the 500 systems on that of June 2021 (66.4 Pflop/s), the first list with any.',
  )
  await page.getByRole('link', { name: 'November 2021', exact: true }).click()
  await expect(page).toHaveURL('/')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Microsoft Azure built 5')
})

test('turns the development to countries and to stacked shares without a new page', async ({
  page,
}) => {
  await page.goto('/time')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'From June 1993 to June 2026 the sum of Rmax went from 1.12 Tflop/s to 18.7 Eflop/s: 16.7 million times as much.',
  )
  await page.getByLabel('Whose systems').selectOption('country')
  await expect(page).toHaveURL('/time?metric=share&of=country')
  await page.getByLabel('How it is drawn').selectOption('stacked')
  await expect(page).toHaveURL('/time?metric=share&of=country&as=stacked')
  await expect(
    page.getByRole('heading', { name: 'Total Rmax by country, in shares' }),
  ).toBeVisible()
})

test('tells by keyboard what stands behind a point', async ({ page }) => {
  await page.goto('/time')
  const chart = await wakeByKeyboard(page, 'development')
  await chart.press('ArrowRight')
  await expect(chart.locator('[data-layer=tip]')).toContainText('June 1993')
})

test('gives its picture, its CSV and its caption', async ({ page, request }) => {
  await page.goto('/time?metric=share&of=country')
  await page.getByText('Export “Share of the list’s Rmax by country”').first().click()
  await expect(page.getByRole('link', { name: 'CSV of the chart' })).toHaveAttribute(
    'href',
    '/api/chart/over-time.csv?metric=share&of=country&download=1',
  )
  const picture = await request.get('/api/chart/over-time.png?metric=share&of=country')
  expect([picture.status(), picture.headers()['content-type']]).toEqual([200, 'image/png'])
  const json = await (await request.get('/api/time?metric=share&of=country')).json()
  expect(json).toMatchObject({ kind: 'over-time', title: 'Share of the list’s Rmax by country' })
  const all = await (await request.get('/api/systems.csv')).text()
  expect(all.trimEnd().split('\n')).toHaveLength(33_501)
  expect((await request.get('/api/time?of=planet')).status()).toBe(400)
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('is whole, and its form leads to the view’s own link', async ({ page }) => {
    await page.goto('/time')
    await expect(chartOf(page, 'development').locator('svg:visible')).toHaveCount(1)
    await page.getByLabel('Whose systems').selectOption('accelerator-maker')
    await page.getByRole('button', { name: 'Show' }).click()
    await expect(page).toHaveURL('/time?metric=share&of=accelerator-maker')
    await expect(page.getByRole('heading', { level: 1 })).toContainText('NVIDIA')
  })
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('nothing is wider than the screen', async ({ page }) => {
    await page.goto('/time?metric=rmax&of=built-by')
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(390)
  })
})

test('shows what one list is made of, from the comparison of that list', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('link', { name: 'This list by country and more' }).click()
  await expect(page).toHaveURL('/time?metric=share&of=country&since=2021-11&until=2021-11')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'On the list of November 2021, the United States has the highest share of the list’s Rmax of the countries shown by name, 32.5 %.',
  )
  await page.getByLabel('Whose systems').selectOption('segment')
  await expect(chartOf(page, 'groups-on-list').locator('svg:visible')).toContainText('Industry')
})
