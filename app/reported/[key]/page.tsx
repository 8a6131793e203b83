import type { Metadata } from 'next'
import { metadata, page } from '@/app/answer'
import { NOT_FOUND, pageMetadata } from '@/app/metadata'
import { Nothing } from '@/app/nothing'
import { oncePerPage } from '@/app/once'
import { ownOrigin } from '@/app/origin'
import { EstimatePage } from '@/components/story/estimate-page'
import type { Params } from '@/lib/link/codec'
import { DEFAULT_VIEW, viewParams } from '@/lib/link/view'
import { askEstimate } from './ask'
import { estimateSentence, shapeEstimate } from './shape'

type Props = { params: Promise<{ key: string }>; searchParams: Promise<Params> }

const ask = oncePerPage(({ key, params }: { key: string; params: Params }) =>
  askEstimate(key, params),
)

const find = async ({ params, searchParams }: Props) =>
  ask({ key: (await params).key, params: await searchParams })

export const generateMetadata = metadata(async (props: Props): Promise<Metadata> => {
  const asked = await find(props)
  if (!asked) return NOT_FOUND
  return pageMetadata(
    {
      title: `${asked.system.name}: an estimate`,
      description: estimateSentence(asked),
      path: `/reported/${asked.system.key}`,
      picture: {
        kind: 'rank-rmax',
        query: viewParams({ ...DEFAULT_VIEW, list: asked.list.id }),
      },
    },
    ownOrigin(),
  )
})

export default page(async (props: Props) => {
  const asked = await find(props)
  return asked ? <EstimatePage {...shapeEstimate(asked)} /> : <Nothing />
})
