import { expect, type Page, test } from '@playwright/test'
import { type RunningServer, startServer } from '../server/running-server'
import { upload } from '../server/upload'
import { barriers } from './barriers'
import { broken, choose, drop, listFile, november2021, november2026, renamed } from './lists'

// These journeys change lists, so they have a server and a folder of their own.
let server: RunningServer
test.beforeAll(async () => {
  server = await startServer()
})
test.afterAll(async () => {
  await server?.kill()
})

const at = (path: string) => `${server.url}${path}`

/** The numbers of a list's versions as the server has them, newest first. */
async function versions(edition: string): Promise<number[]> {
  const body = await (await fetch(at(`/api/lists/${edition}/history`))).json()
  return body.versions.map(({ version }: { version: number }) => version)
}

/** Opens the page of lists and waits until it can take files. */
async function openLists(page: Page): Promise<void> {
  await page.goto(at('/lists'), { waitUntil: 'networkidle' })
}

const item = (page: Page, name: string) => page.getByRole('article', { name })

test('a workbook that is dropped is shown before it is saved, and charted once it is', async ({
  page,
}) => {
  const file = november2021()
  await openLists(page)
  await drop(page, [file])
  const one = item(page, file.name)
  await expect(one).toContainText('This is the list of November 2021: 500 systems, 3.04 Eflop/s')
  await expect(one).toContainText('3,036,861.78 Tflop/s')
  await expect(one).toContainText('Nothing: every cell of every system is the same in both.')
  const ends = one.getByRole('table', { name: /^The first and the last systems/ })
  await expect(ends.getByRole('row')).toHaveCount(12)
  await expect(ends).toContainText('Supercomputer Fugaku')
  await expect(ends).toContainText('490 more between these')
  await expect(ends).toContainText('NA1')
  const beside = one.getByRole('table', { name: /beside the available lists$/ })
  await expect(beside.getByRole('row', { name: /Before: June 2021/ })).toContainText('430')
  expect(await versions('2021-11')).toEqual([0])

  await one.getByRole('button', { name: 'Save November 2021' }).click()
  await expect(one.getByRole('status')).toHaveText('Saved as version 1 of November 2021')
  expect(await versions('2021-11')).toEqual([1, 0])
  await expect(page.getByRole('row', { name: /November 2021 58 500/ })).toContainText(
    'version 1, saved',
  )

  await one.getByRole('link', { name: 'See its chart' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Azure')
  await expect(page.locator('.source')).toContainText('version 1, uploaded here')
  await expect(page.locator('[data-chart] svg:visible').first()).toBeVisible()
})

test('a list that is new here is in the menu of the charts at once', async ({ page }) => {
  await openLists(page)
  await choose(page, [november2026()])
  await page.getByRole('button', { name: 'Save November 2026' }).click()
  await expect(page.getByRole('link', { name: 'See its chart' })).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    '68 lists, June 1993 to November 2026',
  )
  await page.goto(at('/'))
  await page.getByLabel('List', { exact: true }).selectOption('November 2026')
  await expect(page).toHaveURL(/list=2026-11/)
})

test('a broken file is refused with the reason, and the list is there as it was', async ({
  page,
}) => {
  const before = await versions('2019-11')
  await openLists(page)
  await choose(page, [
    listFile('2019-11', (csv) => csv.replace(',148600,', ',a lot,')),
    { name: 'holiday.png', mimeType: 'image/png', buffer: Buffer.from('89504e470d0a1a0a', 'hex') },
  ])
  const one = item(page, 'TOP500_201911.csv')
  await expect(one.getByRole('status')).toHaveText('Cannot be saved; the lists are as they were')
  await expect(one.getByRole('listitem').first()).toContainText(
    'Error row 2, column “Rmax [TFlop/s]”, found “a lot”',
  )
  await expect(one.getByRole('button', { name: /^Save/ })).toHaveCount(0)
  await expect(item(page, 'holiday.png')).toContainText('PNG')
  expect(await versions('2019-11')).toEqual(before)
  await page.goto(at('/?list=2019-11'))
  await expect(page.locator('.source')).toContainText('November 2019, as published')
})

test('what a file changes is told cell by cell, and thrown away it changes nothing', async ({
  page,
}) => {
  await openLists(page)
  await drop(page, [listFile('2018-06', (csv) => csv.replace('Sunway TaihuLight', 'Engine'))])
  const one = item(page, 'TOP500_201806.csv')
  const table = one.getByRole('table', { name: /changes, cell by cell$/ })
  await expect(table.getByRole('row')).toHaveCount(2)
  await expect(table.getByRole('row').last()).toHaveText('2EngineNameSunway TaihuLightEngine')
  await one.getByRole('button', { name: 'Discard' }).click()
  await expect(one).toHaveCount(0)
  await expect(page.getByLabel('Choose files')).toBeFocused()
  expect(await versions('2018-06')).toEqual([0])
})

test('a file that does not say which list it is is asked about', async ({ page }) => {
  await openLists(page)
  await choose(page, [listFile('2004-06', (csv) => csv, 'the list that I found.csv')])
  const one = item(page, 'the list that I found.csv')
  await expect(one).toContainText('say which list this is')
  await one.getByLabel('It is the list of').selectOption('June 2004')
  await one.getByRole('button', { name: 'Check it as that' }).click()
  await expect(one).toContainText('This is the list of June 2004: 500 systems, 815 Tflop/s')
  await expect(one).toContainText('Known by your answer.')
})

test('a table that is pasted is read like a file', async ({ page }) => {
  await openLists(page)
  const text = listFile('1993-11').buffer.toString()
  await page.evaluate((pasted) => {
    const data = new DataTransfer()
    data.setData('text/plain', pasted)
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  }, text)
  await expect(item(page, 'pasted.txt').getByRole('status')).toHaveText(
    'Cannot be saved; the lists are as they were',
  )
  await expect(item(page, 'pasted.txt')).toContainText('say which list this is')
})

test('a file that is under way can be stopped, and tried again', async ({ page }) => {
  await openLists(page)
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/api/lists?dry-run', async (route) => {
    await held
    await route.continue().catch(() => undefined)
  })
  await drop(page, [listFile('2013-06'), listFile('2013-11'), listFile('2015-06')])
  const one = item(page, 'TOP500_201306.csv')
  await expect(one.getByRole('progressbar')).toBeVisible()
  await expect(item(page, 'TOP500_201506.csv').getByRole('status')).toHaveText(
    'Waiting for the files before it',
  )
  await one.getByRole('button', { name: 'Stop' }).click()
  await expect(one.getByRole('status')).toHaveText('Stopped; nothing was saved.')
  release()
  await one.getByRole('button', { name: 'Try again' }).click()
  await expect(one).toContainText('This is the list of June 2013')
  await page.getByRole('button', { name: 'Save all 3 that can be saved' }).click()
  for (const name of ['TOP500_201306.csv', 'TOP500_201311.csv', 'TOP500_201506.csv'])
    await expect(item(page, name).getByRole('status')).toContainText('Saved as version 1')
})

