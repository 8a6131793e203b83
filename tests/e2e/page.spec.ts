import { expect, type Page, test } from '@playwright/test'
import { chartOf, KINDS } from './chart'

const AZURE =
  'Microsoft Azure built 5 of the 500 systems: rank 10 and four tied at 32. Together 96.4 Pflop/s, 3.17 % of the list.'

/** The headline with its no-break spaces as plain ones. */
async function headlineOf(page: Page): Promise<string> {
  const text = await page.getByRole('heading', { level: 1 }).textContent()
  return (text ?? '').replaceAll('\u00a0', ' ')
}

/** Who is compared beside the focus, as the sentence says it. */
const companions = (page: Page) =>
  page
    .locator('.removable')
    .evaluateAll((links) => links.map((link) => link.firstChild?.textContent))

const control = (page: Page, name: string) => page.getByRole('combobox', { name, exact: true })

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('the first HTML answers the question: headline, figures, three charts, the announced system, the rows', async ({
    page,
  }) => {
    await page.goto('/')
    expect(await headlineOf(page)).toBe(AZURE)
    const figures = page.locator('.figures').first()
    await expect(figures).toContainText(/Total Rmax\s*96\.4 Pflop\/s/)
    await expect(figures).toContainText('between HPC5 (rank 9, 35.45 Pflop/s) and SSC-21')
    for (const kind of KINDS) {
      const picture = chartOf(page, kind).getByRole('img')
      await expect(picture).toBeVisible()
      await expect(picture.locator('title')).not.toBeEmpty()
      await expect(picture.locator('desc')).toContainText(/Microsoft Azure.*96\.4 Pflop\/s/)
    }
    await expect(chartOf(page, 'rank-rmax').getByRole('img')).toContainText('Voyager-EUS2, rank 10')
    const reported = page.getByRole('region', { name: 'Announced, on no list' })
    await expect(reported).toContainText('Announced on 19 May 2020, hosted in Microsoft Azure')
    await expect(reported).toContainText(/more than 285,000.*10,000.*400 Gbit\/s/)
    await expect(reported).toContainText('TOP500’s cores count accelerator units too')
    await expect(page.locator('#rows tbody tr')).toHaveCount(25)
    await expect(page.locator('#rows tbody tr').first()).toContainText('442,010')
  })

  test('names lead to their systems from a sentence, and from the chart', async ({ page }) => {
    await page.goto('/?theme=dark')
    await page.locator('.figures').first().getByRole('link', { name: 'HPC5' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('HPC5')
    await page.goBack()
    const name = chartOf(page, 'rank-rmax').locator('a[href^="/systems/2021-11-10"]:visible')
    await name.click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Voyager-EUS2')
    await expect(page).toHaveURL(/\/systems\/180024\?theme=dark$/)
  })

  test('the form changes list, lens, focus, metric and axis by its button', async ({ page }) => {
    await page.goto('/?theme=dark')
    await control(page, 'List').selectOption('June 2025')
    await control(page, 'Counted by').selectOption('run by')
    await control(page, 'Organisation in focus').selectOption('IBM')
    await control(page, 'Figure compared').selectOption('number of systems')
    await control(page, 'Axis of ranks').selectOption('linear')
    await page.getByRole('button', { name: 'Show' }).click()
    const link = new URL(page.url()).searchParams
    expect(Object.fromEntries(link)).toMatchObject({
      list: '2025-06',
      by: 'run-by',
      focus: 'ibm',
      metric: 'systems',
      axis: 'linear',
      theme: 'dark',
    })
    // The focus of before stays among the others, so that nothing is lost.
    expect(link.getAll('with')).toEqual([
      'azure',
      'meta',
      'nvidia',
      'hpe',
      'lenovo',
      'fujitsu',
      'amazon',
    ])
    await expect(control(page, 'Organisation in focus')).toHaveValue('ibm')
    await expect(page.getByRole('heading', { name: 'Number of systems' })).toBeVisible()
    await page.goBack()
    await expect(page).toHaveURL('/?theme=dark')
    expect(await headlineOf(page)).toBe(AZURE)
  })

  test('organisations are added from the menu, by typing any name, and removed by a link', async ({
    page,
  }) => {
    await page.goto('/?with=ibm')
    await control(page, 'Add a known organisation').selectOption('NEC')
    await page.getByRole('button', { name: 'Show' }).click()
    await expect(page).toHaveURL('/?with=ibm&with=nec')
    await page.getByRole('combobox', { name: /^Add any manufacturer/ }).fill('germany')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL('/?with=ibm&with=nec&with=country%3AGermany')
    expect(await companions(page)).toEqual(['IBM', 'NEC', 'Germany'])
    await expect(chartOf(page, 'rank-strip').getByRole('img')).toContainText('26 systems')
    await page.getByRole('link', { name: 'Remove IBM' }).click()
    await page.getByRole('link', { name: 'Remove Germany' }).click()
    await page.getByRole('link', { name: 'Remove NEC' }).click()
    await expect(page).toHaveURL('/?with=')
    expect(await companions(page)).toEqual([])
    await expect(page.locator('.figures').first()).toContainText('no other organisation is shown')
  })

  test('the table is sorted by its headers, and shows all its rows on demand', async ({ page }) => {
    await page.goto('/?with=meta')
    const names = () => page.locator('#rows tbody th').allTextContents()
    expect(await names()).toEqual([
      'Voyager-EUS2',
      'Pioneer-EUS',
      'Pioneer-SCUS',
      'Pioneer-WEU',
      'Pioneer-WUS2',
      'Meta',
    ])
    await page.locator('#rows thead').getByRole('link', { name: 'Site' }).click()
    await expect(page).toHaveURL('/?with=meta&sort=site#rows')
    await expect(page.locator('[aria-sort=ascending]')).toHaveText('Site ↑')
    // By the names of the ledger: all of Azure’s regions are one site, and stay in the order of ranks.
    expect((await names()).slice(0, 5)).toEqual([
      'Meta',
      'Voyager-EUS2',
      'Pioneer-EUS',
      'Pioneer-SCUS',
      'Pioneer-WEU',
    ])
    await page.locator('#rows thead').getByRole('link', { name: 'Site' }).click()
    await expect(page).toHaveURL('/?with=meta&sort=-site#rows')
    expect((await names())[1]).toBe('Pioneer-EUS')
    await page.goto('/')
    await page.getByRole('link', { name: 'Show all 312 systems' }).click()
    await expect(page.locator('#rows tbody tr')).toHaveCount(312)
  })

  test('each row tells the alias by which its organisation matched it', async ({ page }) => {
    await page.goto('/?with=meta&with=ibm')
    const row = (name: string) => page.locator('#rows tbody tr').filter({ hasText: name })
    await expect(row('Voyager-EUS2')).toContainText('Microsoft Azuremanufacturer “Microsoft Azure”')
    await expect(row('SuperMUC Phase 2')).toContainText('IBMmanufacturer “IBM”, with Lenovo')
    await expect(row('Facebook')).toContainText('Metamanufacturer “Self-made”')
    await page.goto('/?with=&by=run-by')
    await expect(row('Pioneer-WEU')).toContainText('Microsoft Azuresite “Microsoft Azure”')
    await expect(row('Pioneer-WEU')).toContainText('printed as “Azure West Europe”')
  })

  test('every chart has a table, which leads to all its rows and back', async ({ page }) => {
    await page.goto('/?with=ibm')
    for (const [kind, cell] of [
      ['rank-rmax', '442,010'],
      ['totals', '96,410'],
      ['rank-strip', '30,050'],
    ] as const) {
      const figure = page.locator('.figure').filter({ has: chartOf(page, kind) })
      await figure.getByText('The same figures as a table').click()
      await expect(figure.getByRole('table')).toContainText(cell)
    }
    await page.getByRole('link', { name: 'All 500 rows' }).click()
    await expect(page).toHaveURL('/table/rank-rmax?with=ibm')
    await expect(page.locator('tbody tr')).toHaveCount(500)
    await expect(page.locator('tbody tr').nth(31)).toContainText('Pioneer-EUS')
    await expect(page.locator('tbody tr').nth(31)).toContainText('=32')
    await page.getByRole('link', { name: 'Back to the comparison' }).click()
    await expect(page).toHaveURL('/?with=ibm')
  })

  test('the theme is chosen by a link, and the system’s is the first', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light' })
    await page.goto('/?with=ibm')
    await page.getByRole('link', { name: 'Dark' }).click()
    await expect(page).toHaveURL('/?with=ibm&theme=dark')
    await expect(page.locator('html')).toHaveCSS('background-color', 'rgb(21, 21, 19)')
    await expect(page.getByRole('link', { name: 'Dark' })).toHaveAttribute('aria-current', 'true')
    await page.getByRole('link', { name: 'As the system' }).click()
    await expect(page).toHaveURL('/?with=ibm')
    await expect(page.locator('html')).toHaveCSS('background-color', 'rgb(253, 253, 251)')
  })
})

