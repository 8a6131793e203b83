import { expect, type Page, test } from '@playwright/test'
import { type RunningServer, startServer } from '../server/running-server'
import { barriers } from './barriers'
import { broken, choose, november2021, november2026, renamed } from './lists'

// This journey changes lists, so it has a server and a folder of its own.
let server: RunningServer
test.beforeAll(async () => {
  server = await startServer()
})
test.afterAll(async () => {
  await server?.kill()
})

/** A finger needs this many pixels. */
const FINGER = 44

/** What can be touched on the page and is lower than a finger, in its own words. */
const tooLow = (page: Page) =>
  page.locator('main :is(a, button, select, textarea, summary, label.button):visible').evaluateAll(
    (all, least) =>
      all
        .map((one) => ({
          text: `${one.tagName} ${one.textContent?.slice(0, 40)}`,
          height: one.getBoundingClientRect().height,
        }))
        .filter(({ height }) => height < least)
        .map(({ text, height }) => `${text}: ${height}`),
    FINGER,
  )

/** How much wider the page is than the screen. */
const overhang = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

test('a list is uploaded, looked through and saved on a phone', async ({ page }) => {
  await page.goto(`${server.url}/lists`, { waitUntil: 'networkidle' })
  expect([await overhang(page), await tooLow(page)]).toEqual([0, []])
  const file = november2021()
  await choose(page, [file])
  const one = page.getByRole('article', { name: file.name })
  await expect(one).toContainText('This is the list of November 2021: 500 systems')
  await expect(one).toContainText('Nothing: every cell of every system is the same in both.')
  expect([await overhang(page), await tooLow(page)]).toEqual([0, []])
  await one.getByRole('button', { name: 'Save November 2021' }).tap()
  await expect(one.getByRole('status')).toHaveText('Saved as version 1 of November 2021')
  expect([await overhang(page), await tooLow(page)]).toEqual([0, []])
  await one.getByRole('link', { name: 'See its chart' }).tap()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Azure')
})

test('findings and history fit a phone and have no barrier, light or dark', async ({ page }) => {
  await page.goto(`${server.url}/lists`, { waitUntil: 'networkidle' })
  await choose(page, [renamed('Voyager'), broken()])
  await page.getByRole('button', { name: 'Save November 2021' }).tap()
  await expect(page.getByRole('status').first()).toContainText('Saved as version')
  await expect(page.getByText('found “thirty thousand”')).toBeVisible()
  expect([await overhang(page), await tooLow(page), await barriers(page)]).toEqual([0, [], []])
  await page.goto(`${server.url}/lists/2021-11/versions`)
  await page.getByText('Remove November 2021').first().tap()
  expect([await overhang(page), await tooLow(page), await barriers(page)]).toEqual([0, [], []])
})

test('a list that is new here is in the menu of the charts on a phone', async ({ page }) => {
  await page.goto(`${server.url}/lists`, { waitUntil: 'networkidle' })
  await choose(page, [november2026()])
  await page.getByRole('button', { name: 'Save November 2026' }).tap()
  await page.getByRole('link', { name: 'See its chart' }).tap()
  await expect(page.getByLabel('List', { exact: true })).toHaveValue('2026-11')
})
