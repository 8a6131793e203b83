import { headers } from 'next/headers'
import { NotFoundPage } from '@/components/not-found-page'
import { setStatus } from '@/lib/http/exchange'
import { DEFAULT_VIEW, viewHref } from '@/lib/link/view'
import { type EditionId, editionLabel } from '@/lib/model/edition'
import { openStore } from '@/lib/store/open'

/** Where each list is compared, which is the same for all pages that lead nowhere. */
const addresses = new Map<EditionId, string>()

function addressOf(list: EditionId): string {
  const known = addresses.get(list)
  if (known !== undefined) return known
  const address = viewHref(DEFAULT_VIEW, { list })
  addresses.set(list, address)
  return address
}

/**
 * What a page shows whose address names something that is not there, with status 404. `notFound()` would leave it to the
 * browser's script to draw, and Next would put a `not-found.tsx` into what every page wakes from.
 */
export async function Nothing() {
  setStatus(await headers(), 404)
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