test.describe('a link that is not understood', () => {
  for (const [link, notice] of [
    [
      '/?by=owned-by',
      '“owned-by” is not a known value of “by”; it can be built-by or run-by. Used instead: “built-by”.',
    ],
    [
      '/?metric=fun',
      '“fun” is not a known value of “metric”; it can be rmax, share, systems, best-rank, efficiency, cores or power. Used instead: “rmax”.',
    ],
    [
      '/?axis=round',
      '“round” is not a known value of “axis”; it can be log or linear. Used instead: “log”.',
    ],
    [
      '/?theme=pink',
      '“pink” is not a known value of “theme”; it can be system, light or dark. Used instead: “system”.',
    ],
    [
      '/?sort=beauty',
      '“beauty” is not a known value of “sort”; it can be rank, name, organisation, site, manufacturer, country, rmax, rpeak, cores or power. Used instead: “rank”.',
    ],
    [
      '/?rows=1e9',
      '“1e9” is not a known value of “rows”; it can be some or all. Used instead: “some”.',
    ],
    ['/?with=nobody', 'No organisation is called “nobody”. It is left out.'],
    ['/?focus=nobody', 'No organisation is called “nobody”. Used instead: Microsoft Azure.'],
    ['/?colour=red', 'The parameter “colour” is not known here. It is left out.'],
    ['/?add=Atlantis', 'called “Atlantis”, or one like it; nothing was added.'],
    ['/?by=run-by&by=built-by', '“by” is given 2 times; it can be given once.'],
  ] as const) {
    test(`${link} gives the nearest view and says what it left out`, async ({ page }) => {
      const answer = await page.goto(link)
      expect(answer?.status()).toBe(200)
      const notices = page.getByRole('region', { name: 'Not understood' })
      await expect(notices).toBeVisible()
      await expect(notices).toContainText(notice)
      await expect(notices.getByRole('listitem')).toHaveCount(1)
      await expect(page.getByRole('heading', { level: 1 })).toContainText(
        link.includes('run-by') ? 'Microsoft Azure ran 5' : 'Microsoft Azure built 5',
      )
    })
  }

  test('fifteen organisations are eleven, and the page says so', async ({ page }) => {
    const countries = [
      ...['United States', 'China', 'Japan', 'Germany', 'France', 'Italy', 'United Kingdom'],
      ...[
        'Netherlands',
        'Canada',
        'Brazil',
        'South Korea',
        'Russia',
        'Australia',
        'Spain',
        'Sweden',
      ],
    ]
    const many = countries.map((name) => `with=${encodeURIComponent(`country:${name}`)}`).join('&')
    const answer = await page.goto(`/?${many}`)
    expect(answer?.status()).toBe(200)
    await expect(page.getByRole('region', { name: 'Not understood' })).toContainText(
      'The link names 15 organisations beside the focus; more than 11 cannot be told apart.',
    )
    await expect(page.locator('.removable')).toHaveCount(11)
  })

  test('six hundred names that are on no list are left out, and the page says so in a line', async ({
    page,
  }) => {
    const many = Array.from({ length: 600 }, (_, i) => `with=site:Nowhere${i}`).join('&')
    const answer = await page.goto(`/?${many}`)
    expect(answer?.status()).toBe(200)
    const notices = page.getByRole('region', { name: 'Not understood' })
    await expect(notices).toBeVisible()
    expect((await notices.textContent())?.length).toBeLessThan(2000)
    await expect(page.locator('.removable')).toHaveCount(0)
  })

  test('markup in a link is shown as text', async ({ page }) => {
    await page.goto(`/?metric=${encodeURIComponent('<img src=x onerror=alert(1)>')}`)
    await expect(page.getByRole('region', { name: 'Not understood' })).toContainText(
      '“<img src=x onerror=alert(1)>” is not a known value of “metric”',
    )
    await expect(page.locator('img')).toHaveCount(0)
  })

  for (const list of ['2021-12', '1066-06', 'latest', '']) {
    test(`the list “${list}” is not found, and the page names those that are`, async ({ page }) => {
      const answer = await page.goto(`/?list=${list}`)
      expect(answer?.status()).toBe(404)
      await expect(page.getByRole('heading', { level: 1 })).toContainText('There is no such list')
      await expect(page.locator('.lists a')).toHaveCount(67)
      await expect(page.locator('.lists a').first()).toHaveText('June 2026')
      await page.getByRole('link', { name: 'June 2024' }).click()
      await expect(page).toHaveURL('/?list=2024-06')
    })
  }
})

