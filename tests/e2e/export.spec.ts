import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, type Page, test } from '@playwright/test'
import Papa from 'papaparse'
import { PNG } from 'pngjs'
import { readProvenance } from '@/lib/export/read-provenance'
import { KINDS } from './chart'
import { menuOf, openMenu, taken } from './export'

const NAMES = 'azure-meta-ibm-nvidia-hpe-lenovo-fujitsu-amazon'
const sizeOf = (bytes: Buffer) => {
  const { width, height } = PNG.sync.read(bytes)
  return [width, height]
}
const origin = (page: Page) => new URL(page.url()).origin

test.describe('a picture', () => {
  for (const [label, scale, suffix] of [
    ['PNG', 1, ''],
    ['PNG 2×', 2, '@2x'],
    ['PNG 4×', 4, '@4x'],
  ] as const)
    test(`as ${label} has the preset’s size times ${scale} and proves itself`, async ({ page }) => {
      await page.goto('/')
      const menu = await openMenu(page, 'rank-rmax')
      await menu.getByLabel('Size').selectOption('article')
      const { name, bytes } = await taken(page, () =>
        menu.getByRole('button', { name: label, exact: true }).click(),
      )
      expect(name).toBe(`top500_2021-11_${NAMES}_built-by_rank-rmax_1200x675${suffix}.png`)
      expect(sizeOf(bytes)).toEqual([1200 * scale, 675 * scale])
      expect(await readProvenance(bytes)).toMatchObject({ kind: 'found', intact: true })
      await expect(menu.locator('output')).toHaveText(`Saved as ${name}.`)
    })

  for (const kind of KINDS)
    test(`of ${kind} as SVG opens alone, in its own font, with title, source and link`, async ({
      page,
      context,
    }) => {
      await page.goto('/?focus=meta&by=run-by')
      const menu = await openMenu(page, kind)
      const { bytes } = await taken(page, () => menu.getByRole('button', { name: 'SVG' }).click())
      const alone = await context.newPage()
      await alone.route('https://file.example/**', (route) =>
        route.fulfill({ body: bytes, contentType: 'image/svg+xml' }),
      )
      const asked: string[] = []
      alone.on('request', (request) => asked.push(request.url()))
      await alone.goto('https://file.example/chart.svg')
      const words = await alone.locator('text').allTextContents()
      expect(words.join(' ')).toContain('Source: TOP500 list no. 58, November 2021')
      expect(words.join('')).toContain(`${origin(page)}/?focus=meta&by=run-by`)
      await expect(alone.locator('svg > title')).not.toBeEmpty()
      const fonts = await alone.evaluate(async () => {
        await document.fonts.ready
        return [...document.fonts].map(({ family, status }) => `${family} ${status}`)
      })
      expect(fonts).toContain('Inter loaded')
      expect(asked.filter((url) => !url.startsWith('data:'))).toEqual([
        'https://file.example/chart.svg',
      ])
    })

  test('as PDF is one page of the frame’s size with its title', async ({ page }) => {
    await page.goto('/')
    const menu = await openMenu(page, 'totals')
    await menu.getByLabel('Size').selectOption('a4')
    const { name, bytes } = await taken(page, () =>
      menu.getByRole('button', { name: 'PDF' }).click(),
    )
    expect(name).toBe(`top500_2021-11_${NAMES}_built-by_totals-rmax_1123x794.pdf`)
    const text = bytes.toString('latin1')
    expect(text.startsWith('%PDF-1.')).toBe(true)
    expect(text.match(/\/Type \/Page\b/g)).toHaveLength(1)
    // 1123 × 794 pixels at 96 to the inch, in points.
    expect(text).toContain('/MediaBox [0 0 842.25 595.5]')
    expect(text).toMatch(/\/Subtype \/Type0|\/FontFile/)
  })

  test('takes any size, dark, on no ground, without its title', async ({ page }) => {
    await page.goto('/')
    const menu = await openMenu(page, 'rank-strip')
    await menu.getByLabel('or width').fill('777')
    await menu.getByLabel('height').fill('555')
    await menu.getByLabel('Colours').selectOption('dark')
    await menu.getByLabel('Background').selectOption('none')
    await menu.getByLabel('Title and source').selectOption('off')
    const { bytes } = await taken(page, () =>
      menu.getByRole('button', { name: 'PNG', exact: true }).click(),
    )
    expect(sizeOf(bytes)).toEqual([777, 555])
    expect(PNG.sync.read(bytes).data[3]).toBe(0)
    expect(await readProvenance(bytes)).toMatchObject({
      provenance: { picture: 'width=777&height=555&theme=dark&background=none&title=off' },
    })
  })

  test('that is too large is refused in words, and nothing is saved', async ({ page }) => {
    await page.goto('/')
    const menu = await openMenu(page, 'totals')
    await menu.getByLabel('or width').fill('4000')
    await menu.getByLabel('height').fill('4000')
    await menu.getByRole('button', { name: 'PNG 4×' }).click()
    await expect(menu.locator('output')).toContainText('at most 24 million are drawn')
  })

  test('is copied as an image of twice the frame', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.goto('/')
    const menu = await openMenu(page, 'totals')
    await menu.getByLabel('Size').selectOption('link')
    await menu.getByRole('button', { name: 'Copy image' }).click()
    await expect(menu.locator('output')).toHaveText('The picture is in the clipboard.')
    const size = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read()
      const image = await createImageBitmap((await item?.getType('image/png')) ?? new Blob())
      return [image.width, image.height]
    })
    expect(size).toEqual([2400, 1260])
  })

  test('goes to the share sheet where there is one', async ({ page }) => {
    await page.addInitScript(() => {
      Object.assign(navigator, {
        canShare: () => true,
        share: async ({ files, title }: { files: File[]; title: string }) => {
          document.title = `${title}|${files[0]?.name}|${files[0]?.type}|${files[0]?.size}`
        },
      })
    })
    await page.goto('/')
    const menu = await openMenu(page, 'totals')
    await menu.getByRole('button', { name: 'Share…' }).click()
    await expect(page).toHaveTitle(
      /^Total Rmax by builder\|top500_2021-11_.*_totals-rmax_1120x800@2x\.png\|image\/png\|\d{5,}$/,
    )
  })
})

