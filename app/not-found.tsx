import type { Metadata } from 'next'
import { NotFoundPage } from '@/components/not-found-page'
import { editionLabel } from '@/lib/model/edition'
import { DEFAULT_VIEW, viewHref } from '@/lib/query'
import { openStore } from '@/lib/store/open'

export const metadata: Metadata = { title: 'Not found' }

export default async function NotFound() {
  const store = await openStore()
  const versions = await store.current()
  return (
    <NotFoundPage
      lists={versions.toReversed().map(({ edition }) => ({
        label: editionLabel(edition),
        href: viewHref(DEFAULT_VIEW, { list: edition }),
      }))}
    />
  )
}
