import { isAscii, isUtf8 } from 'node:buffer'
import { describe, expect, test } from 'vitest'
import type { Cell } from '@/lib/list/cell'
import { importList } from '@/lib/list/import'
import type { System } from '@/lib/model/system'
import { table } from './sheets'
import { snapshot, snapshotEditions } from './snapshots'

/** Every way of saving a list as text that differs from the others in one of these. */
const DIMENSIONS = {
  delimiter: [',', ';', '\t', '|'],
  decimal: ['.', ','],
  thousands: ['none', 'the other mark', 'space', 'apostrophe'],
  encoding: ['utf-8', 'utf-8 with mark', 'utf-16', 'windows-1252'],
  quoting: ['where needed', 'everywhere', 'nowhere'],
  newline: ['\n', '\r\n', '\r'],
  order: ['as printed', 'another'],
} as const

type Dialect = { [Key in keyof typeof DIMENSIONS]: (typeof DIMENSIONS)[Key][number] }

const DIALECTS = Object.entries(DIMENSIONS).reduce<Partial<Dialect>[]>(
  (all, [key, values]) => values.flatMap((value) => all.map((one) => ({ ...one, [key]: value }))),
  [{}],
) as Dialect[]

const KEYS = Object.keys(DIMENSIONS) as (keyof Dialect)[]

/** Where a value stands among those of its dimension. */
const place = (dialect: Dialect, key: keyof Dialect) =>
  (DIMENSIONS[key] as readonly string[]).indexOf(dialect[key])

/** One way of seven, in which any three values still meet; all of them, which takes minutes, with EVERY_DIALECT=1. */
const CHOSEN = DIALECTS.filter(
  (dialect) =>
    process.env.EVERY_DIALECT === '1' ||
    KEYS.reduce((sum, key) => sum + place(dialect, key), 0) % 7 === 0,
)

/** Spaces of every width group digits; each list takes another one. */
const SPACES = [' ', '\u00a0', '\u202f', '\u2009']
const APOSTROPHES = ["'", '\u2019']

function grouping({ thousands, decimal }: Dialect, turn: number): string {
  if (thousands === 'the other mark') return decimal === '.' ? ',' : '.'
  if (thousands === 'space') return SPACES[turn % SPACES.length] ?? ' '
  return thousands === 'apostrophe' ? (APOSTROPHES[turn % APOSTROPHES.length] ?? "'") : ''
}

function figure(value: number, mark: string, group: string): string {
  const [whole = '', fraction] = String(value).split('.')
  const grouped = group === '' ? whole : whole.replace(/\B(?=(?:\d{3})+$)/g, group)
  return fraction === undefined ? grouped : `${grouped}${mark}${fraction}`
}

/** What Windows-1252 has from 0x80 to 0x9F and Latin-1 has not. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/**
 * A text in Windows-1252; null where it holds letters that this has not, and where its bytes are those of another text in
 * UTF-8: a name that was garbled by just this (`SupercomputaciÃ³n`), alone in its file, cannot be told from the right one.
 */
function windows1252(text: string): Buffer | null {
  const plain = text.replace(/[^\0-\x7f\xa0-\xff]/g, (letter) => {
    const at = WINDOWS.indexOf(letter)
    return at < 0 ? '\u{100}' : String.fromCharCode(0x80 + at)
  })
  const bytes = Buffer.from(plain, 'latin1')
  return plain.includes('\u{100}') || (isUtf8(bytes) && !isAscii(bytes)) ? null : bytes
}

function encoded(text: string, encoding: Dialect['encoding'], turn: number): Uint8Array {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text)
    case 'utf-8 with mark':
      return Buffer.from(`\ufeff${text}`)
    case 'utf-16': {
      const little = Buffer.from(`\ufeff${text}`, 'utf16le')
      return turn % 2 === 0 ? little : little.swap16()
    }
    case 'windows-1252':
      return windows1252(text) ?? Buffer.from(text)
  }
}

