import type { Metadata } from 'next'
import { LINK_PREVIEW } from '@/lib/link/preset'

/** The name of the site, behind every page's own title. */
export const SITE = 'TOP500 Compare'

/** What is said of a page that has nothing to show. */
export const NOT_FOUND: Metadata = {
  title: { absolute: `Not found · ${SITE}` },
  description: 'There is no page at this address; these are the lists that are available.',
  robots: { index: false },
}

/** What a page says of itself to browsers, search engines and whoever shows a link to it. */
export type PageWords = {
  title: string
  description: string
  /** Address of the page without the origin. */
  path: string
  /** The chart that is shown of the page, and of which view: see `Subject.query`. */
  picture: { kind: string; query: URLSearchParams }
}

/** Address of a chart as a link preview shows it. */
function previewHref({ kind, query }: PageWords['picture']): string {
  const asked = new URLSearchParams(query)
  asked.set('size', 'link')
  return `/api/chart/${kind}.png?${asked}`
}

/**
 * Title, description, canonical address and preview picture of a page.
 * @param origin of this server as others reach it.
 */
export function pageMetadata(page: PageWords, origin: string): Metadata {
  const { title, description } = page
  const image = {
    url: origin + previewHref(page.picture),
    ...LINK_PREVIEW,
    alt: description,
  }
  return {
    // Not by the layout's template, which does not reach the page that stands beside the layout.
    title: { absolute: `${title} · ${SITE}` },
    description,
    // One address for a view, however its link is spelt, in whatever theme and by whichever name the server is reached.
    alternates: { canonical: origin + page.path },
    openGraph: {
      type: 'website',
      siteName: SITE,
      title,
      description,
      url: origin + page.path,
      images: [image],
    },
    twitter: { card: 'summary_large_image', title, description, images: [image] },
  }
}
