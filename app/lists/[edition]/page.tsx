import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { metadata, page } from '@/app/answer'
import { NOT_FOUND, pageMetadata } from '@/app/metadata'
import { Nothing } from '@/app/nothing'
import { ownOrigin } from '@/app/origin'
import { ListPage } from '@/components/lists/list-page'
import { counted, formatFlops } from '@/lib/compare/figure'
import type { Params } from '@/lib/link/codec'
import { DEFAULT_VIEW, viewParams } from '@/lib/link/view'
import { editionLabel, editionNumber, parseEditionId } from '@/lib/model/edition'
import { openStore } from '@/lib/store/open'
import { asksForVersions, listHref, listsHref, parseListLink, parseListsLink } from '../link'
import { shapeList } from './shape'

type Props = { params: Promise<{ edition: string }>; searchParams: Promise<Params> }

export const generateMetadata = metadata(async ({ params }: Props): Promise<Metadata> => {
  const id = parseEditionId((await params).edition)
  const current = id ? await (await openStore()).current() : []
  const list = current.find(({ edition }) => edition === id)
  if (!id || !list) return NOT_FOUND
  const title = `TOP500 list of ${editionLabel(id)}`
  return pageMetadata(
    {
      title,
      description: `${title}, no. ${editionNumber(id)}: ${counted(list.systems, 'system')} with ${formatFlops(list.rmaxSum)} in all, each with what the list says of it.`,
      path: `/lists/${id}`,
      picture: { kind: 'rank-rmax', query: viewParams({ ...DEFAULT_VIEW, list: id }) },
    },
    ownOrigin(),
  )
})

export default page(async ({ params, searchParams }: Props) => {
  const id = parseEditionId((await params).edition)
  if (!id) return <Nothing />
  const query = await searchParams
  const asked = parseListsLink(query)
  if (asksForVersions(asked)) redirect(listsHref(id, { ...asked, columns: undefined }))
  const link = parseListLink(query)
  // A form without script sends its empty menus too; a link names what is asked for.
  if (Object.values(query).includes('')) redirect(listHref(id, link))
  const store = await openStore()
  const [lists, hidden] = await Promise.all([store.current(), store.hidden()])
  // What was removed or is damaged is told where it can be restored.
  if (hidden.some(({ edition }) => edition === id)) redirect(listsHref(id, { theme: link.theme }))
  const list = lists.some(({ edition }) => edition === id) ? await store.edition(id) : null
  return list ? <ListPage {...shapeList(list, lists, link)} /> : <Nothing />
})
