import { readFile } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'

const UNCHANGED = 'This picture is unchanged, and its figures are those of the current list.'

async function pictureOf(page: Page, path: string): Promise<Buffer> {
  const answer = await page.request.get(`/api/chart/${path}`)
  expect(answer.status()).toBe(200)
  return answer.body()
}

const fileOf = (name: string, buffer: Buffer) => ({
  name,
  mimeType: name.endsWith('.svg') ? 'image/svg+xml' : 'image/png',
  buffer,
})

test('a picture that is chosen is told as unchanged, and its view comes back', async ({ page }) => {
  const png = await pictureOf(page, 'totals.png?focus=meta&metric=share&theme=dark')
  await page.goto('/verify')
  await page.getByLabel('A PNG or SVG file').setInputFiles(fileOf('chart.png', png))
  await expect(page.getByRole('heading', { level: 2 })).toContainText(UNCHANGED)
  const link = page.locator('.verdict figcaption a')
  await expect(link).toHaveAttribute('href', '/?focus=meta&metric=share')
  await expect
    .poll(() =>
      page.locator('.verdict img').evaluate((image: HTMLImageElement) => image.naturalWidth),
    )
    .toBe(1200)
  await link.click()
  await expect(page.locator('h1')).toContainText('Meta built 1 of the 500 systems')
})

test('a picture that is dropped is told as changed where one figure was', async ({ page }) => {
  const svg = (await pictureOf(page, 'totals.svg')).toString('utf8')
  await page.goto('/verify')
  const transfer = await page.evaluateHandle(
    (text) => {
      const data = new DataTransfer()
      data.items.add(new File([text], 'forged.svg', { type: 'image/svg+xml' }))
      return data
    },
    svg.replace('96.4 Pflop/s', '98.4 Pflop/s'),
  )
  await page.dispatchEvent('h1', 'drop', { dataTransfer: transfer })
  await expect(page.getByRole('heading', { level: 2 })).toContainText(
    'This file was changed after it was drawn.',
  )
  await expect(page.locator('.file-name')).toHaveText('forged.svg')
})

test('a picture from elsewhere and a file that is none are told as such', async ({ page }) => {
  await page.goto('/verify')
  const field = page.getByLabel('A PNG or SVG file')
  const verdict = page.getByRole('heading', { level: 2 })
  const icon = await readFile('app/icon.svg')
  await field.setInputFiles(fileOf('icon.svg', icon))
  await expect(verdict).toContainText('This picture does not come from here')
  await field.setInputFiles(fileOf('list.png', Buffer.from('Rank,Site\n1,RIKEN\n')))
  await expect(verdict).toContainText('This file is neither a PNG nor an SVG picture.')
})

test('a file larger than any picture from here is not sent', async ({ page }) => {
  await page.goto('/verify')
  const sent: string[] = []
  page.on('request', (request) => request.method() === 'POST' && sent.push(request.url()))
  await page
    .getByLabel('A PNG or SVG file')
    .setInputFiles(fileOf('huge.png', Buffer.alloc(8 * 1024 * 1024 + 1)))
  await expect(page.locator('.verdict')).toContainText('This file has more than 8 MB.')
  expect(sent).toEqual([])
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('the form verifies a picture all the same', async ({ page }) => {
    const png = await pictureOf(page, 'rank-rmax.png?scale=4&size=slide')
    expect(png.length).toBeLessThan(8 * 1024 * 1024)
    await page.goto('/verify')
    await page.getByLabel('A PNG or SVG file').setInputFiles(fileOf('chart.png', png))
    await page.getByRole('button', { name: 'Verify' }).click()
    await expect(page.getByRole('heading', { level: 2 })).toContainText(UNCHANGED)
  })

  test('a file of 11 MB, or none, is answered plainly', async ({ page }) => {
    await page.goto('/verify')
    const field = page.getByLabel('A PNG or SVG file')
    await field.setInputFiles(fileOf('huge.png', Buffer.alloc(11 * 1024 * 1024)))
    await page.getByRole('button', { name: 'Verify' }).click()
    await expect(page.getByRole('heading', { level: 2 })).toContainText(
      'This file has more than 8 MB.',
    )
    await page.goto('/verify?answer=an-older-one')
    await expect(page.getByRole('heading', { level: 2 })).toContainText(
      'This answer is no longer kept. Verify the picture again.',
    )
  })
})