test.describe('the data', () => {
  test('of a chart come as CSV with units, list and link', async ({ page }) => {
    await page.goto('/')
    const menu = await openMenu(page, 'totals')
    const { name, bytes } = await taken(page, () =>
      menu.getByRole('link', { name: 'CSV of the chart' }).click(),
    )
    expect(name).toBe(`top500_2021-11_${NAMES}_built-by_totals-rmax.csv`)
    const text = bytes.toString('utf8')
    expect(text).toContain('# List: November 2021 (2021-11), version 0, SHA-256 2ac9cd31')
    expect(text).toContain(`# Link: ${origin(page)}/`)
    const { data } = Papa.parse<Record<string, string>>(text, { header: true, comments: '#' })
    const azure = data.find((row) => row.Organisation === 'Microsoft Azure')
    expect(azure?.['Total Rmax [TFlop/s]']).toBe('96410')
  })

  test('of a chart come as JSON', async ({ page }) => {
    await page.goto('/')
    const menu = await openMenu(page, 'rank-strip')
    const { bytes } = await taken(page, () =>
      menu.getByRole('link', { name: 'JSON of the chart' }).click(),
    )
    const chart = JSON.parse(bytes.toString('utf8'))
    const azure = chart.rows.filter(
      (row: { organisation: string }) => row.organisation === 'Microsoft Azure',
    )
    expect(azure.map(({ rank }: { rank: number }) => rank)).toEqual([10, 32, 33, 34, 35])
  })

  for (const format of ['CSV', 'JSON'] as const)
    test(`behind a chart come as ${format}, every row of the list`, async ({ page }) => {
      await page.goto('/')
      const menu = await openMenu(page, 'totals')
      const { name, bytes } = await taken(page, () =>
        menu.getByRole('link', { name: `${format} of the rows behind it` }).click(),
      )
      expect(name).toMatch(new RegExp(`_totals-rmax_rows\\.${format.toLowerCase()}$`))
      const text = bytes.toString('utf8')
      const rows =
        format === 'JSON'
          ? JSON.parse(text).rows
          : Papa.parse(text, { header: true, comments: '#', skipEmptyLines: true }).data
      expect(rows).toHaveLength(500)
    })
})

