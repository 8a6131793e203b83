import { expect, test } from '@playwright/test'

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('the article’s statements have verdicts, and rows that lead to the list', async ({
    page,
  }) => {
    await page.goto('/claims')
    await expect(page.getByRole('article')).toHaveCount(7 + 4)
    const reported = page.getByRole('region', { name: 'Announced, on no list' })
    await expect(reported.getByRole('article')).toHaveCount(4)
    await expect(reported).toContainText('6,080 NVIDIA A100; 16,000 planned')
    const five = page.getByRole('article', { name: /holds five places/ })
    await expect(five).toContainText('True by the list of November 2021')
    await five.getByRole('link', { name: 'Voyager-EUS2' }).click()
    await expect(page).toHaveURL(/\/lists\/2021-11#rank-10$/)
    await expect(page.locator('#rank-10')).toContainText('Voyager-EUS2')
  })

  test('another list is chosen by the form, and judges the same statements again', async ({
    page,
  }) => {
    await page.goto('/claims')
    await page.getByLabel('On the list of').selectOption('November 2023')
    await page.getByRole('button', { name: 'Check' }).click()
    await expect(page.getByRole('article', { name: /only new system/ })).toContainText(
      'There are 4 systems in the top 10 that are new on November 2023: Aurora, Eagle, MareNostrum 5 ACC, Eos NVIDIA DGX SuperPOD.',
    )
  })
})

test('a sentence that is pasted is judged by keyboard alone, and what says nothing is left', async ({
  page,
}) => {
  await page.goto('/claims')
  await page.getByLabel('A text with statements about the list').focus()
  await page.keyboard.type('China 219, US 116 in June 2019. Nobody expected it!')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/say=China/)
  const said = page.getByRole('article', { name: /China 219/ })
  await expect(said).toContainText('False by the list of June 2019')
  await expect(said).toContainText(
    'Off by 1 system: 219 is stated, and the list of June 2019 has 220 systems in China.',
  )
  await expect(page.getByRole('region', { name: 'Not understood' })).toContainText(
    'Nobody expected it!',
  )
})

test('markup in a text is shown as text', async ({ page }) => {
  await page.goto(`/claims?say=${encodeURIComponent('<img src=x onerror=alert(1)> China 220.')}`)
  await expect(page.getByRole('article')).toContainText('<img src=x onerror=alert(1)> China 220.')
  await expect(page.locator('img')).toHaveCount(0)
})
