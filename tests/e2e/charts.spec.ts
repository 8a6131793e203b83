import { expect, type Locator, test } from '@playwright/test'
import { chartOf, sceneOf, wakeByKeyboard } from './chart'

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

test('Recharts and the chart’s data are fetched when somebody comes near, and not before', async ({
  page,
}) => {
  const specs: string[] = []
  const scripts: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/api/spec/')) specs.push(new URL(request.url()).pathname)
    if (request.resourceType() === 'script') scripts.push(request.url())
  })
  await page.goto('/', { waitUntil: 'networkidle' })
  await page.mouse.move(640, 100)
  await page.waitForLoadState('networkidle')
  expect(specs).toEqual([])
  const before = scripts.length
  await chartOf(page, 'totals').hover()
  await expect(chartOf(page, 'totals')).toHaveAttribute('data-live', 'true')
  expect(specs).toEqual(['/api/spec/totals'])
  expect(scripts.length).toBeGreaterThan(before)
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
  await chart.scrollIntoViewIfNeeded()
  const scene = await sceneOf(page, 'rank-rmax')
  const meta = scene.marks.find(({ id }) => id === 'rank-139')
  const box = await chart.boundingBox()
  if (!meta || !box) throw new Error('The chart has no dot at rank 139.')
  const scale = box.width / scene.frame.width
  await page.mouse.move(box.x + meta.x * scale, box.y + meta.y * scale)
  expect(await tipOf(chart)).toEqual(META)
  await expect(chart.locator('[data-layer=live]')).toHaveAttribute('data-highlight', 'true')
  await expect(chart.locator('[data-layer=highlight] [data-mark="rank-139"]')).toBeVisible()
  await page.mouse.move(box.x + 300, box.y - 40)
  await expect(chart.locator('[data-layer=tip]')).toHaveCount(0)
})

test('a click leaves the keyboard at the chart, and the arrow keys go on from there', async ({
  page,
}) => {
  await page.goto('/')
  const chart = await wakeByKeyboard(page, 'rank-rmax')
  await chart.scrollIntoViewIfNeeded()
  const dot = await chart.locator('[data-layer=live] [data-mark="rank-2"]').boundingBox()
  if (!dot) throw new Error('The chart has no dot at rank 2.')
  await page.mouse.click(dot.x + dot.width / 2, dot.y + dot.height / 2)
  await expect(chart).toBeFocused()
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

test('a chart that took over follows the view, and the back button', async ({ page }) => {
  await page.goto('/')
  const chart = await wakeByKeyboard(page, 'totals')
  await page
    .getByRole('combobox', { name: 'Figure compared', exact: true })
    .selectOption('number of systems')
  await expect(page).toHaveURL('/?metric=systems')
  await expect(chart).toContainText('182')
  await chart.focus()
  await expect(chart).toHaveAttribute('data-live', 'true')
  await expect(chart.locator('[data-layer=live]')).toContainText('182')
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
  await chart.locator('[data-layer=live] [data-mark="rank-10"]').scrollIntoViewIfNeeded()
  const dot = await chart.locator('[data-layer=live] [data-mark="rank-10"]').boundingBox()
  if (!dot) throw new Error('The dot is not to be seen.')
  await page.mouse.move(dot.x + dot.width / 2, dot.y + dot.height / 2)
  await expect(chart.locator('[data-layer=tip]')).toContainText('Click for its page')
  await page.mouse.click(dot.x + dot.width / 2, dot.y + dot.height / 2)
  await expect(page).toHaveURL('/systems/180024')
})
