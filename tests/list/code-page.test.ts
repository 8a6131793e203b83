import * as codePages from '@e965/xlsx/dist/cpexcel.full.mjs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCodePage } from '@/lib/list/code-page'
import { decodeText } from '@/lib/list/encoding'
import { importList } from '@/lib/list/import'
import { caseFile, caseFolder } from './cases'
import { snapshot, snapshotEditions, snapshotText } from './snapshots'

const { utils } = codePages as unknown as Pick<typeof codePages.cptable, 'utils'>
const letters = (number: number) =>
  new Map(
    Array.from({ length: 256 }, (_, byte) => [utils.decode(number, Uint8Array.of(byte)), byte]),
  )

/** How programs write letters in one byte; a letter that a code page has not becomes a question mark. */
const PAGES = [
  { encoding: 'windows-1252', bytes: letters(1252) },
  { encoding: 'macintosh', bytes: letters(10000) },
  { encoding: 'ibm850', bytes: letters(850) },
  { encoding: 'ibm437', bytes: letters(437) },
] as const
type Page = (typeof PAGES)[number]

const encode = (text: string, { bytes }: Page) =>
  Uint8Array.from(text, (char) => bytes.get(char) ?? 0x3f)
/** The text with question marks for letters that the code page has not. */
const possible = (text: string, { bytes }: Page) =>
  [...text].map((char) => (bytes.has(char) ? char : '?')).join('')

/** Lists that hold letters beyond ASCII and none that the published file itself has garbled. */
const WITH_LETTERS = snapshotEditions.filter((edition) => {
  const text = snapshotText(edition)
  return /[^\x20-\x7e\n]/.test(text) && !/Ã/.test(text)
})

describe('a list in a code page', () => {
  test('there are more than thirty to try', () => {
    expect(WITH_LETTERS.length).toBeGreaterThan(30)
  })

  test.each(PAGES)(
    '$encoding comes back letter for letter, or with a warning that names the rows',
    (page) => {
      const silent: string[] = []
      const wrong: string[] = []
      for (const edition of WITH_LETTERS) {
        const text = snapshotText(edition)
        const read = readCodePage(encode(text, page))
        const right = read.text === possible(text, page)
        if (!right) wrong.push(edition)
        if (!right && read.doubt === null) silent.push(edition)
        // Windows-1252 is taken without a word.
        if (page.encoding === 'windows-1252')
          expect([edition, right, read.doubt]).toEqual([edition, true, null])
        else if (read.doubt) expect(read.doubt.lines.length).toBeGreaterThan(0)
      }
      expect(silent).toEqual([])
      expect(wrong).toEqual([])
    },
  )

  test.each([
    ['macintosh', 'Macintosh (Mac Roman)'],
    ['ibm850', 'DOS (code page 850)'],
  ])('%s is told with the rows that it decides', (encoding, name) => {
    const page = PAGES.find((one) => one.encoding === encoding) ?? PAGES[0]
    const bytes = encode(snapshotText('2021-11'), page)
    const outcome = importList(bytes, { fileName: 'TOP500_202111.csv' })
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.error))
    expect(outcome.value.encoding).toBe(encoding)
    expect(outcome.value.edition?.systems).toEqual(snapshot('2021-11'))
    expect(outcome.value.issues).toMatchObject([
      { severity: 'warning', code: 'encoding-guessed', row: 25 },
    ])
    expect(outcome.value.issues[0]?.message).toContain(
      `By its letters it was read as ${name}, which decides names in rows 25, 28, 29, 56, 57, 62, 80`,
    )
  })
})

describe('one name', () => {
  test.each([
    ['Petróleo', 'windows-1252', [0x50, 0x65, 0x74, 0x72, 0xf3, 0x6c, 0x65, 0x6f]],
    ['Petróleo', 'macintosh', [0x50, 0x65, 0x74, 0x72, 0x97, 0x6c, 0x65, 0x6f]],
    ['für', 'macintosh', [0x66, 0x9f, 0x72]],
    ['(KIFÜ)', 'windows-1252', [0x28, 0x4b, 0x49, 0x46, 0xdc, 0x29]],
    ['Xeon® 2', 'windows-1252', [0x58, 0x65, 0x6f, 0x6e, 0xae, 0x20, 0x32]],
    [
      'O’Brien – x',
      'windows-1252',
      [0x4f, 0x92, 0x42, 0x72, 0x69, 0x65, 0x6e, 0x20, 0x96, 0x20, 0x78],
    ],
    ['Universität', 'ibm850', [0x55, 0x6e, 0x69, 0x76, 0x65, 0x72, 0x73, 0x69, 0x74, 0x84, 0x74]],
  ])('“%s” is read in %s', (text, encoding, bytes) => {
    expect(readCodePage(Uint8Array.from(bytes))).toMatchObject({ text, encoding })
  })

  test('that makes sense under no code page is told with its line', () => {
    // 東京 in Shift-JIS.
    const bytes = Uint8Array.from([0x61, 0x0a, 0x93, 0x8c, 0x8b, 0x9e, 0x0a, 0x62])
    expect(readCodePage(bytes).doubt).toMatchObject({ lines: [2], more: 0 })
  })
})

describe('markup says its own encoding', () => {
  const name = 'Universität'
  test.each([
    ['<?xml version="1.0" encoding="ISO-8859-1"?>', 0xe4, 'windows-1252'],
    ['<?xml version="1.0" encoding="ISO-8859-15"?>', 0xe4, 'iso-8859-15'],
    ['<?xml version="1.0" encoding="macintosh"?>', 0x8a, 'macintosh'],
    ['<html><meta charset=ibm850>', 0x84, 'ibm850'],
    [
      '<html><meta http-equiv=Content-Type content="text/html; charset=windows-1252">',
      0xe4,
      'windows-1252',
    ],
  ])('%s', (start, letter, encoding) => {
    const text = `${start}${name.replace('ä', String.fromCharCode(letter))}`
    const bytes = Uint8Array.from(text, (char) => char.charCodeAt(0))
    expect(decodeText(bytes)).toEqual({ text: start + name, encoding, doubt: null })
  })

  test('and one that nobody knows is told by the letters', () => {
    const bytes = Uint8Array.from('<html><meta charset=klingon>Universit\u00e4t', (char) =>
      char.charCodeAt(0),
    )
    expect(decodeText(bytes)).toMatchObject({ encoding: 'windows-1252' })
  })
})

test('any bytes at all have a text, and as many lines as they name', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const { text, doubt } = decodeText(bytes)
      expect(typeof text).toBe('string')
      const lines = text.split(/\r\n?|\n/).length
      for (const line of doubt?.lines ?? []) expect(line).toBeLessThanOrEqual(lines)
      expect(doubt?.lines.length ?? 1).toBeGreaterThan(0)
    }),
    { numRuns: 500 },
  )
})

describe.runIf(caseFolder)('../shared/cases', () => {
  test('macroman: every name is read, and the rows are told', () => {
    const { bytes, fileName } = caseFile('macroman')
    const outcome = importList(bytes, { fileName })
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.error))
    expect(outcome.value.encoding).toBe('macintosh')
    expect(outcome.value.issues[0]).toMatchObject({ code: 'encoding-guessed', row: 25 })
    const { systems = [] } = outcome.value.edition ?? {}
    // A zero-width space behind some names of computers became a question mark when the file was saved.
    const identity = snapshot('2021-11').map(({ name, site, country }) => [name, site, country])
    expect(systems.map(({ name, site, country }) => [name, site, country])).toEqual(identity)
  })
})
