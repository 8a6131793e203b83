import type { Paint } from '@/lib/chart/spec'

/** A paint as the style sheet names it, so that it follows the theme. */
export function paint(role: Paint): string {
  return `var(--paint-${role})`
}
