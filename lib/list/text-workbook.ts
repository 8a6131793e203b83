import type { Issue, Result } from '../model/issue'
import type { SheetFormat } from './cell'
import { finding, quote } from './finding'
import { LIMITS } from './limits'
import { readWorkbook, type Worksheet } from './workbook'
import { guardXml } from './xml'

/** A workbook that is written as text: how it begins, what is seen to before the reader gets it. */
type Kind = {
  format: SheetFormat
  begins: RegExp
  /** Why it is not read; null where nothing stands against it. */
  guard: (text: string) => Issue | null
  /** What the reader would misunderstand, written so that it does not. */
  prepare: (text: string) => string
}

const REPEATED = /(\bnumber-(columns|rows)-repeated\s*=\s*["'])(\d+)/g

/**
 * OpenDocument writes equal cells and rows once, with how often they stand there; a few bytes can mean millions. Counts
 * are cut to one more than is read, which still shows that there are too many.
 */
export function boundRepeats(xml: string): string {
  return xml.replace(REPEATED, (_, start: string, what: 'columns' | 'rows', count: string) => {
    const most = (what === 'columns' ? LIMITS.columns : LIMITS.rows) + 1
    return `${start}${Math.min(Number(count), most)}`
  })
}

/** A figure as these formats are to write it: with a decimal point, without grouping. */
const PLAIN = /^-?(?:\d+(?:\.\d*)?|\.\d+)(?:E[+-]?\d+)?$/i

function unplain(row: number, value: string): Issue {
  return finding(
    'error',
    'unplain-number',
    { row, value },
    `Line ${row} gives the figure “${quote(value, 40)}”, in which the decimal mark cannot be told from one that groups digits.`,
    'Save the list as .xlsx or as CSV with decimal points.',
  )
}

/** What a symbolic link file gives bare besides figures; texts stand in quotation marks. */
const SYLK_WORDS = /^(?:TRUE|FALSE|#[A-Z/0]+[!?]?)$/

/** The fields of a record: separated by semicolons, of which a doubled one is a semicolon in a text. */
const sylkFields = (line: string) =>
  line
    .replaceAll(';;', '\0')
    .split(';')
    .map((field) => field.replaceAll('\0', ';;'))

function guardSylk(text: string): Issue | null {
  for (const [index, line] of text.split(/\r\n?|\n/).entries()) {
    if (!line.startsWith('C;')) continue
    for (const field of sylkFields(line)) {
      const value = field.slice(1).trim()
      if (!field.startsWith('K') || value.startsWith('"')) continue
      if (!PLAIN.test(value) && !SYLK_WORDS.test(value)) return unplain(index + 1, value)
    }
  }
  return null
}

/** Undoubles the quotation marks inside texts, which the reader does not. */
function prepareSylk(text: string): string {
  return text.replace(/^C;.*$/gm, (line) =>
    line.includes('""')
      ? sylkFields(line)
          .map((field) =>
            field.startsWith('K"') ? `K"${field.slice(2).replace(/""(?!\s*$)/g, '"')}` : field,
          )
          .join(';')
      : line,
  )
}

/** The value of a cell of a data interchange file: `0,` and a figure. */
const DIF_VALUE = /^0,([^\n\r]*)\r?\n(V|TRUE|FALSE|NA|ERROR)\s*$/gm

function guardDif(text: string): Issue | null {
  for (const match of text.matchAll(DIF_VALUE)) {
    const value = (match[1] ?? '').trim()
    if (match[2] === 'V' && !PLAIN.test(value))
      return unplain(text.slice(0, match.index).split('\n').length, value)
  }
  return null
}

const KINDS: readonly Kind[] = [
  {
    format: 'fods',
    begins: /^(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[\s\S]){0,2000}-->\s*)*<office:document\b/,
    guard: guardXml,
    prepare: boundRepeats,
  },
  {
    format: 'xml-2003',
    begins: /^(?:<\?xml[^>]*>\s*)?[\s\S]{0,2000}?urn:schemas-microsoft-com:office:spreadsheet/i,
    guard: guardXml,
    prepare: (text) => text,
  },
  {
    format: 'slk',
    begins: /^ID;P/,
    guard: guardSylk,
    prepare: prepareSylk,
  },
  {
    format: 'dif',
    begins: /^TABLE\r?\n0,1\r?\n/,
    guard: guardDif,
    prepare: (text) => text,
  },
]

/** Which workbook that is written as text this is; null for none. */
export function textWorkbook(text: string): Kind | null {
  const start = text.slice(0, 8192)
  const markup = start.trimStart().startsWith('<')
  return (
    KINDS.find(
      ({ format, begins }) =>
        (markup || format === 'slk' || format === 'dif') && begins.test(start.trimStart()),
    ) ?? null
  )
}

/** UTF-8 that the reader took for one letter each byte, as it does in files that name no encoding. */
const decoded = (text: string) => Buffer.from(text, 'latin1').toString('utf8')

/** Reads a workbook that is written as text. */
export function readTextWorkbook(kind: Kind, text: string): Result<Worksheet[]> {
  const issue = kind.guard(text)
  if (issue) return { ok: false, error: [issue] }
  const read = readWorkbook(kind.prepare(text.trimStart()))
  if (!read.ok || kind.format !== 'dif') return read
  const value = read.value.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((cells) =>
      cells.map((cell) => (typeof cell === 'string' ? decoded(cell) : cell)),
    ),
  }))
  return { ok: true, value }
}
