import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { ComparisonPage } from '@/components/comparison-page'
import { headline } from '@/lib/compare/headline'
import type { Params } from '@/lib/query'
import { load } from './load'
import { shapePage } from './shape'

type Props = { searchParams: Promise<Params> }

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const found = await load(await searchParams)
  return found.kind === 'comparison' ? { description: headline(found.comparison) } : {}
}

export default async function Page({ searchParams }: Props) {
  const found = await load(await searchParams)
  if (found.kind === 'elsewhere') redirect(found.href)
  if (found.kind === 'unknown-list') notFound()
  const nonce = (await headers()).get('x-nonce') ?? undefined
  return <ComparisonPage {...shapePage(found)} nonce={nonce} />
}
