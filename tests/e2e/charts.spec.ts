import { expect, type Locator, test } from '@playwright/test'
import { chartOf, lookCloser, markOnScreen, wakeByKeyboard } from './chart'

/** What a tip tells: its name and its facts by label. */
async function tipOf(chart: Locator) {
  const tip = chart.locator('[data-layer=tip]')
  await expect(tip).toBeVisible()
  const facts = await tip
    .locator('dl > div')
    .evaluateAll((all) =>
      all.map((fact) => [
        fact.querySelector('dt')?.textContent ?? '',
        fact.querySelector('dd')?.textContent ?? '',
      ]),
    )
  return { name: await tip.locator('p').textContent(), ...Object.fromEntries(facts) }
}

const VOYAGER = {
  name: 'Voyager-EUS2',
  Rank: '10',
  'Counts for': 'Microsoft Azure',
  Site: 'Microsoft Azure, printed as Azure East US 2',
  Manufacturer: 'Microsoft Azure',
  Country: 'United States',
  Rmax: '30,050 Tflop/s',
  Rpeak: '39,531.15 Tflop/s',
  'Total cores': '253,440',
  Accelerator: 'NVIDIA A100 80GB',
}

const META = {
  name: 'Meta',
  Site: 'Meta, printed as Facebook',
  Rank: '139',
  'Counts for': 'Meta',
  Manufacturer: 'Self-made',
  Country: 'United States',
  Rmax: '3,307 Tflop/s',
  Rpeak: '4,896.512 Tflop/s',
  'Total cores': '60,512',
  Accelerator: 'NVIDIA Tesla P100',
  Power: '349.5 kW',
}

test('a chart answers a pointer and the keys before React is there', async ({ page }) => {
  await page.route(/\/_next\/static\/chunks\/|\/later\?/, (route) => route.abort())
  await page.goto('/')
  const dot = await markOnScreen(page, 'rank-rmax', 'rank-139')
  await page.mouse.move(dot.x, dot.y)
  const chart = chartOf(page, 'rank-rmax')
  expect(await tipOf(chart)).toEqual(META)
  await chart.focus()
  await chart.press('Escape')
  await chart.press('ArrowRight')
  expect(await tipOf(chart)).toEqual(VOYAGER)
})

test('React is fetched at idle and runs when somebody comes, Recharts when a reader looks closer', async ({
  page,
}) => {
  const scripts = new Set<string>()
  page.on('request', (request) => {
    if (request.url().includes('/_next/static/chunks/')) scripts.add(request.url())
  })
  await page.goto('/', { waitUntil: 'networkidle' })
  const isAwake = () =>
    page.evaluate(() => Object.keys(document.body).some((key) => key.startsWith('__react')))
  expect(scripts.size).toBeGreaterThan(3)
  await chartOf(page, 'totals').hover()
  await expect(chartOf(page, 'totals')).toHaveAttribute('data-live', 'true')
  expect(await isAwake()).toBe(false)
  await page.evaluate(() => scrollTo(0, 0))
  await page.mouse.move(640, 60)
  await expect.poll(isAwake).toBe(true)
  await page.waitForLoadState('networkidle')
  const before = scripts.size
  await lookCloser(page, 'totals')
  expect(scripts.size).toBeGreaterThan(before)
})

