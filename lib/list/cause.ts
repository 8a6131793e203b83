import type { Field } from '../model/system'
import { COLUMNS, UNITS, type Unit } from './columns'

/** The unit in which a figure is that comes out a power of a thousand too great or small; null for any other ratio. */
export function likelyUnit(field: Field, ratio: number): { meant: Unit; taken: Unit } | null {
  const quantity = COLUMNS.find((column) => column.field === field)?.quantity
  const power = -3 * Math.round(Math.log10(ratio) / 3)
  const off = ratio * 10 ** power
  if (!quantity || power === 0 || off > 4 || off < 1 / 4) return null
  const known = UNITS.filter((unit) => unit.quantity === quantity)
  const meant = known.find((unit) => unit.power === power)
  const taken = known.find((unit) => unit.power === 0)
  return meant && taken ? { meant, taken } : null
}

/**
 * Why a figure may be `ratio` times what was expected, as a question in brackets: ` (W instead of kW?)`.
 * @returns an empty text where no cause is likely.
 */
export function likelyCause(field: Field, ratio: number): string {
  const unit = likelyUnit(field, ratio)
  if (unit) return ` (${unit.meant.label} instead of ${unit.taken.label}?)`
  const power = Math.round(Math.log10(ratio))
  const off = ratio / 10 ** power
  if (power === 0 || off > 2 || off < 1 / 2) return ''
  return power > 0 ? ' (a decimal mark lost, or a digit too many?)' : ' (a digit lost?)'
}

/** A ratio as a reader compares it: `1,000 times more`, `30 times less`. */
export function timesWords(ratio: number): string {
  const times = ratio > 1 ? ratio : 1 / ratio
  const round = Number(times.toPrecision(times < 10 ? 2 : 1))
  return `${round.toLocaleString('en')} times ${ratio > 1 ? 'more' : 'less'}`
}
