import type { Metadata } from 'next'
import { metadata, page } from '@/app/answer'
import { SITE } from '@/app/metadata'
import { oncePerPage } from '@/app/once'
import { record } from '@/app/record'
import { SearchPage } from '@/components/story/search-page'
import type { Params } from '@/lib/link/codec'
import { shapeSearch } from './shape'

const shapeOnce = oncePerPage(async (params: Params) => shapeSearch(await record(), params))

type Props = { searchParams: Promise<Params> }

export const generateMetadata = metadata(async ({ searchParams }: Props): Promise<Metadata> => {
  const { headline, about } = await shapeOnce(await searchParams)
  return {
    title: { absolute: `${headline} · ${SITE}` },
    description: about,
    robots: { index: false },
  }
})

export default page(async ({ searchParams }: Props) => (
  <SearchPage {...(await shapeOnce(await searchParams))} />
))
