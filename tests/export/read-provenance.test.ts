import { describe, expect, it } from 'vitest'
import { renderPng } from '@/lib/export/png'
import { READING_LIMITS, readProvenance } from '@/lib/export/read-provenance'
import { signPng, signSvg } from '@/lib/picture/provenance'

const bytes = (text: string) => new TextEncoder().encode(text)
const HASH = 'a'.repeat(64)
const own = {
  format: 'top500-compare/1' as const,
  kind: 'totals',
  view: '/',
  link: 'https://top500.example/',
  picture: '',
  lists: [{ edition: '2021-11' as const, version: 0, hash: HASH }],
  data: HASH,
  file: '',
}
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="480" height="320">'

/** What a file is, and the milliseconds that it took to say so. */
async function timed(file: Uint8Array) {
  const begun = performance.now()
  const { kind } = await readProvenance(file)
  return { kind, ms: performance.now() - begun }
}

/** Repeats a text until it has about as many characters as may be read. */
const fill = (text: string) => text.repeat(Math.floor((READING_LIMITS.bytes - 500) / text.length))

const PNG_START = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

describe('a file made to keep its reader busy', () => {
  // As `redos-28.svg`: a page of 28 markup declarations before no <svg> took a pattern 15 seconds, two more for ever.
  const declarations = (count: number) => `${'<!DOCTYPE a>'.repeat(count)}<svx`
  const comments = (count: number) => `${'<!-- -->'.repeat(count)}<svx`

  it.each([
    ['declarations', bytes(declarations(28))],
    ['more declarations', bytes(declarations(80))],
    ['declarations to the limit', bytes(fill('<!DOCTYPE a>'))],
    ['comments', bytes(comments(80))],
    ['comments to the limit', bytes(fill('<!-- -->'))],
    ['comments that do not end', bytes(fill('<!--'))],
    ['spaces', bytes(fill(' '))],
    ['spaces behind a mark', bytes(`\uFEFF${fill(' \n')}`)],
    ['the beginning of a tag', bytes(fill('<'))],
    ['empty elements', bytes(`${SVG}${fill('<a/>')}</svg>`)],
    ['elements within each other', bytes(`${SVG}${fill('<a>')}`)],
    ['attributes', bytes(`${SVG}<a ${fill('a="" ')}/></svg>`)],
    ['a text', bytes(`${SVG}${fill('text ')}</svg>`)],
    ['references', bytes(`${SVG}${fill('&amp;')}</svg>`)],
    ['metadata that do not end', bytes(`${SVG}<metadata>top500-compare/1${fill('x')}`)],
    [
      'entities',
      bytes(
        `<!DOCTYPE svg [<!ENTITY a "${'x'.repeat(1000)}"><!ENTITY b "${'&a;'.repeat(1000)}">]>${SVG}${fill('&b;')}</svg>`,
      ),
    ],
    [
      'empty chunks',
      Uint8Array.from([...PNG_START, ...Array.from({ length: 12 * 80_000 }, () => 0)]),
    ],
  ])('is told for what it is within two seconds: %s', async (_, file) => {
    const { kind, ms } = await timed(file)
    expect(['no-picture', 'no-metadata', 'broken']).toContain(kind)
    // Half a second on a quiet machine for the worst of them; a pattern that backtracks takes for ever.
    expect(ms).toBeLessThan(8000)
  })

  it('is not read where it is larger than may be', async () => {
    const large = new Uint8Array(READING_LIMITS.bytes + 1)
    large.set(bytes(await signSvg(`${SVG}</svg>`, own)))
    expect(await readProvenance(large)).toEqual({ kind: 'no-picture' })
  })
})

describe('metadata within their limits', () => {
  const signed = async (change: Partial<typeof own>) =>
    readProvenance(bytes(await signSvg(`${SVG}</svg>`, { ...own, ...change })))
  const lists = (count: number) => Array.from({ length: count }, () => own.lists[0] ?? never())
  const never = (): never => {
    throw new Error('There is one list.')
  }

  it('are read, and those beyond are broken', async () => {
    expect(await signed({ lists: lists(200) })).toMatchObject({ kind: 'found', intact: true })
    expect(await signed({ lists: lists(201) })).toMatchObject({ kind: 'broken' })
    // All that stands around the view has 308 characters.
    expect(await signed({ view: '/'.repeat(60_000) })).toMatchObject({ kind: 'found' })
    expect(await signed({ view: '/'.repeat(66_000) })).toMatchObject({ kind: 'broken' })
    const png = renderPng(`${SVG}</svg>`, 1)
    const large = await signPng(png, { ...own, view: '/'.repeat(66_000) })
    expect(await readProvenance(large)).toMatchObject({ kind: 'broken' })
  })

  it.each([
    { edition: '2021-12' },
    { edition: 'Everything here is true' },
    { version: -1 },
    { version: 1.5 },
    { hash: 'abc' },
  ])('name lists and versions, and nothing else (%j)', async (change) => {
    const [list] = own.lists
    const text = JSON.stringify({ ...own, lists: [{ ...list, ...change }] })
    const file = bytes(`${SVG}<metadata>${text}</metadata></svg>`)
    expect(await readProvenance(file)).toMatchObject({ kind: 'broken' })
  })

  it('stand directly in the root of an SVG, and nowhere else', async () => {
    const text = JSON.stringify(own)
    const other = [
      `<svg xmlns="http://www.w3.org/2000/svg"><g><metadata>${text}</metadata></g></svg>`,
      `<svg xmlns="http://www.w3.org/2000/svg"><!-- <metadata>${text}</metadata> --></svg>`,
      `<svg xmlns="http://www.w3.org/2000/svg"><desc><![CDATA[<metadata>${text}</metadata>]]></desc></svg>`,
    ]
    for (const svg of other)
      expect(await readProvenance(bytes(svg))).toEqual({ kind: 'no-metadata' })
    const html = `<html xmlns="http://www.w3.org/1999/xhtml"><metadata>${text}</metadata></html>`
    expect(await readProvenance(bytes(html))).toEqual({ kind: 'no-picture' })
  })

  it('are found behind a declaration, a comment and a document type', async () => {
    const signedText = await signSvg(`${SVG}</svg>`, own)
    const before = '<?xml version="1.0"?>\n<!-- saved by a program -->\n<!DOCTYPE svg>\n'
    expect(await readProvenance(bytes(before + signedText))).toMatchObject({
      kind: 'found',
      intact: false,
    })
  })
})
