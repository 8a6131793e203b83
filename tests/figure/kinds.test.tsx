import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it, vi } from 'vitest'
import { load } from '@/app/load'
import { shapePage } from '@/app/shape'
import { type ChartPlace, shapeChart, shapeTable } from '@/app/shape-chart'
import { shapeEmbed, shapeExport } from '@/app/shape-export'
import { followPicture } from '@/app/subject'
import { ChartFigure } from '@/components/chart-figure'
import { ComparisonPage } from '@/components/comparison-page'
import { EmbeddedChart } from '@/components/embedded-chart'
import { TablePage } from '@/components/table-page'
import type { DrawingPool } from '@/lib/export/drawing-pool'
import { judgePicture } from '@/lib/export/judge'
import { pictureJob } from '@/lib/export/picture-job'
import { readProvenance } from '@/lib/export/read-provenance'
import { renderPicture } from '@/lib/export/render-file'
import { verifyPicture } from '@/lib/export/verify'
import { comparisonSubject } from '@/lib/picture/comparison-subject'
import { parsePicture } from '@/lib/picture/picture'
import { openBundled } from '@/lib/store/bundled'
import { openFolder } from '@/lib/store/folder'
import { openOverlay } from '@/lib/store/overlay-store'

// Pages are rendered here without Next's router, which nobody presses.
vi.mock('next/navigation', async (original) => ({
  ...(await original<typeof import('next/navigation')>()),
  useRouter: () => ({}),
}))

// One more row in the table of kinds, and nothing else.
vi.mock('@/lib/figure/kinds', async (original) => {
  const { KINDS } = await original<typeof import('@/lib/figure/kinds')>()
  const { throwAway: added } = await import('./throw-away')
  const all = [...KINDS, added]
  return { KINDS: all, kindOf: (key: string) => all.find((kind) => kind.key === key) ?? null }
})

/** Does here what a server has done beside it, where nobody knows of a kind that only this test has. */
const here: DrawingPool = {
  draw: async (job) => ({ ok: true, value: await renderPicture(job) }),
  read: async (bytes) => ({ ok: true, value: await readProvenance(bytes) }),
  judge: async (...asked) => ({ ok: true, value: await judgePicture(...asked) }),
  close: () => undefined,
}

const ORIGIN = 'https://top500.example'

async function found() {
  const loaded = await load({})
  if (loaded.kind !== 'comparison') throw new Error('There is no list.')
  return { loaded, subject: comparisonSubject(loaded.comparison, loaded.view) }
}

async function file(format: string, query = ''): Promise<Uint8Array> {
  const { subject } = await found()
  const picture = parsePicture(`installed.${format}`, new URLSearchParams(query))
  if (!picture.ok) throw new Error('There is no such chart.')
  return (await renderPicture(pictureJob(subject, picture.value, ORIGIN))).body
}

const text = async (format: string) => new TextDecoder().decode(await file(format))

it('puts a new kind on the page, with its picture in every width, its table and its menu', async () => {
  const { loaded } = await found()
  const shaped = shapePage(loaded, false)
  const page = renderToStaticMarkup(<ComparisonPage {...shaped} nonce={undefined} />)
  const own = page.slice(page.indexOf('<section class="figure" aria-labelledby="chart-installed"'))
  expect(own).toContain('<h2 id="chart-installed">Systems by year of installation</h2>')
  for (const width of [358, 720, 1120]) expect(own).toContain(`viewBox="0 0 ${width} `)
  expect(own).toContain('href="/export/installed"')
  expect(own).toContain('<td class="num">5</td>')
  expect(shaped.charts.map(({ tablePage }) => tablePage)).toContain('/table/installed')
})

it('draws it as SVG, PNG and PDF', async () => {
  expect(await text('svg')).toContain('<path data-marks="lenovo" d="M')
  expect([...(await file('png')).subarray(1, 4)]).toEqual([...'PNG'].map((c) => c.charCodeAt(0)))
  expect((await text('pdf')).slice(0, 5)).toBe('%PDF-')
})

it('writes its figures as CSV and JSON', async () => {
  const lines = (await text('csv')).split('\r\n')
  expect(lines[0]).toBe('# Systems by year of installation')
  expect(lines).toContain('Organisation,Systems')
  // The five systems of facts.md, all with a year.
  expect(lines).toContain('Microsoft Azure,5')
  expect(JSON.parse(await text('json'))).toMatchObject({ kind: 'installed' })
})

it('gives it a caption, an embedded chart and a page with its whole table', async () => {
  const { subject } = await found()
  const place = { id: 'installed', kind: 'installed' }
  const { words } = shapeExport(place, subject, ORIGIN, new Date(0))
  expect(words.find(({ id }) => id === 'caption')?.text).toMatch(
    /^Systems by year of installation\. A line for each organisation\. Source: TOP500 list no\. 58/,
  )
  const embedded = shapeEmbed('installed', subject, 'system', ORIGIN)
  expect(renderToStaticMarkup(<EmbeddedChart {...embedded} />)).toContain(
    '/api/chart/installed.svg?width=960&amp;height=720&amp;theme=light',
  )
  const table = shapeTable('installed', subject, {
    theme: 'system',
    back: '/',
    listLinks: null,
    notices: [],
  })
  expect(renderToStaticMarkup(<TablePage {...table} />)).toContain('Lenovo')
})

const SYSTEM = { theme: 'system', phone: false } as const

it('keeps the theme of its page on every link out of its table', async () => {
  const { subject } = await found()
  const chart = shapeChart({ id: 'a', kind: 'rank-rmax' }, subject, { theme: 'dark', phone: false })
  expect(chart.tablePage).toMatch(/^\/table\/rank-rmax\?.*theme=dark$/)
  const hrefs = chart.table.links?.hrefs ?? []
  // The page shows the first rows of all; the others are one link away.
  expect(hrefs).toHaveLength(12)
  expect([chart.table.rows.length, chart.table.count]).toEqual([12, 500])
  expect(hrefs.every((href) => /^\/systems\/2021-11-\d+\?theme=dark$/.test(href))).toBe(true)
  expect(shapeChart({ id: 'a', kind: 'rank-rmax' }, subject, SYSTEM).tablePage).toBe(
    '/table/rank-rmax',
  )
})

it('verifies its pictures', async () => {
  const store = openOverlay(openBundled(), openFolder(mkdtempSync(join(tmpdir(), 'top500-kinds-'))))
  for (const format of ['png', 'svg'])
    expect(
      await verifyPicture(await file(format, 'theme=dark'), store, ORIGIN, here, followPicture),
    ).toEqual({
      ok: true,
      value: expect.objectContaining({
        kind: 'known',
        chart: 'installed',
        intact: true,
        redrawn: true,
        agrees: true,
      }),
    })
})

it('lets several charts of one kind stand on one page, each by its own id', async () => {
  const { comparison, view } = (await found()).loaded
  const charts = (['rmax', 'systems'] as const).map((metric) => {
    const place: ChartPlace = { id: metric, kind: 'totals' }
    return shapeChart(place, comparisonSubject(comparison, { ...view, metric }), SYSTEM)
  })
  const page = renderToStaticMarkup(
    charts.map((chart) => <ChartFigure key={chart.id} chart={chart} />),
  )
  const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(page).toContain('<h2 id="chart-rmax">Total Rmax by builder</h2>')
  expect(page).toContain('<h2 id="chart-systems">Number of systems by builder</h2>')
})
