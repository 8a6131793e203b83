import { expect, test } from 'vitest'
import { inlined, withStyles } from '@/scripts/front/styles'

const ADDRESS = '/_next/static/chunks/a.css'
const LINK = `<link rel="stylesheet" href="${ADDRESS}" data-precedence="next"/>`
const HTML = `<head>${LINK}</head><p>Voyager-EUS2</p>`

test('a page holds its style sheet, and a browser need not ask for it', () => {
  expect(withStyles(HTML, { [ADDRESS]: 'p{color:red}' })).toBe(
    '<head><style data-precedence="next">p{color:red}</style>' +
      `<link rel="stylesheet" href="${ADDRESS}" data-precedence="next" disabled/></head><p>Voyager-EUS2</p>`,
  )
})

test('a page with a sheet that is not known asks for it as it did', () => {
  expect(withStyles(HTML, {})).toBe(HTML)
})

test.each([
  ['url(../media/a.woff2)', 'url(/_next/static/media/a.woff2)'],
  ['url("./a.svg")', 'url(/_next/static/chunks/a.svg)'],
  ['url(/icon.svg)', 'url(/icon.svg)'],
  ['url(data:image/png;base64,AAAA)', 'url(data:image/png;base64,AAAA)'],
])('%s leads to the same file from a page', (path, from) => {
  expect(inlined(`a{src:${path}}`, ADDRESS)).toBe(`a{src:${from}}`)
})

test('a style sheet cannot end the element in which it stands', () => {
  expect(inlined('a{content:"</style>"}', ADDRESS)).toBe('a{content:"<\\/style>"}')
})
