import { readFile } from 'node:fs/promises'
import { expect, type Locator, type Page } from '@playwright/test'

/** A file that the page gave. */
export type Taken = { name: string; bytes: Buffer }

/** The export menu of a chart. */
export const menuOf = (page: Page, kind: string): Locator =>
  page.locator('.figure', { has: page.locator(`[data-chart="${kind}"]`) }).locator('.export')

/** Opens the export menu of a chart, and waits until the scripts that save and copy are there. */
export async function openMenu(page: Page, kind: string): Promise<Locator> {
  const menu = menuOf(page, kind)
  const loaded = page.waitForResponse((answer) => answer.url().includes(`/api/drawing/${kind}`))
  await menu.locator('summary').first().click()
  await expect(menu.getByRole('button', { name: 'Copy image' })).toBeVisible()
  await loaded
  return menu
}

/** What is saved when something is done. */
export async function taken(page: Page, act: () => Promise<unknown>): Promise<Taken> {
  const [download] = await Promise.all([page.waitForEvent('download'), act()])
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
}
