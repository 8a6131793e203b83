import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { page } from '@/app/answer'
import { load } from '@/app/load'
import { Nothing } from '@/app/nothing'
import { originOf } from '@/app/origin'
import { shapeEmbed } from '@/app/shape-export'
import { EmbeddedChart } from '@/components/embedded-chart'
import type { Params } from '@/lib/link/codec'

type Props = { params: Promise<{ kind: string }>; searchParams: Promise<Params> }

export const metadata: Metadata = { title: 'A chart', robots: { index: false } }

/** One chart for the pages of others. */
export default page(async ({ params, searchParams }: Props) => {
  const { kind } = await params
  const found = await load(await searchParams)
  if (found.kind === 'elsewhere') redirect(found.href)
  const chart = found.kind === 'comparison' && shapeEmbed(kind, found, originOf(await headers()))
  if (!chart) return <Nothing />
  return <EmbeddedChart {...chart} />
})