test('a reader zooms into ranks, hides organisations and changes a scale, and has the whole chart back', async ({
  page,
}) => {
  await page.goto('/')
  const chart = chartOf(page, 'rank-rmax')
  const menu = await lookCloser(page, 'rank-rmax')
  const said = menu.getByRole('status')
  const marks = chart.locator('[data-layer=live] .recharts-scatter [data-mark]')
  await expect(marks).toHaveCount(500)
  await menu.getByLabel('from', { exact: true }).selectOption('101')
  await menu.getByLabel('to', { exact: true }).selectOption('200')
  await expect(marks).toHaveCount(100)
  await expect(said).toContainText('Shown are ranks 101 to 200.')
  // Azure's five stand above.
  await expect(chart.locator('[data-layer=live]')).not.toContainText('Voyager-EUS2')
  await menu.getByLabel('Lenovo').uncheck()
  await expect(said).toContainText('Left out: Lenovo.')
  await expect(chart.locator('[data-layer=live]')).not.toContainText('Lenovo')
  await menu.getByLabel('Scale of “Rmax”').selectOption('linear')
  await expect(chart.locator('[data-layer=live]')).toContainText('Rmax, Pflop/s')
  await expect(chart.locator('[data-layer=live]')).not.toContainText('Rmax, Pflop/s, logarithmic')
  // What answers the keys goes with it.
  await chart.focus()
  await chart.press('Home')
  expect((await tipOf(chart)).Rank).toBe('101')
  await menu.getByRole('button', { name: 'Show the whole chart' }).click()
  await expect(marks).toHaveCount(500)
  await expect(said).toBeEmpty()
  expect(new URL(page.url()).search).toBe('')
})

test('a span drawn over a chart is zoomed into, and is no click', async ({ page }) => {
  await page.goto('/')
  const menu = await lookCloser(page, 'rank-strip')
  const from = await markOnScreen(page, 'rank-strip', 'azure 10')
  const to = await markOnScreen(page, 'rank-strip', 'azure 35')
  await page.mouse.move(from.x - 2, from.y)
  await page.mouse.down()
  await page.mouse.move((from.x + to.x) / 2, from.y, { steps: 4 })
  await page.mouse.move(to.x + 2, to.y, { steps: 4 })
  await page.mouse.up()
  await expect(menu.getByRole('status')).toContainText('Shown are ranks 10 to 35.')
  await expect(page).toHaveURL('/')
  await menu.locator('summary').click()
  await expect(chartOf(page, 'rank-strip').locator('[data-layer=live]')).toHaveCount(0)
  await expect(chartOf(page, 'rank-strip').getByRole('img')).toBeVisible()
})

test('arrow keys walk the dots from the focus on, and tell all that the list gives', async ({
  page,
}) => {
  await page.goto('/')
  const chart = await wakeByKeyboard(page, 'rank-rmax')
  await chart.press('ArrowRight')
  expect(await tipOf(chart)).toEqual(VOYAGER)
  await expect(
    chart.getByText(
      /^Voyager-EUS2, Rank 10,.*Accelerator NVIDIA A100 80GB\. Enter opens its page\.$/,
    ),
  ).toHaveCount(1)
  await chart.press('ArrowRight')
  expect(await tipOf(chart)).toMatchObject({ Rank: '11', name: 'SSC-21' })
  await chart.press('ArrowLeft')
  await chart.press('ArrowLeft')
  expect(await tipOf(chart)).toMatchObject({ Rank: '9', name: 'HPC5' })
  await chart.press('Home')
  expect(await tipOf(chart)).toMatchObject({
    name: 'Supercomputer Fugaku',
    Rmax: '442,010 Tflop/s',
    'Total cores': '7,630,848',
    Power: '29,899.23 kW',
  })
  await chart.press('End')
  expect((await tipOf(chart)).name).toBe('NA1')
  await chart.press('Escape')
  await expect(chart.locator('[data-layer=tip]')).toHaveCount(0)
})

test('arrow keys walk the bars and the ticks', async ({ page }) => {
  await page.goto('/')
  const bars = await wakeByKeyboard(page, 'totals')
  await bars.press('ArrowDown')
  expect(await tipOf(bars)).toEqual({
    name: 'Microsoft Azure',
    'Total Rmax': '96.4 Pflop/s',
    Systems: '5',
  })
  await bars.press('ArrowDown')
  expect((await tipOf(bars)).name).toBe('Amazon')
  const strip = await wakeByKeyboard(page, 'rank-strip')
  await strip.press('ArrowRight')
  expect(await tipOf(strip)).toEqual(VOYAGER)
  await strip.press('ArrowRight')
  expect((await tipOf(strip)).name).toBe('Pioneer-EUS')
  await strip.press('ArrowDown')
  expect(await tipOf(strip)).toEqual(META)
  await strip.press('ArrowDown')
  await strip.press('End')
  expect((await tipOf(strip)).Rank).toBe('279')
})

