import type { Metadata } from 'next'
import { permanentRedirect, redirect } from 'next/navigation'
import { metadata, page } from '@/app/answer'
import { NOT_FOUND, pageMetadata } from '@/app/metadata'
import { Nothing } from '@/app/nothing'
import { ownOrigin } from '@/app/origin'
import { BACK } from '@/app/shape-chart'
import { shapeExport } from '@/app/shape-export'
import { followOnce } from '@/app/subject'
import { ExportPage } from '@/components/export-page'
import { kindOf } from '@/lib/figure/kinds'
import type { Params } from '@/lib/link/codec'
import { hrefOf } from '@/lib/link/link'
import { subjectFigure, subjectHref } from '@/lib/picture/subject'

type Props = { params: Promise<{ kind: string }>; searchParams: Promise<Params> }

export const generateMetadata = metadata(
  async ({ params, searchParams }: Props): Promise<Metadata> => {
    const kind = kindOf((await params).kind)
    if (!kind) return NOT_FOUND
    const found = await followOnce(kind, await searchParams)
    if (found.kind !== 'subject') return NOT_FOUND
    const { subject } = found
    const { title, subtitle } = subjectFigure(subject, kind.key, null)
    const words = {
      title: `Export: ${title}, ${subject.words}`,
      description: `${title}, to be taken away as picture, data and words. ${subtitle}.`,
      path: subjectHref(subject, `/export/${kind.key}`),
      picture: { kind: kind.key, query: subject.query },
    }
    // Search engines are to find the page itself.
    return { ...pageMetadata(words, ownOrigin()), robots: { index: false } }
  },
)

/** What can be taken away of a chart, on a page of its own, for readers without script. */
export default page(async ({ params, searchParams }: Props) => {
  const kind = kindOf((await params).kind)
  if (!kind) return <Nothing />
  const found = await followOnce(kind, await searchParams)
  if (found.kind === 'elsewhere') redirect(found.href)
  if (found.kind === 'respelt') permanentRedirect(hrefOf(`/export/${kind.key}`, found.query))
  if (found.kind !== 'subject') return <Nothing />
  const { subject, theme, back, notices } = found
  const place = { id: kind.key, kind: kind.key }
  return (
    <ExportPage
      choices={shapeExport(place, subject, ownOrigin(), new Date())}
      subtitle={subjectFigure(subject, kind.key, null).subtitle}
      notices={notices}
      theme={theme}
      back={back}
      backTo={BACK[subject.page]}
    />
  )
})
