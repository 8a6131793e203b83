import { expect, test } from '@playwright/test'

test('a list fits a phone: the page is no wider than the screen, and its table scrolls by itself', async ({
  page,
}) => {
  for (const path of ['/lists/2021-11', '/lists/2021-11?columns=all']) {
    await page.goto(path)
    const {
      page: width,
      screen,
      table,
    } = await page.evaluate(() => ({
      page: document.documentElement.scrollWidth,
      screen: document.documentElement.clientWidth,
      table: document.querySelector('table')?.offsetWidth ?? 0,
    }))
    expect(width).toBe(screen)
    expect(table).toBeGreaterThan(screen)
  }
})
