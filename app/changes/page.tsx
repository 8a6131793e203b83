import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { metadata, page } from '@/app/answer'
import { isPhone } from '@/app/device'
import { NOT_FOUND, pageMetadata } from '@/app/metadata'
import { Nothing } from '@/app/nothing'
import { oncePerPage } from '@/app/once'
import { ownOrigin } from '@/app/origin'
import { followChanges } from '@/app/story'
import { ChangesPage } from '@/components/story/changes-page'
import type { Params } from '@/lib/link/codec'
import { editionLabel } from '@/lib/model/edition'
import { changesSubject } from '@/lib/picture/story-subject'
import { subjectHref } from '@/lib/picture/subject'
import { changesHeadline, shapeChanges } from './shape'

type Props = { searchParams: Promise<Params> }

const find = oncePerPage(async (params: Params) => {
  const found = await followChanges(params)
  if (found.kind !== 'changes') return found
  const { group, joint } = found.link
  return { ...found, subject: changesSubject({ ...found, group, joint }) }
})

export const generateMetadata = metadata(async ({ searchParams }: Props): Promise<Metadata> => {
  const found = await find(await searchParams)
  if (found.kind !== 'changes') return NOT_FOUND
  const { subject } = found
  return pageMetadata(
    {
      title: `What changed from ${editionLabel(found.from.id)} to ${editionLabel(found.to.id)}`,
      description: changesHeadline(found),
      path: subjectHref(subject),
      picture: { kind: 'changes-slope', query: subject.query },
    },
    ownOrigin(),
  )
})

export default page(async ({ searchParams }: Props) => {
  const found = await find(await searchParams)
  if (found.kind !== 'changes') return <Nothing />
  const { subject } = found
  return <ChangesPage {...shapeChanges(found, subject, isPhone(await headers()))} />
})
