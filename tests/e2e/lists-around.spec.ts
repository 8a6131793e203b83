import { expect, type Page, test } from '@playwright/test'

const others = (page: Page) => page.getByRole('navigation', { name: 'Other lists' })
const linksOf = (page: Page) =>
  others(page)
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => [link.textContent, link.getAttribute('href')]))

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('beside the list’s name stand the lists before and after and the newest, in the same view', async ({
    page,
  }) => {
    await page.goto('/?focus=ibm&with=nvidia&metric=share&theme=dark')
    await expect(others(page)).toContainText('TOP500 list of November 2021')
    const rest = 'focus=ibm&with=nvidia&metric=share&theme=dark'
    expect(await linksOf(page)).toEqual([
      ['← June 2021', `/?list=2021-06&${rest}`],
      ['June 2022 →', `/?list=2022-06&${rest}`],
      ['Newest list: June 2026', `/?list=2026-06&${rest}`],
    ])
    await others(page).getByRole('link', { name: 'June 2021' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('IBM built')
    await others(page).getByRole('link', { name: 'November 2021' }).click()
    await expect(page).toHaveURL(`/?${rest}`)
  })

  test('a bare link still opens on November 2021', async ({ page }) => {
    await page.goto('/')
    await expect(others(page)).toContainText('TOP500 list of November 2021')
  })

  test('the first list has none before it, and the newest none after it', async ({ page }) => {
    await page.goto('/?list=1993-06')
    expect((await linksOf(page)).map(([text]) => text)).toEqual([
      'November 1993 →',
      'Newest list: June 2026',
    ])
    await page.goto('/?list=2026-06')
    expect((await linksOf(page)).map(([text]) => text)).toEqual(['← November 2025'])
  })

  test('a table and the page of a list have them too', async ({ page }) => {
    await page.goto('/table/totals?list=2025-11')
    expect(await linksOf(page)).toEqual([
      ['← June 2025', '/table/totals?list=2025-06'],
      ['June 2026 →', '/table/totals?list=2026-06'],
      ['Newest list: June 2026', '/table/totals?list=2026-06'],
    ])
    await page.goto('/lists/2021-11?theme=light')
    expect(await linksOf(page)).toEqual([
      ['← June 2021', '/lists/2021-06?theme=light'],
      ['June 2022 →', '/lists/2022-06?theme=light'],
      ['Newest list: June 2026', '/lists/2026-06?theme=light'],
    ])
    await page.goto('/lists/2021-11/versions')
    expect((await linksOf(page)).map(([, href]) => href)).toEqual([
      '/lists/2021-06/versions',
      '/lists/2022-06/versions',
      '/lists/2026-06/versions',
    ])
  })
})

test('they are followed without a new page, and the tab’s title follows', async ({ page }) => {
  await page.goto('/')
  await expect(page).toHaveTitle(
    'Microsoft Azure on the TOP500 list of November 2021 · TOP500 Compare',
  )
  await others(page).getByRole('link', { name: 'June 2022' }).click()
  await expect(page).toHaveTitle('Microsoft Azure on the TOP500 list of June 2022 · TOP500 Compare')
  await expect(page).toHaveURL('/?list=2022-06')
})
