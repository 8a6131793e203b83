import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Cell } from '@/lib/list/cell'
import { readHtml } from '@/lib/list/html'
import { importList } from '@/lib/list/import'
import { escaped, htmlTable } from './markup'
import { table } from './sheets'
import { snapshot } from './snapshots'

const SYSTEMS = snapshot('2021-11')
const TABLE = table(SYSTEMS)
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

const cell = (value: Cell) => (value === null ? '' : escaped(String(value)))
const html = htmlTable

function read(text: string | Uint8Array, fileName = 'TOP500_202111.xls') {
  const outcome = importList(typeof text === 'string' ? utf8(text) : text, { fileName })
  return outcome.ok
    ? { ...outcome.value, codes: outcome.value.issues.map(({ code }) => code) }
    : { codes: outcome.error.map(({ code }) => code), edition: null, format: null }
}
const rows = (text: string) => readHtml(text).tables.map((one) => one.rows)

describe('an HTML table named .xls', () => {
  test.each([
    ['the table alone', html(TABLE)],
    [
      'in a page',
      `<!DOCTYPE html>\n<html><head><title>List</title></head><body>${html(TABLE)}</body></html>`,
    ],
    [
      'as Excel saves it',
      `<html xmlns:x="urn:schemas-microsoft-com:office:excel">\n<head>\n<meta http-equiv=Content-Type content="text/html; charset=utf-8">\n<style>td{mso-number-format:General}</style></head>\n<body>${html(
        TABLE,
        (value) =>
          typeof value === 'number'
            ? `<td align=right x:num="${value}">${Math.round(value).toLocaleString('en')}</td>`
            : `<td class=xl65>${cell(value)}</td>`,
      )}</body></html>`,
    ],
    [
      'as LibreOffice saves it',
      html(TABLE, (value) =>
        typeof value === 'number'
          ? `<td sdval="${value}" sdnum="1031;">${String(Math.round(value)).replace('.', ',')}</td>`
          : `<td><font face="Arial">${cell(value)}<br></font></td>`,
      ),
    ],
    ['with no end tags', html(TABLE).replaceAll('</td>', '').replaceAll('</tr>', '')],
    ['with header cells', html(TABLE).replace(/<tr>.*<\/tr>/, (row) => row.replaceAll('td', 'th'))],
    [
      'in a table that lays out the page',
      `<table><tr><td>menu</td><td>${html(TABLE)}</td></tr></table>`,
    ],
    ['beside scripts that hold tags', `<script>var a = "<table><tr><td>"</script>${html(TABLE)}`],
  ])('%s is read cell for cell', (_, text) => {
    const report = read(text)
    expect(report.codes).toEqual([])
    expect(report.format).toBe('html')
    expect(report.edition?.systems).toEqual(SYSTEMS)
  })

  test('is known by the title of its page', () => {
    const page = `<html><head><title>TOP500 List - November 2021 | TOP500</title></head>${html(TABLE)}`
    expect(read(page, 'list.xls')).toMatchObject({
      id: '2021-11',
      evidence: [
        { from: 'title', detail: 'the title “TOP500 List - November 2021 | TOP500”' },
        { from: 'rows' },
      ],
    })
  })

  test('is read in Windows-1252, as its page declares or not', () => {
    const text = html(TABLE).replace(/[\u0100-\uffff]/g, '-')
    const bytes = Uint8Array.from(text, (char) => char.charCodeAt(0))
    const sites = read(bytes).edition?.systems.map(({ site }) => site)
    expect(sites).toContain('Petróleo Brasileiro S.A')
  })

  test('of two lists is two lists', () => {
    const page = `${html(table(snapshot('2021-06')))}<h2>and</h2>${html(TABLE)}`
    const report = read(page)
    expect(report.codes).toEqual(['several-lists'])
    expect('parts' in report && report.parts.map(({ edition }) => edition)).toEqual([
      '2021-06',
      '2021-11',
    ])
  })

  test.each([
    ['without a table', '<html><body>Sign in</body></html>', 'html-page'],
    ['with another table', '<html><table><tr><td>Day<td>Sum</table>', 'html-page'],
    ['that breaks off', html(TABLE).slice(0, 90_000), 'incomplete-list'],
    ['of ten systems', html(TABLE.slice(0, 11)), 'incomplete-list'],
  ])('%s is refused', (_, text, code) => {
    const report = read(text)
    expect(report.edition).toBe(null)
    expect(report.codes).toContain(code)
  })
})

