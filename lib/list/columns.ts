import type { EditionId } from '../model/edition'
import { FIELDS, type FieldRow, headerOf, type Quantity } from '../model/field'
import type { Field } from '../model/system'

/** A field as the reader of files knows it: with its name in `System` and its header in our own CSV. */
export type Column = FieldRow & { field: Field; label: string }

/** A unit as headers write it: what it measures and by which power of ten it reaches the unit of `System`. */
export type Unit = { names: readonly string[]; label: string; quantity: Quantity; power: number }

/** Every unit that a header may name. The unit inside is the one with power 0. */
export const UNITS: readonly Unit[] = [
  { names: ['mflop/s', 'mflops', 'mflops/s'], label: 'MFlop/s', quantity: 'flops', power: -6 },
  { names: ['gflop/s', 'gflops', 'gflops/s'], label: 'GFlop/s', quantity: 'flops', power: -3 },
  { names: ['tflop/s', 'tflops', 'tflops/s'], label: 'TFlop/s', quantity: 'flops', power: 0 },
  { names: ['pflop/s', 'pflops', 'pflops/s'], label: 'PFlop/s', quantity: 'flops', power: 3 },
  { names: ['eflop/s', 'eflops', 'eflops/s'], label: 'EFlop/s', quantity: 'flops', power: 6 },
  { names: ['w', 'watt', 'watts'], label: 'W', quantity: 'power', power: -3 },
  { names: ['kw', 'kilowatt', 'kilowatts'], label: 'kW', quantity: 'power', power: 0 },
  { names: ['mw', 'megawatt', 'megawatts'], label: 'MW', quantity: 'power', power: 3 },
  {
    names: ['mflops/watt', 'mflops/watts', 'mflops/w'],
    label: 'MFlops/W',
    quantity: 'energy-efficiency',
    power: -3,
  },
  {
    names: ['gflops/watt', 'gflops/watts', 'gflops/w'],
    label: 'GFlops/W',
    quantity: 'energy-efficiency',
    power: 0,
  },
  { names: ['mhz'], label: 'MHz', quantity: 'frequency', power: 0 },
  { names: ['ghz'], label: 'GHz', quantity: 'frequency', power: 3 },
  { names: ['gb', 'gbyte'], label: 'GB', quantity: 'memory', power: 0 },
]

/**
 * Units that the lists use without a word, by age. Rmax and Rpeak are GFlop/s until November 2016;
 * from June 2017 the header says so (facts of the published files).
 */
export const SILENT_UNITS: readonly {
  quantity: Quantity
  until?: EditionId
  power: number
  label: string
}[] = [
  { quantity: 'flops', until: '2016-11', power: -3, label: 'GFlop/s' },
  { quantity: 'power', power: 0, label: 'kW' },
  { quantity: 'energy-efficiency', power: 0, label: 'GFlops/W' },
  { quantity: 'frequency', power: 0, label: 'MHz' },
  { quantity: 'memory', power: 0, label: 'GB' },
]

/** The columns of the published lists, in the order of our own CSV files; they are the fields of `model/field`. */
export const COLUMNS: readonly Column[] = FIELDS.map((row) => ({
  ...row,
  field: row.key,
  label: headerOf(row),
}))

/** Columns of published lists that are not kept, because they follow from others: HPL efficiency is Rmax/Rpeak. */
export const DERIVED_HEADERS: readonly string[] = ['Efficiency', 'Effeciency']

/** A header cell taken apart. `unit` is null where the header names none, `'unknown'` where it names one we do not have. */
export type Header = { column: Column | 'derived' | null; unit: Unit | 'unknown' | null }

/** Letters and digits alone tell headers apart: letter case, spaces, punctuation and invisible characters do not. */
export function headerKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

const BY_HEADER = new Map<string, Column | 'derived'>([
  ...COLUMNS.flatMap((column) =>
    column.headers.map((header): [string, Column] => [headerKey(header), column]),
  ),
  ...DERIVED_HEADERS.map((header): [string, 'derived'] => [headerKey(header), 'derived']),
])
/** Units by what tells their names apart. */
export const BY_UNIT = new Map(
  UNITS.flatMap((unit) => unit.names.map((name) => [headerKey(name), unit] as const)),
)
/** `rmax_tflops`: every name of a measured column followed by every unit that it may have. */
const BY_HEADER_WITH_UNIT = new Map(
  COLUMNS.flatMap((column) =>
    column.headers.flatMap((header) =>
      UNITS.filter((unit) => unit.quantity === column.quantity).flatMap((unit) =>
        unit.names.map((name) => [headerKey(header + name), { column, unit }] as const),
      ),
    ),
  ),
)

/** The first two letters of every header: most cells of a table begin otherwise, and need not be taken apart. */
const BEGINNINGS = new Set(
  [...BY_HEADER.keys(), ...BY_HEADER_WITH_UNIT.keys()].map((key) => key.slice(0, 2)),
)

/** Whether a text may be a header, by its first two letters or digits; true where they are no plain ones. */
export function beginsLikeHeader(text: string): boolean {
  let begin = ''
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code > 0x7f) return true
    const isLetter = (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
    if (!isLetter && !(code >= 48 && code <= 57)) continue
    begin += isLetter ? String.fromCharCode(code | 0x20) : String.fromCharCode(code)
    if (begin.length === 2) return BEGINNINGS.has(begin)
  }
  return false
}

/** No header of any age is longer than sixty letters; a longer cell is a note, whatever it begins with. */
const LONGEST_HEADER = 120

/**
 * Reads a header cell: `Rmax [TFlop/s]`, `power (kW)`, `rmax_tflops`, `Mflops/Watt`, `Effeciency (%)`.
 * @returns column null for a header that no age of the list has.
 */
export function readHeader(text: string): Header {
  if (text.length > LONGEST_HEADER || !beginsLikeHeader(text)) return { column: null, unit: null }
  const bracket = /^([^[(]*)[[(]([^\])]*)[\])]\s*$/u.exec(text)
  const name = bracket?.[1] ?? text
  const column = BY_HEADER.get(headerKey(name)) ?? null
  if (column === null) return BY_HEADER_WITH_UNIT.get(headerKey(text)) ?? { column, unit: null }
  if (column === 'derived') return { column, unit: null }
  const unit = BY_UNIT.get(headerKey(bracket?.[2] ?? name))
  if (unit) return { column, unit: unit.quantity === column.quantity ? unit : 'unknown' }
  return { column, unit: bracket && column.quantity ? 'unknown' : null }
}
