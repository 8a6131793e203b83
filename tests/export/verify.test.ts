import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { followPicture } from '@/app/subject'
import { compare } from '@/lib/compare/compare'
import { type DrawingPool, openDrawingPool } from '@/lib/export/drawing-pool'
import { pictureJob } from '@/lib/export/picture-job'
import { readProvenance } from '@/lib/export/read-provenance'
import { renderPicture } from '@/lib/export/render-file'
import { type VerdictWords, verdictWords } from '@/lib/export/verdict'
import { verifyPicture } from '@/lib/export/verify'
import { DEFAULT_VIEW, type View } from '@/lib/link/view'
import type { EditionId } from '@/lib/model/edition'
import type { System } from '@/lib/model/system'
import { comparisonSubject } from '@/lib/picture/comparison-subject'
import { parsePicture } from '@/lib/picture/picture'
import { signPng, signSvg } from '@/lib/picture/provenance'
import { openBundled } from '@/lib/store/bundled'
import { openFolder } from '@/lib/store/folder'
import { openOverlay } from '@/lib/store/overlay-store'
import type { ListStore } from '@/lib/store/store'
import { buildWorker } from '@/scripts/worker.js'

const OWN = 'https://top500.example'
const bundled = openBundled()
const folder = mkdtempSync(join(tmpdir(), 'top500-drawing-'))

