import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { permanentRedirect, redirect } from 'next/navigation'
import { metadata, page } from '@/app/answer'
import { load } from '@/app/load'
import { NOT_FOUND, pageMetadata } from '@/app/metadata'
import { Nothing } from '@/app/nothing'
import { ownOrigin } from '@/app/origin'
import { shapeEmbed } from '@/app/shape-export'
import { EmbeddedChart, RefusedChart } from '@/components/embedded-chart'
import { pictureHref } from '@/lib/chart/render'
import { listWords } from '@/lib/compare/title'
import { setStatus } from '@/lib/http/exchange'
import type { Params } from '@/lib/link/codec'
import { NAMING, viewHref } from '@/lib/link/view'

type Props = { params: Promise<{ kind: string }>; searchParams: Promise<Params> }

export const generateMetadata = metadata(
  async ({ params, searchParams }: Props): Promise<Metadata> => {
    const { kind } = await params
    const found = await load(await searchParams)
    const origin = ownOrigin()
    const chart = found.kind === 'comparison' ? shapeEmbed(kind, found, origin) : null
    if (!chart || found.kind !== 'comparison') return NOT_FOUND
    const { view, comparison } = found
    const page = {
      title: `${chart.title}, ${listWords(comparison)}`,
      description: chart.alt,
      path: pictureHref(view, `/embed/${chart.kind}`),
      picture: { kind: chart.kind, view },
    }
    // Search engines are to find the comparison itself.
    return { ...pageMetadata(page, origin), robots: { index: false } }
  },
)

/** One chart for the pages of others. */
export default page(async ({ params, searchParams }: Props) => {
  const { kind } = await params
  const found = await load(await searchParams)
  if (found.kind === 'elsewhere') redirect(found.href)
  if (found.kind === 'respelt') permanentRedirect(viewHref(found.view, {}, `/embed/${kind}`))
  const unknown =
    found.kind === 'comparison'
      ? found.notices.filter(({ parameter }) => NAMING.includes(parameter))
      : []
  if (unknown.length > 0) {
    setStatus(await headers(), 400)
    return <RefusedChart notices={unknown} />
  }
  const chart = found.kind === 'comparison' && shapeEmbed(kind, found, ownOrigin())
  if (!chart) return <Nothing />
  return <EmbeddedChart {...chart} />
})
