import { expect as expectNow, type Locator, type Page, test } from '@playwright/test'

/** What is promised is where things are, not when: a busy machine may take its time. */
const expect = expectNow.configure({ timeout: 20_000 })
test.describe.configure({ timeout: 180_000 })

/** How far a control may be moved: by a line of its sentence, where its own words grow. What changes above moves nothing. */
const MOVED = 40

/** Wakes the page's script as a pointer does, and marks the page, so that a new page load is noticed. */
async function open(page: Page, link: string): Promise<void> {
  await page.goto(link)
  await page.mouse.move(640, 60)
  await page.waitForFunction(() => window.early?.signal.aborted)
  await page.evaluate(() => document.body.setAttribute('data-kept', ''))
  // Something is open: a table beneath a chart, and the menu of the chart after it.
  await page.getByText('The same figures as a table').first().click()
  await page.locator('.export > summary').nth(1).click()
  await expect(page.locator('details[open]')).toHaveCount(2)
}

const menu = (page: Page, name: string) => page.getByRole('combobox', { name, exact: true })
const answer = (page: Page) => page.getByRole('heading', { level: 1 })
const topOf = (control: Locator) => control.evaluate((it) => it.getBoundingClientRect().top)

/** What must be as it was after a choice: the page, its place, and what is open. */
async function expectPlace(page: Page, control: Locator, before: number): Promise<void> {
  await expect(page.locator('html[data-pending]')).toHaveCount(0)
  await expect(page.locator('body[data-kept]')).toHaveCount(1)
  await expect(page.locator('details[open]')).toHaveCount(2)
  await expect(control).toBeInViewport()
  expect(Math.abs((await topOf(control)) - before)).toBeLessThanOrEqual(MOVED)
}

/** The menus of the sentence, with what is chosen in each, then chosen there once more, and what the link says then. */
const MENUS = [
  ['List', 'June 2021', 'November 2020', /list=2020-11/],
  ['Counted by', 'run by', 'built by', /list=2020-11(?!.*by=)/],
  ['Organisation in focus', 'Meta', 'IBM', /focus=ibm/],
  ['Add a known organisation', 'NEC', 'Dell', /with=nec&with=dell/],
  ['Figure compared', 'number of systems', 'total cores', /metric=cores/],
  ['Axis of ranks', 'linear', 'logarithmic', /metric=cores$/],
] as const

/** Ways to choose in a menu. The browser's own list of options cannot be reached, but arrows choose without it too. */
const WAYS = {
  keyboard: async (control: Locator, option: string) => {
    await control.focus()
    const steps = await control.evaluate((select, label) => {
      if (!(select instanceof HTMLSelectElement)) return 0
      return [...select.options].findIndex((one) => one.label === label) - select.selectedIndex
    }, option)
    for (let step = 0; step < Math.abs(steps); step++)
      await control.press(steps > 0 ? 'ArrowDown' : 'ArrowUp')
  },
  mouse: async (control: Locator, option: string) => {
    await control.click()
    await control.selectOption(option)
  },
} as const

for (const [way, choose] of Object.entries(WAYS))
  test(`choosing in any menu of the sentence by ${way} keeps place, focus and what is open`, async ({
    page,
  }) => {
    await open(page, '/')
    await page.evaluate(() => scrollTo(0, 240))
    for (const [name, first, second, link] of MENUS) {
      const control = menu(page, name)
      // A choice after a choice, where it takes one step each.
      for (const option of way === 'mouse' ? [first, second] : [first]) {
        const before = await topOf(control)
        const from = page.url()
        await choose(control, option)
        await expect(page).not.toHaveURL(from)
        await expectPlace(page, control, before)
        await expect(control).toBeFocused()
      }
      if (way === 'mouse') await expect(page).toHaveURL(link)
    }
  })

test('typing a name keeps place, focus and what is open, and leaves the line empty for the next', async ({
  page,
}) => {
  await open(page, '/')
  await page.evaluate(() => scrollTo(0, 240))
  const line = menu(page, 'Add any manufacturer, site or country of this list')
  await line.focus()
  const before = await topOf(line)
  for (const [name, count] of [
    ['Germany', 8],
    ['Sugon', 9],
  ] as const) {
    await page.keyboard.type(name)
    await page.keyboard.press('Enter')
    await expect(page.locator('.removable')).toHaveCount(count)
    await expectPlace(page, line, before)
    await expect(line).toBeFocused()
    await expect(line).toHaveValue('')
  }
})

test('a name that nobody has stays in its line, to be mended there', async ({ page }) => {
  await open(page, '/')
  const line = menu(page, 'Add any manufacturer, site or country of this list')
  await line.fill('Atlantis')
  await line.press('Enter')
  await expect(page.getByRole('region', { name: 'Not understood' })).toContainText('“Atlantis”')
  await expect(line).toHaveValue('Atlantis')
  await expect(line).toBeFocused()
  await expect(page.locator('details[open]')).toHaveCount(2)
})

