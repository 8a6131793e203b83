import { describe, expect, test } from 'vitest'
import { firstStyles, withFirstStyles } from '@/scripts/front/styles'
import { needsOf, sheetOf } from '@/scripts/styles'

const ADDRESS = '/_next/static/chunks/a.css'
/** What of a sheet a page needs first. */
const first = (css: string, html: string) => firstStyles(sheetOf(css, ADDRESS), html)

test.each([
  ['main section > p', ['<main', '<section', '<p']],
  ['.max-w-\\[calc\\(100\\%-0\\.5em\\)\\]', ['.max-w-[calc(100%-0.5em)]']],
  ['.\\31 0:not(.other)', ['.10']],
  ['.open\\:basis-full:is([open],:popover-open)', ['.open:basis-full']],
  ['.group-data:is(:where(.group)[data-paper] *)', [' data-paper="', '.group-data', '.group']],
  ['*,:after', []],
  ['.field::-webkit-date-and-time-value', ['.field', ' type="date']],
])('what a page must hold for %s', (selector, needs) => {
  expect(needsOf(selector)).toEqual(needs)
})

test.each([
  'a:hover',
  '.group:is(:where(.other):focus-visible *)',
  '.x:has(:focus)',
  '::selection',
])('%s means nothing before somebody touches the page', (selector) => {
  expect(needsOf(selector)).toBeNull()
})

test('what is shown only while something has no focus matters at once', () => {
  expect(needsOf('.quiet:not(:focus-visible)')).toEqual(['.quiet'])
})

describe('the first styles of a page', () => {
  const html = '<main class="a b&amp;c" data-mark="x"><p class="a">Voyager-EUS2</p></main>'

  test('are the rules whose classes, tags and attributes it holds, in their order', () => {
    const css =
      'p{color:red}.a{top:1px}.z{top:2px}.b\\&c,.z{top:3px}[data-mark]{top:4px}[open]{top:5px}h1{top:6px}'
    expect(first(css, html)).toBe('p{color:red}.a{top:1px}.b\\&c{top:3px}[data-mark]{top:4px}')
  })

  test('tell a tag from one whose name begins alike', () => {
    const css = 'p{top:1px}pre{top:2px}th{top:3px}thead{top:4px}'
    expect(first(css, '<p></p><pre></pre><thead><th></th></thead>')).toBe(css)
  })

  test('leave out what matters on paper, and groups of which nothing is left', () => {
    const css =
      '@media print{p{top:1px}}@page{size:landscape}@media (min-width:600px){.a{top:2px}.z{top:3px}}@media (min-width:900px){.z{top:4px}}'
    expect(first(css, html)).toBe('@media (min-width:600px){.a{top:2px}}')
  })

  test('say the order of all layers, of those too that have nothing in it', () => {
    expect(first('@layer x;@layer base{h1{top:1px}}@layer utilities{.a{top:2px}}', html)).toBe(
      '@layer x,base,utilities;@layer utilities{.a{top:2px}}',
    )
  })

  test('hold fonts, with paths from the root, and properties that they use', () => {
    const css =
      '@font-face{src:url(../media/a.woff2)format("woff2")}@property --x{syntax:"*";inherits:false;initial-value:solid}@property --y{syntax:"*";inherits:false;initial-value:solid}.a{border-style:var(--x)}'
    expect(first(css, html)).toBe(
      '@font-face{src:url(/_next/static/media/a.woff2)format("woff2")}@property --x{syntax:"*";inherits:false;initial-value:solid}.a{border-style:var(--x)}',
    )
  })

  test('hold what the script in the head turns on before anything is painted', () => {
    expect(first(':root[data-inter=words]{top:1px}', html)).toBe(':root[data-inter=words]{top:1px}')
  })
})

describe('a page with a style sheet', () => {
  const link = `<link rel="stylesheet" href="${ADDRESS}" data-precedence="next"/>`
  const html = `<head>${link}</head><body><p class="a"></p></body>`
  const sheets = { [ADDRESS]: sheetOf('.a{top:1px}.z{top:2px}', ADDRESS) }

  test('holds what it needs first, and fetches the whole sheet as for paper, or at once without script', () => {
    const styled = withFirstStyles(html, { nonce: 'abc', sheets })
    expect(styled).toContain(
      '<head><style data-precedence="next">.a{top:1px}</style>' +
        `<noscript>${link}</noscript>${link.replace('/>', ' media="print"/>')}</head><body><p class="a"></p>`,
    )
    expect(styled).toMatch(/<script nonce="abc">[^<]+sheet\.media='all'[^<]+<\/script><\/body>$/)
  })

  test.each([
    ['where a sheet is not known', html, {}],
    ['where it has none', html.replace(link, ''), sheets],
    ['where it has no end', html.replace('</body>', ''), sheets],
  ])('stays as it is %s', (_, page, known) => {
    expect(withFirstStyles(page, { nonce: 'abc', sheets: known })).toBe(page)
  })
})
