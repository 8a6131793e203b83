import type { FoundGroup, SearchPageProps } from '@/components/story/search-page'
import { counted } from '@/lib/compare/figure'
import { type Found, type FoundKind, search } from '@/lib/compare/search'
import type { Params } from '@/lib/link/codec'
import { foundHref } from '@/lib/link/found'
import { parseLink } from '@/lib/link/link'
import { SEARCH } from '@/lib/link/story'
import type { ListRecord } from '@/lib/record/record'

/** Finds of one kind on the page, and of all kinds that are counted. */
const SHOWN = 20
const COUNTED = 1000

/** THE table of what the kinds of find are called. */
const TITLES: Readonly<Record<FoundKind, string>> = {
  list: 'Lists',
  organisation: 'Organisations',
  system: 'Systems',
  manufacturer: 'Manufacturers',
  country: 'Countries',
  site: 'Sites',
}

function groupsOf(found: readonly Found[]): FoundGroup[] {
  // The kind of the best find comes first.
  return [...new Set(found.map(({ kind }) => kind))].map((kind) => {
    const own = found.filter((one) => one.kind === kind)
    const left = own.length - SHOWN
    return {
      kind,
      title: TITLES[kind],
      finds: own.slice(0, SHOWN).map((one) => ({
        href: foundHref(one),
        label: one.label,
        about: one.about,
      })),
      more: left > 0 ? `and ${left} more; one more word finds fewer.` : null,
    }
  })
}

/** What the page `/search` shows. */
export async function shapeSearch(record: ListRecord, params: Params): Promise<SearchPageProps> {
  const { values, notices } = parseLink(SEARCH, params, [])
  const { q, theme } = values
  const found = q === '' ? [] : await search(record, q, COUNTED)
  return {
    q,
    headline:
      q === ''
        ? 'Search all lists'
        : found.length === 0
          ? `Nothing is called “${q}”`
          : `${found.length === COUNTED ? 'More than ' : ''}${counted(found.length, 'find')} for “${q}”`,
    about:
      'Systems, organisations, sites, countries, manufacturers and lists, in every spelling that any list prints: by name, site, computer, System ID or month.',
    groups: groupsOf(found),
    notices,
    theme,
  }
}
