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

  test('a claim is composed by a form, and told of what is missing at its field', async ({
    page,
  }) => {
    await page.goto('/claims')
    await page.getByText('What else a claim can say').click()
    await page.getByRole('link', { name: /^So many systems are of a kind/ }).click()
    await page.getByLabel('Stated').fill('219')
    await page.getByRole('button', { name: 'Check this claim' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'Not finished: one of the fields needs another word',
    )
    await expect(page.getByLabel('Of what kind')).toHaveAccessibleDescription(
      'Fill in “Of what kind”.',
    )
    await page
      .getByRole('link', { name: 'An organisation, country or maker has so many systems' })
      .click()
    await page.getByLabel('Organisation, country, maker or continent').fill('china')
    await page.getByLabel('Stated').fill('219')
    await page.getByLabel('By the list of').selectOption('June 2019')
    await page.getByRole('button', { name: 'Check this claim' }).click()
    // What was typed in another spelling, and what is meant anyway, is not in the link.
    await expect(page).toHaveURL(/\/claims\/holds\?who=China&n=219&list=2019-06$/)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('“China has 219 systems.”')
    await expect(page.getByText('False by the list of June 2019.')).toBeVisible()
    await expect(
      page.getByRole('paragraph').filter({ hasText: 'Off by 1 system: 219 is stated' }),
    ).toBeVisible()
    await expect(page.locator('.figure svg title').first()).toHaveText(
      'False: China has 219 systems',
    )
  })

  test('another list is chosen by the form, and judges the same statements again', async ({
    page,
  }) => {
    await page.goto('/claims')
    await page.getByLabel('On the list of').selectOption('November 2023')
    await page.getByRole('button', { name: 'Check', exact: true }).click()
    await expect(page.getByRole('article', { name: /only new system/ })).toContainText(
      'There are 4 systems in the top 10 that are new on the list of November 2023: Aurora, Eagle, MareNostrum 5 ACC, Eos NVIDIA DGX SuperPOD.',
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
