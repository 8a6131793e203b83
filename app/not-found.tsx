import type { Metadata } from 'next'
import { NotFoundPage } from '@/components/not-found-page'
import { DEFAULT_VIEW, viewHref } from '@/lib/link/view'
import { type EditionId, editionLabel } from '@/lib/model/edition'
import { openStore } from '@/lib/store/open'
import { NOT_FOUND } from './metadata'

export const metadata: Metadata = NOT_FOUND

/** Where each list is compared, which is the same for all pages that lead nowhere. */
const addresses = new Map<EditionId, string>()

function addressOf(list: EditionId): string {
  const known = addresses.get(list)
  if (known !== undefined) return known
  const address = viewHref(DEFAULT_VIEW, { list })
  addresses.set(list, address)
  return address
}

export default async function NotFound() {
  // An address that leads nowhere is one also while the lists cannot be read.
  const versions = await openStore()
    .then((store) => store.current())
    .catch(() => [])
  return (
    <NotFoundPage
      lists={versions.toReversed().map(({ edition }) => ({
        label: editionLabel(edition),
        href: addressOf(edition),
      }))}
    />
  )
}
