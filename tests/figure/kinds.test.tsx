import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it, vi } from 'vitest'
import { load } from '@/app/load'
import { type ChartPlace, shapeChart, shapePage, shapeTable } from '@/app/shape'
import { shapeEmbed, shapeExports } from '@/app/shape-export'
import { ChartFigure } from '@/components/chart-figure'
import { ComparisonPage } from '@/components/comparison-page'
import { EmbeddedChart } from '@/components/embedded-chart'
import { TablePage } from '@/components/table-page'
import type { DrawingPool } from '@/lib/chart/drawing-pool'
import { judgePicture } from '@/lib/chart/judge'
import { parsePicture } from '@/lib/chart/picture'
import { readProvenance } from '@/lib/chart/read-provenance'
import { renderPicture } from '@/lib/chart/render-file'
import { verifyPicture } from '@/lib/chart/verify'
import { compare } from '@/lib/compare/compare'
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
  draw: async (edition, view, picture, origin) => ({
    ok: true,
    value: await renderPicture(compare(edition, view), view, picture, origin),
  }),
  read: async (bytes) => ({ ok: true, value: await readProvenance(bytes) }),
  judge: async (...asked) => ({ ok: true, value: await judgePicture(...asked) }),
  close: () => undefined,
}

const ORIGIN = 'https://top500.example'

async function found() {
  const loaded = await load({})
  if (loaded.kind !== 'comparison') throw new Error('There is no list.')
  return loaded
}

async function file(format: string, query = ''): Promise<Uint8Array> {
  const { comparison, view } = await found()
  const picture = parsePicture(`installed.${format}`, new URLSearchParams(query))
  if (!picture.ok) throw new Error('There is no such chart.')
  return (await renderPicture(comparison, view, picture.value, ORIGIN)).body
}

const text = async (format: string) => new TextDecoder().decode(await file(format))

it('puts a new kind on the page, with its picture in every width, its table and its menu', async () => {
  const loaded = await found()
  const shaped = shapePage(loaded, false)
  const page = renderToStaticMarkup(
    <ComparisonPage
      {...shaped}
      exports={shapeExports(loaded, ORIGIN, new Date(0))}
      nonce={undefined}
    />,
  )
  const own = page.slice(page.indexOf('<section class="figure" aria-labelledby="chart-installed"'))
  expect(own).toContain('<h2 id="chart-installed">Systems by year of installation</h2>')
  for (const width of [358, 720, 1120]) expect(own).toContain(`viewBox="0 0 ${width} `)
  expect(own).toContain('action="/api/chart/installed.png"')
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
  const loaded = await found()
  const words = shapeExports(loaded, ORIGIN, new Date(0)).installed?.words ?? []
  expect(words.find(({ id }) => id === 'caption')?.text).toMatch(
    /^Systems by year of installation\. A line for each organisation\. Source: TOP500 list no\. 58/,
  )
  const embedded = shapeEmbed('installed', loaded, ORIGIN)
  expect(embedded && renderToStaticMarkup(<EmbeddedChart {...embedded} />)).toContain(
    '/api/chart/installed.svg?width=960&amp;height=720&amp;theme=light',
  )
  const table = shapeTable('installed', loaded)
  expect(table && renderToStaticMarkup(<TablePage {...table} />)).toContain('Lenovo')
})

it('verifies its pictures', async () => {
  const store = openOverlay(openBundled(), openFolder(mkdtempSync(join(tmpdir(), 'top500-kinds-'))))
  for (const format of ['png', 'svg'])
    expect(await verifyPicture(await file(format, 'theme=dark'), store, ORIGIN, here)).toEqual({
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
  const { comparison, view } = await found()
  const places: ChartPlace[] = [
    { id: 'by-rmax', kind: 'totals' },
    { id: 'by-number', kind: 'totals', change: { metric: 'systems' } },
  ]
  const page = renderToStaticMarkup(
    places.map((place) => (
      <ChartFigure key={place.id} chart={shapeChart(place, comparison, view)} />
    )),
  )
  const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(page).toContain('<h2 id="chart-by-rmax">Total Rmax by builder</h2>')
  expect(page).toContain('<h2 id="chart-by-number">Number of systems by builder</h2>')
})
