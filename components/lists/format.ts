import { formatPrinted } from '@/lib/compare/figure'
import { dayWords } from '@/lib/model/day'
import type { Version } from '@/lib/store/store'

/** A moment in words that are the same for every reader: `24 November 2026, 07:08 UTC`. @param iso ISO 8601, UTC. */
export function formatMoment(iso: string): string {
  const [day = '', time = ''] = new Date(iso).toISOString().split('T')
  return `${dayWords(day)}, ${time.slice(0, 5)} UTC`
}

/** A version as a reader names it. */
export function formatVersion({ version }: Pick<Version, 'version'>): string {
  return version === 0 ? 'as published' : `version ${version}`
}

/** A cell of a list: the printed figure or text; null for what the list does not give. */
export function formatCell(value: string | number | null): string | null {
  return typeof value === 'number' ? formatPrinted(value) : value
}

/** A sum of Rmax with all that is printed: `3,036,861.78 Tflop/s`. */
export function formatSum(tflops: number): string {
  return `${formatPrinted(Number(tflops.toFixed(2)))} Tflop/s`
}
