import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { utils, write } from '@e965/xlsx'
import { unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readList, writeList } from '@/lib/list/csv'
import type { ImportReport } from '@/lib/list/import'
import { openImportPool, POOL_LIMITS, type Unread } from '@/lib/list/import-pool'
import { LIMITS } from '@/lib/list/limits'
import type { Issue, Result } from '@/lib/model/issue'
import { buildWorker } from '@/scripts/worker.js'
import { SEED } from '../seed'
import { FAMILIES, type HostileFile, hostileFiles } from './hostile'
import { snapshot, snapshotText } from './snapshots'

const folder = mkdtempSync(join(tmpdir(), 'top500-fuzz-'))
const script = join(folder, 'watched.cjs')
/** Less patience than the server has, so that the few files on which the workbook reader runs wild cost little. */
const pool = openImportPool(script, { ...POOL_LIMITS, processes: 2, time: 1500 })
beforeAll(() =>
  buildWorker({
    outfile: script,
    source: fileURLToPath(new URL('watched-process.ts', import.meta.url)),
  }),
)
afterAll(() => {
  pool.close()
  rmSync(folder, { recursive: true, force: true })
})

const AT_ONCE = 12

/** What is wrong with a message to a person; empty where nothing is. */
function wrongWith({ severity, code, column, value, message, remedy }: Issue): string[] {
  const wrong: string[] = []
  if (severity !== 'error' && severity !== 'warning') wrong.push(`severity ${severity}`)
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(code)) wrong.push(`code ${code}`)
  if (code.startsWith('reader-')) wrong.push(`${code}: ${message}`)
  if (!/[.”]$/.test(message) || message.length > 1000) wrong.push(`message ${message}`)
  if (!/\.$/.test(remedy) || remedy.length > 300) wrong.push(`remedy ${remedy}`)
  if ((column?.length ?? 0) > 200 || (value?.length ?? 0) > 200) wrong.push(`a long quote ${code}`)
  return wrong
}

/** Why an outcome is neither a list nor a clear message; empty where it is one of them. */
function wrongWithOutcome(outcome: Result<ImportReport, Unread>): string[] {
  if (!outcome.ok) {
    if (outcome.error === 'busy') return ['the pool was busy']
    const [first] = outcome.error
    return first?.severity === 'error' ? outcome.error.flatMap(wrongWith) : ['no error is told']
  }
  const { edition, issues, fileName, unknownColumns } = outcome.value
  const wrong = issues.flatMap(wrongWith)
  const refused = issues.some(({ severity }) => severity === 'error')
  if (refused !== (edition === null)) wrong.push(`refused ${refused}, yet ${edition?.id}`)
  if (issues.length > 201) wrong.push(`${issues.length} issues`)
  if (fileName !== null && (/[/\\\p{Cc}]/u.test(fileName) || [...fileName].length > 120))
    wrong.push(`file name ${fileName}`)
  if (unknownColumns.length > 100 || unknownColumns.some((name) => name.length > 120))
    wrong.push('unknown columns without end')
  if (!edition) return wrong
  const { systems } = edition
  if (systems.some(({ rank }, index) => rank !== index + 1) || systems.length !== 500)
    wrong.push('the ranks are not 1 to 500')
  for (const system of systems)
    for (const [field, value] of Object.entries(system))
      if (typeof value === 'number' && !(Number.isFinite(value) && value >= 0))
        wrong.push(`${field} is ${value}`)
  if (JSON.stringify(readList(writeList(systems))) !== JSON.stringify(systems))
    wrong.push('what is kept of it would not come back the same')
  return wrong
}

/** Reads files and tells of each that ends in neither a list nor a clear message. */
async function wrongAmong(files: readonly HostileFile[]): Promise<string[]> {
  const wrong = await Promise.all(
    files.map(async ({ what, name, bytes }) => {
      let outcome = await pool.read(bytes, { fileName: name })
      // Other tests run beside this one: a file that had to wait too long is read again.
      for (let again = 0; !outcome.ok && outcome.error === 'busy' && again < 5; again++)
        outcome = await pool.read(bytes, { fileName: name })
      return wrongWithOutcome(outcome).map((why) => `${why} ← ${what}`)
    }),
  )
  return wrong.flat()
}