describe('the cells of a page are what a browser shows', () => {
  test.each<[string, string, Cell[][]]>([
    ['spaces and lines of the source', '<table><tr><td> a\n  b&nbsp;c </table>', [['a b\u00a0c']]],
    [
      'lines by br and blocks',
      '<table><tr><td>a<br/>b<p>c</p><div>d</div></table>',
      [['a\nb\nc\nd']],
    ],
    ['entities', '<table><tr><td>&eacute;&#233;&#xe9;&amp;lt;</table>', [['ééé&lt;']]],
    ['empty cells', '<table><tr><td></td><td> <br> </td><td>x</table>', [[null, null, 'x']]],
    ['cells over two columns', '<table><tr><td colspan=2>a<td>b</table>', [['a', null, 'b']]],
    [
      'cells over two rows',
      '<table><tr><td rowspan=2>a<td>b<tr><td>c<tr><td>d</table>',
      [['a', 'b'], [null, 'c'], ['d']],
    ],
    ['comments and scripts', '<table><tr><td>a<!-- b --><script>c</script>d</table>', [['ad']]],
    ['a greater-than sign in an attribute', '<table><tr><td title="a>b">c</table>', [['c']]],
    ['nothing outside of cells', 'x<table>y<tr>z<td>a</td>w</tr></table>v', [['a']]],
    [
      'figures that Excel rounded',
      '<table><tr><td x:num="93014.59388">93,015</table>',
      [[93014.59388]],
    ],
    ['figures that it did not round', '<table><tr><td x:num>93,015</table>', [['93,015']]],
  ])('%s', (_, text, cells) => {
    expect(rows(text)).toEqual([cells])
  })

  test('tables in cells stand for themselves', () => {
    expect(rows('<table><tr><td>a<table><tr><td>b</table>c</table>')).toEqual([[['b']], [['ac']]])
  })
})

describe('a page is bounded', () => {
  const widest = (text: string) =>
    Math.max(
      ...rows(text)
        .flat()
        .map((cells) => cells.length),
    )

  test.each([
    ['a cell over a million columns', '<table><tr><td colspan=1000000>a</table>'],
    [
      'cells over many rows and columns',
      '<table><tr><td colspan=300 rowspan=5000>a<td>b<td>c<tr><td>d</table>',
    ],
    ['a million cells', `<table><tr>${'<td>a'.repeat(1_000_000)}</table>`],
  ])('%s', (_, text) => {
    expect(widest(text)).toBeLessThanOrEqual(301)
  })

  test('a million rows, tables in tables, and many tables', () => {
    expect(rows(`<table>${'<tr><td>a'.repeat(1_000_000)}</table>`)[0]).toHaveLength(5001)
    expect(rows('<table><tr><td>'.repeat(6000))).toHaveLength(16)
    expect(rows('<table><tr><td>'.repeat(500_000))).toEqual([])
    expect(rows('<table><tr><td>a</table>'.repeat(100_000))).toHaveLength(64)
  })

  test('any text at all gives tables within bounds', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '<table>',
        '<tr>',
        '<td>',
        '<th colspan=3>',
        '</table>',
        '<br>',
        '<td rowspan=9>',
      ),
      fc.constantFrom(
        '</td>',
        '</tr>',
        '<!--',
        '-->',
        '<script>',
        '</script>',
        '&lt;',
        '&#0;',
        '<',
      ),
      fc.string({ maxLength: 8, unit: 'binary' }),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        for (const cells of rows(pieces.join('')).flat())
          for (const one of cells) expect(one === null || typeof one === 'string').toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})
