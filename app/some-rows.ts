import { counted } from '@/lib/compare/figure'
import type { View } from '@/lib/link/view'

/** A link beneath a table. */
type Link = { label: string; href: string }

/**
 * The rows of a long table that are shown, and the way to all of them or back.
 * @param asked what the link asks for. @param few how many are shown where it asks for some.
 * @param noun what one row is, as `system`. @param href the link that asks for the other.
 * @returns `more`: null where there are no more than those.
 */
export function someRows<T>(
  rows: readonly T[],
  asked: View['rows'],
  { few, noun, href }: { few: number; noun: string; href: (rows: View['rows']) => string },
): { rows: readonly T[]; more: Link | null } {
  if (rows.length <= few) return { rows, more: null }
  return asked === 'all'
    ? { rows, more: { label: `Show the first ${few} only`, href: href('some') } }
    : {
        rows: rows.slice(0, few),
        more: { label: `Show all ${counted(rows.length, noun)}`, href: href('all') },
      }
}