test('who is slower to save sees what the other one saved, and is asked again', async ({
  page,
}) => {
  await openLists(page)
  await choose(page, [renamed('Voyager of mine')])
  const one = item(page, 'TOP500_202111.csv')
  await expect(one.getByRole('button', { name: 'Save November 2021' })).toBeVisible()
  const theirs = renamed('Voyager of theirs')
  const answer = await upload(server.url, new Uint8Array(theirs.buffer), {}, { name: theirs.name })
  const { version } = await answer.json()

  await one.getByRole('button', { name: 'Save November 2021' }).click()
  await expect(one.getByRole('alert')).toContainText(`Somebody saved version ${version} of`)
  const row = one
    .getByRole('table', { name: /changes, cell by cell$/ })
    .getByRole('row')
    .nth(1)
  await expect(row).toContainText('Voyager of theirs')
  await expect(row).toContainText('Voyager of mine')
  expect((await versions('2021-11'))[0]).toBe(version)

  await one.getByRole('button', { name: 'Save November 2021' }).click()
  await expect(one.getByRole('status')).toHaveText(
    `Saved as version ${version + 1} of November 2021`,
  )
})

for (const javaScriptEnabled of [true, false]) {
  const edition = javaScriptEnabled ? '2009-11' : '2008-11'
  const label = javaScriptEnabled ? 'November 2009' : 'November 2008'
  test(`a list is removed and restored, ${javaScriptEnabled ? 'with' : 'without'} script`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled })
    const page = await context.newPage()
    await page.goto(at('/lists'))
    await page.getByRole('link', { name: `History of ${label}` }).click()
    await page.getByText(`Remove ${label}`).first().click()
    await page.getByRole('button', { name: `Remove ${label}` }).click()
    await expect(page.getByRole('status')).toContainText('The list was removed.')
    expect((await page.goto(at(`/?list=${edition}`)))?.status()).toBe(404)

    await page.goto(at('/lists'))
    await page.getByRole('region', { name: 'Not shown at present' }).getByText(label).click()
    await expect(page.getByText('This list is removed')).toBeVisible()
    await page.getByRole('button', { name: `Restore version 0 of ${label}` }).click()
    await expect(page.getByRole('status')).toContainText('The version was restored')
    await expect(page.getByRole('row', { name: /^2 Restored/ })).toContainText(
      'Restored from the published list',
    )
    expect(await versions(edition)).toEqual([2, 1, 0])
    expect((await page.goto(at(`/?list=${edition}`)))?.status()).toBe(200)
    await context.close()
  })
}

