import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'

const rows = (page: Page) => page.getByRole('table').locator('tbody tr')
const headers = (page: Page) => page.getByRole('columnheader').allTextContents()

test('a list stands on its own page without script, its first systems at once and the whole a link away', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('/lists/2021-11')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'The list of November 2021, no. 58',
  )
  await expect(page.locator('h1 + p')).toHaveText(
    '500 systems, 3.04 Eflop/s in all, from Supercomputer Fugaku with 442.01 Pflop/s down to 1.64911 Pflop/s at rank 500.',
  )
  expect(await headers(page)).toEqual([
    ...['Rank', 'Previous rank', 'System', 'Site', 'Country', 'Rmax Tflop/s', 'Rpeak Tflop/s'],
    ...['Total cores', 'Power kW', 'Energy efficiency Gflops/W', 'Manufacturer', 'Accelerator'],
    ...['Segment', 'Year'],
  ])
  await expect(rows(page)).toHaveCount(50)
  const voyager = page.locator('#rank-10 > *')
  expect(await voyager.allInnerTexts()).toEqual([
    ...['10', '–', expect.stringMatching(/^Voyager-EUS2\s+ND96amsr_A100_v4/), 'Azure East US 2'],
    ...['United States', '30,050', '39,531.15', '253,440', '–', '–', 'Microsoft Azure'],
    ...['NVIDIA A100 80GB', 'Vendor', '2021'],
  ])
  await expect(page.locator('#rank-33 > *').first()).toHaveText('=32')
  await page.getByRole('link', { name: 'Show all 500 systems' }).click()
  await expect(page).toHaveURL('/lists/2021-11?rows=all#systems')
  await expect(rows(page)).toHaveCount(500)
  await expect(page.locator('#rank-139 > *').nth(3)).toHaveText('Facebook')
  await expect(page.locator('footer.source')).toContainText('Shown as published.')
  await context.close()
})

test('every column that a list gives is a link away', async ({ page }) => {
  await page.goto('/lists/2021-11')
  await page.getByRole('link', { name: /^Show all \d+ columns$/ }).click()
  const shown = await headers(page)
  // The header of the CSV names every column; those that no row of this list fills are left out here.
  const [header = '', ...lines] = readFileSync('data/lists/2021-11.csv', 'utf8').split('\n')
  expect(shown.length).toBeGreaterThan(30)
  expect(header.split(',').length).toBeGreaterThanOrEqual(shown.length)
  expect(shown).toEqual(expect.arrayContaining(['HPCG Tflop/s', 'Interconnect', 'System ID']))
  expect(lines.filter((line) => line !== '')).toHaveLength(500)
  await expect(page.locator('#rank-10')).toContainText('180024')
  await page.getByRole('link', { name: 'Show the main columns only' }).click()
  await expect(page).toHaveURL(/\/lists\/2021-11$/)
})

test('a list without names of systems is told by their computers', async ({ page }) => {
  await page.goto('/lists/1993-06')
  expect((await headers(page)).slice(0, 3)).toEqual(['Rank', 'Computer', 'Site'])
  await expect(page.getByRole('rowheader', { name: 'CM-5/1024' }).first()).toBeVisible()
})

test('a reader goes from list to list, to its versions, to its downloads, and to the comparison on it', async ({
  page,
}) => {
  await page.goto('/lists?theme=dark')
  await page.getByRole('link', { name: 'November 2021', exact: true }).click()
  await expect(page).toHaveURL(/\/lists\/2021-11\?theme=dark$/)
  const beside = page.getByRole('navigation', { name: 'Other lists' })
  await beside.getByRole('link', { name: 'June 2022' }).click()
  await expect(page).toHaveURL(/\/lists\/2022-06\?theme=dark$/)
  await beside.getByRole('link', { name: 'November 2021' }).click()
  await expect(page).toHaveURL(/\/lists\/2021-11\?theme=dark$/)
  const csv = page.waitForEvent('download')
  await page.getByRole('link', { name: 'CSV', exact: true }).click()
  expect((await csv).suggestedFilename()).toBe('top500_2021-11.csv')
  await page.getByRole('link', { name: 'Versions' }).click()
  await expect(page).toHaveURL(/\/lists\/2021-11\/versions\?theme=dark$/)
  await page.getByRole('link', { name: 'The list', exact: true }).click()
  await page.getByRole('link', { name: 'Compare organisations on it' }).click()
  await expect(page.getByLabel('List', { exact: true })).toHaveValue('2021-11')
  await page.goto('/lists/1993-06')
  await expect(beside.getByRole('link')).toHaveText(['November 1993 →', 'Newest list: June 2026'])
})

test('links to a list’s history from before it had a page of its own lead there', async ({
  page,
}) => {
  await page.goto('/lists/2021-11?see=0&rows=all&theme=dark#see')
  await expect(page).toHaveURL(/\/lists\/2021-11\/versions\?theme=dark&see=0&rows=all#see$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Versions of November 2021, list no. 58',
  )
})

test('some of the systems are asked for by menus, with their sum, their file and the same of another list', async ({
  page,
}) => {
  await page.goto('/lists/2021-11')
  const form = page.getByRole('form', { name: 'Show some systems' })
  await form.getByLabel('Country').selectOption('Germany')
  await form.getByRole('button', { name: 'Show' }).press('Enter')
  await expect(page).toHaveURL('/lists/2021-11?country=Germany')
  await form.getByLabel('Accelerator maker').selectOption({ label: 'NVIDIA (5)' })
  await form.getByRole('button', { name: 'Show' }).press('Enter')
  const said = page.getByText(
    '5 of the list’s 500 systems: systems in Germany, with accelerators by NVIDIA',
  )
  await expect(said).toContainText('with 72.7 Pflop/s in all, 2.39 % of the list’s Rmax.')
  await expect(page.locator('tbody tr')).toHaveCount(5)
  const file = await page.request.get(
    (await page.getByRole('link', { name: 'CSV of these systems' }).getAttribute('href')) ?? '',
  )
  expect((await file.text()).trim().split('\n')).toHaveLength(6)
  await page.getByRole('link', { name: 'June 2021' }).click()
  await expect(form.getByLabel('Country')).toHaveValue('Germany')
  await page.getByRole('link', { name: 'Show all systems' }).click()
  await expect(page.locator('tbody tr')).toHaveCount(50)
  await page.goto('/lists/2021-11?country=Germany')
  await expect(page.getByRole('link', { name: /^Show all \d+ systems$/ })).toHaveCount(0)
})
