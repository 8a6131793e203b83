import type { Told } from '@/components/told'
import { isSameNamed, namedHref } from '@/lib/link/named'
import type { View } from '@/lib/link/view'
import { type Named, type Prose, piecesOf } from '@/lib/model/prose'

/**
 * A text as a page shows it: its names lead to their pages, in the theme of this one.
 * @param about what the page itself is about, to which no name on it need lead.
 */
export function told(text: Prose, theme: View['theme'], about?: Named): Told {
  const pieces: Told[number][] = []
  for (const piece of piecesOf(text)) {
    const isLink = typeof piece !== 'string' && !(about && isSameNamed(piece, about))
    const words = typeof piece === 'string' ? piece : piece.name
    const last = pieces.at(-1)
    if (isLink) pieces.push({ label: words, href: namedHref(piece, theme) })
    else if (typeof last === 'string') pieces.splice(-1, 1, last + words)
    else pieces.push(words)
  }
  return pieces
}
