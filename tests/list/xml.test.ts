import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { importList } from '@/lib/list/import'
import { isPublishedXml, readPublishedXml } from '@/lib/list/xml'
import { caseFile, caseFolder } from './cases'
import { inXml, publishedXml } from './markup'
import { snapshot } from './snapshots'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const SYSTEMS = snapshot('2021-11')
const XML = publishedXml(SYSTEMS)

function read(text: string | Uint8Array, fileName = 'TOP500_202111_all.xml') {
  const outcome = importList(typeof text === 'string' ? utf8(text) : text, { fileName })
  return outcome.ok
    ? { ...outcome.value, codes: outcome.value.issues.map(({ code }) => code) }
    : { codes: outcome.error.map(({ code }) => code), issues: outcome.error, edition: null }
}

describe('a list in the project’s XML', () => {
  // Of each kind of age one: without names, without System ID, with both, and the newest.
  test.each([
    '1993-06',
    '2004-06',
    '2011-11',
    '2016-11',
    '2017-06',
    '2019-11',
    '2021-11',
    '2026-06',
  ])('of %s comes back figure for figure from GFlop/s', (edition) => {
    const systems = snapshot(edition)
    const report = read(publishedXml(systems), `TOP500_${edition.replace('-', '')}_all.xml`)
    expect(report).toMatchObject({
      format: 'xml',
      rmaxUnit: { label: 'GFlop/s', from: edition <= '2016-11' ? expect.anything() : 'form' },
    })
    expect(report.issues.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(inXml(report.edition?.systems ?? [])).toEqual(inXml(systems))
  })

  test('gives 148600000.0 GFlop/s for Summit, rank 1 of November 2019', () => {
    const text = publishedXml(snapshot('2019-11'))
    expect(text).toContain('<top500:r-max>148600000.0</top500:r-max>')
    expect(read(text, 'TOP500_201911_all.xml').edition?.systems[0]).toMatchObject({
      name: 'Summit',
      rmax: 148600,
      rpeak: 200794.88,
      power: 10096,
      site: 'DOE/SC/Oak Ridge National Laboratory',
      siteId: '48553',
      systemId: '179397',
    })
  })

  test.each([
    ['a declaration', { declaration: '<?xml version="1.0" encoding="UTF-8"?>\n' }],
    ['a comment before it', { declaration: '<!-- TOP500 -->\n' }],
    ['another prefix', { prefix: 't' }],
    ['no prefix', { prefix: '' }],
    ['authors and a date', { attributes: ' authors="Meuer &amp; others" date="2021/11/15"' }],
  ] as const)('may have %s', (_, form) => {
    const report = read(publishedXml(SYSTEMS, form))
    expect(inXml(report.edition?.systems ?? [])).toEqual(inXml(SYSTEMS))
  })

  test('says by its date which list it is', () => {
    const report = read(publishedXml(SYSTEMS, { attributes: ' date="2021/11/15"' }), 'all.xml')
    expect(report).toMatchObject({
      id: '2021-11',
      evidence: [{ from: 'title', detail: 'the title “date 2021/11/15”' }],
    })
    expect(read(XML, 'all.xml').codes).toContain('edition-unknown')
  })

  test('is read in UTF-16 and in an encoding that it declares', () => {
    const name = 'Petróleo Brasileiro S.A'
    expect(SYSTEMS.some(({ site }) => site === name)).toBe(true)
    const declared = publishedXml(SYSTEMS, {
      declaration: '<?xml version="1.0" encoding="ISO-8859-1"?>\n',
    }).replace(/[\u0100-\uffff]/g, '?')
    const latin1 = read(Uint8Array.from(declared, (char) => char.charCodeAt(0)))
    expect(latin1.edition?.systems.some(({ site }) => site === name)).toBe(true)
    const utf16 = read(new Uint8Array(Buffer.from(`\ufeff${XML}`, 'utf16le')))
    expect(inXml(utf16.edition?.systems ?? [])).toEqual(inXml(SYSTEMS))
  })

  test('keeps letters that XML escapes', () => {
    const text = publishedXml(
      SYSTEMS.map((system, index) =>
        index === 9 ? { ...system, name: 'A & B <i>"x"</i>', site: 'ﬁ 🦆' } : system,
      ),
    )
    expect(read(text).edition?.systems[9]).toMatchObject({ name: 'A & B <i>"x"</i>', site: 'ﬁ 🦆' })
    const cdata = XML.replace('>Voyager-EUS2<', '><![CDATA[Voyager <&> EUS2]]><')
    expect(read(cdata).edition?.systems[9]?.name).toBe('Voyager <&> EUS2')
  })

  test('in TFlop/s is told by what a core reaches, and said', () => {
    const text = XML.replace(
      /(r-max|r-peak)>(\d+)\.(\d+)</g,
      (_, name, whole, rest) => `${name}>${Number(`${whole}.${rest}`) / 1000}<`,
    )
    const report = read(text)
    expect(report).toMatchObject({ rmaxUnit: { label: 'TFlop/s', from: 'assumed' } })
    expect(report.edition?.systems[9]?.rmax).toBe(30050)
    expect(report.issues[0]).toMatchObject({ severity: 'warning', code: 'unit-by-size' })
    expect(report.issues[0]?.message).toContain('a core then reaches 41 GFlop/s at the median')
  })
})

describe('XML is refused', () => {
  test.each([
    [
      'document-type',
      'a document type',
      `<?xml version="1.0"?>${XML}`.replace('?>', '?><!DOCTYPE list>'),
    ],
    [
      'document-type',
      'entities that grow',
      XML.replace(
        '<top500:list',
        '<!DOCTYPE l [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><top500:list',
      ),
    ],
    ['broken-xml', 'an entity that nobody declares', XML.replace('Voyager', '&lol;')],
    ['broken-xml', 'a prefix that nobody declares', XML.replaceAll('top500:rank', 'x:rank')],
    ['broken-xml', 'an element that is never closed', XML.replace('</top500:computer>', '')],
    ['broken-xml', 'a bare ampersand', XML.replace('Voyager', 'A & B')],
    ['repeated-element', 'a rank given twice', XML.replace('<top500:rank>1</top500:rank>', '$&$&')],
    [
      'xml-too-large',
      'elements in one another',
      XML.replace('<top500:rank>1</top500:rank>', '<a>'.repeat(40) + '</a>'.repeat(40)),
    ],
    ['xml-file', 'the XML of something else', '<?xml version="1.0"?><rss><channel/></rss>'],
    ['xml-file', 'such without a declaration', '<rss version="2.0"><channel/></rss>'],
    ['incomplete-list', 'a list of three', publishedXml(SYSTEMS.slice(0, 3))],
    ['no-header', 'a list of none', publishedXml([])],
  ])('with %s: %s', (code, _, text) => {
    const { edition, codes } = read(text)
    expect(edition).toBe(null)
    expect(codes).toContain(code)
  })

  test('wherever it breaks off', () => {
    const short = publishedXml(SYSTEMS.slice(0, 30))
    fc.assert(
      fc.property(fc.integer({ min: 120, max: short.trimEnd().length - 1 }), (end) => {
        expect(read(short.slice(0, end)).codes).toEqual(['broken-xml'])
      }),
      { numRuns: 100 },
    )
  })

  test('beyond 5,000 systems', () => {
    const one = '<t:site><t:rank>1</t:rank></t:site>'
    const text = (count: number) =>
      `<t:list xmlns:t="http://www.top500.org/xml/top500/1.0">${one.repeat(count)}</t:list>`
    expect(read(text(5001)).codes).toEqual(['too-many-rows'])
  })

  test('with more kinds of elements than a table may have columns', () => {
    const kinds = Array.from({ length: 301 }, (_, index) => `<e${index}>1</e${index}>`).join('')
    const text = `<list xmlns="http://www.top500.org/xml/top500/1.0"><site>${kinds}</site></list>`
    expect(read(text).codes).toEqual(['too-many-columns'])
  })
})

test('a name of the prototype is a name of an element like any other', () => {
  const text =
    '<list xmlns="http://www.top500.org/xml/top500/1.0"><site><__proto__>x</__proto__><constructor>y</constructor><rank>1</rank></site></list>'
  expect(readPublishedXml(text)).toEqual({
    ok: true,
    value: [[], ['__proto__', 'constructor', 'rank'], ['x', 'y', 1]],
  })
})

test.each([
  ['<top500:list xmlns:top500="http://www.top500.org/xml/top500/1.0">', true],
  ['<?xml version="1.0"?>\n<list xmlns="http://www.top500.org/xml/top500/1.0">', true],
  ['<list><site/></list>', false],
  ['<html><body>top500</body></html>', false],
  ['Rank,Site', false],
])('%s is the project’s XML: %s', (text, is) => {
  expect(isPublishedXml(text)).toBe(is)
})

describe.runIf(caseFolder)('../shared/cases', () => {
  test('12-published-xml: read, 500 systems, with and without its declaration', () => {
    const { bytes, fileName } = caseFile('12-')
    const text = Buffer.from(bytes).toString()
    for (const one of [text, text.replace(/^<\?xml.*\?>\n/, '')]) {
      const report = read(one, fileName)
      // Sum and rank 10 as counted from the published workbook.
      expect(report).toMatchObject({ id: '2021-11', rmaxSum: 3036861.78377 })
      expect(report.edition?.systems[9]).toMatchObject({
        name: 'Voyager-EUS2',
        site: 'Azure East US 2',
        manufacturer: 'Microsoft Azure',
        country: 'United States',
        rmax: 30050,
        cores: 253440,
      })
      expect(report.edition?.systems).toHaveLength(500)
    }
  })
})
