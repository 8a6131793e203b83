import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { page } from '@/app/answer'
import { ListsPage } from '@/components/lists/lists-page'
import { accessFor, writersNote } from '@/lib/access/access'
import { accessSettings } from '@/lib/access/settings'
import type { Params } from '@/lib/link/codec'
import { openStore } from '@/lib/store/open'
import { bringList } from './actions'
import { parseListsLink } from './link'
import { shapeLists } from './shape'

export const metadata: Metadata = {
  title: 'Lists',
  description: 'Every TOP500 list at hand, its versions, and the door by which a new one comes.',
}

export default page(async ({ searchParams }: { searchParams: Promise<Params> }) => {
  const link = parseListsLink(await searchParams)
  const store = await openStore()
  const [current, hidden, access] = await Promise.all([
    store.current(),
    store.hidden(),
    accessFor(await headers()),
  ])
  const shaped = shapeLists(current, hidden, link, new Date().getUTCFullYear())
  return (
    <ListsPage
      {...shaped}
      access={access}
      writers={writersNote(accessSettings())}
      bring={bringList}
    />
  )
})
