import { expect, type Page, test } from '@playwright/test'
import pixelmatch from 'pixelmatch'
import { PNG } from 'pngjs'

/** A page of each kind, in either colours. */
const PAGES = [
  '/',
  '/?theme=dark&by=run-by&focus=meta',
  '/time?of=country&as=shares',
  '/systems/2021-11-10?theme=dark',
  '/rank?rmax=30.05',
  '/changes',
  '/claims',
  '/search?q=azure&theme=dark',
  '/lists/2021-11',
  '/azure-2021',
  '/table/totals',
  '/embed/totals',
]

const SHEET = 'link[rel=stylesheet]'

const seen = async (page: Page) => PNG.sync.read(await page.screenshot({ animations: 'disabled' }))

/** Holds what a page looks like by the styles in it against what it looks like by its whole style sheet. */
export function testFirstStyles(screen: string): void {
  test(`pages look the same on a ${screen} before their whole style sheet counts`, async ({
    page,
  }) => {
    const counts = (media: string) =>
      page.locator(SHEET).evaluateAll((links, media) => {
        for (const link of links) link.setAttribute('media', media)
      }, media)
    for (const path of PAGES) {
      await page.goto(path)
      await page.waitForFunction(() => document.documentElement.dataset.inter !== undefined)
      await page.evaluate(() => document.fonts.ready)
      await expect(page.locator(`${SHEET}[media=all]`)).toHaveCount(1)
      await counts('print')
      const before = await seen(page)
      await counts('all')
      const after = await seen(page)
      const { width, height } = after
      expect([before.width, before.height]).toEqual([width, height])
      expect(pixelmatch(before.data, after.data, undefined, width, height), path).toBe(0)
    }
  })
}
