import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { metadata, page } from '@/app/answer'
import { pageMetadata } from '@/app/metadata'
import { ownOrigin } from '@/app/origin'
import { ListsPage } from '@/components/lists/lists-page'
import { accessFor, writersNote } from '@/lib/access/access'
import { accessSettings } from '@/lib/access/settings'
import { counted } from '@/lib/compare/figure'
import type { Params } from '@/lib/link/codec'
import { DEFAULT_VIEW, viewParams } from '@/lib/link/view'
import { editionLabel } from '@/lib/model/edition'
import { openStore } from '@/lib/store/open'
import { uploadList } from './actions'
import { parseListsLink } from './link'
import { shapeLists } from './shape'

export const generateMetadata = metadata(async (): Promise<Metadata> => {
  const editions = (await (await openStore()).current()).map(({ edition }) => edition)
  const [oldest] = editions
  const newest = editions.at(-1)
  if (!oldest || !newest)
    return { title: 'All lists', description: 'No TOP500 lists yet: upload one.' }
  return pageMetadata(
    {
      title: 'All TOP500 lists',
      description: `All ${counted(editions.length, 'TOP500 list')} from ${editionLabel(oldest)} to ${editionLabel(newest)}, with their versions and downloads, and the place to upload a new one.`,
      path: '/lists',
      picture: { kind: 'rank-rmax', query: viewParams({ ...DEFAULT_VIEW, list: newest }) },
    },
    ownOrigin(),
  )
})

export default page(async ({ searchParams }: { searchParams: Promise<Params> }) => {
  const link = parseListsLink(await searchParams)
  const store = await openStore()
  const asked = await headers()
  const [current, hidden, access] = await Promise.all([
    store.current(),
    store.hidden(),
    accessFor(asked),
  ])
  const shaped = shapeLists(current, hidden, link, new Date().getUTCFullYear())
  return (
    <ListsPage
      {...shaped}
      access={access}
      writers={writersNote(accessSettings())}
      upload={uploadList}
      nonce={asked.get('x-nonce') ?? undefined}
    />
  )
})