test.describe('with script', () => {
  /** Wakes the page's script as a pointer does, and marks the page, so that a new page load is noticed. */
  async function remember(page: Page) {
    await page.mouse.move(640, 60)
    await page.waitForFunction(() => window.early?.signal.aborted)
    await page.evaluate(() => document.body.setAttribute('data-kept', ''))
  }
  const expectKept = (page: Page) => expect(page.locator('body[data-kept]')).toHaveCount(1)

  test('every change of the sentence is in the link at once, without a new page, and back undoes it', async ({
    page,
  }) => {
    await page.goto('/')
    await remember(page)
    const steps = [
      ['Counted by', 'run by', '/?by=run-by', /^Microsoft Azure ran 5/],
      ['Figure compared', 'total cores', '/?by=run-by&metric=cores', /^Microsoft Azure ran 5/],
      ['Axis of ranks', 'linear', '/?by=run-by&metric=cores&axis=linear', /^Microsoft Azure ran 5/],
      [
        'List',
        'November 2023',
        '/?list=2023-11&by=run-by&metric=cores&axis=linear',
        /^Microsoft Azure ran [0-9]+ of the 500/,
      ],
    ] as const
    for (const [name, option, link, words] of steps) {
      await control(page, name).selectOption(option)
      await expect(page).toHaveURL(link)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(words)
    }
    for (const [, , link] of steps.slice(0, -1).toReversed()) {
      await page.goBack()
      await expect(page).toHaveURL(link)
    }
    await expect(control(page, 'List')).toHaveValue('2021-11')
    await expect(control(page, 'Axis of ranks')).toHaveValue('log')
    await page.goBack()
    await expect(page).toHaveURL('/')
    await expect(control(page, 'Counted by')).toHaveValue('built-by')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Microsoft Azure built 5/)
    await expectKept(page)
  })

  test('a change that was made before the script came is not lost', async ({ page }) => {
    let open = () => {}
    const gate = new Promise<void>((resolve) => {
      open = resolve
    })
    await page.route('**/*.js', async (route) => {
      await gate
      await route.continue()
    })
    await page.goto('/', { waitUntil: 'commit' })
    await control(page, 'Counted by').selectOption('run by')
    open()
    await expect(page).toHaveURL('/?by=run-by')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Microsoft Azure ran 5/)
  })

  test('a name is added by typing, with the list’s own names offered, and back takes it away', async ({
    page,
  }) => {
    await page.goto('/?with=ibm')
    await remember(page)
    const line = page.getByRole('combobox', { name: /^Add any manufacturer/ })
    await line.click()
    await expect(page.locator('datalist#names option[value="Sugon"]')).toHaveCount(1)
    await expect(
      page.locator('datalist#names option[value="RIKEN Center for Computational Science"]'),
    ).toHaveCount(1)
    await line.fill('Sugon')
    await line.press('Enter')
    await expect(page).toHaveURL(/\/\?with=ibm&with=(manufacturer%3A)?sugon$/i)
    expect(await companions(page)).toEqual(['IBM', 'Sugon'])
    await expect(line).toHaveValue('')
    await page.getByRole('link', { name: 'Remove IBM' }).click()
    await expect.poll(() => companions(page)).toEqual(['Sugon'])
    await page.goBack()
    await expect.poll(() => companions(page)).toEqual(['IBM', 'Sugon'])
    await page.goBack()
    await expect.poll(() => companions(page)).toEqual(['IBM'])
    await expectKept(page)
  })

  test('another focus takes the place of the first, which stays among the others', async ({
    page,
  }) => {
    await page.goto('/')
    await control(page, 'Organisation in focus').selectOption('Meta')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      /^Meta built 1 of the 500 systems: rank\s139/,
    )
    expect(await companions(page)).toEqual([
      'Microsoft Azure',
      'IBM',
      'NVIDIA',
      'HPE',
      'Lenovo',
      'Fujitsu',
      'Amazon',
    ])
    await expect(page.getByText('The lists print Meta under its old name, Facebook.')).toBeVisible()
    await page.goBack()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Microsoft Azure built 5/)
  })

  test('sorting keeps the place on the page, and the chart that took over stays', async ({
    page,
  }) => {
    await page.goto('/')
    await remember(page)
    const cores = page.locator('#rows thead').getByRole('link', { name: 'Total cores' })
    await cores.scrollIntoViewIfNeeded()
    const before = await page.evaluate(() => scrollY)
    await cores.click()
    await expect(page.locator('[aria-sort=ascending]')).toHaveText('Total cores ↑')
    await cores.click()
    await expect(page.locator('[aria-sort=descending]')).toHaveText('Total cores ↓')
    await expect(page.locator('#rows tbody tr').first()).toContainText('7,630,848')
    expect(Math.abs((await page.evaluate(() => scrollY)) - before)).toBeLessThan(60)
    await expectKept(page)
  })
})