let pool: DrawingPool
let store: ListStore
beforeAll(async () => {
  const outfile = join(process.cwd(), 'node_modules/.cache/verify-test/drawing.cjs')
  await buildWorker({ outfile, source: join(process.cwd(), 'lib/export/drawing-process.ts') })
  pool = openDrawingPool(outfile)
})
afterAll(() => {
  pool.close()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(() => {
  store = openOverlay(bundled, openFolder(mkdtempSync(join(folder, 'lists-'))))
})

async function drawn(
  file: string,
  query = '',
  change: Partial<View> = {},
  origin = OWN,
): Promise<Uint8Array> {
  const view = { ...DEFAULT_VIEW, ...change }
  const picture = parsePicture(file, new URLSearchParams(query))
  const list = await store.edition(view.list)
  if (!picture.ok || !list) throw new Error('The picture cannot be drawn')
  const subject = comparisonSubject(compare(list, view), view)
  return (await renderPicture(pictureJob(subject, picture.value, origin))).body
}

/** What is found of a file by the server at {@link OWN}. */
async function verify(bytes: Uint8Array) {
  const verdict = await verifyPicture(bytes, store, OWN, pool, followPicture)
  if (!verdict.ok) throw new Error(verdict.error)
  return verdict.value
}

/** What is told of a file. */
const told = async (bytes: Uint8Array): Promise<VerdictWords> => verdictWords(await verify(bytes))

const utf8 = (text: string) => new TextEncoder().encode(text)

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

const headlineOf = async (bytes: Uint8Array) => (await told(bytes)).headline

describe('a picture that is brought back', () => {
  it.each([
    ['rank-rmax.png', 'scale=2&theme=dark', {}],
    ['totals.svg', 'size=square', { metric: 'share' as const, focus: 'meta', beside: [] }],
    ['rank-strip.png', 'title=off&background=none', { list: '1993-11' as const }],
  ])('as it was drawn is unchanged (%s with %s)', async (file, query, change) => {
    const verdict = await verify(await drawn(file, query, change))
    expect(verdict).toMatchObject({ kind: 'known', intact: true, redrawn: true, agrees: true })
    expect(verdictWords(verdict).tone).toBe('good')
    expect(verdictWords(verdict).headline).toBe(
      'This picture is unchanged, and its figures are those of the current list.',
    )
  })

  it('brings its view back', async () => {
    const svg = await drawn('totals.svg', 'theme=dark', { focus: 'meta', lens: 'run-by' })
    expect(await verify(svg)).toMatchObject({
      chart: 'totals',
      href: '/?focus=meta&by=run-by',
    })
  })

  it('whose list has changed is told every figure that did', async () => {
    const png = await drawn('totals.png')
    await keep('2021-11', (system) =>
      system.rank === 10 ? { ...system, rmax: 31_050, rpeak: 40_000 } : system,
    )
    const verdict = await verify(png)
    expect(verdict).toMatchObject({
      intact: true,
      redrawn: true,
      agrees: false,
      lists: [{ edition: '2021-11', version: 0, state: 'older' }],
      differing: 2,
    })
    expect(verdictWords(verdict)).toEqual({
      tone: 'doubt',
      headline: 'This picture is unchanged, but the list has changed since it was drawn.',
      lines: [
        'Drawn again from the list of then, it is the same byte for byte; from the current list, its figures are others.',
        'The list of November 2021, version 0 (2ac9cd31), from which it was drawn, is in the history; another version is shown now.',
        'Microsoft Azure, Total Rmax, TFlop/s: 96,410 then, 97,410 now.',
        'Whole list, each system once, Total Rmax, TFlop/s: 3,036,861.78377 then, 3,037,861.78377 now.',
      ],
    })
  })

  it('whose list changed where the chart shows nothing still agrees', async () => {
    const png = await drawn('totals.png')
    await keep('2021-11', (system) => (system.rank === 10 ? { ...system, nmax: 1 } : system))
    expect(await verify(png)).toMatchObject({ redrawn: true, agrees: true })
  })

  it('whose list was removed names what to bring back', async () => {
    const png = await drawn('totals.png', '', { list: '2018-06' })
    await store.remove('2018-06', 0)
    const verdict = await verify(png)
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
      const verdict = await verify(forged)
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
      expect(await verify(new TextEncoder().encode(forged))).toEqual({
        kind: 'unknown-view',
        intact: true,
        view,
      })
    }
  })
})

/** A picture as somebody would make it who can compute hashes: with metadata of their own, signed anew. */
async function forged(
  change: (svg: string) => string,
  metadata: Record<string, unknown>,
): Promise<Uint8Array> {
  const text = new TextDecoder().decode(await drawn('totals.svg'))
  const read = await readProvenance(utf8(text))
  if (read.kind !== 'found') throw new Error('not our picture')
  const bare = change(text.replace(/<metadata>.*<\/metadata>/, ''))
  return utf8(await signSvg(bare, { ...read.provenance, ...metadata }))
}

describe('a picture of another server', () => {
  it('is never called unchanged, however it was signed, and it is said whose it says it is', async () => {
    const evil = 'https://evil.example'
    const own = await drawn('totals.svg', '', {}, evil)
    const words = await forged((svg) => svg.replaceAll('Microsoft Azure', 'Anybody’s words'), {
      link: `${evil}/`,
    })
    for (const bytes of [own, words]) {
      expect(await verify(bytes)).toEqual({
        kind: 'foreign',
        intact: true,
        origin: evil,
        own: OWN,
      })
      expect(await told(bytes)).toEqual({
        tone: 'doubt',
        headline: 'This picture says that https://evil.example drew it, which is not this server.',
        lines: [
          'This server is https://top500.example and can vouch only for its own pictures. Verify it there, if you trust that server.',
        ],
      })
    }
  })

  it.each([
    { link: '', origin: null },
    { link: 'javascript:alert(1)', origin: 'null' },
    { link: '//top500.example/', origin: null },
    { link: 'http://top500.example/', origin: 'http://top500.example' },
    { link: 'https://top500.example:444/', origin: 'https://top500.example:444' },
    { link: 'https://top500.example@evil.example/', origin: 'https://evil.example' },
  ])('is told where its link is “$link”', async ({ link, origin }) => {
    const picture = await forged((svg) => svg, { link })
    expect(await verify(picture)).toMatchObject({ kind: 'foreign', origin })
    expect((await told(picture)).tone).toBe('doubt')
  })

  it('is told in few words, however many it has', async () => {
    const link = `https://${'a.'.repeat(110)}example/${'x'.repeat(20_000)}`
    const words = await told(await forged((svg) => svg, { link }))
    expect(JSON.stringify(words).length).toBeLessThan(1000)
  })

  it('is told as changed where it was', async () => {
    const text = new TextDecoder().decode(await drawn('totals.svg', '', {}, 'https://evil.example'))
    expect(await told(utf8(text.replace('96.4 Pflop/s', '98.4 Pflop/s')))).toMatchObject({
      tone: 'bad',
      headline:
        'This file was changed after it was drawn, and it says that https://evil.example drew it.',
    })
  })
})

describe('words of an address', () => {
  it.each([
    { focus: 'manufacturer:Buy now at evil.example' },
    { beside: ['azure', 'site:Everybody else is a fraud'] },
  ])('are never called unchanged, though this server drew them (%j)', async (change) => {
    const verdict = await verify(await drawn('totals.svg', '', change))
    expect(verdict.kind).toBe('unknown-view')
    expect(verdictWords(verdict).tone).toBe('bad')
  })

  it('that are a name of the list are', async () => {
    const names = {
      focus: 'manufacturer:Inspur',
      beside: ['country:Japan', 'site:Microsoft Research'],
    }
    expect(await verify(await drawn('totals.svg', '', names))).toMatchObject({
      kind: 'known',
      redrawn: true,
    })
  })
})

describe('a version of a list that was never saved here', () => {
  it('leaves open whether the picture is unchanged, whatever hash it carries', async () => {
    const lists = [{ edition: '2021-11', version: 7, hash: 'a'.repeat(64) }]
    const words = await told(await forged((svg) => svg.replaceAll('96.4', '99.9'), { lists }))
    expect(words.tone).toBe('doubt')
    expect(words.headline).toBe(
      'The list behind this picture was never saved here; the figures that it names are those of the current list.',
    )
    expect(words.lines[0]).toBe(
      'Without that version of the list it cannot be drawn again, so nobody can say here whether it is unchanged. Compare it with the picture below.',
    )
  })
})
