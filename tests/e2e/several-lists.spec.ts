import { expect, type Page, test } from '@playwright/test'
import { type RunningServer, startServer } from '../server/running-server'
import { choose, drop, twoLists } from './lists'

// These journeys change lists, so they have a server and a folder of their own.
let server: RunningServer
test.beforeAll(async () => {
  server = await startServer()
})
test.afterAll(async () => {
  await server?.kill()
})

const at = (path: string) => `${server.url}${path}`
const item = (page: Page, name: string) => page.getByRole('article', { name, exact: true })

async function openLists(page: Page): Promise<void> {
  await page.goto(at('/lists'), { waitUntil: 'networkidle' })
}

async function versions(edition: string): Promise<number[]> {
  const answer = await fetch(at(`/api/lists/${edition}/history`))
  const { versions } = await answer.json()
  return versions.map(({ version }: { version: number }) => version)
}

test('a file with two lists is shown as two previews, and each is saved by itself', async ({
  page,
}) => {
  await openLists(page)
  await drop(page, [twoLists(['2011-06', '2011-11'])])
  const june = item(page, 'TOP500_history.csv, list 1 of 2')
  const november = item(page, 'TOP500_history.csv, list 2 of 2')
  await expect(june).toContainText('this one is the rows of June 2011')
  await expect(june).toContainText('This is the list of June 2011: 500 systems, 58.9 Pflop/s')
  await expect(november).toContainText(
    'This is the list of November 2011: 500 systems, 74.1 Pflop/s',
  )
  await expect(june.getByRole('table', { name: /^The first and the last systems/ })).toContainText(
    'K computer',
  )
  await expect(page.getByRole('article')).toHaveCount(2)
  expect([await versions('2011-06'), await versions('2011-11')]).toEqual([[0], [0]])

  await november.getByRole('button', { name: 'Save November 2011' }).click()
  await expect(november.getByRole('status')).toHaveText('Saved as version 1 of November 2011')
  await expect(june.getByRole('button', { name: 'Save June 2011' })).toBeVisible()
  expect([await versions('2011-06'), await versions('2011-11')]).toEqual([[0], [1, 0]])
  await june.getByRole('button', { name: 'Discard' }).click()
  await expect(page.getByRole('article')).toHaveCount(1)
})

test('both lists of a file are saved at once, by keyboard alone', async ({ page }) => {
  await openLists(page)
  const reach = async (name: string) => {
    const target = page.getByRole('button', { name })
    for (let stops = 0; stops < 60; stops++) {
      if (await target.evaluate((element) => element === document.activeElement)) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`The keyboard does not reach ${name}`)
  }
  const chooser = page.waitForEvent('filechooser')
  await page.getByLabel('Choose files').focus()
  await page.keyboard.press('Enter')
  await (await chooser).setFiles([twoLists(['2012-06', '2012-11'])])
  await expect(page.getByRole('button', { name: 'Save all 2 that can be saved' })).toBeVisible()
  await reach('Save all 2 that can be saved')
  await page.keyboard.press('Enter')
  await expect(item(page, 'TOP500_history.csv, list 1 of 2').getByRole('status')).toHaveText(
    'Saved as version 1 of June 2012',
  )
  await expect(item(page, 'TOP500_history.csv, list 2 of 2').getByRole('status')).toHaveText(
    'Saved as version 1 of November 2012',
  )
  await expect(page.locator(':focus')).toHaveText('TOP500_history.csv, list 1 of 2')
  expect([await versions('2012-06'), await versions('2012-11')]).toEqual([
    [1, 0],
    [1, 0],
  ])
})

test('two lists of which one is broken: the other can be saved', async ({ page }) => {
  await openLists(page)
  const file = twoLists(['2013-06', '2013-11'])
  const buffer = Buffer.from(
    file.buffer.toString().replace(/(2013,06,1,.*?),33862\.7,/, '$1,a lot,'),
  )
  await choose(page, [{ ...file, buffer }])
  const june = item(page, 'TOP500_history.csv, list 1 of 2')
  await expect(june.getByRole('listitem').first()).toContainText('Error row 2')
  await expect(june.getByRole('button', { name: /^Save/ })).toHaveCount(0)
  const november = item(page, 'TOP500_history.csv, list 2 of 2')
  await november.getByRole('button', { name: 'Save November 2013' }).click()
  await expect(november.getByRole('status')).toHaveText('Saved as version 1 of November 2013')
})

test('without script each list of a file has its preview and its form', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  const file = twoLists(['2014-06', '2014-11'])
  await page.goto(at('/lists'))
  await page.getByLabel('File', { exact: true }).setInputFiles([file])
  await page.getByRole('button', { name: 'Check' }).click()
  const june = item(page, 'TOP500_history.csv, list 1 of 2')
  const november = item(page, 'TOP500_history.csv, list 2 of 2')
  await expect(june).toContainText('This is the list of June 2014: 500 systems')
  await expect(november).toContainText('This is the list of November 2014: 500 systems')

  await november.getByLabel('choose the same file again').setInputFiles([file])
  await november.getByRole('button', { name: 'Save November 2014' }).click()
  await expect(page.getByRole('status')).toHaveText('Saved as version 1 of November 2014.')
  expect([await versions('2014-06'), await versions('2014-11')]).toEqual([[0], [1, 0]])

  await june.getByLabel('choose the same file again').setInputFiles([file])
  await june.getByRole('button', { name: 'Save June 2014' }).click()
  await expect(page.getByRole('status')).toHaveText('Saved as version 1 of June 2014.')
  expect([await versions('2014-06'), await versions('2014-11')]).toEqual([
    [1, 0],
    [1, 0],
  ])
  await context.close()
})
