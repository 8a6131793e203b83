import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { permanentRedirect } from 'next/navigation'
import { metadata, page } from '@/app/answer'
import { isPhone } from '@/app/device'
import { NOT_FOUND, pageMetadata } from '@/app/metadata'
import { Nothing } from '@/app/nothing'
import { oncePerPage } from '@/app/once'
import { ownOrigin } from '@/app/origin'
import { followClaim } from '@/app/story'
import { ClaimPage } from '@/components/claims/claim-page'
import { ComposePage } from '@/components/claims/compose-page'
import { findingsOf, verdictLine } from '@/lib/claim/verdict'
import type { Params } from '@/lib/link/codec'
import { hrefOf } from '@/lib/link/link'
import { DEFAULT_VIEW, viewParams } from '@/lib/link/view'
import { plain } from '@/lib/model/prose'
import { claimSubject } from '@/lib/picture/story-subject'
import { subjectHref } from '@/lib/picture/subject'
import { shapeClaimPage, shapeComposePage } from './shape'

type Props = { params: Promise<{ claim: string }>; searchParams: Promise<Params> }

const follow = oncePerPage(async (asked: Params) => {
  const found = await followClaim(asked)
  return found.kind === 'claim' ? { ...found, subject: claimSubject(found, found.link) } : found
})

const find = async ({ params, searchParams }: Props) =>
  follow({ ...(await searchParams), claim: (await params).claim })

export const generateMetadata = metadata(async (props: Props): Promise<Metadata> => {
  const found = await find(props)
  if (found.kind === 'unfinished')
    return pageMetadata(
      {
        title: 'Compose a claim about the TOP500',
        description: `${found.pattern.label}: filled in, and held against the rows of the list.`,
        path: `/claims/${found.pattern.key}`,
        picture: {
          kind: 'rank-rmax',
          query: viewParams({ ...DEFAULT_VIEW, list: found.link.list }),
        },
      },
      ownOrigin(),
    )
  if (found.kind !== 'claim') return NOT_FOUND
  const { judged, subject } = found
  return pageMetadata(
    {
      title: verdictLine(judged),
      description: findingsOf(judged).map(plain).join(' '),
      path: subjectHref(subject),
      picture: { kind: 'claim-verdict', query: subject.query },
    },
    ownOrigin(),
  )
})

export default page(async (props: Props) => {
  const found = await find(props)
  if (found.kind === 'respelt') {
    const query = new URLSearchParams(found.query)
    query.delete('claim')
    permanentRedirect(hrefOf(`/claims/${(await props.params).claim}`, query))
  }
  if (found.kind === 'unfinished') return <ComposePage {...shapeComposePage(found)} />
  if (found.kind !== 'claim') return <Nothing />
  const { subject } = found
  return <ClaimPage {...shapeClaimPage(found, subject, isPhone(await headers()))} />
})
