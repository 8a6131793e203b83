import type { Metadata } from 'next'
import { NotFoundPage } from '@/components/not-found-page'
import { DEFAULT_VIEW, viewHref } from '@/lib/link/view'
import { editionLabel } from '@/lib/model/edition'
import { openStore } from '@/lib/store/open'
import { NOT_FOUND } from './metadata'

export const metadata: Metadata = NOT_FOUND

export default async function NotFound() {
  // An address that leads nowhere is one also while the lists cannot be read.
  const versions = await openStore()
    .then((store) => store.current())
    .catch(() => [])
  return (
    <NotFoundPage
      lists={versions.toReversed().map(({ edition }) => ({
        label: editionLabel(edition),
        href: viewHref(DEFAULT_VIEW, { list: edition }),
      }))}
    />
  )
}
