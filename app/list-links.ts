import type { ListLink, ListLinksProps } from '@/components/list-links'
import { type EditionId, editionLabel, neighboursOf } from '@/lib/model/edition'

/**
 * The links from a page about one list to the same page of the lists beside it.
 * @param editions the available lists, oldest first. @param href the same page for another list.
 */
export function shapeListLinks(
  id: EditionId,
  editions: readonly EditionId[],
  href: (edition: EditionId) => string,
  name: string | null,
): ListLinksProps {
  const link = (edition: EditionId | null): ListLink | null =>
    edition && { label: editionLabel(edition), href: href(edition) }
  const { earlier, later, newest } = neighboursOf(editions, id)
  return { name, earlier: link(earlier), later: link(later), newest: link(newest) }
}
