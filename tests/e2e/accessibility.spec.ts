import { expect, test } from '@playwright/test'
import { testAccessibility } from './accessibility'
import { wakeByKeyboard } from './chart'

testAccessibility('desk')

test('a reader who wants no motion sees none', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto('/')
  const chart = await wakeByKeyboard(page, 'rank-rmax')
  await chart.press('ArrowRight')
  const moving = await page.evaluate(() => ({
    running: document.getAnimations().length,
    slow: [...document.querySelectorAll('*')]
      .filter((element) => {
        const { transitionDuration, animationDuration, animationName } = getComputedStyle(element)
        const longest = (times: string) => Math.max(...times.split(',').map(Number.parseFloat))
        return (
          longest(transitionDuration) > 0.001 ||
          (animationName !== 'none' && longest(animationDuration) > 0.001)
        )
      })
      .map((element) => element.outerHTML.slice(0, 80)),
  }))
  expect(moving).toEqual({ running: 0, slow: [] })
})

test('a reader who has nothing against motion sees the other dots fade', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  await page.goto('/')
  const chart = await wakeByKeyboard(page, 'rank-rmax')
  const others = chart.locator('[data-frame]:visible [data-marks=rest]')
  await expect(others).toHaveCSS('transition-duration', '0.12s')
  await chart.press('ArrowRight')
  await expect(others).toHaveCSS('opacity', '0.35')
})

test('what has the keyboard is seen to have it', async ({ page }) => {
  await page.goto('/')
  const stops: string[] = []
  for (let stop = 0; stop < 60; stop++) {
    await page.keyboard.press('Tab')
    const focus = await page.evaluate(() => {
      const element = document.activeElement
      if (!element || element === document.body) return null
      const { outlineStyle, outlineWidth } = getComputedStyle(element)
      return {
        name: `${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent?.slice(0, 30) ?? ''}`,
        outline: outlineStyle === 'none' ? 0 : Number.parseFloat(outlineWidth),
      }
    })
    if (!focus) break
    stops.push(focus.name)
    expect(focus).toEqual({ name: focus.name, outline: 2 })
  }
  // Header, sentence, three charts with their tables, the source, the rows.
  expect(stops.length).toBeGreaterThan(35)
})
