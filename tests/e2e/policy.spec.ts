import { expect, test } from '@playwright/test'

declare global {
  interface Window {
    injected?: string[]
  }
}

test('a script that somebody brings into a kept page does not run, and the page’s own scripts do', async ({
  page,
}) => {
  await page.goto('/?list=2020-11')
  const refused: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') refused.push(message.text())
  })
  let nonce = ''
  await page.route('**/?list=2020-11', async (route) => {
    const kept = await route.fetch()
    const html = await kept.text()
    nonce = /<script[^>]* nonce="([^"]+)"/.exec(html)?.[1] ?? ''
    const brought = ['', ` nonce="${nonce}"`].map(
      (attributes, at) =>
        `<script${attributes}>(window.injected ??= []).push('script ${at}')</script>`,
    )
    const image = '<img src="/nothing.png" onerror="(window.injected ??= []).push(\'handler\')">'
    await route.fulfill({
      response: kept,
      body: html.replace('</body>', `${brought.join('')}${image}</body>`),
    })
  })
  await page.goto('/?list=2020-11')
  expect(nonce).not.toBe('')
  await expect
    .poll(() => refused.filter((text) => /Content Security Policy/.test(text)).length)
    .toBe(3)
  expect(await page.evaluate(() => window.injected)).toBeUndefined()
  await page.unroute('**/?list=2020-11')
  const list = page.getByLabel('List', { exact: true })
  await list.focus()
  await list.selectOption('November 2019')
  await expect(page).toHaveURL(/list=2019-11/, { timeout: 20_000 })
})
