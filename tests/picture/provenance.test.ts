import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { PNG } from 'pngjs'
import { describe, expect, it } from 'vitest'
import { renderPng } from '@/lib/export/png'
import { readProvenance } from '@/lib/export/read-provenance'
import { dataHash, type Provenance, provenanceOf, signPng, signSvg } from '@/lib/picture/provenance'
import { layScene } from '@/lib/scene/lay'
import { drawScene, svgText } from '@/lib/scene/svg'
import { figureOf } from './fixture'

const figure = figureOf('totals')
const svg = svgText(
  drawScene(layScene(figure, { width: 1200, height: 675, words: true }), {
    mode: 'light',
    background: 'paper',
    fontCss: null,
    id: 'chart',
  }),
)
const png = renderPng(svg, 1)
const own = await provenanceOf(figure, '/?focus=meta', 'width=1200&height=675')
const bytes = (text: string) => new TextEncoder().encode(text)
const signed = { svg: bytes(await signSvg(svg, own)), png: await signPng(png, own) }

const found = async (file: Uint8Array) => {
  const reading = await readProvenance(file)
  if (reading.kind !== 'found') throw new Error(`the reading is ${reading.kind}`)
  return reading
}

const anyText = fc.string({ unit: 'binary', maxLength: 200 })
const anyView: fc.Arbitrary<Provenance> = fc.record({
  format: fc.constant('top500-compare/1' as const),
  kind: fc.constantFrom('rank-rmax', 'totals', 'rank-strip'),
  view: anyText.map((text) => `/?focus=${text}`),
  link: anyText,
  picture: anyText,
  lists: fc.array(
    fc.record({
      edition: fc.constantFrom('1993-06' as const, '2021-11' as const),
      version: fc.nat(),
      hash: anyText.map((text) => createHash('sha256').update(text).digest('hex')),
    }),
    { maxLength: 3 },
  ),
  data: fc.constant('0'.repeat(64)),
  file: fc.constant(''),
})

describe('a picture that proves itself', () => {
  it.each(['svg', 'png'] as const)(
    'says as %s which view it shows, and is intact',
    async (format) => {
      const { provenance, intact } = await found(signed[format])
      expect(intact).toBe(true)
      expect({ ...provenance, file: '' }).toEqual(own)
      expect(provenance.data).toBe(await dataHash(figure))
    },
  )

  it('keeps the pixels as they were', async () => {
    const [before, after] = [
      PNG.sync.read(Buffer.from(png)),
      PNG.sync.read(Buffer.from(signed.png)),
    ]
    expect(after.data.equals(before.data)).toBe(true)
  })

  it('brings the metadata of 1,000 generated views back byte for byte, in both formats', async () => {
    await fc.assert(
      fc.asyncProperty(anyView, async (provenance) => {
        const small = svg.slice(0, 400)
        for (const file of [
          bytes(await signSvg(`${small}"/>`, provenance)),
          await signPng(png, provenance),
        ]) {
          const reading = await found(file)
          expect(reading.intact).toBe(true)
          expect({ ...reading.provenance, file: '' }).toEqual(provenance)
        }
      }),
      { numRuns: 1000, seed: 58 },
    )
  })

  it('notices a byte changed anywhere in either format', async () => {
    for (const file of [signed.svg, signed.png])
      await fc.assert(
        fc.asyncProperty(
          fc.nat({ max: file.length - 1 }),
          fc.integer({ min: 1, max: 255 }),
          async (at, change) => {
            const changed = Uint8Array.from(file)
            changed[at] = (changed[at] ?? 0) ^ change
            const reading = await readProvenance(changed)
            expect(reading.kind === 'found' && reading.intact).toBe(false)
          },
        ),
        { numRuns: 1000, seed: 58 },
      )
  })

  it('notices one figure changed in the SVG', async () => {
    const text = new TextDecoder().decode(signed.svg)
    const changed = text.replace('>96.4 Pflop/s', '>98.4 Pflop/s')
    expect(changed).not.toBe(text)
    expect((await found(bytes(changed))).intact).toBe(false)
  })

  it('notices one row of pixels changed in a PNG that keeps the metadata', async () => {
    const image = PNG.sync.read(Buffer.from(png))
    image.data.fill(0, 300 * 1200 * 4, 301 * 1200 * 4)
    const repainted = PNG.sync.write(image)
    const from = Buffer.from(signed.png)
    const at = from.indexOf('iTXt') - 4
    const end = at + 12 + from.readUInt32BE(at)
    const forged = Buffer.concat([
      repainted.subarray(0, 33),
      from.subarray(at, end),
      repainted.subarray(33),
    ])
    expect((await found(forged)).intact).toBe(false)
  })

  it('notices another view written into the metadata', async () => {
    const text = new TextDecoder().decode(signed.svg).replace('focus=meta', 'focus=beta')
    const { provenance, intact } = await found(bytes(text))
    expect([provenance.view, intact]).toEqual(['/?focus=beta', false])
  })

  it('notices text hidden behind the metadata’s own', async () => {
    const text = new TextDecoder().decode(signed.svg).replace('{"format"', ' {"format"')
    expect((await found(bytes(text))).intact).toBe(false)
  })

  it('tells pictures from elsewhere from files that are no pictures', async () => {
    expect((await readProvenance(bytes(svg))).kind).toBe('no-metadata')
    expect((await readProvenance(png)).kind).toBe('no-metadata')
    expect((await readProvenance(bytes('Rank,Site'))).kind).toBe('no-picture')
    expect((await readProvenance(new Uint8Array())).kind).toBe('no-picture')
  })

  it('says that metadata which name this program but do not read are broken', async () => {
    const text = new TextDecoder().decode(signed.svg).replace('"view":', '"vieu":')
    expect((await readProvenance(bytes(text))).kind).toBe('broken')
  })

  it('gives other figures another hash, and the same ones the same', async () => {
    expect(await dataHash(figureOf('totals'))).toBe(await dataHash(figure))
    expect(await dataHash(figureOf('totals', { lens: 'run-by' }))).not.toBe(await dataHash(figure))
    expect(await dataHash(figureOf('totals', { metric: 'share' }))).not.toBe(await dataHash(figure))
  })
})
