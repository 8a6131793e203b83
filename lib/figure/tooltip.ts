import { formatPrinted } from '../compare/figure'
import type { Rows } from './figure'

/** What a reader who points at a mark is told: the row's name, then its facts. */
export type Tooltip = { name: string; facts: readonly { label: string; text: string }[] }

/** The row of a key in words: what it does not give is left out. Null for no row. */
export function tooltipOf({ columns, byKey }: Rows, key: string): Tooltip | null {
  const row = Object.hasOwn(byKey, key) ? byKey[key] : undefined
  if (!row) return null
  const texts = row.map((cell, at) => {
    const unit = columns[at]?.unit
    return typeof cell === 'number' ? `${formatPrinted(cell)}${unit ? ` ${unit}` : ''}` : cell
  })
  const [name] = texts
  return {
    name: name ?? '',
    facts: columns.slice(1).flatMap(({ label }, at) => {
      const text = texts[at + 1]
      return text === null || text === undefined ? [] : [{ label, text }]
    }),
  }
}

/** The same as one sentence, for a screen reader. */
export function spokenTooltip({ name, facts }: Tooltip): string {
  return `${[name, ...facts.map(({ label, text }) => `${label} ${text}`)].join(', ')}.`
}
