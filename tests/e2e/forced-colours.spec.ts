import { expect, test } from '@playwright/test'
import { chartOf, KINDS } from './chart'

for (const scheme of ['light', 'dark'] as const)
  for (const theme of ['light', 'dark'] as const)
    test(`a reader whose system forces ${scheme} colours reads everything on a link with the ${theme} theme`, async ({
      page,
    }) => {
      await page.emulateMedia({ forcedColors: 'active', colorScheme: scheme })
      await page.goto(`/?theme=${theme}`)
      const words = await page.evaluate(() => getComputedStyle(document.body).color)
      for (const kind of KINDS) {
        const picture = chartOf(page, kind).locator('[data-frame]:visible svg')
        const fills = await picture
          .locator('text')
          .evaluateAll((all) => all.map((text) => getComputedStyle(text).fill))
        expect(fills.length).toBeGreaterThan(10)
        expect([...new Set(fills)]).toEqual([words])
      }
    })

test('every control looks like one where colours are forced', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await page.goto('/')
  const looks = await page
    .locator('form.sentence :is(select, input:not([type=hidden]))')
    .evaluateAll((all) =>
      all.map((control) => {
        const { appearance, borderTopStyle, borderTopWidth } = getComputedStyle(control)
        return { tag: control.tagName, appearance, border: `${borderTopWidth} ${borderTopStyle}` }
      }),
    )
  expect(looks).toHaveLength(7)
  for (const { tag, appearance, border } of looks) {
    expect(border).toBe('1px solid')
    if (tag === 'SELECT') expect(appearance).toBe('auto')
  }
  for (const address of ['/', '/lists', '/verify']) {
    await page.goto(address)
    await page.locator('details').evaluateAll((all) => {
      for (const one of all) if (one instanceof HTMLDetailsElement) one.open = true
    })
    const bare = await page
      .locator('button:visible, select:visible, a:visible')
      .evaluateAll((all) =>
        all
          .filter((control) => {
            const style = getComputedStyle(control)
            const bordered = style.borderBottomStyle !== 'none' && style.borderBottomWidth !== '0px'
            const underlined = style.textDecorationLine.includes('underline')
            const standing = control.closest('header, nav, [href="#content"], figure')
            return !bordered && !underlined && style.appearance === 'none' && !standing
          })
          .map((control) => `${control.tagName} ${control.textContent}`),
      )
    expect([address, bare]).toEqual([address, []])
  }
})
