import { joinedProse, type Prose, prose } from '../model/prose'

/** Writes figures for readers. Independent of any locale, so that server, browser and image agree. */

const THOUSANDS = /\B(?=(\d{3})+(?!\d))/g

/** The printed figure with all its digits and grouped thousands: `442,010`, `39,531.15`. */
export function formatPrinted(value: number): string {
  const [whole = '', fraction] = String(value).split('.')
  return fraction === undefined || whole.includes('e')
    ? whole.replace(THOUSANDS, ',')
    : `${whole.replace(THOUSANDS, ',')}.${fraction}`
}

/** Three significant digits for prose, zeros kept: 3.0369 → `3.04`, 96.41 → `96.4`, 2666 → `2,670`, 0 → `0`. */
export function formatThree(value: number): string {
  if (value === 0 || !Number.isFinite(value)) return '0'
  const rounded = Number(value.toPrecision(3))
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(rounded))))
  const [whole = '', fraction] = rounded.toFixed(Math.min(digits, 20)).split('.')
  const grouped = whole.replace(THOUSANDS, ',')
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}

/** A unit in which figures are written, and what one of it is in the figure's own unit. */
export type Unit = { unit: string; factor: number }

/** The units of performance, largest first; factors in TFlop/s. */
export const FLOPS: readonly Unit[] = [
  { unit: 'Eflop/s', factor: 1e6 },
  { unit: 'Pflop/s', factor: 1e3 },
  { unit: 'Tflop/s', factor: 1 },
  { unit: 'Gflop/s', factor: 1e-3 },
  { unit: 'Mflop/s', factor: 1e-6 },
]

/** The largest of some units in which a figure is at least 1, or the smallest. @param units largest first. */
export function unitFor(value: number, units: readonly Unit[]): Unit {
  const found = units.find(({ factor }) => value >= factor) ?? units[units.length - 1]
  return found ?? { unit: '', factor: 1 }
}

/** The largest unit in which a performance, rounded to three digits, is at least 1. @param tflops in TFlop/s. */
export function flopsUnit(tflops: number): Unit {
  return unitFor(Number(tflops.toPrecision(3)), FLOPS)
}

/** A figure in another unit, a power of ten away, with the digits that it has. */
export function inUnit(value: number, { factor }: Unit): number {
  return Number((value / factor).toPrecision(15))
}

/** A performance in prose: 96410 → `96.4 Pflop/s`, 3036861.78 → `3.04 Eflop/s`. @param tflops in TFlop/s. */
export function formatFlops(tflops: number): string {
  const { unit, factor } = flopsUnit(tflops)
  return `${formatThree(tflops / factor)} ${unit}`
}

/**
 * The performance of a single system with every digit that the list prints: 30050 → `30.05 Pflop/s`,
 * 1649.11 → `1.64911 Pflop/s`, 442010 → `442.01 Pflop/s`. @param tflops in TFlop/s.
 */
export function formatFlopsPrinted(tflops: number): string {
  const unit = unitFor(tflops, FLOPS)
  return `${formatPrinted(inUnit(tflops, unit))} ${unit.unit}`
}

/** A share in prose: 0.03175 → `3.17 %`. @param share 0…1. */
export function formatShare(share: number): string {
  return `${formatThree(share * 100)} %`
}

const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

/** A small count as a word, others in digits: `four`, `11`. */
export function countWord(count: number): string {
  return WORDS[count] ?? formatPrinted(count)
}

/** `1 system`, `5 systems`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${formatPrinted(count)} ${count === 1 ? one : many}`
}

/** A text as the beginning of a sentence. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** `A`, `A and B`, `A, B and C`. */
export function listed(texts: readonly string[]): string {
  return texts.length < 2
    ? texts.join('')
    : `${texts.slice(0, -1).join(', ')} and ${texts[texts.length - 1]}`
}

/** The same of texts in which names are told apart. */
export const listedProse = (texts: readonly Prose[]): Prose =>
  texts.length < 2
    ? joinedProse(texts)
    : prose`${joinedProse(texts.slice(0, -1), ', ')} and ${texts.at(-1) ?? ''}`
