import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { page } from '@/app/answer'
import { Nothing } from '@/app/nothing'
import { HistoryPage } from '@/components/lists/history-page'
import { accessFor } from '@/lib/access/access'
import type { Params } from '@/lib/link/codec'
import { editionLabel, parseEditionId } from '@/lib/model/edition'
import { parseListsLink } from '../link'
import { loadHistory } from './load'
import { shapeHistory } from './shape'

type Props = { params: Promise<{ edition: string }>; searchParams: Promise<Params> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const id = parseEditionId((await params).edition)
  return { title: id ? `History of ${editionLabel(id)}` : 'Not found' }
}

export default page(async ({ params, searchParams }: Props) => {
  const id = parseEditionId((await params).edition)
  const link = parseListsLink(await searchParams)
  const history = id && (await loadHistory(id, link))
  if (!history) return <Nothing />
  const access = await accessFor(await headers())
  return <HistoryPage {...shapeHistory(history, link, access)} />
})
