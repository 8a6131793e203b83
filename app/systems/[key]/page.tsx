import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { permanentRedirect } from 'next/navigation'
import { metadata, page } from '@/app/answer'
import { isPhone } from '@/app/device'
import { NOT_FOUND, pageMetadata } from '@/app/metadata'
import { Nothing } from '@/app/nothing'
import { oncePerPage } from '@/app/once'
import { ownOrigin } from '@/app/origin'
import { followSystem } from '@/app/story'
import { SystemPage } from '@/components/story/system-page'
import { historySentence, machineFirst } from '@/lib/compare/history'
import type { Params } from '@/lib/link/codec'
import { hrefOf } from '@/lib/link/link'
import { systemHref } from '@/lib/link/story'
import { plain } from '@/lib/model/prose'
import { systemSubject } from '@/lib/picture/story-subject'
import { subjectHref } from '@/lib/picture/subject'
import { shapeSystem } from './shape'

type Props = { params: Promise<{ key: string }>; searchParams: Promise<Params> }

const follow = oncePerPage(async (asked: Params) => {
  const found = await followSystem(asked)
  if (found.kind !== 'system') return found
  const { record, machine, link } = found
  return { ...found, subject: systemSubject({ record, machine, axis: link.axis }) }
})

const find = async ({ params, searchParams }: Props) =>
  follow({ ...(await searchParams), system: (await params).key })

export const generateMetadata = metadata(async (props: Props): Promise<Metadata> => {
  const found = await find(props)
  if (found.kind !== 'system') return NOT_FOUND
  const { record, machine, subject } = found
  return pageMetadata(
    {
      title: `${plain(machineFirst(machine))} on the TOP500`,
      description: plain(historySentence(record, machine)),
      path: subjectHref(subject),
      picture: { kind: 'rank-history', query: subject.query },
    },
    ownOrigin(),
  )
})

export default page(async (props: Props) => {
  const found = await find(props)
  if (found.kind === 'respelt') {
    const query = new URLSearchParams(found.query)
    const key = query.get('system') ?? ''
    query.delete('system')
    permanentRedirect(hrefOf(systemHref(key), query))
  }
  if (found.kind === 'nothing') return <Nothing />
  const { subject } = found
  return <SystemPage {...shapeSystem(found, subject, isPhone(await headers()))} />
})
