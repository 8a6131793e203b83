import { expect, test } from '@playwright/test'
import { chartOf, wakeByKeyboard } from './chart'

test('from one list by maker to its tiles and ranks, and to small multiples of more makers than colours', async ({
  page,
}) => {
  await page.goto('/')
  await page.getByRole('link', { name: 'By maker' }).click()
  await expect(page).toHaveURL('/time?metric=share&of=manufacturer&since=2021-11&until=2021-11')
  await page.getByLabel('Groups shown by name').selectOption('12')
  await expect(page).toHaveURL(/top=12/)
  const tiles = await wakeByKeyboard(page, 'group-tiles')
  await tiles.press('ArrowRight')
  await expect(tiles.locator('[data-layer=tip]')).toContainText('November 2021')
  await expect(chartOf(page, 'group-ranks').locator('svg:visible').first()).toContainText('Lenovo')

  await page.goto('/time?metric=systems&of=manufacturer&top=12&as=multiples')
  const panels = await wakeByKeyboard(page, 'small-multiples')
  await panels.press('ArrowRight')
  await expect(panels.locator('[data-layer=tip]')).toContainText('June 1993')
  await page.getByLabel('How it is drawn').selectOption('lines')
  // Twelve lines cannot be told apart by colour.
  await expect(page).toHaveURL('/time?metric=systems&of=manufacturer')
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('an organisation is entered by its name, and its systems rank as one machine', async ({
    page,
  }) => {
    await page.goto('/rank')
    await page.getByLabel('Rmax with its unit, or a listed system').fill('microsoft azure')
    await page.getByLabel('Systems of an organisation').selectOption('run-by')
    await page.getByRole('button', { name: 'Show' }).click()
    await expect(page).toHaveURL('/rank?of=azure&by=run-by')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'The 8 systems run by Microsoft Azure, as one machine of 757 Pflop/s, would rank 6 on the list of June 2026: a sum, not a valid HPL run.',
    )
    await expect(page.getByRole('row', { name: /^November 2021 5 96,410 3/ })).toBeVisible()
  })

  test('two lists are compared by group, and the groups add up to the lists', async ({ page }) => {
    await page.goto('/changes?from=2021-06&to=2021-11')
    await page.getByLabel('Systems by').selectOption('segment')
    await page.getByRole('button', { name: 'Group the systems' }).click()
    await expect(page).toHaveURL(/from=2021-06&to=2021-11&group=segment/)
    const groups = page.getByRole('region', { name: 'By group' })
    await expect(groups.getByRole('img')).toContainText('13 to 15 systems, 3 new, 1 gone')
    await groups.getByText('The same figures as a table').click()
    await expect(groups.getByRole('row', { name: /^Vendor 13 3 0 1 .* 15 / })).toBeVisible()
    await expect(
      groups.getByRole('row', { name: /^All systems, each once 500 70 0 70 .* 500 / }),
    ).toBeVisible()
  })
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('nothing of groups is wider than the screen', async ({ page }) => {
    for (const path of [
      '/time?metric=share&of=country&top=20&as=multiples',
      '/time?metric=share&of=country&since=2021-11&until=2021-11',
      '/rank?of=azure',
      '/changes?from=2021-06&to=2021-11&group=manufacturer',
    ]) {
      await page.goto(path)
      const width = await page.evaluate(() => document.documentElement.scrollWidth)
      expect([path, width]).toEqual([path, 390])
    }
  })
})