test('a colour and a shape belong to an organisation, whoever else comes or goes', async ({
  page,
}) => {
  const looks = () =>
    chartOf(page, 'rank-rmax')
      .locator('[data-frame]:visible [data-marks]:not([data-marks=rest])')
      .evaluateAll((all) =>
        Object.fromEntries(
          all.map((marks) => [
            marks.getAttribute('data-marks'),
            [
              // Dots are drawn as the ends of a line, other shapes as outlines.
              getComputedStyle(marks)[marks.hasAttribute('stroke-linecap') ? 'stroke' : 'fill'],
              // The commands of an outline without its numbers are its shape.
              { round: 'Maaz', square: 'Mhvhz' }[marks.getAttribute('stroke-linecap') ?? ''] ??
                (marks.firstElementChild ?? marks)
                  .getAttribute('d')
                  ?.match(/M[^M]+/)?.[0]
                  .replace(/[^A-Za-z]/g, ''),
            ].join(' '),
          ]),
        ),
      )
  await page.goto('/')
  const all = await looks()
  expect(Object.keys(all).sort()).toEqual([
    'amazon',
    'azure',
    'fujitsu',
    'hpe',
    'ibm',
    'lenovo',
    'meta',
    'nvidia',
  ])
  expect(new Set(Object.values(all)).size).toBe(8)
  for (const link of ['/?with=ibm', '/?focus=ibm&with=nvidia&with=atos', '/?by=run-by']) {
    await page.goto(link)
    for (const [key, look] of Object.entries(await looks()))
      if (key in all) expect([link, key, look]).toEqual([link, key, all[key]])
  }
})