test.describe('the words', () => {
  const WORDS: readonly [string, RegExp][] = [
    ['link', /^http:\/\/127\.0\.0\.1:\d+\/\?focus=meta$/],
    ['caption', /^Total Rmax .* Source: TOP500 list no\. 58, November 2021/s],
    ['alternative text', /Meta: 3\.307 Pflop\/s/],
    ['citation', /^TOP500 Compare: “Total Rmax.*\(seen \d+ \w+ \d{4}\)\.$/],
    ['BibTeX', /^@misc\{top500compare-2021-11-totals,\n/],
    ['embed code (iframe)', /^<iframe src="http:.*\/embed\/totals\?focus=meta" title="/],
    ['embed code (image)', /^<img src="http:.*\/api\/chart\/totals\.svg\?focus=meta" alt="/],
  ]
  test('are copied one by one', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.goto('/?focus=meta')
    const menu = await openMenu(page, 'totals')
    for (const [label, expected] of WORDS) {
      await menu.getByRole('button', { name: `Copy ${label}` }).click()
      await expect(menu.locator('output')).toHaveText(/copied\.$/)
      expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(expected)
    }
  })

  test('are selected where the browser lets nobody write', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(navigator.clipboard, 'writeText', {
        value: () => Promise.reject(new Error('no')),
      })
    })
    await page.goto('/')
    const menu = await openMenu(page, 'totals')
    await menu.getByRole('button', { name: 'Copy caption' }).click()
    await expect(menu.locator('output')).toContainText('The text is selected below')
    expect(await page.evaluate(() => document.getSelection()?.toString())).toMatch(/^Total Rmax/)
  })
})

test('the whole menu works by keyboard', async ({ page }) => {
  await page.goto('/')
  const menu = menuOf(page, 'rank-rmax')
  await menu.locator('summary').first().focus()
  await page.keyboard.press('Enter')
  await expect(menu.getByRole('button', { name: 'Copy image' })).toBeVisible()
  await menu.getByLabel('Size').focus()
  for (let stop = 0; stop < 6; stop++) await page.keyboard.press('Tab')
  await expect(menu.getByRole('button', { name: 'PNG', exact: true })).toBeFocused()
  const { bytes } = await taken(page, () => page.keyboard.press('Enter'))
  expect(sizeOf(bytes)).toEqual([1120, 800])
})