/** Where each column goes; every other list is turned round, the rest are sorted by the names of their columns. */
function placesOf(header: readonly Cell[], order: Dialect['order'], turn: number): number[] {
  const places = header.map((_, index) => index)
  if (order === 'as printed') return places
  return turn % 2 === 0
    ? places.reverse()
    : places.sort((a, b) => (String(header[a]) < String(header[b]) ? -1 : 1))
}

function saved(rows: readonly (readonly Cell[])[], dialect: Dialect, turn: number): Uint8Array {
  const { delimiter, decimal, quoting, newline, order, encoding } = dialect
  const group = grouping(dialect, turn)
  const places = placesOf(rows[0] ?? [], order, turn)
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
  const cell = (value: Cell): string => {
    const text = typeof value === 'number' ? figure(value, decimal, group) : String(value ?? '')
    if (quoting === 'everywhere') return quoted(text)
    const needed = quoting === 'where needed' && (text.includes(delimiter) || /["\r\n]/.test(text))
    return needed ? quoted(text) : text
  }
  const lines = rows.map((cells) => places.map((at) => cell(cells[at] ?? null)).join(delimiter))
  return encoded(lines.join(newline), encoding, turn)
}

/** The first cell in which two lists differ; null where they are the same. */
function difference(read: readonly System[], systems: readonly System[]): string | null {
  if (read.length !== systems.length) return `${read.length} systems`
  for (const [index, system] of systems.entries())
    for (const [field, value] of Object.entries(system)) {
      const got = read[index]?.[field as keyof System]
      if (got !== value) return `rank ${index + 1}, ${field}: ${String(got)} for ${String(value)}`
    }
  return null
}

/** What became of a list: the same, another, or the code for which it was refused. */
function outcomeOf(edition: string, systems: readonly System[], bytes: Uint8Array): string {
  const report = importList(bytes, { fileName: `TOP500_${edition.replace('-', '')}.csv` })
  if (!report.ok) return `refused ${report.error[0]?.code}`
  if (report.value.edition) return difference(report.value.edition.systems, systems) ?? 'the same'
  return `refused ${report.value.issues[0]?.code}`
}

/** For what a list may be refused that was saved without the quotation marks that it needs. */
const UNQUOTED = ['refused row-longer-than-header', 'refused unbalanced-quotes']

describe('every list, saved in every way', () => {
  test('any three values of three dimensions meet in some way that is tried', () => {
    const met = new Set<string>()
    const values = (dialect: Dialect, keys: (keyof Dialect)[]) =>
      keys.map((key) => `${key} ${place(dialect, key)}`).join(', ')
    const threes = KEYS.flatMap((a, i) =>
      KEYS.slice(i + 1).flatMap((b, j) => KEYS.slice(i + j + 2).map((c) => [a, b, c])),
    )
    for (const dialect of CHOSEN) for (const keys of threes) met.add(values(dialect, keys))
    // Counted by hand: 35 threes of 4, 2, 4, 4, 3, 3 and 2 values; the third elementary symmetric sum.
    expect(threes).toHaveLength(35)
    expect(met.size).toBe(1048)
  })

  test.each(snapshotEditions.map((edition, turn) => [edition, turn] as const))(
    '%s comes back cell for cell, or is refused where quotation marks are missing',
    (edition, turn) => {
      const systems = snapshot(edition)
      const rows = table(systems)
      const own = CHOSEN.filter((_, index) => index % snapshotEditions.length === turn)
      const wrong = own.flatMap((dialect) => {
        const outcome = outcomeOf(edition, systems, saved(rows, dialect, turn))
        const fine =
          outcome === 'the same' || (dialect.quoting === 'nowhere' && UNQUOTED.includes(outcome))
        return fine ? [] : [`${outcome} ← ${JSON.stringify(dialect)}`]
      })
      expect(wrong).toEqual([])
    },
    20_000,
  )
})
