import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { type Picture, parsePicture } from '@/lib/chart/picture'
import { readProvenance, signPng, signSvg } from '@/lib/chart/provenance'
import { openRasterPool } from '@/lib/chart/raster-pool'
import { renderPicture } from '@/lib/chart/render'
import { verdictWords } from '@/lib/chart/verdict'
import { verifyPicture } from '@/lib/chart/verify'
import { compare } from '@/lib/compare/compare'
import { DEFAULT_VIEW, type View } from '@/lib/link/view'
import type { EditionId } from '@/lib/model/edition'
import type { System } from '@/lib/model/system'
import { openBundled } from '@/lib/store/bundled'
import { openFolder } from '@/lib/store/folder'
import { openOverlay } from '@/lib/store/overlay-store'
import type { ListStore } from '@/lib/store/store'

const pool = openRasterPool()
afterAll(() => pool.close())
const bundled = openBundled()

let store: ListStore
beforeEach(() => {
  store = openOverlay(bundled, openFolder(mkdtempSync(join(tmpdir(), 'top500-verify-'))))
})

async function drawn(file: string, query = '', change: Partial<View> = {}): Promise<Uint8Array> {
  const view = { ...DEFAULT_VIEW, ...change }
  const picture = parsePicture(file, new URLSearchParams(query))
  const list = await store.edition(view.list)
  if (!picture.ok || !list) throw new Error('The picture cannot be drawn')
  const rendered = await renderPicture(
    compare(list, view),
    view,
    picture.value satisfies Picture,
    'https://top500.example',
    pool,
  )
  if (!rendered.ok) throw new Error(rendered.error)
  return rendered.value.body
}

/** Keeps a list as one more version with some systems changed. */
async function keep(id: EditionId, change: (system: System) => System): Promise<void> {
  const list = await store.edition(id)
  if (!list) throw new Error(`There is no list ${id}`)
  const kept = await store.keep({
    edition: { ...list, systems: list.systems.map(change) },
    expected: list.version.version,
    fileName: null,
    source: null,
    issues: [],
  })
  if (!kept.ok) throw new Error(kept.error.message)
}

const headlineOf = async (bytes: Uint8Array) =>
  verdictWords(await verifyPicture(bytes, store, pool)).headline

describe('a picture that is brought back', () => {
  it.each([
    ['rank-rmax.png', 'scale=2&theme=dark', {}],
    ['totals.svg', 'size=square', { metric: 'share' as const, focus: 'meta', beside: [] }],
    ['rank-strip.png', 'title=off&background=none', { list: '1993-11' as const }],
  ])('as it was drawn is genuine (%s with %s)', async (file, query, change) => {
    const verdict = await verifyPicture(await drawn(file, query, change), store, pool)
    expect(verdict).toMatchObject({ kind: 'known', intact: true, redrawn: true, agrees: true })
    expect(verdictWords(verdict).tone).toBe('good')
    expect(verdictWords(verdict).headline).toBe(
      'This picture is genuine, and its figures are those of the list now there.',
    )
  })

  it('brings its view back', async () => {
    const svg = await drawn('totals.svg', 'theme=dark', { focus: 'meta', lens: 'run-by' })
    expect(await verifyPicture(svg, store, pool)).toMatchObject({
      chart: 'totals',
      href: '/?focus=meta&by=run-by',
    })
  })

  it('whose list has changed is told every figure that did', async () => {
    const png = await drawn('totals.png')
    await keep('2021-11', (system) =>
      system.rank === 10 ? { ...system, rmax: 31_050, rpeak: 40_000 } : system,
    )
    const verdict = await verifyPicture(png, store, pool)
    expect(verdict).toMatchObject({
      intact: true,
      redrawn: true,
      agrees: false,
      lists: [{ edition: '2021-11', version: 0, state: 'older' }],
      differing: 2,
    })
    expect(verdictWords(verdict)).toEqual({
      tone: 'doubt',
      headline: 'This picture is genuine, but the list has changed since it was drawn.',
      lines: [
        'Drawn again from the list of then, it is the same byte for byte; from the list of now, its figures are others.',
        'The list of November 2021, version 0 (2ac9cd31), from which it was drawn, is in the history; another version is shown now.',
        'Microsoft Azure, Total Rmax, TFlop/s: 96,410 then, 97,410 now.',
        'Whole list, each system once, Total Rmax, TFlop/s: 3,036,861.78377 then, 3,037,861.78377 now.',
      ],
    })
  })

  it('whose list changed where the chart shows nothing still agrees', async () => {
    const png = await drawn('totals.png')
    await keep('2021-11', (system) => (system.rank === 10 ? { ...system, nmax: 1 } : system))
    expect(await verifyPicture(png, store, pool)).toMatchObject({ redrawn: true, agrees: true })
  })

  it('whose list was removed names what to bring back', async () => {
    const png = await drawn('totals.png', '', { list: '2018-06' })
    await store.remove('2018-06', 0)
    const verdict = await verifyPicture(png, store, pool)
    expect(verdict).toEqual({ kind: 'unknown-view', intact: true, view: '/?list=2018-06' })
    expect(verdictWords(verdict).headline).toContain('not known here')
  })
})

