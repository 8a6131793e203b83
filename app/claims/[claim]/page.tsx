import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { metadata, page } from '@/app/answer'
import { isPhone } from '@/app/device'
import { NOT_FOUND, pageMetadata } from '@/app/metadata'
import { Nothing } from '@/app/nothing'
import { oncePerPage } from '@/app/once'
import { ownOrigin } from '@/app/origin'
import { shapeExports } from '@/app/shape-export'
import { followClaim } from '@/app/story'
import { chartsOn } from '@/app/story-shape'
import { ClaimPage } from '@/components/claims/claim-page'
import { findingsOf, verdictLine } from '@/lib/claim/verdict'
import type { Params } from '@/lib/link/codec'
import { claimSubject } from '@/lib/picture/story-subject'
import { subjectHref } from '@/lib/picture/subject'
import { shapeClaimPage } from './shape'

type Props = { params: Promise<{ claim: string }>; searchParams: Promise<Params> }

const follow = oncePerPage(async (asked: Params) => {
  const found = await followClaim(asked)
  return found.kind === 'claim' ? { ...found, subject: claimSubject(found, found.link) } : found
})

const find = async ({ params, searchParams }: Props) =>
  follow({ ...(await searchParams), claim: (await params).claim })

export const generateMetadata = metadata(async (props: Props): Promise<Metadata> => {
  const found = await find(props)
  if (found.kind !== 'claim') return NOT_FOUND
  const { judged, subject } = found
  return pageMetadata(
    {
      title: verdictLine(judged),
      description: findingsOf(judged).join(' '),
      path: subjectHref(subject),
      picture: { kind: 'claim-verdict', query: subject.query },
    },
    ownOrigin(),
  )
})

export default page(async (props: Props) => {
  const found = await find(props)
  if (found.kind !== 'claim') return <Nothing />
  const { subject } = found
  const asked = await headers()
  return (
    <ClaimPage
      {...shapeClaimPage(found, subject, isPhone(asked))}
      exports={shapeExports(chartsOn('claim'), subject, ownOrigin(), new Date())}
      nonce={asked.get('x-nonce') ?? undefined}
    />
  )
})
