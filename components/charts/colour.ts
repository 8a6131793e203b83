import type { ColourRole } from '@/lib/scene/scene'

/** A colour as the style sheet names it, so that it follows the theme. */
export function colour(role: ColourRole): string {
  return `var(--paint-${role})`
}
