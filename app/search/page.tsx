import type { Metadata } from 'next'
import { metadata, page } from '@/app/answer'
import { SITE } from '@/app/metadata'
import { record } from '@/app/record'
import { SearchPage } from '@/components/story/search-page'
import type { Params } from '@/lib/link/codec'
import { shapeSearch } from './shape'

type Props = { searchParams: Promise<Params> }

export const generateMetadata = metadata(async ({ searchParams }: Props): Promise<Metadata> => {
  const { headline, about } = shapeSearch(await record(), await searchParams)
  return {
    title: { absolute: `${headline} · ${SITE}` },
    description: about,
    robots: { index: false },
  }
})

export default page(async ({ searchParams }: Props) => (
  <SearchPage {...shapeSearch(await record(), await searchParams)} />
))
