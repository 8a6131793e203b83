import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { metadata, page } from '@/app/answer'
import { NOT_FOUND, pageMetadata } from '@/app/metadata'
import { Nothing } from '@/app/nothing'
import { ownOrigin } from '@/app/origin'
import { HistoryPage } from '@/components/lists/history-page'
import { accessFor } from '@/lib/access/access'
import { counted, formatFlops } from '@/lib/compare/figure'
import type { Params } from '@/lib/link/codec'
import { DEFAULT_VIEW, viewParams } from '@/lib/link/view'
import { editionLabel, editionNumber, parseEditionId } from '@/lib/model/edition'
import { openStore } from '@/lib/store/open'
import { parseListsLink } from '../../link'
import { loadHistory } from './load'
import { shapeHistory } from './shape'

type Props = { params: Promise<{ edition: string }>; searchParams: Promise<Params> }

export const generateMetadata = metadata(async ({ params }: Props): Promise<Metadata> => {
  const id = parseEditionId((await params).edition)
  if (!id) return NOT_FOUND
  const title = `Versions of the TOP500 list of ${editionLabel(id)}`
  const store = await openStore()
  const [newest] = await store.history(id)
  if (!newest && !(await store.hidden()).some(({ edition }) => edition === id)) return NOT_FOUND
  // A list that was removed is in no picture.
  if (newest?.state !== 'list')
    return { title, description: `${title}, to look at and to restore.` }
  return pageMetadata(
    {
      title,
      description: `${title}, no. ${editionNumber(id)}: ${counted(newest.systems, 'system')} with ${formatFlops(newest.rmaxSum)} in all, and what changed between its versions.`,
      path: `/lists/${id}/versions`,
      picture: { kind: 'rank-rmax', query: viewParams({ ...DEFAULT_VIEW, list: id }) },
    },
    ownOrigin(),
  )
})

export default page(async ({ params, searchParams }: Props) => {
  const id = parseEditionId((await params).edition)
  const link = parseListsLink(await searchParams)
  const history = id && (await loadHistory(id, link))
  if (!history) return <Nothing />
  const access = await accessFor(await headers())
  return <HistoryPage {...shapeHistory(history, link, access)} />
})