test('without script a file is checked by one form and saved by another', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  const file = listFile('2012-06', (csv) => csv.replace('Sequoia', 'Redwood'))
  await page.goto(at('/lists'))
  await page
    .getByLabel('File', { exact: true })
    .setInputFiles([{ ...file, buffer: Buffer.from('a,b') }])
  await page.getByRole('button', { name: 'Check' }).click()
  await expect(page.getByRole('article')).toContainText('Cannot be saved')
  await page.getByLabel('File', { exact: true }).setInputFiles([file])
  await page.getByRole('button', { name: 'Check' }).click()
  await expect(page.getByRole('article')).toContainText(
    'This is the list of June 2012: 500 systems',
  )
  await expect(page.getByRole('table', { name: /changes, cell by cell$/ })).toContainText('Redwood')

  const other = listFile('2012-06', (csv) => csv.replace('Sequoia', 'Giant'))
  await page.getByLabel('choose the same file again').setInputFiles([other])
  await page.getByRole('button', { name: 'Save June 2012' }).click()
  await expect(page.getByRole('table', { name: /changes, cell by cell$/ })).toContainText('Giant')
  expect(await versions('2012-06')).toEqual([0])

  await page.getByLabel('choose the same file again').setInputFiles([other])
  await page.getByRole('button', { name: 'Save June 2012' }).click()
  await expect(page).toHaveURL(/\/lists\/2012-06\/versions\?done=kept$/)
  await expect(page.getByRole('status')).toHaveText('The list was saved as the newest version.')
  expect(await versions('2012-06')).toEqual([1, 0])
  await context.close()
})

test('whoever removes a list that somebody else changed meanwhile sees the change first', async ({
  page,
}) => {
  await page.goto(at('/lists/2007-11/versions'))
  const theirs = listFile('2007-11', (csv) =>
    csv.replace('eServer Blue Gene Solution', 'Green Gene'),
  )
  await upload(server.url, new Uint8Array(theirs.buffer), {}, { name: theirs.name })
  await page.getByText('Remove November 2007').first().click()
  await page.getByRole('button', { name: 'Remove November 2007' }).click()
  const notice = page.getByRole('status')
  await expect(notice).toContainText('Somebody changed this list')
  await expect(notice.getByRole('table')).toContainText('Green Gene')
  expect(await versions('2007-11')).toEqual([1, 0])
})

test('versions are seen, compared and downloaded', async ({ page }) => {
  const changed = listFile('2010-11', (csv) => csv.replace('NUDT TH MPP', 'X'))
  await upload(server.url, new Uint8Array(changed.buffer), {}, { name: changed.name })
  await page.goto(at('/lists/2010-11/versions'))
  await expect(page.getByRole('table', { name: /^What differs/ })).toContainText('As published')
  await page.getByLabel('The earlier version').selectOption('version 1')
  await page.getByLabel('The later version').selectOption('as published')
  await page.getByRole('button', { name: 'Compare' }).click()
  await expect(page).toHaveURL(/old=1&new=0/)
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: /^version 1 .*, the original file$/ }).click()
  expect((await download).suggestedFilename()).toBe(changed.name)
  await page.getByRole('link', { name: 'See version 0 of November 2010' }).click()
  await expect(page.getByRole('heading', { name: 'The systems, as published' })).toBeVisible()
  await page.getByRole('link', { name: 'Show all 500 systems' }).click()
  await expect(page.getByRole('table', { name: /the systems$/ }).getByRole('row')).toHaveCount(501)
})

