import { expect, test } from '@playwright/test'
import { testFirstStyles } from './first-styles'

testFirstStyles('desk')

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('a page has its whole style sheet', async ({ page }) => {
    const [sheet] = await Promise.all([
      page.waitForResponse((response) => response.url().endsWith('.css')),
      page.goto('/'),
    ])
    expect(sheet.ok()).toBe(true)
    const link = page.getByRole('link', { name: 'Lists', exact: true }).first()
    await link.focus()
    await expect(link).toHaveCSS('outline-style', 'solid')
  })
})
