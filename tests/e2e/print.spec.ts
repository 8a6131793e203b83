import { expect, type Page, test } from '@playwright/test'
import { cutOff, print, wordsOf } from './paper'

/** The pages that are printed, with the headers of their largest table and the last cell of a row of it. */
const PAGES = [
  {
    name: 'the comparison',
    path: '/',
    headers: [
      'Rank',
      'System',
      'Counts for',
      'Site',
      'Manufacturer',
      'Country',
      'Rmax',
      'Rpeak',
      'Total cores',
      'Power',
    ],
    last: '29,899.23',
  },
  {
    name: 'a list',
    path: '/lists/2021-11?rows=all',
    headers: [
      ...['Rank', 'Previous', 'System', 'Site', 'Country', 'Rmax', 'Rpeak', 'Total cores', 'Power'],
      ...['Energy efficiency', 'Manufacturer', 'Accelerator', 'Segment', 'Year'],
    ],
    last: '1,649.11',
  },
  {
    name: 'the versions of a list',
    path: '/lists/2021-11/versions',
    headers: ['Rank', 'System', 'Computer', 'Site', 'Country', 'Total cores', 'Rmax', 'Rpeak'],
    last: '537,212',
  },
  {
    name: 'a table',
    path: '/table/rank-rmax',
    headers: [
      'Rank',
      'Shared',
      'System',
      'Site',
      'Manufacturer',
      'Country',
      'Rmax',
      'Rpeak',
      'Total cores',
      'Accelerator',
      'Power',
    ],
    last: '29,899.23',
  },
] as const

/** Words of what can only be pressed, on the screen of these pages. */
const CONTROLS =
  /Skip to the content|TOP500 Compare Lists|Verify a picture|Newest list|Show all|As the system|Back to the comparison|one more|any name|Take (?:it|this)|PNG|Restore|CSV of|as a table$/

for (const { name, path, headers, last } of PAGES) {
  for (const upright of [false, true]) {
    test(`${name} is printed with every column on ${upright ? 'upright' : 'its'} paper`, async ({
      page,
    }) => {
      await page.goto(path)
      const sheets = await print(page, upright)
      const [first] = sheets
      expect(first && first.width > first.height).toBe(!upright)
      expect(cutOff(sheets)).toEqual([])
      const all = sheets.map(wordsOf).join(' ')
      for (const header of headers) expect(all).toContain(header)
      expect(all).toContain(last)
    })
  }

  test(`${name} is printed without controls`, async ({ page }) => {
    await page.goto(path)
    await expect(page.locator('nav').first()).toBeVisible()
    const words = (await print(page)).map(wordsOf).join(' ')
    expect(words.match(CONTROLS)).toBeNull()
  })

  test(`${name} is printed black on white in the dark theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.goto(`${path}?theme=dark`)
    expect((await colours(page)).paper).toBe('rgb(21, 21, 19)')
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    const { paper, ink, pale } = await colours(page)
    expect(paper).toBe('rgb(255, 255, 255)')
    expect(ink).toBe('rgb(0, 0, 0)')
    expect(pale).toEqual([])
  })
}

/** The colours of the page's ground and of its words, and words that are too pale on white paper. */
function colours(page: Page): Promise<{ paper: string; ink: string; pale: string[] }> {
  return page.evaluate(() => {
    const canvas = document.createElement('canvas').getContext('2d')
    const luminance = (colour: string) => {
      if (!canvas) return 1
      canvas.fillStyle = colour
      canvas.fillRect(0, 0, 1, 1)
      const [r = 0, g = 0, b = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((value) => {
        const part = value / 255
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * r + 0.7152 * g + 0.0722 * b
    }
    const words = [...document.querySelectorAll('#content *')].filter(
      (element) =>
        element.checkVisibility() &&
        [...element.childNodes].some(
          (node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim(),
        ),
    )
    const paint = (element: Element) => {
      const style = getComputedStyle(element)
      return element instanceof SVGElement ? style.fill : style.color
    }
    return {
      paper: getComputedStyle(document.documentElement).backgroundColor,
      ink: getComputedStyle(document.querySelector('h1') ?? document.body).color,
      pale: words
        .filter((element) => 1.05 / (luminance(paint(element)) + 0.05) < 4.5)
        .map((element) => element.textContent ?? ''),
    }
  })
}

test('no title is parted from its chart, whichever the theme and the frame', async ({ page }) => {
  await page.goto('/?theme=dark')
  for (const upright of [false, true]) {
    const words = (await print(page, upright)).map(wordsOf)
    for (const [title, ofChart] of [
      ['Where the systems built by Microsoft Azure rank', 'Pioneer-EUS and 3 more, rank =32'],
      ['Total Rmax by builder', '188 systems, 830 Pflop/s'],
      ['Every rank held, by builder', '182 systems'],
    ] as const) {
      const sheet = words.find((text) => text.includes(title))
      expect(sheet, title).toContain(ofChart)
    }
  }
})

test('a title stands over its table with at least three rows', async ({ page }) => {
  await page.goto('/')
  const sheet = (await print(page)).map(wordsOf).find((text) => text.includes('The systems'))
  for (const name of ['Supercomputer Fugaku', 'Summit', 'Sierra']) expect(sheet).toContain(name)
})

test('a table is printed to its last row, with its header on every sheet', async ({ page }) => {
  await page.goto('/table/rank-rmax')
  const words = (await print(page)).map(wordsOf)
  for (const sheet of words) expect(sheet).toContain('Total cores')
  expect(words.at(-1)).toContain('NA1')
  expect(words.at(-1)).toContain('1,649.11')
})

test('a table that is printed in part says so', async ({ page }) => {
  await page.goto('/')
  expect((await print(page)).map(wordsOf).join(' ')).toContain('The first 25 of 312 systems.')
  await page.goto('/lists/2021-11/versions')
  expect((await print(page)).map(wordsOf).join(' ')).toContain('The first 25 of 500 systems.')
  await page.goto('/lists/2021-11/versions?rows=all')
  const all = (await print(page)).map(wordsOf).join(' ')
  expect(all).toContain('1,649.11')
  expect(all).not.toContain('The first')
})

test('the chart that a pointer had called is printed as the server drew it', async ({ page }) => {
  await page.goto('/')
  await page.locator('[data-chart=rank-rmax]').hover()
  await expect(page.locator('[data-chart=rank-rmax][data-live]')).toBeVisible({ timeout: 30_000 })
  const words = (await print(page)).map(wordsOf).join(' ')
  expect(words.match(/Pioneer-EUS and 3 more, rank =32/g)).toHaveLength(1)
})
