import { LARGEST } from './largest.js'

const SVG = '<svg xmlns="http://www.w3.org/2000/svg">'
const NAMES = 12

const fill = (text, bytes) => text.repeat(Math.floor(bytes / text.length))
const form = (content, name) => {
  const body = new FormData()
  body.append('file', new File([content], name))
  return { method: 'POST', body }
}
const picture = (what, content, name = 'picture.svg') => ({
  what,
  path: '/api/verify',
  init: () => form(content, name),
})
const list = (what, content, name) => ({
  what,
  path: '/api/lists?dry-run',
  init: () => form(content, name),
})

/** A form of very many empty fields, which a parser of forms takes long to read. */
function manyFields(bytes) {
  const part = '--b\r\ncontent-disposition: form-data; name="a"\r\n\r\n\r\n'
  return {
    method: 'POST',
    headers: { 'content-type': 'multipart/form-data; boundary=b' },
    body: `${fill(part, bytes)}--b--\r\n`,
  }
}

/** PNG whose chunks are all empty. */
function emptyChunks(bytes) {
  const png = new Uint8Array(bytes)
  png.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return png
}

/** Names of 200 letters, as long as any may be. */
const longNames = (salt) =>
  Array.from({ length: NAMES }, (_, at) => ['with', `site:${`${salt}${at}`.padEnd(200, 'W')}`])

let salt = 0
const views = (path) => () => `${path}&width=${500 + (salt++ % 3000)}`

/**
 * What a stranger may send to keep the server busy: each with its path, its request, and how many are sent at once.
 * @returns {readonly { what: string, path: string | (() => string), init?: () => RequestInit, atOnce?: number }[]}
 */
export const HOSTILE = [
  picture('196 bytes on which a pattern ran wild', `${'<!DOCTYPE a>'.repeat(28)}<svx`),
  picture('980 bytes of the same', `${'<!DOCTYPE a>'.repeat(81)}<svx`),
  picture('8 MB of elements', `${SVG}${fill('<a/>', LARGEST)}</svg>`),
  picture('8 MB of attributes', `${SVG}<a ${fill('a="" ', LARGEST)}/></svg>`),
  picture('8 MB of metadata', `${SVG}<metadata>top500-compare/1${fill('x', LARGEST)}`),
  picture('8 MB of empty chunks', emptyChunks(LARGEST), 'picture.png'),
  picture('a picture of 11 MB', new Uint8Array(11 * 1024 * 1024), 'picture.png'),
  { what: '8 MB of form fields', path: '/api/verify', init: () => manyFields(LARGEST) },
  { what: '8 MB of form fields for the page', path: '/verify', init: () => manyFields(LARGEST) },
  { what: '900 KB of form fields for the lists', path: '/lists', init: () => manyFields(900_000) },
  {
    what: 'a page with twelve names of 200 letters',
    path: () => `/?${new URLSearchParams(longNames(`n${salt++}`))}`,
  },
  { what: 'thirty PDFs', path: views('/api/chart/rank-rmax.pdf?height=675'), atOnce: 30 },
  { what: 'thirty SVGs', path: views('/api/chart/rank-rmax.svg?height=675'), atOnce: 30 },
  {
    what: 'thirty PNGs of 23 million pixels',
    path: () => `/api/chart/rank-rmax.png?width=${1300 + (salt++ % 200)}&height=950&scale=4`,
    atOnce: 30,
  },
  {
    what: 'a page over all lists',
    path: () => `/time?metric=share&of=country&since=${1993 + (salt++ % 30)}-06&nonsense=${salt}`,
  },
  { what: 'thirty scenes of charts', path: views('/api/drawing/rank-rmax?height=675'), atOnce: 30 },
  {
    what: 'four thousand letters of statements',
    path: () =>
      `/claims?${new URLSearchParams({ say: `${salt++} ${fill('China has 219 systems and 30 % of Rmax. ', 3900)}` })}`,
  },
  {
    what: 'a search for letters that many names have',
    path: () => `/api/search?q=${'aeiou'[salt++ % 5]}${salt % 10}`,
  },
  {
    what: 'twenty searches at once',
    path: () => `/api/search?q=${'aeiou'[salt++ % 5]}${salt % 10}`,
    atOnce: 20,
  },
  {
    what: 'an address with 7,500 parameters',
    path: () => `/?${'a&'.repeat(7500)}${salt++}`,
  },
  {
    what: 'a browser whose name has 12,000 letters',
    path: () => `/?nonsense=${salt++}`,
    init: () => ({ headers: { 'user-agent': `Mozilla/5.0 ${fill('crawl', 12_000)}` } }),
  },
  list('a list of one row of 4 million cells', fill(',', 4_000_000), 'list.csv'),
  list('8 MB of markup as a list', `<table>${fill('<tr><td>', LARGEST)}`, 'list.html'),
]
