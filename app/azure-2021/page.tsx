import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { metadata, page } from '@/app/answer'
import { isPhone } from '@/app/device'
import { NOT_FOUND, pageMetadata } from '@/app/metadata'
import { Nothing } from '@/app/nothing'
import { oncePerPage } from '@/app/once'
import { ownOrigin } from '@/app/origin'
import { ToldPage } from '@/components/story/told-page'
import type { Params } from '@/lib/link/codec'
import { askStory } from './ask'
import { shapeStory, storySentence, storyTitle } from './shape'

type Props = { searchParams: Promise<Params> }

const ask = oncePerPage(askStory)

export const generateMetadata = metadata(async ({ searchParams }: Props): Promise<Metadata> => {
  const asked = await ask(await searchParams)
  if (!asked) return NOT_FOUND
  return pageMetadata(
    {
      title: storyTitle(asked),
      description: storySentence(asked),
      path: '/azure-2021',
      picture: { kind: 'rank-rmax', query: asked.compared.subject.query },
    },
    ownOrigin(),
  )
})

export default page(async ({ searchParams }: Props) => {
  const asked = await ask(await searchParams)
  if (!asked) return <Nothing />
  return <ToldPage {...shapeStory(asked, { phone: isPhone(await headers()) })} />
})
