import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PICTURE_LIMITS, pictureParams } from '@/lib/link/picture'
import { PRESETS } from '@/lib/link/preset'
import { FORMATS, type Format, parsePicture } from '@/lib/picture/picture'

const read = (file: string, query = '') => parsePicture(file, new URLSearchParams(query))
const messages = (file: string, query = '') => {
  const result = read(file, query)
  return result.ok ? [] : result.error.map((fault) => fault.message)
}

describe('the address of an image', () => {
  it('names the chart and the format in its path, and the frame in its parameters', () => {
    expect(read('rank-rmax.png', 'width=1200&height=675&scale=2&theme=dark')).toEqual({
      ok: true,
      value: {
        kind: 'rank-rmax',
        format: 'png',
        width: 1200,
        height: 675,
        scale: 2,
        theme: 'dark',
        background: 'paper',
        block: true,
        data: 'chart',
        download: false,
      },
    })
  })

  it('is an article picture in light with its title block where nothing else is said', () => {
    expect(read('totals.svg')).toEqual({
      ok: true,
      value: {
        kind: 'totals',
        format: 'svg',
        width: 1200,
        height: 675,
        scale: 1,
        theme: 'light',
        background: 'paper',
        block: true,
        data: 'chart',
        download: false,
      },
    })
  })

  it.each([
    'rank-rmax',
    'rank-rmax.gif',
    '.png',
    'treemap.png',
    '__proto__.png',
    'totals.png.exe',
    '',
  ])('that is no chart (%j) is refused with the charts and formats that exist', (file) => {
    expect(messages(file)[0]).toContain('The charts are rank-rmax, totals, rank-strip')
    expect(messages(file)[0]).toContain('.svg, .png, .pdf, .csv, .json')
  })

  it.each([
    ['width=480', []],
    [
      'width=479',
      ['“479” is not a known value of “width”; it can be a whole number from 480 to 4096.'],
    ],
    ['width=4096', []],
    [
      'width=4097',
      ['“4097” is not a known value of “width”; it can be a whole number from 480 to 4096.'],
    ],
    ['height=320', []],
    [
      'height=319',
      ['“319” is not a known value of “height”; it can be a whole number from 320 to 4096.'],
    ],
    [
      'width=1e3',
      ['“1e3” is not a known value of “width”; it can be a whole number from 480 to 4096.'],
    ],
    [
      'width=-1200',
      ['“-1200” is not a known value of “width”; it can be a whole number from 480 to 4096.'],
    ],
    ['scale=5', ['“5” is not a known value of “scale”; it can be 1, 2, 3 or 4.']],
    [
      'scale=constructor',
      ['“constructor” is not a known value of “scale”; it can be 1, 2, 3 or 4.'],
    ],
    ['scale=2&scale=4', ['“scale” is given 2 times; it can be given once.']],
    ['download=yes', ['“yes” is not a known value of “download”; it can be 1 or 0.']],
    ['data=all', ['“all” is not a known value of “data”; it can be chart or rows.']],
    [
      'size=poster',
      [
        '“poster” is not a known value of “size”; it can be as-seen, slide, article, square, link, portrait or a4.',
      ],
    ],
    ['width=&height=&scale=', []],
    ['title=maybe', ['“maybe” is not a known value of “title”; it can be on or off.']],
  ])('with %s is answered by %j', (query, expected) => {
    expect(messages('rank-strip.svg', query)).toEqual(expected)
  })

  it.each([
    ['size=slide', 1600, 900],
    ['size=portrait', 1080, 1350],
    ['size=slide&width=&height=', 1600, 900],
    ['size=slide&width=800', 800, 900],
    ['width=800&size=slide&height=500', 800, 500],
  ])('with %s is %d × %d', (query, width, height) => {
    expect(read('totals.png', query)).toMatchObject({ ok: true, value: { width, height } })
  })

  it('tells every fault at once', () => {
    expect(messages('rank-strip.svg', 'width=9&height=9&background=puce')).toHaveLength(3)
  })

  it('takes every preset at 4× and refuses one pixel row above 24 million pixels', () => {
    for (const { width, height } of PRESETS)
      expect(messages('totals.png', `width=${width}&height=${height}&scale=4`)).toEqual([])
    expect(PICTURE_LIMITS.pixels).toBe(24_000_000)
    expect(messages('totals.png', 'width=3000&height=2000&scale=2')).toEqual([])
    expect(messages('totals.png', 'width=3000&height=2001&scale=2')).toEqual([
      '3000 × 2001 at 2× is 24.0 million pixels; at most 24 million are drawn. Choose a smaller scale or frame.',
    ])
  })

  it('reads back every drawing that it writes', () => {
    fc.assert(
      fc.property(
        fc.record({
          width: fc.integer({ min: 480, max: 2000 }),
          height: fc.integer({ min: 320, max: 1500 }),
          scale: fc.constantFrom(1 as const, 2 as const),
          theme: fc.constantFrom('light' as const, 'dark' as const),
          background: fc.constantFrom('paper' as const, 'none' as const),
          block: fc.boolean(),
          data: fc.constantFrom('chart' as const, 'rows' as const),
          download: fc.boolean(),
        }),
        fc.constantFrom(...(Object.keys(FORMATS) as Format[])),
        (drawing, format) => {
          const result = parsePicture(`totals.${format}`, pictureParams(drawing))
          expect(result).toEqual({ ok: true, value: { kind: 'totals', format, ...drawing } })
        },
      ),
    )
  })
})
