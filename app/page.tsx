import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { ComparisonPage } from '@/components/comparison-page'
import { headline } from '@/lib/compare/headline'
import type { Params } from '@/lib/query'
import { isPhone } from './device'
import { load } from './load'
import { originOf } from './origin'
import { shapePage } from './shape'
import { previewOf, shapeExports } from './shape-export'

type Props = { searchParams: Promise<Params> }

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const found = await load(await searchParams)
  if (found.kind !== 'comparison') return {}
  const description = headline(found.comparison)
  return { description, ...previewOf(found, description, originOf(await headers())) }
}

export default async function Page({ searchParams }: Props) {
  const found = await load(await searchParams)
  if (found.kind === 'elsewhere') redirect(found.href)
  if (found.kind === 'unknown-list') notFound()
  const asked = await headers()
  return (
    <ComparisonPage
      {...shapePage(found, isPhone(asked))}
      exports={shapeExports(found, originOf(asked), new Date())}
      nonce={asked.get('x-nonce') ?? undefined}
    />
  )
}
