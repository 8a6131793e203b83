import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { permanentRedirect, redirect } from 'next/navigation'
import { ComparisonPage } from '@/components/comparison-page'
import { headline } from '@/lib/compare/headline'
import { viewTitle } from '@/lib/compare/title'
import type { Params } from '@/lib/link/codec'
import { viewHref } from '@/lib/link/view'
import { plain } from '@/lib/model/prose'
import { subjectHref } from '@/lib/picture/subject'
import { metadata, page } from './answer'
import { isPhone } from './device'
import { loadOnce } from './load'
import { NOT_FOUND, pageMetadata } from './metadata'
import { Nothing } from './nothing'
import { ownOrigin } from './origin'
import { shapePage } from './shape'

type Props = { searchParams: Promise<Params> }

export const generateMetadata = metadata(async ({ searchParams }: Props): Promise<Metadata> => {
  const found = await loadOnce(await searchParams)
  if (found.kind !== 'comparison') return NOT_FOUND
  const { comparison, subject } = found
  return pageMetadata(
    {
      title: viewTitle(comparison),
      description: plain(headline(comparison)),
      path: subjectHref(subject),
      picture: { kind: 'rank-rmax', query: subject.query },
    },
    ownOrigin(),
  )
})

export default page(async ({ searchParams }: Props) => {
  const found = await loadOnce(await searchParams)
  if (found.kind === 'elsewhere') redirect(found.href)
  if (found.kind === 'respelt') permanentRedirect(viewHref(found.view))
  if (found.kind === 'unknown-list') return <Nothing />
  const asked = await headers()
  return (
    <ComparisonPage
      {...shapePage(found, isPhone(asked))}
      nonce={asked.get('x-nonce') ?? undefined}
    />
  )
})
