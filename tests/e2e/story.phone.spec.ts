import { expect, test } from '@playwright/test'

for (const path of ['/systems/180024', '/rank?rmax=30.05PF', '/changes', '/search?q=azure'])
  test(`on a phone ${path} is no wider than the screen, and is searched from`, async ({ page }) => {
    await page.goto(path)
    const wider = () =>
      page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
    expect(await wider()).toBe(0)
    await page.locator('#site-search').fill('voyager')
    await page.locator('#site-search').press('Enter')
    await page.getByRole('link', { name: 'Voyager-EUS2' }).tap()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Voyager-EUS2')
  })