test('everything goes by keyboard alone', async ({ page }) => {
  await openLists(page)
  const reach = async (role: 'button' | 'link', name: string | RegExp) => {
    const target = page.getByRole(role, { name }).first()
    for (let stops = 0; stops < 60; stops++) {
      if (await target.evaluate((element) => element === document.activeElement)) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`The keyboard does not reach ${name}`)
  }
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('link', { name: 'Skip to the content' }).press('Enter')
  await page.keyboard.press('Tab')
  await expect(page.getByLabel('Choose files')).toBeFocused()
  await page.keyboard.press('Enter')
  await (await chooser).setFiles([listFile('1997-06')])
  await expect(page.getByRole('button', { name: 'Save June 1997' })).toBeVisible()
  await reach('button', 'Save June 1997')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status')).toHaveText('Saved as version 1 of June 1997')
  await expect(page.getByRole('heading', { name: 'TOP500_199706.csv' })).toBeFocused()
  await reach('link', 'See its versions')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Versions of June 1997, list no. 9',
  )
  await reach('button', 'Restore version 0 of June 1997')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status')).toContainText('The version was restored')
})

test('the pages of lists have no barrier that can be found, light or dark', async ({ page }) => {
  await openLists(page)
  expect(await barriers(page)).toEqual([])
  await openLists(page)
  await choose(page, [renamed('Voyager'), broken()])
  await expect(page.getByText('This is the list of')).toBeVisible()
  await expect(page.getByText('thirty thousand').first()).toBeVisible()
  for (const summary of await page.locator('main summary').all()) await summary.click()
  expect(await barriers(page)).toEqual([])
  await page.goto(at('/lists/2021-11/versions'))
  await page.getByText('Remove November 2021').first().click()
  expect(await barriers(page)).toEqual([])
})

test('no page of lists breaks its policy or complains', async ({ page }) => {
  const heard: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') heard.push(message.text())
  })
  page.on('pageerror', (error) => heard.push(error.message))
  await openLists(page)
  await choose(page, [listFile('2000-11')])
  await page.getByRole('button', { name: 'Discard' }).click()
  await page.goto(at('/lists/2000-11/versions'), { waitUntil: 'networkidle' })
  expect(heard).toEqual([])
})

test('a list that never was is not found, and neither is its history', async ({ page }) => {
  const names = ['2099-11', '2021-07', 'nothing']
  for (const path of names.flatMap((name) => [`/lists/${name}`, `/lists/${name}/versions`]))
    expect((await page.goto(at(path)))?.status()).toBe(404)
})

test('with a token, who signs in may change lists, until they sign out', async ({ page }) => {
  const guarded = await startServer({ ADMIN_TOKEN: 'a-token-of-24-characters' })
  try {
    await page.goto(`${guarded.url}/lists/2021-11/versions`)
    await expect(page.getByText('Remove November 2021')).toHaveCount(0)
    await page.goto(`${guarded.url}/lists`)
    await expect(page.getByLabel('Choose files')).toHaveCount(0)
    await page.getByLabel('Token').fill('not the token')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByRole('alert').first()).toContainText('That is not the token.')
    await page.getByLabel('Token').fill('a-token-of-24-characters')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.waitForLoadState('networkidle')
    await choose(page, [listFile('2021-06')])
    await page.getByRole('button', { name: 'Save June 2021' }).click()
    await expect(page.getByRole('status')).toHaveText('Saved as version 1 of June 2021')
    await page.getByRole('button', { name: 'Sign out' }).click()
    await expect(page.getByLabel('Token')).toBeVisible()
  } finally {
    await guarded.kill()
  }
})

test('where nobody may write the page says so and how to change that', async ({ page }) => {
  const off = await startServer({ ADMIN_TOKEN: 'too short' })
  try {
    await page.goto(`${off.url}/lists`)
    await expect(page.getByText('Changing lists is switched off')).toContainText(
      'Start the server with ADMIN_TOKEN set to a secret of at least 16 characters',
    )
    await expect(page.getByLabel('Choose files')).toHaveCount(0)
    await expect(page.getByRole('table')).toContainText('November 2021')
  } finally {
    await off.kill()
  }
})