test('while the server is away the browser draws the same SVG, and a PNG that proves itself', async ({
  page,
  context,
}) => {
  await page.goto('/?focus=meta')
  const menu = await openMenu(page, 'totals')
  const svg = () => menu.getByRole('button', { name: 'SVG' }).click()
  const online = await taken(page, svg)
  await context.setOffline(true)
  const offline = await taken(page, svg)
  expect(offline.name).toBe(online.name)
  expect(offline.bytes.equals(online.bytes)).toBe(true)
  await expect(menu.locator('output')).toHaveText(
    'The server does not answer; this browser drew the picture itself.',
  )
  const png = await taken(page, () => menu.getByRole('button', { name: 'PNG 2×' }).click())
  expect(sizeOf(png.bytes)).toEqual([2240, 1600])
  expect(await readProvenance(png.bytes)).toMatchObject({
    kind: 'found',
    intact: true,
    provenance: { view: '/?focus=meta', picture: 'width=1120&height=800&scale=2' },
  })
  await menu.getByRole('button', { name: 'PDF' }).click()
  await expect(menu.locator('output')).toContainText('The server does not answer. Try again')
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('the menu leads to a page whose form and links give the same files', async ({ page }) => {
    await page.goto('/?focus=meta&with=ibm')
    const menu = menuOf(page, 'rank-rmax')
    await menu.locator('summary').first().click()
    await menu.getByRole('link', { name: 'Pictures, data and words of this chart' }).click()
    await expect(page).toHaveURL('/export/rank-rmax?focus=meta&with=ibm')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'Where the system built by Meta ranks',
    )
    const offered = page.locator('main')
    await offered.getByLabel('Size').selectOption('square')
    const png = await taken(page, () => offered.getByRole('button', { name: 'PNG 2×' }).click())
    expect(png.name).toBe('top500_2021-11_meta-ibm_built-by_rank-rmax_1080x1080@2x.png')
    expect(sizeOf(png.bytes)).toEqual([2160, 2160])
    const svg = await taken(page, () => offered.getByRole('button', { name: 'SVG' }).click())
    expect(await readProvenance(svg.bytes)).toMatchObject({
      provenance: { view: '/?focus=meta&with=ibm' },
    })
    await offered.getByText('Show texts').click()
    await expect(offered.getByLabel('Caption')).toHaveValue(/^Where the system built by Meta ranks/)
    await expect(offered.getByRole('button', { name: 'Copy caption' })).toBeHidden()
  })
})

test('a link preview is the picture of that very view', async ({ page }) => {
  await page.goto('/?focus=meta&metric=share&theme=dark&sort=rmax')
  const image = await page.locator('meta[property="og:image"]').getAttribute('content')
  expect(image).toBe(`${origin(page)}/api/chart/rank-rmax.png?focus=meta&metric=share&size=link`)
  const answer = await page.request.get(image ?? '')
  const bytes = await answer.body()
  expect(sizeOf(bytes)).toEqual([1200, 630])
  expect(await readProvenance(bytes)).toMatchObject({
    provenance: { view: '/?focus=meta&metric=share' },
  })
  await expect(page.locator('meta[property="og:description"]')).toHaveAttribute(
    'content',
    /^Meta built 1 of the 500 systems/,
  )
})

test.describe('an embedded chart', () => {
  test('stands in the page of another site, and leads back to its view', async ({ page }) => {
    await page.goto('/?focus=meta&with=azure')
    const menu = await openMenu(page, 'totals')
    await menu.getByText('Show texts').click()
    const snippet = await menu.getByLabel('Embed code (iframe)').inputValue()
    // Another site to the browser, though on this machine: pages of the open web may not reach into it.
    const site = createServer((_, answer) =>
      answer.setHeader('content-type', 'text/html').end(`<!doctype html><main>${snippet}</main>`),
    ).listen(0, '127.0.0.1')
    await once(site, 'listening')
    const paper = `http://localhost:${(site.address() as AddressInfo).port}/`
    await page.setViewportSize({ width: 700, height: 800 })
    await page.goto(paper)
    const frame = page.frameLocator('iframe')
    const image = frame.locator('img')
    await expect(image).toHaveAttribute('alt', /Meta: 3\.307 Pflop\/s/)
    await expect
      .poll(() => image.evaluate((img: HTMLImageElement) => img.complete && img.naturalWidth))
      .toBe(960)
    const box = await page.locator('iframe').boundingBox()
    expect(box && box.width / box.height).toBeCloseTo(4 / 3, 2)
    await expect(frame.getByRole('link')).toHaveAttribute('href', /\/\?focus=meta&with=azure$/)
    await expect(frame.locator('header, footer')).toHaveCount(0)
    await page.setViewportSize({ width: 390, height: 800 })
    await expect
      .poll(() => image.evaluate((img: HTMLImageElement) => img.currentSrc))
      .toContain('width=480&height=360')
    site.close()
  })

  test('of a kind that there is not, is not found', async ({ page }) => {
    expect((await page.goto('/embed/pie'))?.status()).toBe(404)
    expect((await page.goto('/embed/totals?list=2031-06'))?.status()).toBe(404)
  })
})
