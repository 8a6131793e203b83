import { type Codec, quote, single } from './codec'

/** What somebody asks the rank of: one Rmax or several that are added up, in TFlop/s. */
export type Performance = { parts: readonly number[] }

/** More systems than these are not added up, and longer texts are not read. */
const MOST_PARTS = 20
const LONGEST = 200
/** The bounds of what a computer does, TFlop/s: a thousandth of the smallest ever listed, and a yottaflop. */
const BOUNDS = [1e-7, 1e12] as const

/** THE table of units in which an Rmax may be written: their letter and word, and what one is in TFlop/s. */
const UNITS: readonly { letter: string; word: string; factor: number }[] = [
  { letter: 'M', word: 'mega', factor: 1e-6 },
  { letter: 'G', word: 'giga', factor: 1e-3 },
  { letter: 'T', word: 'tera', factor: 1 },
  { letter: 'P', word: 'peta', factor: 1e3 },
  { letter: 'E', word: 'exa', factor: 1e6 },
  { letter: 'Z', word: 'zetta', factor: 1e9 },
]

const ONE = /^([\d.,'\u2019\s]*\d)\s*([a-z]+)$/i
const PER_SECOND = /\s*\/\s*s(?:ec)?$/i

/** The unit of its letters: `PF`, `Pflop`, `Pflops`, `petaflops`. */
function factorOf(text: string): number | null {
  const unit = text.toLowerCase().replace(/(?:f|flops?)$/, '')
  if (unit === text.toLowerCase()) return null
  return (
    UNITS.find(({ letter, word }) => unit === letter.toLowerCase() || unit === word)?.factor ?? null
  )
}

/** A number as people write it: the last sign is the decimal one, but a comma before three digits groups thousands. */
function numberOf(text: string): number | null {
  const packed = text.replace(/[\s'\u2019]/g, '')
  const grouped = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/
  const european = /^\d{1,3}(?:\.\d{3})+,\d+$/
  if (grouped.test(packed)) return Number(packed.replaceAll(',', ''))
  if (european.test(packed)) return Number(packed.replaceAll('.', '').replace(',', '.'))
  return /^\d+(?:[.,]\d+)?$/.test(packed) ? Number(packed.replace(',', '.')) : null
}

function partOf(text: string): number | null {
  const [, digits = '', letters = ''] = ONE.exec(text.trim().replace(PER_SECOND, '')) ?? []
  const value = numberOf(digits)
  const factor = factorOf(letters)
  if (value === null || factor === null) return null
  const tflops = Number((value * factor).toPrecision(12))
  return tflops >= BOUNDS[0] && tflops <= BOUNDS[1] ? tflops : null
}

/** Reads `30.05PF`, `96,41 Pflop/s`, `2 EF`, or several of them with a plus between; null for anything else. */
export function parsePerformance(text: string): Performance | null {
  if (text.length > LONGEST) return null
  // A plus that stands in an address as it is means a space.
  const parts = text.split(/\+|(?<=[a-z])\s+(?=\d)/i).map(partOf)
  const known = parts.flatMap((part) => part ?? [])
  return known.length === parts.length && known.length <= MOST_PARTS ? { parts: known } : null
}

/** A performance as links have it: `30.05PF`. */
export function writePerformance({ parts }: Performance): string {
  return parts
    .map((tflops) => {
      const unit = UNITS.findLast(({ factor }) => tflops >= factor) ?? UNITS[0]
      return `${Number((tflops / (unit?.factor ?? 1)).toPrecision(12))}${unit?.letter ?? 'M'}F`
    })
    .join('+')
}

/** The performance that is asked about as a whole, TFlop/s. */
export function sumOf({ parts }: Performance): number {
  return Number(parts.reduce((sum, part) => sum + part, 0).toPrecision(12))
}

/** What is said of a text that is no performance. */
export function unreadPerformance(text: string): string {
  return `${quote(text)} is no performance that is understood here; write a number with its unit, as 30.05 PF, 96,41 Pflop/s or 2 EF, at most ${MOST_PARTS} of them with a plus between, or the name of a listed system or organisation.`
}

/** `?rmax=30.05PF` */
export const RMAX: Codec<Performance> = single({
  parameter: 'rmax',
  default: { parts: [30050] },
  read: parsePerformance,
  write: writePerformance,
  expected: unreadPerformance,
})