describe('a picture that was tampered with', () => {
  it('in one figure is told as changed', async () => {
    const text = new TextDecoder().decode(await drawn('totals.svg'))
    const forged = text.replace('96.4 Pflop/s', '98.4 Pflop/s')
    expect(forged).not.toBe(text)
    expect(await headlineOf(new TextEncoder().encode(forged))).toBe(
      'This file was changed after it was drawn.',
    )
  })

  it('in one row of pixels, and saved again with its metadata, is told as changed', async () => {
    const png = Buffer.from(await drawn('totals.png'))
    const read = await readProvenance(png)
    const image = PNG.sync.read(png)
    image.data.fill(0, 300 * image.width * 4, 301 * image.width * 4)
    const painted = PNG.sync.write(image)
    const at = png.indexOf('iTXt') - 4
    const chunk = png.subarray(at, at + 12 + png.readUInt32BE(at))
    const forged = Buffer.concat([painted.subarray(0, 33), chunk, painted.subarray(33)])
    expect(read.kind).toBe('found')
    expect(await headlineOf(forged)).toBe('This file was changed after it was drawn.')
  })

  it('and signed anew with care is found out by drawing it again', async () => {
    const png = await drawn('totals.png')
    const svg = new TextDecoder().decode(await drawn('totals.svg'))
    const [ofPng, ofSvg] = [
      await readProvenance(png),
      await readProvenance(new TextEncoder().encode(svg)),
    ]
    if (ofPng.kind !== 'found' || ofSvg.kind !== 'found') throw new Error('not our pictures')

    const bare = svg.replace(/<metadata>.*<\/metadata>/, '').replace('96.4 Pflop', '98.4 Pflop')
    const forgedSvg = new TextEncoder().encode(await signSvg(bare, ofSvg.provenance))
    const image = PNG.sync.read(Buffer.from(png))
    image.data.fill(0, 300 * image.width * 4, 301 * image.width * 4)
    const forgedPng = await signPng(PNG.sync.write(image), ofPng.provenance)
    for (const forged of [forgedSvg, forgedPng]) {
      const verdict = await verifyPicture(forged, store, pool)
      expect(verdict).toMatchObject({ intact: true, redrawn: false, agrees: true })
      expect(verdictWords(verdict).tone).toBe('doubt')
    }
  })
})

describe('a file that is no picture of ours', () => {
  it.each([
    ['Rank,Site', 'This file is neither a PNG nor an SVG picture.'],
    ['', 'This file is neither a PNG nor an SVG picture.'],
    [
      '<svg xmlns="http://www.w3.org/2000/svg"/>',
      'This picture does not come from here, or it was saved anew by another program.',
    ],
    [
      '<svg><metadata>{"format":"top500-compare/1"}</metadata></svg>',
      'This picture says that it comes from here, but what it says is not as this program writes it.',
    ],
  ])('%j is told as what it is', async (text, headline) => {
    expect(await headlineOf(new TextEncoder().encode(text))).toBe(headline)
  })

  it('but names a view that means nothing here is told so', async () => {
    const svg = new TextDecoder().decode(await drawn('totals.svg'))
    const read = await readProvenance(new TextEncoder().encode(svg))
    if (read.kind !== 'found') throw new Error('not our picture')
    for (const view of ['/?focus=nobody', 'https://evil.example/', '/?list=2031-06', '']) {
      const forged = await signSvg(svg.replace(/<metadata>.*<\/metadata>/, ''), {
        ...read.provenance,
        view,
      })
      expect(await verifyPicture(new TextEncoder().encode(forged), store, pool)).toEqual({
        kind: 'unknown-view',
        intact: true,
        view,
      })
    }
  })
})
