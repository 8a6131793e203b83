import { expect, type Page, test } from '@playwright/test'

/** Collects what the browser complains of while a page is used. */
function complaints(page: Page): string[] {
  const heard: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') heard.push(message.text())
  })
  page.on('pageerror', (error) => heard.push(error.message))
  return heard
}

test('the page is loaded, woken and used without a breach of its policy or an error', async ({
  page,
}) => {
  const heard = complaints(page)
  await page.goto('/', { waitUntil: 'networkidle' })
  await page.mouse.move(200, 200)
  await page.keyboard.press('Tab')
  await page.waitForLoadState('networkidle')
  expect(heard).toEqual([])
})

const AWAKE = () => {
  const header = document.querySelector('body > header')
  return header !== null && Object.keys(header).some((key) => key.startsWith('__react'))
}

test('no page is woken before somebody comes near, and then each is', async ({ page }) => {
  for (const path of ['/claims', '/lists', '/lists/2021-11', '/verify', '/search?q=azure']) {
    await page.goto(path, { waitUntil: 'networkidle' })
    expect([path, await page.evaluate(AWAKE)]).toEqual([path, false])
    await page.mouse.move(200, 300)
    await page.waitForFunction(AWAKE)
    await page.mouse.move(0, 0)
  }
})

test('a page asks no other host for anything', async ({ page, baseURL }) => {
  const hosts = new Set<string>()
  page.on('request', (request) => hosts.add(new URL(request.url()).origin))
  await page.goto('/', { waitUntil: 'networkidle' })
  await page.mouse.move(200, 200)
  await page.waitForLoadState('networkidle')
  expect([...hosts]).toEqual([baseURL])
})

test('drawings are set in Inter once it is there, and words from the next page on, so that no line breaks anew', async ({
  page,
}) => {
  const setIn = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => /^"?inter"?,/i.test(getComputedStyle(element).fontFamily) && 'Inter')
  const root = page.locator('html')
  await page.goto('/')
  await expect(root).toHaveAttribute('data-inter', 'drawings')
  expect(await setIn('[data-chart] svg:visible text')).toBe('Inter')
  expect(await setIn('h1')).toBe(false)
  await page.goto('/?list=2021-06')
  await expect(root).toHaveAttribute('data-inter', 'words')
  expect(await setIn('h1')).toBe('Inter')
  const loaded = await page.evaluate(() =>
    [...document.fonts]
      .filter(({ family, status }) => /^"?inter"?$/i.test(family) && status === 'loaded')
      .map(({ weight }) => weight),
  )
  expect([...new Set(loaded)].sort()).toEqual(['400', '600'])
})

test('the skip link is the first stop of the keyboard and leads past the header', async ({
  page,
}) => {
  await page.goto('/')
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: 'Skip to the content' })
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#content$/)
  await expect(page.locator('#content')).toHaveCount(1)
})

const LIGHT_PAPER = 'rgb(253, 253, 251)'
const DARK_PAPER = 'rgb(21, 21, 19)'

for (const { system, theme, paper } of [
  { system: 'light', theme: '', paper: LIGHT_PAPER },
  { system: 'dark', theme: '', paper: DARK_PAPER },
  { system: 'light', theme: '?theme=dark', paper: DARK_PAPER },
  { system: 'dark', theme: '?theme=light', paper: LIGHT_PAPER },
] as const) {
  test(`a ${system} system with “${theme}” in the link gives ${paper}, without script`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ colorScheme: system, javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`/${theme}`)
    await expect(page.locator('html')).toHaveCSS('background-color', paper)
    await context.close()
  })
}

test('an address at which nothing is leads back', async ({ page }) => {
  const answer = await page.goto('/nothing/here')
  expect(answer?.status()).toBe(404)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('There is no such')
  await page.getByRole('link', { name: 'November 2021' }).click()
  await expect(page).toHaveURL('/')
})