const utf8 = (text: string) => new TextEncoder().encode(text)
/** A text that fills the largest file that is taken. */
const filled = (piece: string) => utf8(piece.repeat(Math.floor(LIMITS.bytes / utf8(piece).length)))

/** A workbook whose one sheet is this XML. */
function workbook(sheet: string): Uint8Array {
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet([['x']]), 'list')
  const parts = unzipSync(new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' })))
  return zipSync({ ...parts, 'xl/worksheets/sheet1.xml': utf8(sheet) })
}
const sheet = (rows: string) => `<worksheet><sheetData>${rows}</sheetData></worksheet>`
const cells = (count: number) => '<c t="n"><v>1</v></c>'.repeat(count)

/** The largest of each kind that is not refused before it is read. */
const LARGEST: readonly [what: string, make: () => Uint8Array][] = [
  ['eight million empty cells in a row', () => filled(',')],
  ['two million quoted cells in a row', () => filled('"a",')],
  ['four million rows', () => filled('1\n')],
  ['eight million carriage returns', () => filled('\r')],
  ['eight million quotation marks', () => filled('"')],
  ['quotation marks never closed', () => filled('"a\n')],
  ['every delimiter in turn', () => filled('Rank,Site;Rmax\tCountry|')],
  ['header upon header', () => filled('Rank,Site,Rmax,Country\n')],
  ['five thousand rows of 300 columns', () => utf8(`${'a,'.repeat(299)}a\n`.repeat(5000))],
  [
    'a list with 300 columns of which all are unknown',
    () =>
      utf8(
        `Rank,Site,Rmax,Country,${'x,'.repeat(290)}\n${`1,a,1,b,${'"=1",'.repeat(290)}\n`.repeat(4500)}`,
      ),
  ],
  [
    '1.7 million cells in one row of a workbook',
    () => workbook(sheet(`<row r="1">${cells(1_700_000)}</row>`)),
  ],
  [
    'a workbook of 5,000 rows of 300 cells',
    () => workbook(sheet(`<row>${cells(300)}</row>`.repeat(5000))),
  ],
  ['two million rows of a workbook', () => workbook(sheet('<row><c/></row>'.repeat(2_000_000)))],
  ['a million elements in one another', () => workbook(sheet('<row>'.repeat(1_000_000)))],
  [
    'a cell of 30 million letters',
    () => workbook(sheet(`<row><c t="str"><v>${'x'.repeat(30_000_000)}</v></c></row>`)),
  ],
  [
    'half a million cells merged',
    () => workbook(`${sheet('')}${'<mergeCell ref="A1:XFD1048576"/>'.repeat(500_000)}`),
  ],
]

describe('the largest files', () => {
  const patient = openImportPool(script)
  afterAll(() => patient.close())

  test.each(LARGEST)('%s end in a clear message', async (_, make) => {
    const bytes = make()
    expect(bytes.length).toBeLessThanOrEqual(LIMITS.bytes)
    const outcome = await patient.read(bytes, { fileName: 'a.csv' })
    expect(wrongWithOutcome(outcome)).toEqual([])
    expect(outcome.ok && outcome.value.edition).toBeFalsy()
  })
})

describe(`bad files, seed ${SEED}`, () => {
  test('are 1,500 in a run, or as many times more as are asked for', () => {
    expect(FAMILIES.reduce((sum, { files }) => sum + files, 0)).toBe(
      1500 * Number(process.env.FUZZ_TIMES ?? 1),
    )
  })

  test.each(FAMILIES)(
    '$name: each of $files ends in a list or in a clear message',
    async ({ any, files }) => {
      const wrong: string[] = []
      for (let from = 0; from < files; from += AT_ONCE) {
        const batch = hostileFiles(any, Math.min(AT_ONCE, files - from), SEED + from)
        wrong.push(...(await wrongAmong(batch)))
      }
      expect(wrong.slice(0, 10)).toEqual([])
    },
    300_000,
  )

  test('leave the reader as it was', async () => {
    const bytes = new TextEncoder().encode(snapshotText('2021-11'))
    const outcome = await pool.read(bytes, { fileName: 'TOP500_202111.csv' })
    expect(outcome.ok && outcome.value.edition?.systems).toEqual(snapshot('2021-11'))
  })
})
