import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { permanentRedirect, redirect } from 'next/navigation'
import { metadata, page } from '@/app/answer'
import { isPhone } from '@/app/device'
import { loadTime } from '@/app/load-time'
import { NOT_FOUND, pageMetadata } from '@/app/metadata'
import { Nothing } from '@/app/nothing'
import { oncePerPage } from '@/app/once'
import { ownOrigin } from '@/app/origin'
import { shapeTime, timeCharts, timeHeadlineOf } from '@/app/shape-time'
import { TimePage } from '@/components/time-page'
import type { Params } from '@/lib/link/codec'
import { timeHref } from '@/lib/link/time-view'
import { plain } from '@/lib/model/prose'
import { subjectFigure, subjectHref } from '@/lib/picture/subject'

type Props = { searchParams: Promise<Params> }

const find = oncePerPage((params: Params) => loadTime(params))

export const generateMetadata = metadata(async ({ searchParams }: Props): Promise<Metadata> => {
  const found = await find(await searchParams)
  if (found.kind !== 'time') return NOT_FOUND
  const { subject, record, view, lists } = found
  const [chart] = timeCharts(view, lists)
  const kind = chart?.kind ?? 'development'
  return pageMetadata(
    {
      title: `${subjectFigure(subject, kind, null).title}, ${subject.words}`,
      description: plain(timeHeadlineOf(record, view)),
      path: subjectHref(subject),
      picture: { kind, query: subject.query },
    },
    ownOrigin(),
  )
})

/** All lists together. */
export default page(async ({ searchParams }: Props) => {
  const found = await find(await searchParams)
  if (found.kind === 'elsewhere') redirect(found.href)
  if (found.kind === 'respelt') permanentRedirect(timeHref(found.view))
  if (found.kind === 'unknown-list') return <Nothing />
  const asked = await headers()
  const _charts = timeCharts(found.view, found.lists)
  return (
    <TimePage {...shapeTime(found, isPhone(asked))} nonce={asked.get('x-nonce') ?? undefined} />
  )
})
