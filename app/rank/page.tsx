import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { permanentRedirect } from 'next/navigation'
import { metadata, page } from '@/app/answer'
import { isPhone } from '@/app/device'
import { NOT_FOUND, pageMetadata } from '@/app/metadata'
import { Nothing } from '@/app/nothing'
import { oncePerPage } from '@/app/once'
import { ownOrigin } from '@/app/origin'
import { followRank } from '@/app/story'
import { RankPage } from '@/components/story/rank-page'
import { rmaxWords } from '@/lib/figure/story'
import type { Params } from '@/lib/link/codec'
import { hrefOf } from '@/lib/link/link'
import { plain } from '@/lib/model/prose'
import { rankSubject } from '@/lib/picture/story-subject'
import { subjectHref } from '@/lib/picture/subject'
import { rankHeadline, shapeRank } from './shape'

type Props = { searchParams: Promise<Params> }

const find = oncePerPage(async (params: Params) => {
  const found = await followRank(params)
  return found.kind === 'rank'
    ? { ...found, subject: rankSubject({ ...found, ...found.link }) }
    : found
})

export const generateMetadata = metadata(async ({ searchParams }: Props): Promise<Metadata> => {
  const found = await find(await searchParams)
  if (found.kind !== 'rank') return NOT_FOUND
  const { subject } = found
  return pageMetadata(
    {
      title: `Where ${plain(rmaxWords({ ...found, ...found.link }))} would rank`,
      description: plain(rankHeadline(found)),
      path: subjectHref(subject),
      picture: { kind: 'rank-of', query: subject.query },
    },
    ownOrigin(),
  )
})

export default page(async ({ searchParams }: Props) => {
  const found = await find(await searchParams)
  if (found.kind === 'respelt') permanentRedirect(hrefOf('/rank', found.query))
  if (found.kind === 'nothing') return <Nothing />
  const { subject } = found
  return <RankPage {...shapeRank(found, subject, isPhone(await headers()))} />
})
