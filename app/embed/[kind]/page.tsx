import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { permanentRedirect, redirect } from 'next/navigation'
import { metadata, page } from '@/app/answer'
import { NOT_FOUND, pageMetadata } from '@/app/metadata'
import { Nothing } from '@/app/nothing'
import { ownOrigin } from '@/app/origin'
import { shapeEmbed } from '@/app/shape-export'
import { followOnce } from '@/app/subject'
import { EmbeddedChart, RefusedChart } from '@/components/embedded-chart'
import { kindOf } from '@/lib/figure/kinds'
import { setStatus } from '@/lib/http/exchange'
import type { Params } from '@/lib/link/codec'
import { hrefOf } from '@/lib/link/link'
import { NAMING } from '@/lib/link/view'
import { subjectHref } from '@/lib/picture/subject'

type Props = { params: Promise<{ kind: string }>; searchParams: Promise<Params> }

export const generateMetadata = metadata(
  async ({ params, searchParams }: Props): Promise<Metadata> => {
    const kind = kindOf((await params).kind)
    if (!kind) return NOT_FOUND
    const found = await followOnce(kind, await searchParams)
    if (found.kind !== 'subject') return NOT_FOUND
    const { subject, theme } = found
    const origin = ownOrigin()
    const chart = shapeEmbed(kind.key, subject, theme, origin)
    const words = {
      title: `${chart.title}, ${subject.words}`,
      description: chart.alt,
      path: subjectHref(subject, `/embed/${kind.key}`),
      picture: { kind: kind.key, query: subject.query },
    }
    // Search engines are to find the page itself.
    return {
      ...pageMetadata(words, origin),
      robots: { index: false },
      alternates: { canonical: origin + subjectHref(subject) },
    }
  },
)

/** One chart for the pages of others. */
export default page(async ({ params, searchParams }: Props) => {
  const kind = kindOf((await params).kind)
  if (!kind) return <Nothing />
  const found = await followOnce(kind, await searchParams)
  if (found.kind === 'elsewhere') redirect(found.href)
  if (found.kind === 'respelt') permanentRedirect(hrefOf(`/embed/${kind.key}`, found.query))
  if (found.kind !== 'subject') return <Nothing />
  const unknown = found.notices.filter(({ parameter }) => NAMING.includes(parameter))
  if (unknown.length > 0) {
    setStatus(await headers(), 400)
    return <RefusedChart notices={unknown} />
  }
  return <EmbeddedChart {...shapeEmbed(kind.key, found.subject, found.theme, ownOrigin())} />
})