for (const way of ['mouse', 'keyboard'] as const) {
  const press = (control: Locator) => (way === 'mouse' ? control.click() : control.press('Enter'))

  test(`removing an organisation by ${way} leaves the reader at the next one`, async ({ page }) => {
    await open(page, '/?with=meta&with=ibm&with=nvidia')
    await page.evaluate(() => scrollTo(0, 240))
    await press(page.getByRole('link', { name: 'Remove IBM' }))
    await expect(page).toHaveURL('/?with=meta&with=nvidia')
    await expect(page.getByRole('link', { name: 'Remove NVIDIA' })).toBeFocused()
    await expect(page.locator('details[open]')).toHaveCount(2)
    await press(page.getByRole('link', { name: 'Remove NVIDIA' }))
    await expect(page).toHaveURL('/?with=meta')
    await expect(menu(page, 'Add a known organisation')).toBeFocused()
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(100)
    await expect(page.locator('body[data-kept]')).toHaveCount(1)
  })

  test(`sorting, more rows and the theme by ${way} keep place, focus and what is open`, async ({
    page,
  }) => {
    await open(page, '/')
    for (const [name, link] of [
      ['Total cores', /sort=cores/],
      ['Total cores', /sort=-cores/],
      ['Show all 312 systems', /rows=all/],
      ['Show the first 25 only', /^[^?]*\?sort=-cores$/],
      ['Dark', /theme=dark/],
      ['As the system', /^[^?]*\?sort=-cores$/],
    ] as const) {
      const control = page.getByRole('link', { name, exact: true })
      await control.scrollIntoViewIfNeeded()
      const handle = await control.elementHandle()
      const scrolled = await page.evaluate(() => scrollY)
      await press(control)
      await expect(page).toHaveURL(link)
      await expect(page.locator('html[data-pending]')).toHaveCount(0)
      await expect(page.locator('body[data-kept]')).toHaveCount(1)
      await expect(page.locator('details[open]')).toHaveCount(2)
      expect(await page.evaluate((it) => document.activeElement === it, handle)).toBe(true)
      // More rows stand where their link stood; everything else stays itself.
      if (name.startsWith('Show all'))
        expect(await page.evaluate(() => scrollY)).toBeCloseTo(scrolled, -1)
      else await expect(page.locator(':focus')).toBeInViewport()
    }
  })
}

test('a choice that is made before the script came keeps the place too', async ({ page }) => {
  let start = () => {}
  const gate = new Promise<void>((resolve) => {
    start = resolve
  })
  await page.route('**/*.js', async (route) => {
    await gate
    await route.continue()
  })
  // However slow the machine is, the browser does not lose patience and load the page anew.
  await page.addInitScript(() => {
    const wait = window.setTimeout.bind(window)
    Object.assign(window, {
      setTimeout: (then: () => void, ms: number) => wait(then, ms === 8000 ? 1e6 : ms),
    })
  })
  await page.goto('/', { waitUntil: 'commit' })
  await page.getByText('The same figures as a table').first().click()
  await page.evaluate(() => {
    document.body.setAttribute('data-kept', '')
    scrollTo(0, 240)
  })
  await menu(page, 'Counted by').focus()
  await page.keyboard.press('ArrowDown')
  start()
  await expect(page).toHaveURL('/?by=run-by')
  await expect(answer(page)).toHaveText(/^Microsoft Azure ran 5/)
  await expect(menu(page, 'Counted by')).toBeFocused()
  await expect(page.locator('body[data-kept]')).toHaveCount(1)
  expect(await page.evaluate(() => scrollY)).toBeGreaterThan(100)
})

test('a choice that is made at any moment while the script wakes is the one that is followed', async ({
  page,
}) => {
  for (const milliseconds of [0, 20, 40, 80, 160, 320]) {
    await page.goto('/')
    await menu(page, 'Counted by').focus()
    await page.waitForTimeout(milliseconds)
    await menu(page, 'Counted by').selectOption('run by')
    await expect(page, `${milliseconds} ms after the page woke`).toHaveURL('/?by=run-by')
    await expect(menu(page, 'Counted by')).toHaveValue('run-by')
  }
})

/** What the page says of a server that is away; a menu that was being opened meanwhile says so of itself. */
const away = (page: Page) =>
  page.getByRole('status').getByText('The page still shows what you chose before')

test.describe('where the server does not answer', () => {
  test('the page stays, says so, and shows what was chosen once the server is back', async ({
    page,
    context,
  }) => {
    await open(page, '/')
    await context.setOffline(true)
    await menu(page, 'Counted by').selectOption('run by')
    const status = away(page)
    await expect(status).toBeInViewport()
    await expect(answer(page)).toHaveText(/^Microsoft Azure built 5/)
    await expect(page).toHaveURL('/')
    await context.setOffline(false)
    await expect(page).toHaveURL('/?by=run-by')
    await expect(answer(page)).toHaveText(/^Microsoft Azure ran 5/)
    await expect(status).toHaveCount(0)
    await expect(page.locator('body[data-kept]')).toHaveCount(1)
    await expect(page.locator('details[open]')).toHaveCount(2)
  })

  test('it is asked again by itself, with nothing heard of the network', async ({ page }) => {
    await open(page, '/')
    let answers = 0
    await page.route('**/api/link?*', (route) => {
      answers++
      return answers < 3 ? route.fulfill({ status: 502, body: 'Bad gateway' }) : route.continue()
    })
    await page.getByRole('link', { name: 'Remove Meta' }).click()
    await expect(away(page)).toBeVisible()
    await expect(page.locator('.removable')).toHaveCount(6)
    expect(answers).toBe(3)
  })

  test('another choice takes the place of the one that waits', async ({ page, context }) => {
    await open(page, '/')
    await context.setOffline(true)
    await menu(page, 'Counted by').selectOption('run by')
    await expect(away(page)).toBeVisible()
    await menu(page, 'Axis of ranks').selectOption('linear')
    await context.setOffline(false)
    await expect(page).toHaveURL('/?by=run-by&axis=linear')
  })

  test('the reader may keep the view, and its controls say so', async ({ page, context }) => {
    await open(page, '/')
    await context.setOffline(true)
    await menu(page, 'Counted by').selectOption('run by')
    await page.getByRole('button', { name: 'Keep this view' }).click()
    await expect(away(page)).toHaveCount(0)
    await expect(menu(page, 'Counted by')).toHaveValue('built-by')
    await context.setOffline(false)
    await expect(page).toHaveURL('/')
  })
})
