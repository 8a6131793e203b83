import { expect, test } from '@playwright/test'
import { wakeByKeyboard } from './chart'

test('from the first page by search to Voyager, to the list on which it left the top 20, to what entered there, to its rank', async ({
  page,
}) => {
  await page.goto('/')
  await page.keyboard.press('/')
  const field = page.locator('#site-search')
  await expect(field).toBeFocused()
  await field.pressSequentially('voyager')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/search\?q=voyager$/)
  await page.getByRole('link', { name: 'Voyager-EUS2' }).click()
  await expect(page).toHaveURL(/\/systems\/180024$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Voyager-EUS2')
  await expect(page.locator('main')).toContainText(
    'entered the TOP500 in November 2021 at rank 10 and stands at rank 78 in June 2026',
  )

  await page.getByRole('link', { name: 'Left the top 20 in November 2023' }).click()
  await expect(page).toHaveURL(/\/lists\/2023-11$/)
  await page.locator('#rank-3').getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Eagle')
  await page.goBack()
  await page.locator('#rank-23').getByRole('link').click()
  await expect(page).toHaveURL(/\/systems\/180024$/)

  await page.getByRole('link', { name: 'Where its Rmax ranks on every list' }).click()
  await expect(page).toHaveURL(/\/rank\?system=180024$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Voyager-EUS2, with 30.05 Pflop/s, ranks 78 on the list of June 2026.',
  )
})

test('the search suggests as one types, and is chosen from by the arrow keys', async ({ page }) => {
  await page.goto('/verify')
  await page.keyboard.press('Control+k')
  const field = page.getByRole('combobox', { name: 'Search systems, sites, makers and lists' })
  await expect(field).toBeFocused()
  await field.pressSequentially('voyager')
  await expect(page.getByRole('option', { name: /^Voyager-EUS2/ })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/systems\/180024$/)
})

test('Ctrl-K leads to the search, and a slash in a field is a slash', async ({ page }) => {
  await page.goto('/rank')
  const rmax = page.getByLabel('Rmax with its unit, or a listed system')
  await rmax.fill('')
  await rmax.pressSequentially('96,41 Pflop/s')
  await expect(rmax).toHaveValue('96,41 Pflop/s')
  await page.keyboard.press('Control+k')
  await expect(page.locator('#site-search')).toBeFocused()
  await rmax.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    '96.41 Pflop/s would rank 27 on the list of June 2026.',
  )
})

test('the charts of these pages are interactive, and walked by the arrow keys', async ({
  page,
}) => {
  await page.goto('/systems/180024')
  const chart = await wakeByKeyboard(page, 'rank-history')
  await chart.press('ArrowRight')
  await expect(chart.locator('[data-layer=tip]')).toContainText('November 2021')
  await chart.press('ArrowRight')
  await expect(chart.locator('[data-layer=tip]')).toContainText('June 2022')
  await expect(chart.locator('[data-layer=tip]')).toContainText('30,050')
})

test('two lists are chosen and compared, with their audit of previous ranks', async ({ page }) => {
  await page.goto('/changes?from=2021-06&to=2021-11')
  const moved = page.getByRole('region', { name: 'On both lists' })
  await expect(moved.locator('tbody tr')).toHaveCount(25)
  await moved.getByRole('link', { name: 'Show all 430 systems' }).click()
  await expect(moved.locator('tbody tr')).toHaveCount(430)
  await moved.getByRole('link', { name: 'Show the first 25 only' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('70 systems are new')
  await page.getByLabel('From the list of').selectOption('2023-11')
  await page.getByLabel('to the list of').selectOption('2024-06')
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page).toHaveURL(/\/changes\?from=2023-11&to=2024-06$/)
  await expect(page.getByText('344 rows of June 2024 print a previous rank')).toBeVisible()
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('the search, a system before System IDs and a fleet are whole pages', async ({ page }) => {
    await page.goto('/')
    const field = page.locator('#site-search')
    await field.fill('faenov')
    await field.press('Enter')
    await page.getByRole('link', { name: 'Faenov' }).click()
    await expect(page.locator('main')).toContainText('No list prints a System ID for it')
    await expect(
      page.locator('figure svg:visible, section.figure svg:visible').first(),
    ).toBeVisible()
    await page.goto('/rank?rmax=16.59PF%2B16.59PF')
    await expect(page.locator('main')).toContainText('no valid HPL run')
  })

  test('what is not understood is said, and what is nowhere is not found', async ({ page }) => {
    await page.goto('/rank?rmax=fast')
    await expect(page.locator('main')).toContainText('“fast” is no performance')
    await page.goto('/rank?rmax=voyager')
    await expect(page.locator('main')).toContainText(/Like it are .*“Voyager-EUS2”/)
    expect((await page.goto('/systems/99'))?.status()).toBe(404)
    expect((await page.goto('/changes?from=1990-06'))?.status()).toBe(200)
    await expect(page.locator('main')).toContainText('“1990-06” is not a known value of “from”')
  })
})
