import type { Metadata } from 'next'
import { metadata, page } from '@/app/answer'
import { NOT_FOUND, pageMetadata } from '@/app/metadata'
import { Nothing } from '@/app/nothing'
import { oncePerPage } from '@/app/once'
import { ownOrigin } from '@/app/origin'
import { ClaimsPage } from '@/components/claims/claims-page'
import type { Params } from '@/lib/link/codec'
import { DEFAULT_VIEW, viewParams } from '@/lib/link/view'
import { editionLabel } from '@/lib/model/edition'
import { askClaims } from './ask'
import { claimsHref } from './link'
import { shapeClaims, verdictsSentence } from './shape'

type Props = { searchParams: Promise<Params> }

const ask = oncePerPage(askClaims)

export const generateMetadata = metadata(async ({ searchParams }: Props): Promise<Metadata> => {
  const asked = await ask(await searchParams)
  if (!asked) return NOT_FOUND
  const { list, link } = asked
  const label = editionLabel(list.id)
  return pageMetadata(
    {
      title:
        link.say === ''
          ? `An article’s claims, checked on the list of ${label}`
          : 'Statements about the TOP500, checked',
      description: verdictsSentence(asked),
      path: claimsHref({ list: list.id, say: link.say }),
      picture: { kind: 'rank-rmax', query: viewParams({ ...DEFAULT_VIEW, list: list.id }) },
    },
    ownOrigin(),
  )
})

export default page(async ({ searchParams }: Props) => {
  const asked = await ask(await searchParams)
  return asked ? <ClaimsPage {...shapeClaims(asked)} /> : <Nothing />
})