test('pointing at a dot tells it at the first approach, and lets its organisation stand out', async ({
  page,
}) => {
  await page.goto('/')
  const chart = chartOf(page, 'rank-rmax')
  const dot = await markOnScreen(page, 'rank-rmax', 'rank-139')
  await page.mouse.move(dot.x, dot.y)
  expect(await tipOf(chart)).toEqual(META)
  await expect(chart).toHaveAttribute('data-highlight', '')
  // Meta built one system: its own mark, drawn over the faded others.
  await expect(chart.locator('[data-layer=highlight] [data-mark]')).toHaveCount(1)
  await page.mouse.move(640, 10)
  await expect(chart.locator('[data-layer=tip]')).toHaveCount(0)
})

test('the arrow keys go on from what is pointed at', async ({ page }) => {
  await page.goto('/')
  const chart = await wakeByKeyboard(page, 'rank-rmax')
  const dot = await markOnScreen(page, 'rank-rmax', 'rank-2')
  await page.mouse.move(dot.x, dot.y)
  expect((await tipOf(chart)).name).toBe('Summit')
  await page.keyboard.press('ArrowRight')
  expect((await tipOf(chart)).name).toBe('Sierra')
})

test('a tip stays within its chart wherever its dot is', async ({ page }) => {
  await page.goto('/')
  const chart = await wakeByKeyboard(page, 'rank-rmax')
  for (const key of ['Home', 'End']) {
    await chart.press(key)
    const frame = await chart.boundingBox()
    const tip = await chart.locator('[data-layer=tip]').boundingBox()
    if (!frame || !tip) throw new Error('There is no tip.')
    expect(tip.x).toBeGreaterThanOrEqual(frame.x)
    expect(tip.x + tip.width).toBeLessThanOrEqual(frame.x + frame.width)
  }
})

test('a chart that answers follows the view, and the back button', async ({ page }) => {
  await page.goto('/')
  const chart = await wakeByKeyboard(page, 'totals')
  await page
    .getByRole('combobox', { name: 'Figure compared', exact: true })
    .selectOption('number of systems')
  await expect(page).toHaveURL('/?metric=systems')
  await expect(chart).toContainText('182')
  await chart.focus()
  await expect(chart).toHaveAttribute('data-live', 'true')
  await chart.press('ArrowDown')
  expect((await tipOf(chart))['Number of systems']).toBe('5')
  await page.goBack()
  await expect(page).toHaveURL('/')
  await expect(chart).toContainText('96.4 Pflop/s')
})

test('a chart whose data cannot be had stays as the server drew it', async ({ page }) => {
  await page.route('**/api/spec/**', (route) => route.abort())
  await page.goto('/')
  const chart = chartOf(page, 'rank-rmax')
  await chart.hover()
  await page.waitForLoadState('networkidle')
  await expect(chart.getByRole('img')).toBeVisible()
  await expect(chart).not.toHaveAttribute('data-live', 'true')
})

test('a system that is told of leads to its page, by a click and by Enter, in the theme of the chart', async ({
  page,
}) => {
  await page.goto('/?theme=dark')
  const chart = await wakeByKeyboard(page, 'rank-rmax')
  await chart.press('ArrowRight')
  await expect(chart.locator('[aria-live]')).toContainText('Enter opens its page.')
  const { name } = await tipOf(chart)
  await chart.press('Enter')
  await expect(page).toHaveURL(/\/systems\/\d+\?theme=dark$/)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name ?? '')
  await page.goto('/')
  await wakeByKeyboard(page, 'rank-rmax')
  const dot = await markOnScreen(page, 'rank-rmax', 'rank-10')
  await page.mouse.move(dot.x, dot.y)
  await expect(chart.locator('[data-layer=tip]')).toContainText('Click for its page')
  await page.mouse.click(dot.x, dot.y)
  await expect(page).toHaveURL('/systems/180024')
})
